import { Kafka, logLevel } from 'kafkajs'
import type { logCreator, SASLOptions } from 'kafkajs'
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js'
import type { Logger } from 'pino'
import './gathering'

/** Where Kafka is, and under which names a process appears there. */
export interface KafkaSettings {
  /** `host:port`, at least one. */
  brokers: string[]
  /** Put before the name of every topic and group, so that several installations share one Kafka; '' for none. */
  topicPrefix: string
  clientId: string
  /** Who signs in; left out where Kafka asks for no password. */
  user?: KafkaUser
  /** The way there is encrypted, and its certificate signed by `ca` (PEM) or else by an authority that Node knows; left out: in the open. */
  tls?: { ca?: string }
}

/** A user of Kafka's own. */
interface KafkaUser {
  mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'
  username: string
  password: string
}

// kafkajs 2.2.4 arms this timer again after each answer although nothing waits, with a delay that is negative unless the broker throttles:
// an idle connection then wakes a thousand times a second. With an empty queue there is nothing to check; `push` arms it when there is.
const armTimer = RequestQueue.prototype.scheduleCheckPendingRequests
RequestQueue.prototype.scheduleCheckPendingRequests = function armTimerWhenSomethingWaits() {
  if (this.pending.length > 0) armTimer.call(this)
}

/**
 * A Kafka client that logs to `logger`. Its own retries are few: whoever uses it tries again with a back-off that he can see.
 * @param onBeyondLog told when a consumer stands beyond the end of a partition: kafkajs then begins that partition again
 */
export function connect(settings: KafkaSettings, logger: Logger, onBeyondLog: OnPartition = () => undefined): Kafka {
  return new Kafka({
    brokers: settings.brokers,
    clientId: settings.clientId,
    // kafkajs has a type for each mechanism, of the same shape.
    ...(settings.user && { sasl: settings.user as SASLOptions }),
    ...(settings.tls && { ssl: settings.tls }),
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 4 },
    logLevel: logLevel.INFO,
    logCreator: toPino(logger, onBeyondLog),
  })
}

type OnPartition = (topic: string, partition: number) => void

/** It says so in its log alone. */
const BEYOND_LOG = 'Offset out of range, resetting'

// kafkajs reports as an error what it tries again by itself, and as news what is routine: both one step lower here.
const toPino =
  (logger: Logger, onBeyondLog: OnPartition): logCreator =>
  () =>
  ({ namespace, level, log }) => {
    const { message, timestamp: _timestamp, logger: _logger, ...details } = log
    const entry = { kafka: namespace, ...details }
    if (message.startsWith(BEYOND_LOG)) onBeyondLog(String(details['topic']), Number(details['partition']))
    if (level === logLevel.ERROR || level === logLevel.WARN) logger.warn(entry, message)
    else logger.debug(entry, message)
  }

/** How a part that speaks with Kafka fares, for `/health/ready` and `/health/live`. */
export interface Health {
  ready: boolean
  /** False when only a new process can help. */
  live: boolean
  detail: string
}
