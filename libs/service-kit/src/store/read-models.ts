import { nameIn, type Readers } from '@sizhang/messaging'
import type { Connection, Model, Schema } from 'mongoose'

/** The collection of a read model in the generation that is live at this moment. Its rows are named by whoever reads them. */
export type LiveModel = () => Model<{ _id: string }>

/** The read models of a service, and which generation of them is read: a rebuild puts another in place while the service runs. */
export class ReadModels implements Readers {
  private readonly schemas = new Map<string, Schema>()
  private live = 0

  constructor(private readonly connection: Connection) {}

  /** Adds a read model: a collection that others' facts feed, by handlers under `When`, and nothing else writes. */
  add(name: string, schema: Schema): LiveModel {
    this.schemas.set(name, schema)
    return () => this.modelOf(name, schema, this.live)
  }

  names(): string[] {
    return [...this.schemas.keys()]
  }

  async prepare(generation: number): Promise<void> {
    await Promise.all([...this.schemas].map(([name, schema]) => this.modelOf(name, schema, generation).createIndexes()))
  }

  show(generation: number): void {
    this.live = generation
  }

  private modelOf(plainName: string, schema: Schema, generation: number): Model<{ _id: string }> {
    const name = nameIn(generation, plainName)
    return (
      (this.connection.models[name] as Model<{ _id: string }> | undefined) ?? this.connection.model<{ _id: string }>(name, schema, name)
    )
  }
}
