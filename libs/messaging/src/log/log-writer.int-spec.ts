import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { connect } from '../client/kafka'
import { recordIn, UNITS } from '../testing/facts'
import { put, quiet, settingsFor } from '../testing/kafka-log'
import { logEnds } from './kafka-state'
import { LogWriter, Misplaced } from './log-writer'
import { type LogRecord, readLog } from './read-log'

const [there, here] = [freshNames(), freshNames()]
const askedOf = ({ topicPrefix }: typeof here) => ({ kafka: settingsFor(topicPrefix, engines().brokers), logger: quiet })
const [from, into] = [askedOf(there), askedOf(here)]
afterAll(() => Promise.all([there.drop(), here.drop()]))

async function recordsIn(asked: typeof from): Promise<LogRecord[]> {
  const found: LogRecord[] = []
  await readLog({ ...asked, topic: UNITS, to: (await logEnds(asked)).get(UNITS) ?? new Map() }, (record) => void found.push(record))
  return found.sort((a, b) => a.partition - b.partition || a.offset - b.offset)
}

test('records put into another Kafka stand where they stood, byte for byte, with the time at which they came', async () => {
  const ids = Array.from({ length: 1_200 }, () => randomUUID())
  await put(
    from.kafka,
    ids.map((id) => recordIn(id, 1)),
  )
  await put(from.kafka, [
    { key: 'broken', value: Buffer.from([0x7b, 0xff, 0xfe]) },
    { key: 'null', value: null },
  ])
  const before = await recordsIn(from)
  const writer = await LogWriter.open(into, [UNITS])
  for (const record of before) await writer.put(record)
  await writer.close()
  expect(await recordsIn(into)).toEqual(before)
  expect(before.length).toBe(1_202)
})

test('what is put there afterwards bears the broker’s own time again', async () => {
  const producer = connect(into.kafka, quiet).producer({ allowAutoTopicCreation: false })
  await producer.connect()
  const id = randomUUID()
  await producer.send({ topic: into.kafka.topicPrefix + UNITS, messages: [{ ...recordIn(id, 1), timestamp: '1000' }] })
  await producer.disconnect()
  const found = (await recordsIn(into)).find(({ key }) => String(key) === id)
  expect(found?.timestamp).toBeGreaterThan(1_000)
})

test('into a topic that holds records nothing can be put in its place', async () => {
  const writer = await LogWriter.open(into, [UNITS])
  const [first] = await recordsIn(into)
  if (first) await writer.put(first)
  await expect(writer.close()).rejects.toThrow(Misplaced)
  await writer.disconnect()
})
