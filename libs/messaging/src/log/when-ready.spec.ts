import { KafkaJSNumberOfRetriesExceeded, KafkaJSProtocolError } from 'kafkajs'
import { whenReady } from './when-ready'

const notLeader = new KafkaJSProtocolError({
  name: 'x',
  message: 'not the leader',
  type: 'NOT_LEADER_FOR_PARTITION',
  code: 6,
  retriable: true,
} as never)
const givenUp = new KafkaJSNumberOfRetriesExceeded(notLeader, { retryCount: 4, retryTime: 1, cause: notLeader } as never)

/** Fails once with this error, then answers. */
function once(error: Error): () => Promise<string> {
  let failed = false
  return async () => {
    if (failed) return 'answer'
    failed = true
    throw error
  }
}

test.each([
  ['says that it may work later', notLeader],
  ['said so to kafkajs, which gave up', givenUp],
])('a broker that %s is asked again', async (_, error) => {
  expect(await whenReady(once(error))).toBe('answer')
})

test('another failure is told at once', async () => {
  await expect(whenReady(once(new TypeError('a defect')))).rejects.toThrow('a defect')
})
