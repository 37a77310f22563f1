import { Counter, Gauge } from 'prom-client'
import type { Registry } from 'prom-client'
import { pause } from './backoff'
import type { Waiting } from './backlog/waiting'

const FETCHED_WITHIN_MS = 250

/** What a relay tells about itself at the moment of the question. */
export interface OutboxState {
  /** Facts in the outboxes of the service's database, whichever instance saved them. */
  waiting(): Promise<Waiting>
  /** Whether the log holds more than the database. */
  databaseOutdated(): boolean
}

/** Registers the figures of an outbox; they are read when they are scraped. */
export function measureOutbox(registry: Registry, state: OutboxState): void {
  const waiting = once(() => state.waiting())
  fetchedGauge(registry, 'sizhang_outbox_depth', 'Facts saved with their aggregates and not yet known to be in Kafka.', () =>
    waiting().then(({ count }) => count),
  )
  fetchedGauge(registry, 'sizhang_outbox_oldest_seconds', 'Age of the oldest unpublished fact.', () =>
    waiting().then(({ since }) => (since ? Math.max(0, Date.now() - since.getTime()) / 1_000 : 0)),
  )
  gauge(registry, 'sizhang_outbox_database_outdated', '1 when the database is older than what was published from it.', () =>
    Number(state.databaseOutdated()),
  )
}

/** What a consumer tells about itself at the moment of the question. */
export interface ConsumerState {
  /** Events that Kafka holds for this member and that are not applied yet, as of the last batch. */
  lagEvents(): number
  /** For how long the oldest of them has waited in Kafka, in seconds; 0 when nothing waits. */
  lagSeconds(): number
  /** Aggregates set aside in this service's database. */
  parked(): Promise<number>
  /** Partitions whose log in Kafka is not the one that was applied. */
  otherLogs(): number
}

/** What became of a record; each is counted. */
type Fate = (typeof fates)[number]

const fates = ['applied', 'duplicate', 'without-handler', 'parked', 'queued'] as const

/** The counters that a consumer raises. */
export interface ConsumerCounters {
  records(fate: Fate, count: number): void
  rested(): void
  rebalanced(): void
  restarted(): void
}

/** For what is fed beside the live read models: the figures of a service are those of the live ones alone. */
export const uncounted: ConsumerCounters = {
  records: () => undefined,
  rested: () => undefined,
  rebalanced: () => undefined,
  restarted: () => undefined,
}

/** Registers the figures of a consumer and gives the counters that it raises itself. */
export function measureConsumer(registry: Registry, state: ConsumerState): ConsumerCounters {
  gauge(registry, 'sizhang_consumer_lag_events', 'Events in Kafka that this member has not applied yet.', () => state.lagEvents())
  gauge(registry, 'sizhang_consumer_lag_seconds', 'For how long the oldest event has waited to be applied.', () => state.lagSeconds())
  gauge(registry, 'sizhang_consumer_other_logs', 'Partitions whose log in Kafka is not the one that was applied.', () => state.otherLogs())
  fetchedGauge(registry, 'sizhang_parked_aggregates', 'Aggregates set aside until somebody retries them.', () => state.parked())
  const registers = [registry]
  const records = new Counter({ name: 'sizhang_consumer_records_total', help: 'Records read, by fate.', labelNames: ['fate'], registers })
  for (const fate of fates) records.inc({ fate }, 0)
  const rests = new Counter({
    name: 'sizhang_consumer_rests_total',
    help: 'Times that a partition had to wait for the database.',
    registers,
  })
  const rebalances = new Counter({ name: 'sizhang_consumer_rebalances_total', help: 'Times that this member joined its group.', registers })
  const restarts = new Counter({ name: 'sizhang_consumer_restarts_total', help: 'Consumers made anew after a crash.', registers })
  return {
    records: (fate, count) => count > 0 && records.inc({ fate }, count),
    rested: () => rests.inc(),
    rebalanced: () => rebalances.inc(),
    restarted: () => restarts.inc(),
  }
}

function gauge(registry: Registry, name: string, help: string, value: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(value())
    },
  })
}

/** A figure that the database knows. Whoever scrapes while it does not answer gets the last one: the other figures are wanted then most. */
function fetchedGauge(registry: Registry, name: string, help: string, fetch: () => Promise<number>): void {
  let fetching: Promise<void> | undefined
  const metric = new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      // Before the database was opened for the first time even the question fails.
      fetching ??= Promise.resolve()
        .then(fetch)
        .then((value) => metric.set(value))
        .catch(() => undefined)
        .finally(() => (fetching = undefined))
      await Promise.race([fetching, pause(FETCHED_WITHIN_MS)])
    },
  })
}

/** The same question once for all who ask while it is under way. */
function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | undefined
  return () => (asked ??= ask().finally(() => (asked = undefined)))
}
