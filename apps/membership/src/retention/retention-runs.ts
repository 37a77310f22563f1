import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { LocalDate } from '@sizhang/contracts'
import { Database } from '@sizhang/service-kit'
import type { TermCode } from '@sizhang/service-kit/personal-data'
import mongoose, { Schema, type Model } from 'mongoose'

/** What was given up on one day, in numbers, and which instance is at it. */
export interface RetentionRun {
  _id: LocalDate
  done: Partial<Record<TermCode, number>>
  /** Null: it is under way, or broke off. */
  finishedAt: Date | null
  holder?: string
  /** Until when the instance has it, by the database's own clock. */
  until?: Date
}

/** An instance that died has lost the run after this time. */
const HELD_FOR_MS = 60_000
const FOR_A_WHILE = { until: { $add: ['$$NOW', HELD_FOR_MS] } }

const schema = new Schema(
  { _id: { type: String, required: true }, done: {}, finishedAt: Date, holder: String, until: Date },
  { minimize: false },
)

/** The runs, one a day; a run is one instance's until it is finished or the instance dies. */
@Injectable()
export class RetentionRuns {
  private readonly model: Model<RetentionRun>

  constructor({ connection }: Database) {
    this.model = connection.model<RetentionRun>('retention_runs', schema, 'retention_runs')
  }

  /** Takes the run of a day, or goes on with it. Undefined: another instance is at it, or it is finished and shall not be done again. */
  async take(day: LocalDate, again: boolean): Promise<HeldRun | undefined> {
    await this.model.collection.insertOne({ _id: day as never, done: {}, finishedAt: null }).catch(passOver)
    const holder = randomUUID()
    const free = { $or: [{ holder: { $exists: false } }, { $expr: { $lte: ['$until', '$$NOW'] } }] }
    const open = again ? {} : { finishedAt: null }
    const found = await this.model.collection.findOneAndUpdate({ _id: day as never, ...open, ...free }, [
      { $set: { holder, finishedAt: null, ...FOR_A_WHILE } },
    ])
    return found ? new HeldRun(this.model, day, holder) : undefined
  }

  /** Whether the run of a day is finished. */
  async isFinished(day: LocalDate): Promise<boolean> {
    return (await this.model.exists({ _id: day, finishedAt: { $ne: null } })) !== null
  }

  /** The latest run; null: there was none. */
  async latest(): Promise<RetentionRun | null> {
    return this.model.findOne().sort({ _id: -1 }).lean<RetentionRun>()
  }
}

/** A run that this instance has. */
export class HeldRun {
  constructor(
    private readonly model: Model<RetentionRun>,
    private readonly day: LocalDate,
    private readonly holder: string,
  ) {}

  /** Notes that so many more were given up; false, without any change, when another instance has taken over. */
  note(code: TermCode, count: number): Promise<boolean> {
    return this.change([{ $set: { [`done.${code}`]: { $add: [{ $ifNull: [`$done.${code}`, 0] }, count] }, ...FOR_A_WHILE } }])
  }

  /** Notes that all is done. */
  finish(): Promise<boolean> {
    return this.change([{ $set: { finishedAt: '$$NOW' } }, { $unset: ['holder', 'until'] }])
  }

  private async change(update: mongoose.mongo.Document[]): Promise<boolean> {
    const { matchedCount } = await this.model.collection.updateOne({ _id: this.day as never, holder: this.holder }, update)
    return matchedCount === 1
  }
}

const TAKEN = 11_000

/** Another instance was as quick. */
function passOver(error: unknown): void {
  if (!(error instanceof mongoose.mongo.MongoServerError && error.code === TAKEN)) throw error
}
