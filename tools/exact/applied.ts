import { type Service, until } from '@sizhang/engines'
import { type Collections, inGeneration, readModelState } from '@sizhang/messaging'
import type { Connection } from 'mongoose'
import { driverOf } from './databases'
import type { FactsInLog } from './facts-in-log'
import { FOLLOWED } from './followed'

const CAUGHT_UP_WITHIN = 60_000
const MOST_NAMED = 5

interface Position {
  _id: string
  seq?: number
}

/**
 * Waits until the read models of a service show all facts that were found in the log; says which aggregates they do not show after a minute,
 * and which they show further than the log goes.
 */
export async function whenApplied(service: Service, database: Connection, facts: FactsInLog): Promise<string[]> {
  const late = async () => different(service, await positionsIn(database), facts, (applied, seq) => applied < seq)
  const before = sumOf(await positionsIn(database))
  const named = (keys: string[], what: string) => [
    ...keys.slice(0, MOST_NAMED).map((key) => `${service} ${what} ${key}`),
    ...(keys.length > MOST_NAMED ? [`${service} ${what} … ${keys.length} aggregates`] : []),
  ]
  if (!(await until(async () => (await late()).length === 0, { within: CAUGHT_UP_WITHIN, every: 200 }))) {
    const went = sumOf(await positionsIn(database)) - before
    return named(
      await late(),
      `的读模型落后，一分钟内应用了 ${went} 条 the read models are behind, ${went} facts were applied within a minute:`,
    )
  }
  // Read after the positions, the log has to hold all that they say is applied.
  const positions = await positionsIn(database)
  const isAhead = () => different(service, positions, facts, (applied, seq) => applied > seq)
  if (isAhead().length > 0) await facts.readOn()
  return named(isAhead(), '的读模型超出日志 the read models are ahead of the log:')
}

/** What a service has set aside, the oldest first. */
export async function parkedIn(service: Service, database: Connection): Promise<string[]> {
  const live = await liveIn(database)
  const parked = live.collection<{ _id: string; reason: string }>('parked').find({}, { sort: { at: 1 }, limit: MOST_NAMED })
  return (await parked.toArray()).map(({ _id, reason }) => `${service} 搁置 has parked ${_id}: ${reason}`)
}

/** A database as the generation of the read models that is live sees it. */
export async function liveIn(database: Connection): Promise<Collections> {
  const { live } = await readModelState(driverOf(database))
  return inGeneration(driverOf(database), live)
}

async function positionsIn(database: Connection): Promise<Map<string, number>> {
  const positions = new Map<string, number>()
  const found = (await liveIn(database)).collection<Position>('positions').find()
  for await (const { _id, seq } of found) if (seq !== undefined) positions.set(_id, seq)
  return positions
}

/** How many facts have been applied. */
const sumOf = (positions: ReadonlyMap<string, number>): number => [...positions.values()].reduce((sum, seq) => sum + seq, 0)

function different(
  service: Service,
  positions: ReadonlyMap<string, number>,
  { last }: FactsInLog,
  isSo: (applied: number, seq: number) => boolean,
): string[] {
  const found: string[] = []
  for (const [key, seq] of last) {
    if (!FOLLOWED[service].includes(key.slice(0, key.indexOf('/')))) continue
    const applied = positions.get(key) ?? 0
    if (isSo(applied, seq)) found.push(`${key} ${applied} / ${seq}`)
  }
  return found
}
