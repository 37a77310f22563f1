import { createHash, randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Database, Rejected } from '@sizhang/service-kit'
import { Schema, type Model } from 'mongoose'
import { ENDS_AFTER, isOpen, type Session } from './accounts.domain'

type KeptSession = Session & { _id: string }

const schema = new Schema({
  /** SHA-256 of the session's secret: who reads the database cannot sign in with it. */
  _id: { type: String, required: true },
  accountId: { type: String, required: true },
  startedAt: Date,
  usedAt: Date,
})
schema.index({ accountId: 1 })
schema.index({ startedAt: 1 }, { expireAfterSeconds: ENDS_AFTER / 1_000 })

/** The sessions of those who are signed in. */
@Injectable()
export class SessionsStore {
  private readonly model: Model<KeptSession>

  constructor(database: Database) {
    this.model = database.connection.model<KeptSession>('sessions', schema, 'sessions')
  }

  /** Begins a session; answers its secret, which is kept nowhere. */
  async begin(accountId: string): Promise<string> {
    const secret = randomBytes(32).toString('base64url')
    const now = new Date()
    await this.model.create({ _id: keyOf(secret), accountId, startedAt: now, usedAt: now })
    return secret
  }

  /** The account of an open session, which counts as used now. */
  async use(secret: string): Promise<string> {
    const now = new Date()
    const session = await this.model.findOne({ _id: keyOf(secret) }).lean<KeptSession>()
    if (!session || !isOpen(session, now)) throw new Rejected('UNAUTHENTICATED')
    await this.model.updateOne({ _id: session._id }, { $set: { usedAt: now } })
    return session.accountId
  }

  async end(secret: string): Promise<void> {
    await this.model.deleteOne({ _id: keyOf(secret) })
  }

  /** Ends every session of an account but this one. */
  async endOthers(accountId: string, secret: string): Promise<void> {
    await this.model.deleteMany({ accountId, _id: { $ne: keyOf(secret) } })
  }
}

const keyOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
