import type { AggregateDocument } from '@sizhang/messaging'
import type { Model, mongo } from 'mongoose'
import type { Caller } from '../caller/caller'
import type { Reach } from '../rights/reach'
import { RecordRights, type RecordKind } from '../rights/record-rights'
import { heapsOf } from './bulk'
import type { Stored, StoreOptions, StoreParts } from './store-parts'

/** The driver asks for a hundred rows first and then again for the rest; a page comes in one answer. What is read of one holds up the whole process. */
const ROWS_AN_ANSWER = 2_000
/** What is handed on heap by heap is small enough to be forgotten before it grows old in memory. */
const ROWS_A_HEAP = 500
/** Reads leave out the log, and the words by which a record is found, which nobody reads though states are typed with them: of a unit they are more than all else. */
export const AS_READ = { log: 0, beginnings: 0, search: 0 } as const

/** How one kind of aggregate is read: whatever is asked, the caller's reach is a part of the database's filter (design §7). */
export class AggregateReads<State extends object> {
  // Mongoose's types over a type parameter take the compiler minutes: states are typed on the way out.
  protected readonly model: Model<AggregateDocument>
  protected readonly kind: RecordKind
  protected readonly rights: RecordRights

  constructor(
    protected readonly parts: StoreParts,
    { name, place, schema }: StoreOptions,
  ) {
    schema.set('strict', false)
    this.model = parts.database.connection.model<AggregateDocument>(name, schema, name)
    this.kind = name
    this.rights = new RecordRights(parts.calendar, place)
  }

  /** The business day. */
  protected today(): string {
    return this.parts.calendar.today()
  }

  protected get collection(): mongo.Collection<AggregateDocument> {
    return this.model.collection as unknown as mongo.Collection<AggregateDocument>
  }

  /** One aggregate by id; null when there is none. */
  async find(caller: Caller, id: string): Promise<Stored<State> | null> {
    return this.findNamed(caller, { _id: id }, id)
  }

  /**
   * The one aggregate that a caller names by the id of a record in it; null when there is none. That there is one beyond his reach is written
   * down, and not told.
   */
  protected async findNamed(caller: Caller, filter: Record<string, unknown>, record: string): Promise<Stored<State> | null> {
    const narrowed = await this.narrowed(caller, filter)
    const found = await this.model.findOne(narrowed as never, AS_READ).lean<Stored<State>>()
    if (!found && narrowed !== filter && (await this.model.exists(filter as never)))
      await this.parts.audit.append(caller, { action: `${this.kind}.read`, kind: this.kind, record, refusal: 'FORBIDDEN' })
    return found
  }

  /** Aggregates by id, in no order. */
  async findMany(caller: Caller, ids: readonly string[]): Promise<Stored<State>[]> {
    return this.findWhere(caller, { _id: { $in: ids } })
  }

  /** Aggregates by a database filter. The caller's reach is added here, so that no question can forget it. */
  protected async findWhere(
    caller: Caller,
    filter: Record<string, unknown>,
    options: { sort?: Record<string, 1 | -1>; limit?: number } = {},
  ): Promise<Stored<State>[]> {
    const query = this.model.find((await this.narrowed(caller, filter)) as never, AS_READ).batchSize(ROWS_AN_ANSWER)
    if (options.sort) query.sort(options.sort)
    if (options.limit) query.limit(options.limit)
    return await query.lean<Stored<State>[]>()
  }

  /**
   * How many there are within reach, by the value of a field: counted by the database, as they may be more than is good to read.
   * A store that hides more than lies beyond reach has to hide it here, too.
   */
  protected async countsBy(caller: Caller, field: string & keyof State, filter: Record<string, unknown>): Promise<Map<string, number>> {
    const counted = { $group: { _id: `$${field}`, count: { $sum: 1 } } }
    const groups = this.collection.aggregate<{ _id: string; count: number }>([{ $match: await this.narrowed(caller, filter) }, counted])
    return new Map((await groups.toArray()).map(({ _id, count }) => [_id, count]))
  }

  /** As `findWhere`, however many: in heaps as the database hands them out, so that never more than one is held. Refuses at once, not at the first heap. */
  protected async eachWhere(
    caller: Caller,
    filter: Record<string, unknown>,
    sort: Record<string, 1 | -1>,
  ): Promise<AsyncGenerator<Stored<State>[]>> {
    const within = await this.narrowed(caller, filter)
    return heapsOf<Stored<State>>(this.collection.find(within, { projection: AS_READ, sort, batchSize: ROWS_A_HEAP }))
  }

  /**
   * The filter for what lies within reach; null: everything does. A store whose records lie in more places than their fields say adds those.
   * @param _asked what is asked for, by which it can save itself some looking
   */
  protected async reachFilter(reach: Reach, _asked: Record<string, unknown> = {}): Promise<Record<string, unknown> | null> {
    return this.rights.filter(reach)
  }

  /** Whether a record in hand lies within reach; the same as the filter. */
  protected async covers(reach: Reach, record: State): Promise<boolean> {
    return this.rights.covers(reach, record)
  }

  /** Whether the caller may see a record that is not kept here, but lies as those do. */
  protected async sees(caller: Caller, record: State): Promise<boolean> {
    return this.covers(this.rights.reach(caller, `${this.kind}.read`), record)
  }

  private async narrowed(caller: Caller, filter: Record<string, unknown>): Promise<Record<string, unknown>> {
    const within = await this.reachFilter(this.rights.reach(caller, `${this.kind}.read`), filter)
    return within ? { $and: [filter, within] } : filter
  }
}
