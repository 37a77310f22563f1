import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { Database, Rejected, SETTINGS } from '@sizhang/service-kit'
import { Schema, type Model } from 'mongoose'
import type { MembershipSettings } from '../config'
import { ENDS_AFTER, isOpen, standingOf, type Beginning, type KeyStanding, type Session } from './sessions.domain'

/** A session as it is kept. */
export type KeptSession = Session & { _id: string }

/** A session that somebody came with, how its key stands, and the next secret where one is offered. */
export interface UsedSession {
  session: KeptSession
  standing: KeyStanding
  renewed?: string
}

/** Whether the next secret can be taken along (a browser's cookie), and whether this asks again for a stream that was opened with the key. */
export interface Using {
  renewable?: boolean | undefined
  held?: boolean | undefined
}

const schema = new Schema({
  _id: { type: String, required: true },
  accountId: { type: String, required: true },
  generation: Number,
  factorElsewhere: Boolean,
  startedAt: Date,
  usedAt: Date,
  address: String,
  browser: String,
  /** Hashes alone: who reads the database cannot sign in with them. */
  keys: [{ _id: false, key: String, since: Date }],
})
schema.index({ accountId: 1 })
schema.index({ 'keys.key': 1 })
schema.index({ startedAt: 1 }, { expireAfterSeconds: ENDS_AFTER / 1_000 })

/** That a session is used is noted so often: a gateway asks every few seconds. */
const NOTED_EVERY = 60_000

/** The sessions of those who are signed in. */
@Injectable()
export class SessionsStore {
  private readonly model: Model<KeptSession>
  private readonly key: Buffer

  constructor({ connection }: Database, @Inject(SETTINGS) { INDEX_KEY }: Pick<MembershipSettings, 'INDEX_KEY'>) {
    this.model = connection.model<KeptSession>('sessions', schema, 'sessions')
    this.key = INDEX_KEY
  }

  /** Begins a session; answers its secret, which is kept nowhere. */
  async begin(accountId: string, from: Pick<Session, 'address' | 'browser'> & Beginning): Promise<string> {
    const secret = randomBytes(32).toString('base64url')
    const now = new Date()
    const keys = [{ key: keyOf(secret), since: now }]
    await this.model.create({ ...from, _id: randomUUID(), accountId, startedAt: now, usedAt: now, keys })
    return secret
  }

  /** The open session of a secret, which counts as used now. One whose key was used twice is told, and to be ended. */
  async use(secret: string, { renewable, held }: Using = {}): Promise<UsedSession> {
    const now = new Date()
    const key = keyOf(secret)
    const session = await this.model.findOne({ 'keys.key': key }).lean<KeptSession>()
    if (!session || !isOpen(session, now)) throw new Rejected('UNAUTHENTICATED')
    const found = standingOf(session.keys, key, now)
    const standing = held && found === 'USED_TWICE' ? 'PASSING' : found
    if (standing === 'USED_TWICE') return { session, standing }
    // What a stream asks is no use of it by its owner.
    if (!held) await this.note(session, key, standing, now)
    return { session, standing, ...(standing === 'DUE' && renewable && { renewed: await this.offer(session, secret) }) }
  }

  /** The open sessions of an account, the latest first. */
  async ofAccount(accountId: string): Promise<KeptSession[]> {
    const now = new Date()
    const kept = await this.model.find({ accountId }).sort({ startedAt: -1 }).lean<KeptSession[]>()
    // Those of the release before have no keys, and open nothing.
    return kept.filter((session) => isOpen(session, now) && session.keys?.length)
  }

  /** Ends one session of an account; of another's there is none. */
  async end(accountId: string, id: string): Promise<void> {
    await this.model.deleteOne({ _id: id, accountId })
  }

  /** Ends the session of a secret, also of one that was replaced; answers whose it was, undefined when there was none. */
  async signOut(secret: string): Promise<string | undefined> {
    const session = await this.model.findOneAndDelete({ 'keys.key': keyOf(secret) }).lean<KeptSession>()
    return session?.accountId
  }

  /** Ends every session of an account. */
  async endAll(accountId: string): Promise<void> {
    await this.model.deleteMany({ accountId })
  }

  /** Ends every session of an account but one, which goes on in a generation of the account. */
  async keepOnly({ _id, accountId }: Pick<KeptSession, '_id' | 'accountId'>, generation: number): Promise<void> {
    await this.model.updateOne({ _id }, { $set: { generation } })
    await this.model.deleteMany({ accountId, _id: { $ne: _id } })
  }

  private async note({ _id, usedAt }: KeptSession, key: string, standing: KeyStanding, now: Date): Promise<void> {
    if (standing === 'OFFERED')
      await this.model.updateOne({ _id, keys: { $elemMatch: { key, since: null } } }, { $set: { 'keys.$.since': now, usedAt: now } })
    else if (now.getTime() - usedAt.getTime() > NOTED_EVERY) await this.model.updateOne({ _id }, { $set: { usedAt: now } })
  }

  /** The next secret comes from the present one: it is the same for whoever asks, and not to be guessed from what the database holds. */
  private async offer({ _id }: KeptSession, secret: string): Promise<string> {
    const next = createHmac('sha256', this.key).update(`session ${secret}`).digest('base64url')
    const key = keyOf(next)
    await this.model.updateOne({ _id, 'keys.key': { $ne: key } }, { $push: { keys: { key, since: null } } })
    return next
  }
}

const keyOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
