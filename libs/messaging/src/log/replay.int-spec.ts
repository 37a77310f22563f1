import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { connect } from '../client/kafka'
import { replay, type ReplayOptions } from './replay'
import { recordIn, UNITS } from '../testing/facts'
import { put, quiet, settingsFor } from '../testing/kafka-log'
import { until } from '../testing/until'
import type { Reading } from '../consumer/read'

const names = freshNames()
const kafka = settingsFor(names.topicPrefix, engines().brokers)
const [first, second, late] = [randomUUID(), randomUUID(), randomUUID()]
let between: Date

beforeAll(async () => {
  await put(kafka, [recordIn(first, 1), recordIn(second, 1), recordIn(first, 2), { key: first, value: 'no fact' }])
  // Kafka tells moments by the millisecond: what it took in this one would belong to both sides.
  const taken = Date.now()
  between = await until(() => Date.now() > taken && new Date())
  await put(kafka, [recordIn(late, 1)])
})
afterAll(() => names.drop())

async function read(options: Partial<ReplayOptions> = {}): Promise<Reading[]> {
  const found: Reading[] = []
  await replay({ kafka, logger: quiet, topic: UNITS, ...options }, (reading) => void found.push(reading))
  return found
}
const subjects = (readings: Reading[]) => readings.map((reading) => ('event' in reading ? reading.event.subject : 'unreadable')).sort()

test('a replay gives all that a topic holds, each aggregate in order, and what cannot be read with its reason', async () => {
  const found = await read()
  expect(subjects(found)).toEqual([first, first, second, late, 'unreadable'].sort())
  expect(found.filter(({ key }) => key === `${UNITS}/${first}`).map(({ seq }) => seq)).toEqual([1, 2])
})

test('a replay of one aggregate gives its facts alone', async () => {
  expect(subjects(await read({ key: second }))).toEqual([second])
})

test('a replay begins and ends at a moment', async () => {
  expect(subjects(await read({ from: between }))).toEqual([late])
  expect(subjects(await read({ to: between, key: first }))).toEqual([first, first])
  expect(await read({ from: new Date(Date.now() + 60_000) })).toEqual([])
})

test('a replay leaves no group behind, and an error of the reader ends it', async () => {
  await expect(replay({ kafka, logger: quiet, topic: UNITS }, () => Promise.reject(new Error('the disk is full')))).rejects.toThrow(
    'the disk is full',
  )
  const admin = connect(kafka, quiet).admin()
  await admin.connect()
  const { groups } = await admin.listGroups()
  expect(groups.filter(({ groupId }) => groupId.startsWith(names.topicPrefix))).toEqual([])
  await admin.disconnect()
})

test('a topic that was made a moment ago is read, also while its partitions are not all led yet', async () => {
  const admin = connect(kafka, quiet).admin()
  await admin.connect()
  for (let round = 0; round < 15; round += 1) {
    const topicPrefix = `${names.topicPrefix}${round}.`
    await admin.createTopics({ waitForLeaders: false, topics: [{ topic: topicPrefix + UNITS, numPartitions: 12 }] })
    expect(await read({ kafka: { ...kafka, topicPrefix } })).toEqual([])
  }
  await admin.disconnect()
})
