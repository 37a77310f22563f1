import { filledTopic } from '../../data/facts'
import { nestFollower, ownFollower, rawFollower } from '../../sides/followers'
import type { Row } from '../../row'

const EVENTS = 20_000

/** A topic's facts into documents of a database, from the moment that the group is joined to the last write. Each time all of them, anew. */
export const projection: Row = {
  number: 6,
  async prepare(site) {
    const kafka = await filledTopic(site, EVENTS)
    return {
      sizes: `${EVENTS} events a round, one an aggregate, twelve partitions at once on each side`,
      sides: {
        ours: () => ownFollower(kafka, site.database(), EVENTS),
        raw: () => rawFollower(kafka, site.database(), EVENTS),
        nest: () => nestFollower(kafka, site.database(), EVENTS),
      },
      lines: [
        { name: 'projection ÷ raw eachBatch and bulkWrite', theirs: 'raw', aim: { ratioAtLeast: 0.7 } },
        { name: 'projection ÷ Nest’s own Kafka server', theirs: 'nest', aim: { ratioAtLeast: 5 } },
      ].map((line) => ({ ...line, unit: 'events/s', ours: 'ours' })),
    }
  },
}
