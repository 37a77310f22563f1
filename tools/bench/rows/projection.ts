import type { AggregateDocument, KafkaSettings } from '@sizhang/messaging'
import { ownFollower, rawFollower, nestFollower } from '../followers'
import { publish, savedUnits, startedRelay } from '../facts'
import type { Row } from '../row'
import type { Site } from '../site'

const EVENTS = 20_000
const A_RELAY_HOLDS = 10_000

/** A topic's facts into documents of a database, from the moment that the group is joined to the last write. Each time all of them, anew. */
export const projection: Row = {
  number: 6,
  async prepare(site) {
    const kafka = site.kafka()
    await fill(site, kafka)
    return {
      sizes: `${EVENTS} events a round, one an aggregate, twelve partitions, four at once`,
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

async function fill(site: Site, kafka: KafkaSettings): Promise<void> {
  const units = site.database().collection<AggregateDocument>('units')
  const relay = startedRelay(kafka, units)
  for (let published = 0; published < EVENTS; published += A_RELAY_HOLDS) await publish(relay, units, savedUnits(A_RELAY_HOLDS))
  await relay.drain()
}
