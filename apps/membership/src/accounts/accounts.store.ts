import { Inject, Injectable } from '@nestjs/common'
import { Database, Rejected, SETTINGS } from '@sizhang/service-kit'
import { mongo, Schema, type Model } from 'mongoose'
import { v7 as uuidv7 } from 'uuid'
import type { MembershipSettings } from '../config'
import { checkNewPassword, FIRST_ACCOUNT, firstAccount, type Account } from './accounts.domain'
import { Passwords } from './passwords'

type KeptAccount = Omit<Account, 'id'> & { _id: string }

const TAKEN = 11_000

const schema = new Schema({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  roles: [String],
  passwordHash: String,
  mustChangePassword: Boolean,
})
schema.index({ name: 1 }, { unique: true })

/** The accounts that sign in. */
@Injectable()
export class AccountsStore {
  private readonly model: Model<KeptAccount>
  private made: Promise<void> | undefined

  constructor(
    database: Database,
    private readonly passwords: Passwords,
    @Inject(SETTINGS) private readonly settings: Pick<MembershipSettings, 'FIRST_PASSWORD'>,
  ) {
    this.model = database.connection.model<KeptAccount>('accounts', schema, 'accounts')
  }

  /** The account of these credentials. An unknown account and a wrong password are refused alike, in the same time. */
  async signIn(name: string, password: string): Promise<Account> {
    await this.ensureFirst()
    const account = await this.model.findOne({ name }).lean<KeptAccount>()
    if (!(await this.passwords.fits(password, account?.passwordHash)) || !account) throw new Rejected('SIGN_IN_REFUSED')
    return accountOf(account)
  }

  async find(id: string): Promise<Account | null> {
    const account = await this.model.findOne({ _id: id }).lean<KeptAccount>()
    return account && accountOf(account)
  }

  async findMany(ids: readonly string[]): Promise<Account[]> {
    const accounts = await this.model.find({ _id: { $in: ids } }).lean<KeptAccount[]>()
    return accounts.map(accountOf)
  }

  /** Changes the password of an account whose present one is known. */
  async changePassword(id: string, old: string, next: string): Promise<void> {
    const account = await this.find(id)
    if (!(await this.passwords.fits(old, account?.passwordHash))) throw new Rejected('PASSWORD_WRONG', { field: 'old' })
    checkNewPassword(old, next)
    const passwordHash = await this.passwords.hash(next)
    await this.model.updateOne({ _id: id }, { $set: { passwordHash, mustChangePassword: false } })
  }

  /** Whether the administrator still has the password that was generated. */
  async hasFirstPassword(): Promise<boolean> {
    await this.ensureFirst()
    return (await this.model.exists({ name: FIRST_ACCOUNT, mustChangePassword: true })) !== null
  }

  /** Makes the first administrator in a database without accounts. */
  private async ensureFirst(): Promise<void> {
    this.made ??= this.makeFirst()
    try {
      await this.made
    } catch (error) {
      this.made = undefined
      throw error
    }
  }

  private async makeFirst(): Promise<void> {
    if (await this.model.exists({})) return
    const { id, ...account } = firstAccount(uuidv7(), await this.passwords.hash(this.settings.FIRST_PASSWORD))
    await this.model.create({ _id: id, ...account }).catch((error: unknown) => {
      // Another instance was as quick.
      if (!(error instanceof mongo.MongoServerError && error.code === TAKEN)) throw error
    })
  }
}

function accountOf({ _id, ...account }: KeptAccount): Account {
  return { id: _id, ...account }
}
