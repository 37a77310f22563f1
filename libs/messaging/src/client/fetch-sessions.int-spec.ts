import { randomUUID } from 'node:crypto'
import { PARTITIONS } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import type { Consumer } from 'kafkajs'
import { connect } from './kafka'
import { ensureTopics } from './topics'
import { recordIn, UNITS } from '../testing/facts'
import { put, quiet, settingsFor } from '../testing/kafka-log'
import { until } from '../testing/until'

const names = freshNames()
const kafka = settingsFor(names.topicPrefix, engines().brokers)
const topic = names.topicPrefix + UNITS
const consumers: Consumer[] = []

beforeAll(() => ensureTopics({ kafka, logger: quiet, topics: [UNITS] }))
afterAll(async () => {
  await Promise.all(consumers.map((consumer) => consumer.disconnect()))
  await names.drop()
})

/** A consumer of the topic, what it took, and how many bytes the broker's answers to its questions had. */
async function following() {
  const consumer = connect(kafka, quiet).consumer({ groupId: topic + randomUUID(), maxWaitTimeInMs: 50 })
  consumers.push(consumer)
  const [taken, sizes]: [string[], number[]] = [[], []]
  consumer.on(consumer.events.REQUEST, ({ payload: { apiName, size } }) => void (apiName === 'Fetch' && sizes.push(size)))
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  await consumer.run({
    partitionsConsumedConcurrently: PARTITIONS,
    eachBatch: async ({ batch }) => void taken.push(...batch.messages.map(({ key }) => String(key))),
  })
  await until(() => sizes.length > 3)
  return { consumer, taken, sizes }
}

test('a broker tells of all partitions once, and then of those alone that hold something new', async () => {
  const { taken, sizes } = await following()
  const [all = 0] = sizes
  const nothingNew = sizes.at(-1) ?? all
  // What a partition takes that holds nothing: its number, an error's, three places and two lengths.
  expect(all - nothingNew).toBeGreaterThan(PARTITIONS * 40)
  const ids = Array.from({ length: 40 }, () => randomUUID())
  await put(kafka, [...ids.map((id) => recordIn(id, 1))])
  await until(() => taken.length >= ids.length)
  expect([...taken].sort()).toEqual([...ids].sort())
  await until(() => sizes.at(-1) === nothingNew)
})

test('what rests is left out, comes again when it is wanted, and is read again where it is wanted from an earlier place', async () => {
  const { consumer, taken } = await following()
  const [before, resting] = [randomUUID(), randomUUID()]
  await put(kafka, [recordIn(before, 1)])
  await until(() => taken.includes(before))
  const count = taken.length
  consumer.pause([{ topic }])
  await put(kafka, [recordIn(resting, 1)])
  const other = await following()
  await until(() => other.taken.includes(resting))
  expect(taken).toHaveLength(count)
  consumer.resume([{ topic }])
  await until(() => taken.includes(resting))
  expect(taken).toHaveLength(count + 1)
  for (let partition = 0; partition < PARTITIONS; partition++) consumer.seek({ topic, partition, offset: '0' })
  await until(() => taken.length >= 2 * (count + 1))
  expect([...taken.slice(count + 1)].sort()).toEqual([...taken.slice(0, count + 1)].sort())
})
