import { topics as declared } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { ConfigResourceTypes, type Admin } from 'kafkajs'
import { connect } from './kafka'
import { quiet, settingsFor } from '../testing/kafka-log'
import { tapInto } from '../testing/tap'
import { createTopics, ensureTopics } from './topics'

const names = freshNames()
const kafka = settingsFor(names.topicPrefix, engines().brokers)
let admin: Admin

beforeAll(async () => {
  admin = connect(kafka, quiet).admin()
  await admin.connect()
})
afterAll(async () => {
  await admin.disconnect()
  await names.drop()
})

const partitionsOf = async (topic: string) =>
  (await admin.fetchTopicMetadata({ topics: [names.topicPrefix + topic] })).topics[0]?.partitions.length
const ours = async () => (await admin.listTopics()).filter((name) => name.startsWith(names.topicPrefix)).sort()

test('every declared topic exists, twice asked for by two processes at once, with twelve partitions, kept for ever', async () => {
  await Promise.all([ensureTopics({ kafka, logger: quiet }), ensureTopics({ kafka, logger: quiet })])
  expect(await ours()).toEqual(declared.map((topic) => names.topicPrefix + topic).sort())
  for (const topic of declared) expect(await partitionsOf(topic)).toBe(12)
  const resource = { type: ConfigResourceTypes.TOPIC, name: names.topicPrefix + (declared[0] ?? '') }
  const { resources } = await admin.describeConfigs({ resources: [resource], includeSynonyms: false })
  const settings = Object.fromEntries(resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]) ?? [])
  expect(settings).toMatchObject({
    'retention.ms': '-1',
    'retention.bytes': '-1',
    'cleanup.policy': 'delete',
    'message.timestamp.type': 'LogAppendTime',
  })
})

test('a topic with another number of partitions is left as it is', async () => {
  await admin.createTopics({ topics: [{ topic: `${names.topicPrefix}narrow`, numPartitions: 3 }], waitForLeaders: false })
  await createTopics({ kafka, logger: quiet, topics: ['narrow'] })
  expect(await partitionsOf('narrow')).toBe(3)
})

test('while Kafka is away the wait goes on, and ends when Kafka comes or when it is called off', async () => {
  const line = await tapInto(Number(engines().brokers.split(':')[1]))
  await line.cut()
  const away = settingsFor(names.topicPrefix, `127.0.0.1:${line.port}`)
  await expect(createTopics({ kafka: away, logger: quiet, topics: ['late'] })).rejects.toThrow('ECONNREFUSED')
  const created = ensureTopics({ kafka: away, logger: quiet, topics: ['late'] })
  const calledOff = new AbortController()
  const waiting = ensureTopics({ kafka: settingsFor('', '127.0.0.1:1'), logger: quiet, signal: calledOff.signal })
  await line.mend()
  await created
  expect(await partitionsOf('late')).toBe(12)
  calledOff.abort()
  await waiting
  await line.cut()
}, 60_000)
