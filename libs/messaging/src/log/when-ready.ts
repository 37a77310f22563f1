import { backoff, pause } from '../backoff'

const MOST_FAILURES = 12

/**
 * Asks a broker again that has just started: it answers before its groups have a coordinator and its topics a leader.
 * @param mayRepeat whether the question may be asked a second time
 */
export async function whenReady<Answer>(ask: () => Promise<Answer>, mayRepeat: () => boolean = () => true): Promise<Answer> {
  for (let failures = 0; ; failures++) {
    try {
      return await ask()
    } catch (error) {
      if (failures === MOST_FAILURES || !mayRepeat() || !passes(error)) throw error
    }
    await pause(backoff(failures, 100, 2_000))
  }
}

/**
 * Kafka's own word that the same may work later, also where kafkajs has given up after a few tries of its own; and kafkajs' for a missing
 * coordinator, which it takes to be missing for good.
 */
function passes(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (('retriable' in error && error.retriable === true) || error.name === 'KafkaJSGroupCoordinatorNotFound') return true
  return passes(error.cause)
}
