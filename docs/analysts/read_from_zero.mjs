/**
 * Reads the facts with a plain Kafka client, from the first one or from a time, and counts them by type.
 *   node read_from_zero.mjs [--from 2026-11-01T00:00:00Z] [--follow] [--lines] [topic ...]
 * --lines writes each fact as one line of JSON, its key and headers with it; the counts then go to standard error.
 * Needs: npm install kafkajs ajv ajv-formats js-yaml. Settings: KAFKA_BROKERS, TOPIC_PREFIX, CONTRACTS (the path of asyncapi.yaml).
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { load } from 'js-yaml'
import kafkajs from 'kafkajs'

const { KAFKA_BROKERS = '127.0.0.1:9092', TOPIC_PREFIX = '' } = process.env
const contracts = process.env.CONTRACTS ?? new URL('../../libs/contracts/asyncapi.yaml', import.meta.url)
const { values, positionals } = parseArgs({
  options: { from: { type: 'string' }, follow: { type: 'boolean', default: false }, lines: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const { channels, components } = load(readFileSync(contracts, 'utf8'))
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }))
const schemas = new Map(Object.entries(components.schemas).map(([type, schema]) => [type, ajv.compile(schema)]))
const topics = (positionals.length > 0 ? positionals : Object.keys(channels)).map((topic) => TOPIC_PREFIX + topic)

const counts = new Map()
const last = new Map()
let duplicates = 0
let wrong = 0

/** One record. Facts of one aggregate come in order; one that is known already is left out, a gap is an error. */
function take(topic, { offset, key: recordKey, headers, value }) {
  const fact = JSON.parse(value)
  const key = `${topic}/${fact.subject}`
  const sequence = Number(fact.sequence)
  const known = last.get(key) ?? (values.from ? sequence - 1 : 0)
  if (sequence <= known) return void duplicates++
  if (sequence > known + 1) complain(key, `${known} is followed by ${sequence}`)
  last.set(key, sequence)
  const valid = schemas.get(fact.type)
  if (!valid) complain(key, `unknown type ${fact.type} at offset ${offset}`)
  else if (!valid(fact)) complain(key, ajv.errorsText(valid.errors))
  counts.set(fact.type, (counts.get(fact.type) ?? 0) + 1)
  if (values.lines) console.log(JSON.stringify({ topic, key: String(recordKey), headers: textsOf(headers), value: fact }))
}

const textsOf = (headers) => Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, String(text)]))

function complain(key, problem) {
  wrong++
  console.error(`${key}: ${problem}`)
}

const kafka = new kafkajs.Kafka({ brokers: KAFKA_BROKERS.split(','), clientId: 'analyst', logLevel: kafkajs.logLevel.ERROR })
const admin = kafka.admin()
const groupId = `${TOPIC_PREFIX}analyst-${randomUUID()}`
const consumer = kafka.consumer({ groupId })
await admin.connect()
await consumer.connect()
await consumer.subscribe({ topics, fromBeginning: true })

/** The partitions: where to begin in each, and what there is to read now. */
const places = []
for (const topic of topics) {
  const found = values.from && (await admin.fetchTopicOffsetsByTimestamp(topic, Date.parse(values.from)))
  for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
    const start = Number(found ? found.find((place) => place.partition === partition).offset : low)
    places.push({ name: `${topic}:${partition}`, topic, partition, start, end: Number(high) })
  }
}
const starts = new Map(places.map(({ name, start }) => [name, start]))
const open = new Map(places.filter(({ start, end }) => start < end).map(({ name, end }) => [name, end]))

const finished = new Promise((resolve) => {
  if (open.size === 0 && !values.follow) resolve()
  process.once('SIGINT', resolve)
  void consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const name = `${topic}:${partition}`
      const offset = Number(message.offset)
      if (offset >= starts.get(name)) take(topic, message)
      if (offset + 1 >= open.get(name)) open.delete(name)
      if (open.size === 0 && !values.follow) resolve()
    },
  })
  for (const { topic, partition, start } of places) consumer.seek({ topic, partition, offset: String(start) })
})
await finished
await consumer.disconnect()
await admin.deleteGroups([groupId]).catch(() => undefined)
await admin.disconnect()

const say = values.lines ? console.error : console.log
for (const [type, count] of [...counts].sort()) say(`${String(count).padStart(8)}  ${type}`)
const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
say(`${String(total).padStart(8)}  facts of ${last.size} aggregates, ${duplicates} duplicates left out, ${wrong} wrong`)
process.exitCode = wrong > 0 ? 1 : 0
