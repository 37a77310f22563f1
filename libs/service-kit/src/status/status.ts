import { setTimeout as wait } from 'node:timers/promises'
import { type KafkaSettings, type KafkaStrategy, lagOf, outboxIn, type Relay, type Waiting } from '@sizhang/messaging'
import type { Caller } from '../caller/caller'
import type { Database } from '../operation/database'
import type { Health, PartHealth } from '../operation/health'
import type { Logger } from '../operation/logger'
import { Rejected } from '../rules'
import { opaqueId, parkedView, type ParkedView } from './parked-view'

/** What the status is put together from. */
interface StatusParts {
  service: string
  kafka: KafkaSettings
  logger: Logger
  database: Pick<Database, 'health' | 'answers'>
  relay: Pick<Relay, 'watched'>
  health: Health
}

/** How many wait, as the graph has it. */
interface Backlog {
  count: number
  since: Date | null
  seconds: number
}

/** What was found when the lag was last reckoned; without `waiting`: Kafka gave no answer. */
interface Reckoned {
  at: Date
  waiting?: Waiting
}

const LAG_KEPT_MS = 3_000
const LAG_WITHIN_MS = 1_500
const MOST_SHOWN = 50
const LONGEST_DETAIL = 300

/**
 * How a service is, for the operator's page. Outbox and parked aggregates are one small read by an index each. The lag needs Kafka: it is
 * reckoned when somebody looks, kept for three seconds whoever asks, and nobody waits longer than a second and a half for it, so that many
 * readers cost as much as one, and nothing when nobody looks. (The lag that an instance knows of itself, for the metrics, would be free but
 * hold for its own partitions only.)
 */
export class Status {
  private strategy: Pick<KafkaStrategy, 'topics' | 'positions' | 'parked'> | undefined
  private last: Reckoned = { at: new Date(0) }
  private reckoning: Promise<void> | undefined

  constructor(private readonly parts: StatusParts) {}

  /** Names what applies others' facts in this service. */
  follow(strategy: Pick<KafkaStrategy, 'topics' | 'positions' | 'parked'>): void {
    this.strategy = strategy
  }

  /** How the service is now. What an engine that is away would have told is null. */
  async ask() {
    const { service, database, relay, health } = this.parts
    const { parts } = await health.ask()
    const answers = database.health().ready && (await database.answers())
    const unready = unreadyOf({ ...parts, database: { ready: answers } })
    const [lag, outbox, parked] = answers ? await Promise.all([this.lag(), outboxIn(relay.watched), this.parked.overview(MOST_SHOWN)]) : []
    const at = new Date()
    return {
      service,
      at,
      ready: unready.length === 0,
      unready,
      lag: backlogOf(lag?.waiting, at),
      asOf: lag?.waiting ? (lag.waiting.since ?? lag.at) : null,
      unpublished: backlogOf(outbox, at),
      parked: parked ? { count: parked.count, first: parked.first.map((each) => parkedView(service, each)) } : null,
    }
  }

  /** Has a parked aggregate tried again; answers how it stands. Refuses an id under which nothing is parked. */
  async retry(id: string, { accountId }: Caller): Promise<ParkedView | null> {
    const { service, logger } = this.parts
    const key = (await this.parked.keys()).find((each) => opaqueId(service, each) === id)
    if (key === undefined || !(await this.parked.wish(key))) throw new Rejected('NOT_FOUND', { field: 'id', value: id })
    logger.info({ parked: id, accountId }, 'an operator has a parked aggregate tried again')
    const parked = await this.parked.glance(key)
    return parked ? parkedView(service, parked) : null
  }

  private async lag(): Promise<Reckoned> {
    if (!this.reckoning && Date.now() - this.last.at.getTime() >= LAG_KEPT_MS)
      this.reckoning = this.reckon().finally(() => (this.reckoning = undefined))
    if (this.reckoning) await Promise.race([this.reckoning, wait(LAG_WITHIN_MS, undefined, { ref: false })])
    return this.reckoning ? { at: new Date() } : this.last
  }

  private async reckon(): Promise<void> {
    const { kafka, logger } = this.parts
    const at = new Date()
    try {
      this.last = { at, waiting: await lagOf({ kafka, logger, topics: this.following.topics, positions: this.following.positions }) }
    } catch (error) {
      logger.debug({ err: error }, 'Kafka does not tell how far the read models are')
      this.last = { at }
    }
  }

  private get parked(): KafkaStrategy['parked'] {
    return this.following.parked
  }

  private get following(): Pick<KafkaStrategy, 'topics' | 'positions' | 'parked'> {
    if (!this.strategy) throw new Rejected('UNAVAILABLE')
    return this.strategy
  }
}

function unreadyOf(parts: Record<string, PartHealth>): { part: string; detail: string | null }[] {
  return Object.entries(parts)
    .filter(([, { ready, live }]) => !ready || live === false)
    .map(([part, { detail }]) => ({ part, detail: detail === undefined ? null : textOf(detail).slice(0, LONGEST_DETAIL) }))
}

function textOf(detail: unknown): string {
  return typeof detail === 'string' ? detail : JSON.stringify(detail)
}

function backlogOf(waiting: Waiting | undefined, now: Date): Backlog | null {
  if (!waiting) return null
  const { count, since } = waiting
  return { count, since: since ?? null, seconds: since ? Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000)) : 0 }
}
