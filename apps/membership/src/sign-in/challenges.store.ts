import { createHash, randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Database, Rejected } from '@sizhang/service-kit'
import { Schema, type Model } from 'mongoose'

/** Somebody who knows what opens an account, and is asked for a code. */
interface Challenge {
  _id: string
  accountId: string
  /** Of the account when that was checked. */
  generation: number
  startedAt: Date
}

/** A code is awaited for so many milliseconds. */
const LASTS = 5 * 60_000

const schema = new Schema({
  /** SHA-256 of the challenge's secret. */
  _id: { type: String, required: true },
  accountId: { type: String, required: true },
  generation: Number,
  startedAt: Date,
})
schema.index({ accountId: 1 })
schema.index({ startedAt: 1 }, { expireAfterSeconds: LASTS / 1_000 })

/** The first half of sign-ins with a second factor. A challenge opens nothing: it is no session. */
@Injectable()
export class ChallengesStore {
  private readonly model: Model<Challenge>

  constructor({ connection }: Database) {
    this.model = connection.model<Challenge>('sign_in_challenges', schema, 'sign_in_challenges')
  }

  /** Begins a challenge; answers its secret, which is kept nowhere. */
  async begin(accountId: string, generation: number): Promise<string> {
    const secret = randomBytes(32).toString('base64url')
    await this.model.create({ _id: keyOf(secret), accountId, generation, startedAt: new Date() })
    return secret
  }

  /** The challenge of a secret. Refused when it is over. */
  async find(secret: string): Promise<Challenge> {
    const challenge = await this.model.findOne({ _id: keyOf(secret) }).lean<Challenge>()
    if (!challenge || challenge.startedAt.getTime() + LASTS <= Date.now()) throw new Rejected('SIGN_IN_CHALLENGE_OVER')
    return challenge
  }

  /** The challenge was met. */
  async end(secret: string): Promise<void> {
    await this.model.deleteOne({ _id: keyOf(secret) })
  }

  /** The password is another now: who knew the one before has to begin anew. */
  async endAll(accountId: string): Promise<void> {
    await this.model.deleteMany({ accountId })
  }
}

const keyOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
