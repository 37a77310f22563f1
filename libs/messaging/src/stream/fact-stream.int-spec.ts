import { randomInt, randomUUID } from 'node:crypto'
import { topics } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import type { Message, Producer } from 'kafkajs'
import { connect } from '../client/kafka'
import { quiet, settingsFor } from '../testing/kafka-log'
import { tapInto } from '../testing/tap'
import { until } from '../testing/until'
import { createTopics } from '../client/topics'
import { FactStream, type FactSubscription, type StreamedFact, StreamRefused, type StreamRequest } from './fact-stream'

const names = freshNames()
const settings = settingsFor(names.topicPrefix, engines().brokers)
const kafka = connect(settings, quiet)
const [units = '', persons = ''] = topics
let producer: Producer
let published = 0
let stream: FactStream
/** Groups of the streams of earlier tests: one that left while Kafka was dividing its partitions keeps a member there until its session ends. */
let earlierGroups: string[]

beforeAll(async () => {
  await createTopics({ kafka: settings, logger: quiet })
  producer = kafka.producer({ retry: { retries: 12 } })
  await producer.connect()
  await producer.send({ topic: names.topicPrefix + units, messages: [{ key: 'poison', value: 'no fact' }] })
  // kafkajs loads parts of itself when they are first used, which Jest allows only while a test runs.
  stream = new FactStream(settings, quiet)
  await publish(1)
  await read(1, { from: 'start' })
  await stream.close()
})

beforeEach(async () => {
  earlierGroups = await groupsOfStreams()
  stream = new FactStream(settings, quiet, { capacity: 60, lingerMs: 0 })
})
afterEach(() => stream.close())

afterAll(async () => {
  await producer.disconnect()
  await names.drop()
})

/** Publishes facts numbered on from the last one; answers the records. */
async function publish(count: number, topic = units, key?: string): Promise<Message[]> {
  const messages = Array.from({ length: count }, () => {
    const [subject, number] = [randomUUID(), (published += 1)]
    const attributes = { specversion: '1.0', id: randomUUID(), type: 'test.v1', source: 'test', subject, time: new Date().toISOString() }
    const more = {
      datacontenttype: 'application/json',
      sequence: '1',
      partitionkey: subject,
      correlationid: 'c',
      actor: 'a',
      data: { number },
    }
    return { key: key ?? subject, value: JSON.stringify({ ...attributes, ...more }) }
  })
  await producer.send({ topic: names.topicPrefix + topic, messages })
  return messages
}

const numberOf = (fact: StreamedFact) => (JSON.parse(fact.data) as { number: number }).number
const sorted = (facts: StreamedFact[]) => facts.map(numberOf).sort((a, b) => a - b)
/** The numbers after `number`, up to the last one published. */
const allAfter = (number: number) => Array.from({ length: published - number }, (_, index) => number + 1 + index)

/** Reads until so many facts have come, then hangs up. */
async function read(count: number, request: StreamRequest): Promise<StreamedFact[]> {
  const facts = stream.facts(request)
  const taken = await take(count, facts)
  await facts.return()
  return taken
}

/** Subscribes from now on and knocks until the first fact arrives: every fact with a higher number must then follow. */
async function follow(request: StreamRequest) {
  const facts = stream.facts(request)
  const first = facts.next()
  let arrived = false
  void first.finally(() => (arrived = true))
  while (!arrived) await publish(1, request.topics?.[0], 'knock')
  const begun = await first
  if (begun.done) throw new Error('the subscription ended')
  return {
    facts,
    begun: begun.value,
    number: numberOf(begun.value),
    end: () => facts.return(),
  }
}

/** Takes so many more facts of a subscription. */
async function take(count: number, facts: FactSubscription): Promise<StreamedFact[]> {
  const taken: StreamedFact[] = []
  while (taken.length < count) {
    const next = await facts.next()
    if (next.done) throw new Error('the subscription ended')
    taken.push(next.value)
  }
  return taken
}

test('an analyst reads every fact from the first one, then each new one as it is published', async () => {
  await publish(500)
  const facts = read(published + 200, { from: 'start' })
  await publish(200)
  expect(sorted(await facts)).toEqual(allAfter(0))
})

test('facts from a time on are those recorded since', async () => {
  const { number, end } = await follow({ topics: [persons] })
  const since = new Date(Date.now() + 1).toISOString()
  const before = published
  await publish(150, persons)
  const found = await read(150, { topics: [persons], from: since })
  expect(number).toBeLessThanOrEqual(before)
  expect(sorted(found)).toEqual(allAfter(before))
  await end()
})

