import mongoose, { type mongo } from 'mongoose'
import type { Migration, Position } from './migration'

/** How far a migration under way is. */
export interface Running {
  number: number
  name: string
  position?: Position
  /** Documents changed so far. A batch that was written and broke off before it was noted is not counted. */
  changed: number
}

/** What a database says of its migrations: the one document of the collection `migrations`. */
export interface Recorded {
  /** The last migration that is done; 0 is the shape before the first. */
  number: number
  applied: { number: number; name: string; changed: number; at: Date }[]
  /** The one that was begun and is not done. */
  running?: Running
  /** Who may migrate, until when by the database's own clock. */
  holder?: string
  until?: Date
}

const COLLECTION = 'migrations'
const ID = 'state'
const TAKEN = 11_000
/** An instance that died has lost its right to migrate after this time. */
const HELD_FOR_MS = 8_000
const FOR_A_WHILE = { until: { $add: ['$$NOW', HELD_FOR_MS] } }

type Stored = Recorded & { _id: string }

/** The record of migrations and the right to migrate in one document, so that whoever lost the right can note nothing more. */
export class MigrationRecord {
  private readonly collection: mongo.Collection<Stored>

  constructor(private readonly db: mongo.Db) {
    this.collection = db.collection<Stored>(COLLECTION)
  }

  /** Reads the record, or makes it: a database without a collection is new, and has the shape of this release from the start. */
  async read(migrations: readonly Migration[]): Promise<Recorded> {
    const found = await this.collection.findOne({ _id: ID })
    if (found) return found
    const isNew = (await this.db.listCollections({}, { nameOnly: true }).toArray()).length === 0
    const at = new Date()
    const applied = isNew ? migrations.map(({ number, name }) => ({ number, name, changed: 0, at })) : []
    await this.collection.insertOne({ _id: ID, number: applied.length, applied }).catch((error: unknown) => {
      // Another instance was as quick.
      if (!(error instanceof mongoose.mongo.MongoServerError && error.code === TAKEN)) throw error
    })
    return this.read(migrations)
  }

  /** Gives the right to migrate to a holder when nobody has it, or whoever had it let it lapse. */
  async take(holder: string): Promise<Recorded | null> {
    const free = { $or: [{ holder: { $exists: false } }, { $expr: { $lte: ['$until', '$$NOW'] } }] }
    return this.collection.findOneAndUpdate({ _id: ID, ...free }, [{ $set: { holder, ...FOR_A_WHILE } }], { returnDocument: 'after' })
  }

  /** Lets a holder keep the right for longer; false, without any change, when it has it no more. */
  async keep(holder: string): Promise<boolean> {
    return this.change(holder, [{ $set: FOR_A_WHILE }])
  }

  /** Notes how far the holder's migration is; false, without any change, when it has the right no more. */
  async note(holder: string, running: Running): Promise<boolean> {
    return this.change(holder, [{ $set: { running: { $literal: running }, ...FOR_A_WHILE } }])
  }

  /** Notes that the holder's migration is done; false, without any change, when it has the right no more. */
  async done(holder: string, { number, name, changed }: Running): Promise<boolean> {
    const entry = { number, name: { $literal: name }, changed, at: '$$NOW' }
    return this.change(holder, [
      { $set: { number, applied: { $concatArrays: ['$applied', [entry]] }, ...FOR_A_WHILE } },
      { $unset: 'running' },
    ])
  }

  /** Gives the right back, if the holder still has it. */
  async release(holder: string): Promise<void> {
    await this.change(holder, [{ $unset: ['holder', 'until'] }])
  }

  private async change(holder: string, update: mongo.Document[]): Promise<boolean> {
    return (await this.collection.updateOne({ _id: ID, holder }, update)).matchedCount === 1
  }
}
