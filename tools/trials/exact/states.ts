import type { Connection } from 'mongoose'
import { until } from '@sizhang/engines'

export type Databases = Record<string, Connection>

const DRAINED_WITHIN = 30_000

interface Aggregate {
  _id: string
  log: { seq: number; outbox: unknown[] }
}

/** Collections that hold aggregates: their documents keep a log. */
export async function aggregatesIn(database: Connection): Promise<string[]> {
  const names = (await database.listCollections()).map(({ name }) => name)
  const found: string[] = []
  for (const name of names)
    if (await database.collection(name).findOne({ log: { $exists: true } }, { projection: { _id: 1 } })) found.push(name)
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
      const found = database.collection<Aggregate>(name).find({ log: { $exists: true } }, { projection: { 'log.seq': 1 } })
      for await (const { _id, log } of found) states.set(`${service}.${name}/${_id}`, log.seq)
    }
  return states
}
