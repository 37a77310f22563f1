import { RecordRights, type Caller, type LiveModel, type Place, type StoreParts } from '@sizhang/service-kit'
import type { PipelineStage, Schema } from 'mongoose'

interface Choice {
  /** Fields wanted, and `-_id` where the id is not; default all. Each one left out saves time on long lists. */
  fields?: readonly string[]
  sort?: Record<string, 1 | -1>
  limit?: number
  /** The rows asked for belong to others that were found within the caller's reach: they are not narrowed again. */
  ofRowsWithinReach?: boolean
}

/**
 * A collection that others' facts feed, for reading only. Each document is fed by one aggregate, by a handler under `When`;
 * the caller's right is checked here, and narrows what is found, so that no question can forget it.
 */
export abstract class Projection<Row extends { _id: string }> {
  // Mongoose's types over a type parameter take the compiler minutes: rows are typed on the way out.
  private readonly model: LiveModel
  private readonly rights: RecordRights

  /** @param place where the rows lie; null: they say nothing of it, and are asked for by rows that do */
  protected constructor({ database, calendar }: StoreParts, name: string, schema: Schema, place: Place | null) {
    this.model = database.readModels.add(name, schema)
    this.rights = new RecordRights(calendar, place)
  }

  /** Rows by a database filter. */
  protected async rows<Picked = Row>(caller: Caller, filter: Record<string, unknown>, choice: Choice = {}): Promise<Picked[]> {
    const within = this.within(caller)
    const narrowed = within && !choice.ofRowsWithinReach ? { $and: [filter, within] } : filter
    const query = this.model().find(narrowed as never, choice.fields?.join(' '))
    if (choice.sort) query.sort(choice.sort)
    if (choice.limit) query.limit(choice.limit)
    return await query.lean<Picked[]>()
  }

  /** What an aggregation answers. */
  protected async sums<Sum>(caller: Caller, stages: PipelineStage[]): Promise<Sum[]> {
    const within = this.within(caller)
    return await this.model().aggregate<Sum>(within ? [{ $match: within }, ...stages] : stages)
  }

  private within(caller: Caller): Record<string, unknown> | null {
    return this.rights.filter(this.rights.reach(caller, 'figures.read'))
  }
}
