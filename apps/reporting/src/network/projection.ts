import { Rejected, type Caller, type Database, type LiveModel } from '@sizhang/service-kit'
import type { PipelineStage, Schema } from 'mongoose'

interface Choice {
  /** Fields wanted, and `-_id` where the id is not; default all. Each one left out saves time on long lists. */
  fields?: readonly string[]
  sort?: Record<string, 1 | -1>
  limit?: number
}

/**
 * A collection that others' facts feed, for reading only. Each document is fed by one aggregate, by a handler under `When`;
 * the caller's right is checked here, so that no question can forget it.
 */
export abstract class Projection<Row extends { _id: string }> {
  // Mongoose's types over a type parameter take the compiler minutes: rows are typed on the way out.
  private readonly model: LiveModel

  protected constructor(database: Database, name: string, schema: Schema) {
    this.model = database.readModels.add(name, schema)
  }

  /** Rows by a database filter. */
  protected async rows<Picked = Row>(caller: Caller, filter: Record<string, unknown>, choice: Choice = {}): Promise<Picked[]> {
    checkMayRead(caller)
    const query = this.model().find(filter as never, choice.fields?.join(' '))
    if (choice.sort) query.sort(choice.sort)
    if (choice.limit) query.limit(choice.limit)
    return (await query.lean()) as unknown as Picked[]
  }

  /** What an aggregation answers. */
  protected async sums<Sum>(caller: Caller, stages: PipelineStage[]): Promise<Sum[]> {
    checkMayRead(caller)
    return await this.model().aggregate<Sum>(stages)
  }
}

function checkMayRead(caller: Caller): void {
  if (!caller.roles.includes('ADMINISTRATOR')) throw new Rejected('FORBIDDEN')
}
