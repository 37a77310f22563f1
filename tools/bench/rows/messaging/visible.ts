import { randomUUID } from 'node:crypto'
import { connect, ensureTopics } from '@sizhang/messaging'
import { atShare } from '../../../latency/spread'
import type { Row } from '../../row'
import { quiet, UNITS } from '../../data/facts'
import { timesOf } from '../../sides/work'
import { WriteAndSee } from '../../sides/write-and-see'
import type { Site } from '../../site'

const WRITES = 200
/** Before each turn, uncounted: what is left of the turn before is done with, and what runs is compiled. Two slow ones in a turn would be its p99. */
const BEFORE = 100

/**
 * From the moment that a command is sent to organization until reporting answers that it has followed it; with nothing else to do, and
 * while other commands come at half the rate that the service can take. Raw: from `send` over `eachBatch` to the end of `updateOne`.
 */
export const visible: Row = {
  number: 7,
  async prepare(site) {
    const ours = new WriteAndSee(await site.apps())
    const raw = await Raw.start(site)
    const p99 = async (write: () => Promise<void>) => {
      await timesOf(BEFORE, write)
      return atShare(await timesOf(WRITES, write), 0.99)
    }
    const common = { unit: 'ms', theirs: 'raw' }
    return {
      sizes: `${WRITES} writes a round after ${BEFORE}, one after the other`,
      sides: {
        idle: () => p99(() => ours.writeAndSee()),
        raw: () => p99(() => raw.writeAndSee()),
        loaded: async () => {
          const load = ours.atHalfLoad(await ours.fullRate())
          try {
            return await p99(() => ours.writeAndSee())
          } finally {
            await load.stop()
          }
        },
      },
      lines: [
        { ...common, name: 'write → visible, p99, idle', ours: 'idle', aim: { ratioAtMost: 3 } },
        { ...common, name: 'write → visible, p99, idle, in milliseconds', ours: 'idle', aim: { oursAtMost: 20 } },
        { ...common, name: 'write → visible, p99, at half load, in milliseconds', ours: 'loaded', aim: { oursAtMost: 100 } },
      ],
      end: async () => {
        await Promise.all([ours.close(), raw.stop()])
      },
    }
  },
}

/** A producer, and a consumer that sets one document a message. */
class Raw {
  private seen: (() => void) | undefined

  private constructor(
    private readonly send: () => Promise<void>,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(site: Site): Promise<Raw> {
    const kafka = site.kafka()
    await ensureTopics({ kafka, logger: quiet, topics: [UNITS] })
    const topic = kafka.topicPrefix + UNITS
    const units = site.database().collection<{ _id: string }>('units')
    const producer = connect(kafka, quiet).producer({ idempotent: false, allowAutoTopicCreation: false })
    const consumer = connect(kafka, quiet).consumer({ groupId: topic, maxWaitTimeInMs: 500 })
    const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()))
    await Promise.all([producer.connect(), consumer.connect()])
    await consumer.subscribe({ topics: [topic], fromBeginning: true })
    const raw = new Raw(
      async () =>
        void (await producer.send({ topic, acks: -1, messages: [{ key: randomUUID(), value: JSON.stringify({ from: '2020-01-01' }) }] })),
      async () => void (await Promise.all([producer.disconnect(), consumer.disconnect()])),
    )
    await consumer.run({
      eachBatch: async ({ batch }) => {
        for (const { key, value } of batch.messages)
          await units.updateOne({ _id: String(key) }, { $set: JSON.parse(String(value)) }, { upsert: true, writeConcern: { w: 1 } })
        raw.seen?.()
      },
    })
    await joined
    return raw
  }

  async writeAndSee(): Promise<void> {
    const seen = new Promise<void>((resolve) => (this.seen = resolve))
    await this.send()
    await seen
  }
}