test('a subscriber who is cut off again and again misses nothing and gets nothing twice', async () => {
  const { begun, number, end } = await follow({})
  await end()
  const publishing = (async () => {
    for (let round = 0; round < 40; round += 1) await publish(randomInt(1, 40), round % 2 ? persons : units)
  })()
  const found: StreamedFact[] = []
  const from = () => found.at(-1)?.position ?? begun.position
  while (found.length < 200) found.push(...(await read(randomInt(1, 60), { from: from() })))
  await publishing
  const missing = () => published - number - found.length
  while (missing() > 0) found.push(...(await read(Math.min(randomInt(1, 90), missing()), { from: from() })))
  expect(sorted(found)).toEqual(allAfter(number))
})

test('a slow subscriber is served from where he is, long after the ring has forgotten it', async () => {
  const { facts, number, end } = await follow({ topics: [units] })
  await publish(2_000)
  expect(sorted(await take(published - number, facts))).toEqual(allAfter(number))
  await end()
})

test('a fact that Kafka holds twice is given once, live as well as from the start', async () => {
  const { facts, number, end } = await follow({ topics: [units] })
  const messages = await publish(3, units, 'one place')
  await producer.send({ topic: names.topicPrefix + units, messages })
  await publish(1, units, 'one place')
  expect(sorted(await take(published - number, facts))).toEqual(allAfter(number))
  await end()
  expect(sorted(await read(published, { from: 'start' }))).toEqual(allAfter(0))
})

test('another member in its group for a while costs the stream no fact and doubles none', async () => {
  const { facts, number, end } = await follow({ topics: [units] })
  const intruder = kafka.consumer({ groupId: await groupOfStream() })
  await intruder.connect()
  await intruder.subscribe({ topics: topics.map((topic) => names.topicPrefix + topic) })
  const joined = new Promise((resolve) => intruder.on(intruder.events.GROUP_JOIN, resolve))
  await intruder.run({ autoCommit: false, eachBatch: async () => {} })
  await joined
  await publish(300)
  await intruder.disconnect()
  expect(sorted(await take(published - number, facts))).toEqual(allAfter(number))
  await end()
})

test('topics and places that do not exist are refused', async () => {
  expect(() => stream.facts({ topics: ['membership.salaries'] })).toThrow(StreamRefused)
  expect(() => stream.facts({ from: 'yesterday' })).toThrow(StreamRefused)
  expect(() => stream.facts({ from: '2018-13-11T00:00:00Z' })).toThrow(StreamRefused)
})

test('a position that this Kafka has not reached is refused, so that nobody waits for facts that were lost', async () => {
  const [{ position } = { position: '' }] = await read(1, { topics: [units], from: 'start' })
  const bytes = Buffer.from(position, 'base64url')
  const beyond = Buffer.concat([bytes.subarray(0, -1), Buffer.from([0xff, 0xff, 0x7f])]).toString('base64url')
  await expect(read(1, { topics: [units], from: beyond })).rejects.toThrow(StreamRefused)
})

test('when nobody listens the stream leaves Kafka', async () => {
  const { end } = await follow({ topics: [units] })
  const groupId = await groupOfStream()
  await end()
  await until(async () => !(await membersOf([groupId])).includes(groupId))
})

test('a stream that loses Kafka goes on where it was, and a new subscriber waits until Kafka is back', async () => {
  const tap = await tapInto(Number(engines().brokers.split(':')[1]))
  await stream.close()
  stream = new FactStream(settingsFor(names.topicPrefix, `127.0.0.1:${tap.port}`), quiet, { lingerMs: 0 })
  const { facts, number, begun, end } = await follow({ topics: [units] })
  await tap.cut()
  await publish(200)
  const late = read(published - number, { topics: [units], from: begun.position })
  const on = take(published - number, facts)
  await tap.mend()
  expect(sorted(await on)).toEqual(allAfter(number))
  expect(sorted(await late)).toEqual(allAfter(number))
  await end()
  await tap.cut()
})

/** The group of this test's stream, as soon as it has a member. */
async function groupOfStream(): Promise<string> {
  return until(async () => {
    const ours = (await groupsOfStreams()).filter((groupId) => !earlierGroups.includes(groupId))
    const [group] = await membersOf(ours)
    return group
  })
}

async function groupsOfStreams(): Promise<string[]> {
  const { groups } = await withAdmin((admin) => admin.listGroups())
  return groups.map(({ groupId }) => groupId).filter((id) => id.startsWith(`${names.topicPrefix}stream-`))
}

async function membersOf(groupIds: string[]): Promise<string[]> {
  const { groups } = await withAdmin((admin) => admin.describeGroups(groupIds))
  return groups.filter(({ members }) => members.length > 0).map(({ groupId }) => groupId)
}

async function withAdmin<Answer>(ask: (admin: ReturnType<typeof kafka.admin>) => Promise<Answer>): Promise<Answer> {
  const admin = kafka.admin()
  await admin.connect()
  try {
    return await ask(admin)
  } finally {
    await admin.disconnect()
  }
}
