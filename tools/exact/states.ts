import { until } from '@sizhang/engines'
import type { Connection } from 'mongoose'
import { Checksum } from './checksum'
import type { Databases } from './databases'
import type { FactsInLog } from './facts-in-log'

const DRAINED_WITHIN = 30_000
const PUBLISHED_WITHIN = 60_000

interface Aggregate {
  _id: string
  log: { seq: number; outbox: unknown[] }
}

/** What the states were found to be. */
export interface States {
  aggregates: number
  checksum: string
  findings: string[]
}

/** Collections that hold aggregates: each of their documents keeps a log, so the first one tells. */
export async function aggregatesIn(database: Connection): Promise<string[]> {
  const names = (await database.listCollections()).map(({ name }) => name)
  const found: string[] = []
  for (const name of names) if ((await database.collection(name).findOne({}, { projection: { 'log.seq': 1 } }))?.['log']) found.push(name)
  return found
}

/** Waits until no outbox holds an event; says which still do after thirty seconds. */
export async function whenOutboxesEmpty(databases: Databases): Promise<string[]> {
  const full = async () => {
    const left: string[] = []
    for (const [service, database] of Object.entries(databases))
      for (const name of await aggregatesIn(database)) {
        const count = await database.collection(name).countDocuments({ 'log.outbox.0': { $exists: true } })
        if (count > 0) left.push(`${service}.${name}: ${count} outboxes are not empty`)
      }
    return left
  }
  if (await until(async () => (await full()).length === 0, { within: DRAINED_WITHIN, every: 200 })) return []
  return full()
}

/** The last sequence of each stored aggregate, by `<topic>/<id>`. A topic is named after its service and collection. */
export async function statesOf(databases: Databases): Promise<Map<string, number>> {
  const states = new Map<string, number>()
  for (const [service, database] of Object.entries(databases))
    for (const name of await aggregatesIn(database)) {
      const found = database.collection<Aggregate>(name).find({}, { projection: { 'log.seq': 1 } })
      for await (const { _id, log } of found) states.set(`${service}.${name}/${_id}`, log.seq)
    }
  return states
}

/**
 * Compares the stored states with the log, while both may move. A fact is saved before it is published: so the log, read first, may not be
 * ahead of the states; and read again later, it has to reach what the states said then.
 */
export async function compareStates(databases: Databases, facts: FactsInLog): Promise<States> {
  await facts.readOn()
  const states = await statesOf(databases)
  const findings: string[] = []
  for (const [key, seq] of facts.last) {
    const stored = states.get(key)
    if (stored === undefined) findings.push(`${key} 在日志中，未存储 is in the log and not stored`)
    else if (stored < seq) findings.push(`${key} 存到 ${stored}，日志到 ${seq} is stored up to ${stored}, in the log up to ${seq}`)
  }
  const open = new Map([...states].filter(([key, stored]) => (facts.last.get(key) ?? 0) < stored))
  const reached = async () => {
    if (open.size > 0) await facts.readOn()
    for (const [key, stored] of open) if ((facts.last.get(key) ?? 0) >= stored) open.delete(key)
    return open.size === 0
  }
  await until(reached, { within: PUBLISHED_WITHIN, every: 500 })
  for (const [key, stored] of open)
    findings.push(
      `${key} 存到 ${stored}，日志到 ${facts.last.get(key) ?? 0} is stored up to ${stored}, in the log up to ${facts.last.get(key) ?? 0}`,
    )
  return { aggregates: states.size, checksum: checksumOf(states), findings }
}

function checksumOf(states: ReadonlyMap<string, number>): string {
  const checksum = new Checksum()
  for (const [key, seq] of states) checksum.add(`${key} ${seq}`)
  return checksum.toString()
}
