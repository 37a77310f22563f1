import Broker, { type FetchAnswer, type FetchRequest } from 'kafkajs/src/broker/index.js'
import { waitAfter } from './gathering'

const request = { maxWaitTime: 500, minBytes: 1, topics: [] }

/** A broker over a line on which these answers come, one after the other, each with so many records; undefined: the line fails. */
function brokerWith(...counts: (number | undefined)[]) {
  const sent: FetchRequest[] = []
  const send = async (asked: FetchRequest): Promise<FetchAnswer> => {
    sent.push(asked)
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

test('what came alone is followed by the next at once; each further one of the last answer is worth some milliseconds, up to the most', () => {
  expect([0, 1, 2, 3, 100].map(waitAfter)).toEqual([0, 0, 5, 10, 10])
})

test('while facts come in crowds, the broker is asked for as much as is worth a trip, for a moment; after one alone, for the first that comes', async () => {
  const { broker, asked } = brokerWith(0, 1, 2, 40, 1, 0)
  for (let time = 0; time < 6; time++) await broker.fetch(request)
  const enough = 512 * 1024
  expect(asked()).toEqual([
    [500, 1],
    [500, 1],
    [500, 1],
    [5, enough],
    [10, enough],
    [500, 1],
  ])
})

test('who would wait for less goes on doing so, and after a failure nothing is waited for', async () => {
  const { broker, asked } = brokerWith(40, 40, undefined, 0)
  await broker.fetch({ ...request, maxWaitTime: 3 })
  await broker.fetch({ ...request, maxWaitTime: 3 })
  await expect(broker.fetch(request)).rejects.toThrow('the line is closed')
  await broker.fetch(request)
  expect(asked().map(([wait]) => wait)).toEqual([3, 3, 10, 500])
})
