import { randomUUID } from 'node:crypto'
import { until } from '@sizhang/engines'
import { type ParkedAggregate, Parked } from '@sizhang/messaging'
import { driverOf } from '../../exact/databases'
import { caughtUpBy } from '../measures/caught-up'
import { inDatabases } from '../measures/databases'
import type { Patch } from '../rig/bundles'
import type { Rig } from '../rig/rig'
import { factOf, put, type Stranger, STRANGERS_TOPIC as TOPIC } from '../rig/strangers'
import type { Trial } from '../trial'
import { EVERYTHING, progress, underLoad } from './under-load'

const PLAN = 'libs/messaging/src/projection/plan.ts'
const CAUGHT_UP_WITHIN_MS = 60_000
/** How the ids of aggregates begin whose facts the faulty handler of trial 15 cannot take. */
const FAILING = 'deadbeef-0000-4000-8000'

type Entry = Pick<ParkedAggregate, 'reason' | 'partition' | 'offset' | 'value'>

/** Every kind of record that cannot be applied, each with a part of the reason that must be given. */
function poisons(time: number): [reason: string, record: Stranger][] {
  const failing = `${FAILING}-${String(time).padStart(12, '0')}`
  return [
    ['not JSON', { key: `broken-${time}`, value: Buffer.from([0x7b, 0x22, 0xff, 0xfe]) }],
    ['no value', { key: `null-${time}`, value: null }],
    ['not as declared', factOf(randomUUID(), { activityId: 7 })],
    ['does not know the type', factOf(randomUUID(), {}, { type: 'activity.activity-painted.v1' })],
    ['this record is of /another/producer', factOf(randomUUID(), {}, { source: '/another/producer' })],
    ['the handler failed: TypeError', factOf(failing)],
  ]
}

/** They come amid the others; and one of a newer release that can be applied. */
async function poison(rig: Rig, time: number): Promise<string[]> {
  const expected: Entry[] = []
  const newer = randomUUID()
  rig.strangers.add('nameless').add(`${TOPIC}/${newer}`)
  for (const [reason, record] of poisons(time)) {
    rig.strangers.add(`${TOPIC}/${record.key}`)
    const [place] = await put(rig, [record])
    const value = record.value === null ? null : Buffer.from(record.value)
    expected.push({ reason, partition: place?.partition ?? -1, offset: Number(place?.baseOffset), value })
  }
  await put(rig, [factOf(newer, { colour: 'GREEN' }, { weather: 'fine' })])
  await progress(rig, 50)
  return inDatabases(rig, async ({ reporting }) => {
    const parked = new Parked(() => driverOf(reporting))
    const missing = async () => {
      const found = await parked.list()
      return expected.filter((entry) => found.filter((each) => isOf(each, entry)).length !== 1)
    }
    await until(async () => (await missing()).length === 0, { within: 30_000 })
    const findings = (await missing()).map(
      ({ reason, partition, offset }) => `${TOPIC}@${partition}:${offset} is not parked once, as it is, because of: ${reason}`,
    )
    const count = (await parked.keys()).length
    if (count > (time + 1) * expected.length)
      findings.push(`${count} are parked, of ${(time + 1) * expected.length} that cannot be applied`)
    const read = async () => (await reporting.collection<{ _id: string }>('positions').findOne({ _id: `${TOPIC}/${newer}` })) !== null
    if (!(await until(read, { within: 30_000 }))) findings.push('the fact of a newer release was not read')
    return findings
  })
}

/** Whether this is the entry of a record: its place in the log, its bytes, and why. */
function isOf(entry: ParkedAggregate, { reason, partition, offset, value }: Entry): boolean {
  const isThere = entry.topic === TOPIC && entry.partition === partition && entry.offset === offset
  return isThere && entry.reason.includes(reason) && (value === null ? entry.value === null : entry.value?.equals(value) === true)
}

/** The service comes back without the fault, and every parked aggregate, or those whose key has this part, is tried again. */
function mendAndRetry(rig: Rig, part = ''): Promise<string[]> {
  return inDatabases(rig, async ({ reporting }) => {
    const parked = new Parked(() => driverOf(reporting))
    const findings: string[] = []
    if (!(await until(async () => (await parked.list()).length > 3, { within: 60_000 })))
      findings.push('the fault parked nothing: the trial tried nothing')
    await rig.exchange('reporting', 'good')
    const keys = (await parked.keys()).filter((key) => key.includes(part))
    const tried = await Promise.all(keys.map(async (key) => ({ key, result: await parked.retry(key) })))
    for (const { key, result } of tried) if (!result.applied) findings.push(`${key} stays parked: ${result.reason}`)
    return findings
  })
}

