import { PARTITIONS } from '@sizhang/contracts'
import { type Service, until } from '@sizhang/engines'
import { Positions } from '@sizhang/messaging'
import type { Connection } from 'mongoose'
import { driverOf } from '../../exact/databases'
import { FOLLOWED } from '../../exact/followed'
import type { Rig } from '../rig/rig'
import { inDatabases } from './databases'

/** The longest time, in milliseconds, for which the read models of a service applied nothing while something was done under load. */
export function longestStandstill(rig: Rig, service: Service, done: () => Promise<void>): Promise<number> {
  return inDatabases(rig, async ({ [service]: database }) => {
    let [longest, applied, movedAt, isOver] = [0, 0, Date.now(), false]
    const look = async () => {
      const now = await appliedBy(service, database)
      longest = Math.max(longest, Date.now() - movedAt)
      if (now > applied) [applied, movedAt] = [now, Date.now()]
      return isOver
    }
    await Promise.all([until(look, { within: Infinity, every: 250 }), done().finally(() => (isOver = true))])
    return longest
  })
}

/** How many records a service has applied, by the places of its read models in the log. */
async function appliedBy(service: Service, database: Connection): Promise<number> {
  const partitions = FOLLOWED[service].flatMap((topic) => Array.from({ length: PARTITIONS }, (_, partition) => ({ topic, partition })))
  const places = await new Positions(() => driverOf(database), new Set()).ofPartitions(partitions)
  return places.reduce((sum, { next }) => sum + next, 0)
}
