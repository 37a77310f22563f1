import Broker, { type FetchAnswer, type FetchRequest } from 'kafkajs/src/broker/index.js'
import { waitAfter } from './gathering'

/** The line waits for facts before it answers: no work. */
const WAITED_FOR_MS = 300
const request = { maxWaitTime: 500, minBytes: 1, topics: [] }

/** A broker over a line on which these answers come, one after the other, each with so many records; undefined: the line fails. */
function brokerWith(...counts: (number | undefined)[]) {
  const sent: FetchRequest[] = []
  const send = async (asked: FetchRequest): Promise<FetchAnswer> => {
    sent.push(asked)
    jest.advanceTimersByTime(WAITED_FOR_MS)
    const count = counts.shift()
    if (count === undefined) throw new Error('the line is closed')
    return { errorCode: 0, sessionId: 7, responses: [{ topicName: 'units', partitions: [{ messages: Array.from({ length: count }) }] }] }
  }
  const broker = Object.assign(Object.create(Broker.prototype) as Broker, {
    lookupRequest: () => (given: object) => given,
    connectionPool: { send },
  })
  return { broker, asked: () => sent.map(({ maxWaitTime, minBytes }) => [maxWaitTime, minBytes]) }
}

/** Fetches and works on what came for so long, time and again; the clock is turned on by hand. */
async function fetchAndWork(broker: Broker, times: number, workMs: number, asked = request) {
  for (let time = 0; time < times; time++) {
    await broker.fetch(asked)
    jest.advanceTimersByTime(workMs)
  }
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test.each([
  [0, 40, 0],
  [1, 40, 0],
  [2, 7, 4],
  [40, 12, 6],
  [40, 20_000, 25],
])('after %d facts that took %d ms to work on the next gather for %d ms', (count, took, wait) => {
  expect(waitAfter(count, took)).toBe(wait)
})

test('while facts come in crowds, the broker is asked for as much as is worth a trip, for a moment; after one alone, for the first that comes', async () => {
  const { broker, asked } = brokerWith(0, 1, 2, 40, 1, 0)
  await fetchAndWork(broker, 6, 12)
  const enough = 512 * 1024
  expect(asked()).toEqual([
    [500, 1],
    [500, 1],
    [500, 1],
    [6, enough],
    [6, enough],
    [500, 1],
  ])
})

test('who would wait for less goes on doing so, and after a failure nothing is waited for', async () => {
  const { broker, asked } = brokerWith(40, 40, undefined, 0)
  await fetchAndWork(broker, 2, 12, { ...request, maxWaitTime: 3 })
  await expect(broker.fetch(request)).rejects.toThrow('the line is closed')
  await broker.fetch(request)
  expect(asked().map(([wait]) => wait)).toEqual([3, 3, 6, 500])
})
