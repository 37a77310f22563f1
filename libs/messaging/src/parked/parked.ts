import type { mongo } from 'mongoose'
import { pause } from '../backoff'
import type { Collections } from '../generation/names'
import type { ParkedAggregate, ParkedDocument, ParkedGlance, ParkedOverview, WaitingDocument } from './documents'

/** How long an operator's retry waits for a running instance of the service to take it up. */
const TAKEN_UP_WITHIN_MS = 30_000
const LOOK_EVERY_MS = 100

/** What an operator asks of a parked aggregate. */
type Wish = Pick<ParkedDocument, 'retry' | 'discard'>

/** What came of a retry. */
export type Retried = { applied: true } | { applied: false; reason: string }

/**
 * The aggregates that a service has set aside because a record of theirs could not be applied. What operators see and ask for;
 * a running instance of the service does what they ask.
 */
export class Parked {
  constructor(private readonly db: () => Collections) {}

  /** All parked aggregates, the oldest first. */
  async list(): Promise<ParkedAggregate[]> {
    const found = await this.parked.find({}, { sort: { at: 1 }, promoteBuffers: true }).toArray()
    return this.summaries(found)
  }

  /** One of them by its key, `<topic>/<aggregate id>` or `<topic>@<partition>:<offset>`. */
  async show(key: string): Promise<ParkedAggregate | undefined> {
    const found = (await this.parked.findOne({ _id: key }, { promoteBuffers: true })) ?? undefined
    return found && (await this.summaries([found]))[0]
  }

  /** How many there are, and the first of them, the oldest first, without their records. */
  async overview(most: number): Promise<ParkedOverview> {
    const first = await this.glances({}, most)
    return { count: first.length < most ? first.length : await this.parked.countDocuments(), first }
  }

  /** One of them by its key, without its record. */
  async glance(key: string): Promise<ParkedGlance | undefined> {
    return (await this.glances({ _id: key }, 1))[0]
  }

  /** The keys of all of them. */
  async keys(): Promise<string[]> {
    return (await this.parked.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id)
  }

  /** Asks for a retry and does not wait for what comes of it; false when nothing is parked under the key. The same wish twice is one. */
  async wish(key: string): Promise<boolean> {
    return (await this.parked.updateOne({ _id: key }, { $set: { retry: true } })).matchedCount > 0
  }

  /** Has the record tried again, and if it can be applied now, all that waits behind it, in order. */
  retry(key: string): Promise<Retried> {
    return this.ask({ _id: key }, { retry: true })
  }

  /**
   * Gives up the record that stopped the aggregate, unless another stops it by now, and has the rest applied; if it was a fact after all,
   * the gap parks the aggregate again. The record itself is kept in `parked_discarded`.
   */
  discard({ key, partition, offset }: Pick<ParkedAggregate, 'key' | 'partition' | 'offset'>, because: string): Promise<Retried> {
    return this.ask({ _id: key, partition, offset }, { retry: true, discard: because })
  }

  private async ask(which: { _id: string; partition?: number; offset?: number }, wish: Wish): Promise<Retried> {
    const { _id: key, offset } = which
    const { matchedCount } = await this.parked.updateOne(which, { $set: wish })
    if (matchedCount === 0)
      return { applied: false, reason: `nothing is parked under this key${offset === undefined ? '' : ', or another record by now'}` }
    for (const until = Date.now() + TAKEN_UP_WITHIN_MS; Date.now() < until; await pause(LOOK_EVERY_MS)) {
      const now = await this.parked.findOne({ _id: key }, { projection: { retry: 1, reason: 1 } })
      if (!now) return { applied: true }
      if (!now.retry) return { applied: false, reason: now.reason }
    }
    return { applied: false, reason: 'no running instance of the service has taken it up yet; it will' }
  }

  private async glances(filter: { _id?: string }, limit: number): Promise<ParkedGlance[]> {
    const found = await this.parked.find(filter, { sort: { at: 1, _id: 1 }, limit, projection: { value: 0 } }).toArray()
    const wished = new Set(found.filter(({ retry }) => retry).map(({ _id }) => _id))
    return (await this.summaries(found)).map(({ value: _value, ...glance }) => ({ ...glance, wished: wished.has(glance.key) }))
  }

  private async summaries(found: ParkedDocument[]): Promise<ParkedAggregate[]> {
    const counted = await this.db()
      .collection<WaitingDocument>('parked_waiting')
      .aggregate<{ _id: string; count: number }>([
        { $match: { key: { $in: found.map(({ _id }) => _id) } } },
        { $group: { _id: '$key', count: { $sum: 1 } } },
      ])
      .toArray()
    const waiting = new Map(counted.map(({ _id, count }) => [_id, count]))
    return found.map(({ _id: key, topic, partition, offset, reason, value, at }) => {
      return { key, topic, partition, offset, reason, value, at, waiting: waiting.get(key) ?? 0 }
    })
  }

  private get parked(): mongo.Collection<ParkedDocument> {
    return this.db().collection<ParkedDocument>('parked')
  }
}
