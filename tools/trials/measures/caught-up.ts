import { services, until } from '@sizhang/engines'
import { logEnds } from '@sizhang/messaging'
import { figuresOf } from '../../ops/status/figures'
import type { Rig } from '../rig/rig'
import { inDatabases } from './databases'

/** Waits until all outboxes are empty and no read model lags, at most until a moment; says what was still open then. */
export function caughtUpBy(rig: Rig, moment: number): Promise<string[]> {
  const { asked } = rig
  return inDatabases(rig, async (databases) => {
    let open: string[] = ['it was not looked in time']
    const isCaughtUp = async () => {
      const ends = await logEnds(asked)
      const figures = services.map(async (service) => ({ service, ...(await figuresOf(service, databases[service], asked, ends)) }))
      const waiting = (await Promise.all(figures)).filter(({ outbox, lag }) => outbox.count + (lag?.count ?? 0) > 0)
      open = waiting.map(({ service, outbox, lag }) => `${service}: ${outbox.count} wait to be published, ${lag?.count} to be applied`)
      return open.length === 0 && Date.now() <= moment
    }
    const isInTime = await until(isCaughtUp, { within: moment - Date.now(), every: 200 })
    return isInTime ? [] : [`not caught up in time: ${open.join('; ') || 'it was a little later'}`]
  })
}