/** What was sent lately is sent again after every batch, the older after the newer. */
const again: Patch = {
  file: 'libs/messaging/src/outbox/relay.ts',
  find: '    if (topicMessages.length > 0) await this.producer.sendBatch({ topicMessages, acks: -1, timeout: 10_000 })\n',
  put: `    if (topicMessages.length > 0) {
      const sent = (Reflect.get(this, 'sent') ?? []) as typeof topicMessages
      sent.unshift(...topicMessages)
      Reflect.set(this, 'sent', sent.slice(0, 30))
      await this.producer.sendBatch({ topicMessages, acks: -1, timeout: 10_000 })
      for (const time of [1, 2]) await this.producer.sendBatch({ topicMessages: sent.slice(0, 30), acks: -1, timeout: 10_000 * time })
    }
`,
}

export const deliveries: Trial[] = [
  {
    number: 14,
    name: '每个事件多次送达 each event delivered three times and more, older ones after newer ones',
    passes: 'read models equal to single delivery, byte for byte',
    faults: { patches: [again], apps: ['organization', 'membership', 'activity'] },
    control: {
      without: 'the sequence: whatever comes is applied',
      patches: [
        { file: PLAN, find: 'if (reading.seq && reading.seq <= applied)', put: 'if (reading.seq && reading.seq < 0)' },
        { file: PLAN, find: 'reading.seq > applied + 1', put: 'reading.seq < 0' },
        {
          file: 'libs/messaging/src/projection/write.ts',
          find: 'filter: { _id: id, seq: { $not: { [gate]: seq } } }',
          put: 'filter: { _id: id }',
        },
        again,
      ],
      apps: ['organization', 'membership', 'activity', 'reporting'],
    },
    expected: { rebuild: true },
    faultsARun: 5,
    run: async (rig) => {
      await underLoad(rig, EVERYTHING, () => progress(rig, 100 * rig.options.faults))
      return []
    },
  },
  {
    number: 15,
    name: '坏记录 poison: broken JSON, wrong schema, null, unknown type, another producer, a handler that fails',
    passes: 'exactly one parked entry each with offset and raw bytes; the consumer lives; lag 0; a newer minor version is read',
    faults: {
      patches: [
        {
          file: 'apps/reporting/src/work/work.events.ts',
          find: '  countNoWorkWhenActivityWithdrawn({ data }: EventOf<typeof ActivityWithdrawn>): Outcome {\n',
          put: `  countNoWorkWhenActivityWithdrawn({ data }: EventOf<typeof ActivityWithdrawn>): Outcome {\n    if (data.activityId.startsWith('${FAILING}')) throw new TypeError('Cannot read properties of undefined')\n`,
        },
      ],
      apps: ['reporting'],
    },
    control: {
      without: 'the catch around reading: what cannot be read stops the consumer',
      patches: [
        {
          file: 'libs/messaging/src/consumer/read.ts',
          find: '    return unreadable(`the value is not JSON: ${String(error)}`)',
          put: '    throw error',
        },
      ],
      apps: ['reporting'],
    },
    expected: { parkedByTrial: true, rebuild: true },
    faultsARun: 20,
    run: async (rig) => {
      const findings: string[] = []
      await underLoad(rig, EVERYTHING, async () => {
        for (let time = 0; time < rig.options.faults; time++) findings.push(...(await poison(rig, time)))
      })
      if (findings.length === 0) findings.push(...(await caughtUpBy(rig, Date.now() + CAUGHT_UP_WITHIN_MS)))
      // The read models that are built to compare with have no fault.
      return findings.length > 0 ? findings : mendAndRetry(rig, FAILING)
    },
  },
  {
    number: 16,
    name: '修复后重试 parked aggregates are retried after the fix',
    passes: 'applied in order; Exact',
    faults: {
      patches: [
        {
          file: 'apps/reporting/src/work/work.events.ts',
          find: '  countWorkAnewWhenActivityCorrected({ data }: EventOf<typeof ActivityCorrected>): Outcome {\n',
          put: `  countWorkAnewWhenActivityCorrected({ data }: EventOf<typeof ActivityCorrected>): Outcome {\n    if (data.activityId < '8') throw new TypeError('Cannot read properties of undefined')\n`,
        },
      ],
      apps: ['reporting'],
    },
    control: {
      without: 'the queue behind a parked record: the retry applies that record alone',
      patches: [
        {
          file: 'apps/reporting/src/work/work.events.ts',
          find: '  countWorkAnewWhenActivityCorrected({ data }: EventOf<typeof ActivityCorrected>): Outcome {\n',
          put: `  countWorkAnewWhenActivityCorrected({ data }: EventOf<typeof ActivityCorrected>): Outcome {\n    if (data.activityId < '8') throw new TypeError('Cannot read properties of undefined')\n`,
        },
        {
          file: 'libs/messaging/src/parked/parking-lot.ts',
          find: '    if (readings.length === 0) return\n',
          put: '    if (readings.length >= 0) return\n',
        },
      ],
      apps: ['reporting'],
    },
    expected: { rebuild: true },
    faultsARun: 5,
    run: async (rig) => {
      const findings: string[] = []
      for (let time = 0; time < rig.options.faults; time++) {
        if (time > 0) await rig.exchange('reporting', 'faulty')
        await underLoad(rig, { activity: 1 }, () => progress(rig, 300))
        findings.push(...(await mendAndRetry(rig)))
      }
      return findings
    },
  },
]
