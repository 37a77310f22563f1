import RequestQueue from 'kafkajs/src/network/requestQueue/index.js'
import './kafka'

const silent = { debug: () => undefined, warn: () => undefined }
const queueOf = (Queue: typeof RequestQueue) =>
  new Queue({ clientId: 'test', broker: 'kafka:9092', requestTimeout: 1_000, maxInFlightRequests: null, logger: silent })
const request = (sendRequest: () => void) => ({
  entry: { correlationId: 1, resolve: () => undefined, reject: () => undefined },
  expectResponse: false,
  sendRequest,
})

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

/** How often a connection on which nothing happens wakes the process within a second. */
function wakeUps(Queue: typeof RequestQueue): number {
  const queue = queueOf(Queue)
  const check = jest.spyOn(queue, 'checkPendingRequests')
  queue.checkPendingRequests()
  jest.advanceTimersByTime(1_000)
  queue.destroy()
  return check.mock.calls.length - 1
}

test('kafkajs by itself wakes a thousand times a second on an idle connection; mended, never', () => {
  const asItComes = untouched()
  expect(wakeUps(asItComes)).toBeGreaterThan(900)
  expect(wakeUps(RequestQueue)).toBe(0)
})

/** The same class from the package, loaded afresh without `kafka.ts`. */
function untouched(): typeof RequestQueue {
  let found: unknown
  jest.isolateModules(() => (found = jest.requireActual('kafkajs/src/network/requestQueue/index.js')))
  return found as typeof RequestQueue
}

test('a request that the broker asked to hold back is still sent when its time has come', () => {
  const queue = queueOf(RequestQueue)
  const send = jest.fn()
  queue.maybeThrottle(300)
  queue.push(request(send))
  jest.advanceTimersByTime(299)
  expect(send).not.toHaveBeenCalled()
  jest.advanceTimersByTime(2)
  expect(send).toHaveBeenCalledTimes(1)
  expect(jest.getTimerCount()).toBe(0)
})
