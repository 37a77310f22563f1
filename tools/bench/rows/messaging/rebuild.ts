import { filledTopic } from '../../sides/facts'
import { ownFollower } from '../../sides/followers'
import { Reporting } from '../../sides/reporting'
import { perSecond } from '../../sides/work'
import type { Row } from '../../row'

const EVENTS = 20_000

/** The reporting service reads all facts again into an empty database, with its own projections; beside it what row 6 measures. */
export const rebuild: Row = {
  number: 13,
  async prepare(site) {
    const kafka = await filledTopic(site, EVENTS)
    return {
      sizes: `${EVENTS} events a round, one an aggregate`,
      sides: {
        service: async () => {
          const reporting = await Reporting.start(site, kafka, 1)
          const from = performance.now()
          await reporting.haveApplied(EVENTS)
          const rate = perSecond(EVENTS, from)
          await reporting.stop()
          return rate
        },
        row6: () => ownFollower(kafka, site.database(), EVENTS),
      },
      lines: [{ name: 'full rebuild ÷ row 6', unit: 'events/s', ours: 'service', theirs: 'row6', aim: { ratioAtLeast: 0.6 } }],
    }
  },
}
