import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, ensureTopics } from '@sizhang/messaging'
import { atShare } from '../../../latency/spread'
import type { Row } from '../../row'
import { quiet, UNITS } from '../../sides/facts'
import { Requests } from '../../sides/requests'
import { rateOf, timesOf } from '../../sides/work'
import type { City, Site } from '../../site'

const WRITES = 200
const AT_ONCE = 16
const MUTATION = `mutation ($commandId: ID!, $input: EstablishUnitInput!) { establishUnit(commandId: $commandId, input: $input) { mark } }`

/**
 * From the moment that a command is sent to organization until reporting answers that it has followed it; with nothing else to do, and
 * while other commands come at half the rate that the service can take. Raw: from `send` over `eachBatch` to the end of `updateOne`.
 */
export const visible: Row = {
  number: 7,
  async prepare(site) {
    const ours = new Ours(await site.apps())
    const raw = await Raw.start(site)
    const p99 = async (write: () => Promise<void>) => atShare(await timesOf(WRITES, write), 0.99)
    const common = { unit: 'ms', theirs: 'raw' }
    return {
      sizes: `${WRITES} writes a round, one after the other`,
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

/** Commands to organization, and the eyes of reporting. */
class Ours {
  private readonly organization: Requests
  private readonly reporting: Requests

  constructor({ rig }: City) {
    this.organization = new Requests(rig.processes.organization.url, rig.authorization)
    this.reporting = new Requests(rig.processes.reporting.url, rig.authorization)
  }

  async writeAndSee(): Promise<void> {
    const mark = await this.write()
    while (await this.reporting.lags(mark));
  }

  /** Commands a second when as many come as the service takes. */
  fullRate(): Promise<number> {
    return rateOf(AT_ONCE, () => this.write())
  }

  /** Sends commands at half of a rate, whether or not the earlier ones are answered, until it is stopped; `stop` throws what failed. */
  atHalfLoad(fullRate: number): { stop: () => Promise<void> } {
    const stopped = new AbortController()
    const sent = new Set<Promise<unknown>>()
    const failures: unknown[] = []
    const running = (async () => {
      const from = performance.now()
      for (let count = 0; !stopped.signal.aborted; await pause(1)) {
        const due = ((performance.now() - from) / 1_000) * (fullRate / 2)
        for (; count < due; count++) {
          const write = this.write()
            .catch((error: unknown) => failures.push(error))
            .finally(() => sent.delete(write))
          sent.add(write)
        }
      }
    })()
    return {
      stop: async () => {
        stopped.abort()
        await running
        await Promise.all(sent)
        if (failures.length > 0) throw failures[0]
      },
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.organization.close(), this.reporting.close()])
  }

  private async write(): Promise<string> {
    const input = { name: '企业科协', type: 'ENTERPRISE', from: '2020-01-01' }
    const variables = { commandId: randomUUID(), input }
    return (await this.organization.ask<{ establishUnit: { mark: string } }>(MUTATION, variables)).establishUnit.mark
  }
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
