import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Database } from '@sizhang/service-kit'
import mongoose, { Schema, type Model } from 'mongoose'

/** Which instance seals anew. */
interface Holding {
  _id: 'state'
  holder?: string
  /** Until when it has the turn, by the database's own clock. */
  until?: Date
}

const ID = { _id: 'state' } as const
/** An instance that died has lost its turn after this time. */
const HELD_FOR_MS = 60_000
const FOR_A_WHILE = { until: { $add: ['$$NOW', HELD_FOR_MS] } }
const TAKEN = 11_000

/** Lets one instance at a time seal anew. */
@Injectable()
export class Turns {
  private readonly model: Model<Holding>

  constructor({ connection }: Database) {
    const schema = new Schema({ _id: { type: String, required: true }, holder: String, until: Date })
    this.model = connection.model<Holding>('resealing', schema, 'resealing')
  }

  /** Takes the turn; undefined: another instance has it. */
  async take(): Promise<Turn | undefined> {
    await this.model.collection.insertOne(ID as never).catch(passOver)
    const holder = randomUUID()
    const free = { $or: [{ holder: { $exists: false } }, { $expr: { $lte: ['$until', '$$NOW'] } }] }
    const found = await this.model.collection.findOneAndUpdate({ ...ID, ...free } as never, [{ $set: { holder, ...FOR_A_WHILE } }])
    return found ? new Turn(this.model, holder) : undefined
  }
}

/** The turn, which this instance has. */
class Turn {
  constructor(
    private readonly model: Model<Holding>,
    private readonly holder: string,
  ) {}

  /** Keeps it for longer; false, without any change, when another instance has taken over. */
  keep(): Promise<boolean> {
    return this.change([{ $set: FOR_A_WHILE }])
  }

  /** Gives it back, if it is still this instance's. */
  async release(): Promise<void> {
    await this.change([{ $unset: ['holder', 'until'] }])
  }

  private async change(update: mongoose.mongo.Document[]): Promise<boolean> {
    return (await this.model.collection.updateOne({ ...ID, holder: this.holder } as never, update)).matchedCount === 1
  }
}

/** Another instance was as quick. */
function passOver(error: unknown): void {
  if (!(error instanceof mongoose.mongo.MongoServerError && error.code === TAKEN)) throw error
}
