import { type Service, until } from '@sizhang/engines'
import type { Connection } from 'mongoose'
import { aggregatesIn } from '../../exact/states'
import type { Rig } from '../rig/rig'
import { inDatabases } from './databases'

const SWEPT_WITHIN_MS = 10_000

interface Pending {
  _id: string
  log: { outbox: { seq: number }[] }
}

/**
 * What a dead service left in its outboxes is published within ten seconds. They are counted from when it is ready again: how soon whoever
 * supervises it starts it is not the product's, and until then no sweeper runs.
 */
export function sweptAfter(comeBack: () => Promise<void>, rig: Rig, service: Service): Promise<string[]> {
  return inDatabases(rig, async ({ [service]: database }) => {
    const left = await unpublishedIn(database)
    if (left.length === 0) return [`${service} left no outbox behind: the trial tried nothing`]
    await comeBack()
    const still = async () => {
      const now = new Set(await unpublishedIn(database))
      return left.filter((fact) => now.has(fact))
    }
    if (await until(async () => (await still()).length === 0, { within: SWEPT_WITHIN_MS, every: 100 })) return []
    return (await still()).map((fact) => `${fact} is not published ${SWEPT_WITHIN_MS / 1_000} s after ${service} was ready again`)
  })
}

/** The facts in the outboxes of a service, `<collection>/<aggregate id>/<seq>`. */
async function unpublishedIn(database: Connection): Promise<string[]> {
  const found: string[] = []
  for (const name of await aggregatesIn(database)) {
    const pending = { 'log.pendingAt': { $exists: true } }
    for await (const { _id, log } of database.collection<Pending>(name).find(pending, { projection: { 'log.outbox.seq': 1 } }))
      for (const { seq } of log.outbox) found.push(`${name}/${_id}/${seq}`)
  }
  return found
}
