import Broker, { type FetchAnswer, type FetchRequest } from 'kafkajs/src/broker/index.js'
import { changeOf, partsOf } from './fetch-sessions'

/** What was sent to a broker in one request. */
interface Sent {
  sessionId: number
  sessionEpoch: number
  topics: { topic: string; partitions: { partition: number }[] }[]
}

/** kafkajs' own broker over a line on which these answers come, one after the other; an error is thrown. */
function brokerThat(...answers: (Partial<FetchAnswer> | Error)[]) {
  const sent: Sent[] = []
  const send = async ({ sessionId = 0, sessionEpoch = -1, topics }: Partial<Sent>) => {
    sent.push({ sessionId, sessionEpoch, topics: topics ?? [] })
    const answer = answers.shift() ?? {}
    if (answer instanceof Error) throw answer
    return { responses: [], ...answer }
  }
  const broker = Object.assign(Object.create(Broker.prototype) as Broker, {
    lookupRequest: () => (given: object) => given,
    connectionPool: { send },
  })
  return { broker, told: () => sent.map(({ sessionId, sessionEpoch, topics }) => [sessionId, sessionEpoch, countOf(topics)]) }
}

const countOf = (topics: Sent['topics']) => topics.flatMap(({ partitions }) => partitions).length
const granted = { errorCode: 0, sessionId: 7 }
const SESSION_NOT_FOUND = { errorCode: 70, sessionId: 0 }
const wanted = (...offsets: number[]): FetchRequest => ({
  ...{ maxWaitTime: 500, minBytes: 1 },
  topics: [
    { topic: 'units', partitions: offsets.map((offset, partition) => ({ partition, fetchOffset: String(offset), maxBytes: 1_000 })) },
  ],
})

test('a session is begun with all partitions; then what changed is said, each time under the next number', async () => {
  const { broker, told } = brokerThat(granted, granted, granted)
  for (const offsets of [wanted(1, 1, 1), wanted(1, 2, 1), wanted(1, 2, 1)]) await broker.fetch(offsets)
  expect(told()).toEqual([
    [0, 0, 3],
    [7, 1, 1],
    [7, 2, 0],
  ])
})

test('a session that the broker does not know any more is begun anew at once, and a broker that never takes one is asked for all', async () => {
  const forgetful = brokerThat(granted, SESSION_NOT_FOUND, { errorCode: 0, sessionId: 8 }, { errorCode: 0, sessionId: 8 })
  for (let time = 0; time < 3; time++) await forgetful.broker.fetch(wanted(1, 1))
  expect(forgetful.told()).toEqual([
    [0, 0, 2],
    [7, 1, 0],
    [7, 0, 2],
    [8, 1, 0],
  ])
  const full = brokerThat({ errorCode: 0, sessionId: 0 }, { errorCode: 0, sessionId: 0 })
  for (let time = 0; time < 2; time++) await full.broker.fetch(wanted(1, 1))
  expect(full.told()).toEqual([
    [0, 0, 2],
    [0, 0, 2],
  ])
  const refusing = brokerThat(SESSION_NOT_FOUND, SESSION_NOT_FOUND, {})
  await refusing.broker.fetch(wanted(1, 1))
  expect(refusing.told()).toEqual([
    [0, 0, 2],
    [0, 0, 2],
    [0, -1, 2],
  ])
})

test('after a failure, whatever the broker holds by then, all is said again, and the session of before is given up', async () => {
  const { broker, told } = brokerThat(granted, new Error('the line is closed'), granted)
  await broker.fetch(wanted(1, 1))
  await expect(broker.fetch(wanted(2, 1))).rejects.toThrow('the line is closed')
  await broker.fetch(wanted(2, 1))
  expect(told()).toEqual([
    [0, 0, 2],
    [7, 1, 1],
    [7, 0, 2],
  ])
})

test('who asks a broker while another does asks as if there were no session', async () => {
  const { broker, told } = brokerThat(granted, granted, granted)
  await Promise.all([broker.fetch(wanted(1, 1)), broker.fetch(wanted(1, 1))])
  await broker.fetch(wanted(1, 1))
  expect(told()).toEqual([
    [0, 0, 2],
    [0, -1, 2],
    [7, 1, 0],
  ])
})

test('a session is told of what changed, and of what is wanted no more', () => {
  const parts = (places: Record<string, Record<number, string>>) =>
    partsOf(
      Object.entries(places).map(([name, offsets]) => {
        const partitions = Object.entries(offsets).map(([number, fetchOffset]) => ({
          partition: Number(number),
          fetchOffset,
          maxBytes: 1_000,
        }))
        return { topic: name, partitions }
      }),
    )
  const held = parts({ areas: { 0: '5', 1: '6' }, units: { 0: '7', 1: '8' } })
  expect(changeOf(held, parts({ units: { 1: '8', 0: '7' }, areas: { 0: '5', 1: '6' } }))).toEqual({ topics: [], forgottenTopics: [] })
  expect(changeOf(held, parts({ areas: { 0: '5', 1: '9' }, units: { 1: '8' }, bodies: { 2: '0' } }))).toEqual({
    topics: [
      { topic: 'areas', partitions: [{ partition: 1, fetchOffset: '9', maxBytes: 1_000 }] },
      { topic: 'bodies', partitions: [{ partition: 2, fetchOffset: '0', maxBytes: 1_000 }] },
    ],
    forgottenTopics: [{ topic: 'units', partitions: [0] }],
  })
})
