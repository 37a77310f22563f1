import { createHmac } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { Database, Rejected, SETTINGS } from '@sizhang/service-kit'
import { Schema, type Model } from 'mongoose'
import type { Account } from '../accounts/account.domain'
import type { MembershipSettings } from '../config'

/** Attempts under one key, until the end of their window. */
interface Attempts {
  _id: string
  count: number
  until: Date
}

/** Whose code is asked for. */
type Owner = Pick<Account, 'name'> & { _id: string }

interface KnownAddress {
  _id: string
  at: Date
}

const WINDOW_MS = 15 * 60_000
/** So many attempts that failed, or are under way, within a window: for one account from one address, from one address, and for one account from addresses that are new to it. */
const MOST = { pair: 5, known: 20, address: 50, account: 20 } as const
/** So many codes, for one account from one address, and from all that are new to it: who is asked for one knows the password already. */
const MOST_CODES = 5
const KNOWN_FOR_SECONDS = 90 * 24 * 3_600

const attemptsSchema = new Schema({ _id: { type: String, required: true }, count: Number, until: Date })
attemptsSchema.index({ until: 1 }, { expireAfterSeconds: 60 })
const knownSchema = new Schema({ _id: { type: String, required: true }, at: Date })
knownSchema.index({ at: 1 }, { expireAfterSeconds: KNOWN_FOR_SECONDS })

/**
 * How often somebody may try to sign in. An account that is guessed at from everywhere is closed to addresses that are new to it, and stays
 * open to those from which its owner signed in before. Who shares such an address with him could try twenty times a window, and lock him out as
 * long: an address is only as good as what tells it, see `TRUSTED_PROXIES`. Unknown accounts are counted alike, so the refusal tells nothing.
 */
@Injectable()
export class SignInLimits {
  private readonly attempts: Model<Attempts>
  private readonly known: Model<KnownAddress>
  private readonly key: Buffer

  constructor({ connection }: Database, @Inject(SETTINGS) { INDEX_KEY }: Pick<MembershipSettings, 'INDEX_KEY'>) {
    this.attempts = connection.model<Attempts>('sign_in_attempts', attemptsSchema, 'sign_in_attempts')
    this.known = connection.model<KnownAddress>('known_addresses', knownSchema, 'known_addresses')
    this.key = INDEX_KEY
  }

  /** Counts an attempt, before the password is looked at: many at once are not more than many one by one. Refused when there were too many. */
  async attempt(account: string, address: string): Promise<void> {
    const pair = this.keyOf(account, address)
    const isKnown = await this.isKnown(pair)
    // Who is stopped here counts nowhere else: from one address nobody closes an account to the others.
    await this.count(pair, isKnown ? MOST.known : MOST.pair)
    if (isKnown) return
    await this.count(this.keyOf('', address), MOST.address)
    await this.count(this.keyOf(account, ''), MOST.account)
  }

  /** The attempt was the owner's: it counts no more, he may go on from there, and the address is one of his. */
  async succeeded(account: string, address: string): Promise<void> {
    const _id = this.keyOf(account, address)
    const wasKnown = await this.isKnown(_id)
    const others = { _id: { $in: [this.keyOf('', address), this.keyOf(account, '')] }, count: { $gt: 0 } }
    await Promise.all([
      this.attempts.deleteOne({ _id }),
      ...(wasKnown ? [] : [this.attempts.updateMany(others, { $inc: { count: -1 } })]),
      this.known.updateOne({ _id }, { $set: { at: new Date() } }, { upsert: true }),
    ])
  }

  /**
   * Counts an attempt at the code of a second factor, before it is looked at. Refused when there were too many. Who guesses from elsewhere
   * does not close the account to the addresses of its owner.
   */
  async attemptCode({ _id: accountId, name }: Owner, address: string): Promise<void> {
    await this.count(this.keyOf(accountId, address, 'code'), MOST_CODES, 'CODE_LIMITED')
    if (await this.isKnown(this.keyOf(name, address))) return
    await this.count(this.keyOf(accountId, '', 'code'), MOST_CODES, 'CODE_LIMITED')
  }

  /** The code was right: its attempts count no more. */
  async codeSucceeded({ _id: accountId }: Pick<Owner, '_id'>, address: string): Promise<void> {
    await this.attempts.deleteMany({ _id: { $in: [address, ''].map((from) => this.keyOf(accountId, from, 'code')) } })
  }

  /**
   * Counts a browser that comes back from the identity provider, before anybody is asked. Refused when too many from there were not vouched for.
   * Returns that nobody was sent for are counted apart: many of them close the way to nobody who was.
   */
  async attemptByProvider(address: string, wasSent: boolean): Promise<void> {
    await this.count(this.keyOf('', address, wasSent ? 'provider' : 'made-up return'), MOST.address)
  }

  /** The provider has vouched for somebody, or said nothing: the attempt counts no more. */
  async noAttemptByProvider(address: string): Promise<void> {
    await this.attempts.updateOne({ _id: this.keyOf('', address, 'provider'), count: { $gt: 0 } }, { $inc: { count: -1 } })
  }

  /** What a check of the password gives, of one who is signed in: counted before it is looked at, and no more when it was right. */
  async passwordAsked<Result>(accountId: string, check: () => Promise<Result>): Promise<Result> {
    const _id = this.keyOf(accountId, '', 'password')
    await this.count(_id, MOST.pair)
    const result = await check()
    await this.attempts.deleteOne({ _id })
    return result
  }

  private async isKnown(_id: string): Promise<boolean> {
    return (await this.known.exists({ _id })) !== null
  }

  /** Counts one more. Refused with the seconds until the window is over when that is too many. */
  private async count(_id: string, most: number, refusal: 'SIGN_IN_LIMITED' | 'CODE_LIMITED' = 'SIGN_IN_LIMITED'): Promise<void> {
    const now = new Date()
    const isOpen = { $gt: ['$until', now] }
    const counted = await this.attempts.collection.findOneAndUpdate(
      { _id: _id as never },
      [
        {
          $set: {
            count: { $cond: [isOpen, { $add: ['$count', 1] }, 1] },
            until: { $cond: [isOpen, '$until', new Date(now.getTime() + WINDOW_MS)] },
          },
        },
      ],
      { upsert: true, returnDocument: 'after' },
    )
    const { count, until } = counted as unknown as Attempts
    if (count <= most) return
    const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1_000))
    throw new Rejected(refusal, { seconds, minutes: Math.ceil(seconds / 60) })
  }

  /** Neither account nor address can be read in the database. */
  private keyOf(
    account: string,
    address: string,
    what: 'sign-in' | 'code' | 'password' | 'provider' | 'made-up return' = 'sign-in',
  ): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([what, account, address]))
      .digest('base64url')
  }
}
