import { Inject, Injectable } from '@nestjs/common'
import {
  AggregateStore,
  behind,
  everywhere,
  isWithinReach,
  Rejected,
  searchFilter,
  searchWords,
  SETTINGS,
  StoreParts,
  withinReach,
  AS_READ,
  type Caller,
  type Command,
  type Place,
  type Reach,
  type SortKey,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import { v7 as uuidv7 } from 'uuid'
import type { MembershipSettings } from '../config'
import type { Account } from './account.domain'
import { accountName, FIRST_ACCOUNT, firstAccount } from './accounts.domain'
import { schema } from './accounts.schema'
import { checkNewPassword } from '../credentials/new-password.domain'
import { acceptInvitation, changePassword } from '../credentials/openings.domain'
import { Passwords } from '../credentials/passwords'
import { worstPasswords } from '../credentials/worst-passwords'
import { ADMINISTRATOR } from '../grants/grants.domain'

/** An account as kept: with the words to find it by. */
export interface KeptAccount extends Account {
  search: string[]
}

/** An account as it is read. */
export type StoredAccount = Stored<Account>

/** More delegates of one account are not told; fewer may be open. */
const MOST_DELEGATES = 100
const GRANTED: Place = { areas: 'grants.path', unit: 'grants.within.id' }
const PROPOSED: Place = { areas: 'proposals.path', unit: 'proposals.within.id' }

/** The accounts that sign in. One lies where its grants do, and those that are proposed for it. */
@Injectable()
export class AccountsStore extends AggregateStore<KeptAccount> {
  private made: Promise<void> | undefined

  constructor(
    parts: StoreParts,
    private readonly passwords: Passwords,
    @Inject(SETTINGS) private readonly settings: Pick<MembershipSettings, 'FIRST_PASSWORD'>,
  ) {
    super(parts, {
      name: 'accounts',
      place: GRANTED,
      topic: 'membership.accounts',
      schema,
      unique: {
        'account-name': { code: 'ACCOUNT_NAME_TAKEN', field: 'name' },
        'account-identity': { code: 'IDENTITY_TAKEN', field: 'identity' },
        'account-person': { code: 'PERSON_HAS_ACCOUNT', field: 'personId' },
      },
    })
  }

  /** Opens an account as decided. */
  open(caller: Caller, command: Command, decide: (id: string) => Decision<Account>): Promise<Written<KeptAccount>> {
    return this.create(caller, command, (id) => findable(decide(id)))
  }

  /** Changes an account as decided. */
  change(id: string, caller: Caller, command: Command, decide: (account: Account) => Decision<Account>): Promise<Written<KeptAccount>> {
    return this.update(id, caller, command, ({ _id, version, search, ...account }) => findable(decide(account)))
  }

  protected override async reachFilter(reach: Reach): Promise<Record<string, unknown> | null> {
    const [granted, proposed] = [withinReach(reach, GRANTED), withinReach(reach, PROPOSED)]
    return granted && proposed && { $or: [granted, proposed] }
  }

  protected override async covers(reach: Reach, account: KeptAccount): Promise<boolean> {
    return isWithinReach(reach, GRANTED, account) || isWithinReach(reach, PROPOSED, account)
  }

  /** Does what its rule alone lets somebody do to an account, whatever he may otherwise: it was decided by more than his right to accounts. */
  byRule(id: string, caller: Caller, command: Command, decide: (account: Account) => Decision<Account>): Promise<Written<KeptAccount>> {
    return this.change(id, { ...caller, grants: [everywhere(ADMINISTRATOR)] }, command, decide)
  }

  /** Whether any other account is or was an administrator's, but for one grant; an account that nobody has opened yet is nobody's. */
  async hasAdministratorBeside(id: string, grantId: string): Promise<boolean> {
    const opened = { $or: [{ passwordHash: { $ne: null } }, { identity: { $exists: true } }, { generation: { $gt: 0 } }] }
    const administers = { grants: { $elemMatch: { role: ADMINISTRATOR, id: { $ne: grantId } } } }
    return (await this.model.exists({ _id: { $ne: id }, ...administers, ...opened } as never)) !== null
  }

  /** Accounts by id, closed ones too; for the service itself. */
  async ofIds(ids: readonly string[]): Promise<StoredAccount[]> {
    return await this.model.find({ _id: { $in: ids } } as never, AS_READ).lean<StoredAccount[]>()
  }

  /** The accounts that act in somebody's place, or did, each with his delegations alone, those that last longest first; for the service itself. */
  async withDelegationsBy(id: string): Promise<StoredAccount[]> {
    const his = { $filter: { input: '$delegations', as: 'one', cond: { $eq: ['$$one.by', id] } } }
    return this.model.aggregate<StoredAccount>([
      { $match: { 'delegations.by': id } },
      { $project: AS_READ },
      { $set: { delegations: his } },
      { $sort: { 'delegations.until': -1, _id: 1 } },
      { $limit: MOST_DELEGATES },
    ])
  }

  /** The account that keeps a delegation which somebody gave, or has himself; null: there is none of that id. */
  ofDelegation(id: string, accountId: string): Promise<StoredAccount | null> {
    return this.one({ $or: [{ _id: accountId, 'delegations.id': id }, { delegations: { $elemMatch: { id, by: accountId } } }] })
  }

  /** Open accounts that could have one of the roles over a place today, by name: by hand, by a seat of theirs, or in somebody's place. */
  async whoCould({ roles, areas, units, personIds, today }: CouldFilter, after: SortKey | null, limit: number): Promise<StoredAccount[]> {
    const over = [{ 'within.kind': 'EVERYWHERE' }, { 'within.code': { $in: areas } }, { 'within.id': { $in: units } }]
    const days = { from: { $lte: today }, $or: [{ until: null }, { until: { $gt: today } }] }
    const granted = { $elemMatch: { role: { $in: roles }, $and: [days, { $or: over }] } }
    const could = { $or: [{ grants: granted }, { delegations: granted }, { personId: { $in: personIds } }] }
    const found = this.model.find({ $and: [{ closed: false }, could, behind({ name: 1 }, after)] } as never, AS_READ)
    return await found.sort({ name: 1 }).limit(limit).lean<StoredAccount[]>()
  }

  /** The accounts that are or were a person's, for the service itself. */
  async ofPerson(personId: string): Promise<StoredAccount[]> {
    return await this.model.find({ personId } as never, AS_READ).lean<StoredAccount[]>()
  }

  /** Whose accounts are, in words, by id; for the service itself. */
  async holders(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.model.find({ _id: { $in: ids } } as never, { holder: 1 }).lean<StoredAccount[]>()
    return new Map(found.map(({ _id, holder }) => [_id, holder]))
  }

  /** Takes from an account what tells whose it was. That the caller may end it was decided before; the person's erasure covers the rest. */
  forget(id: string, caller: Caller, command: Command, decide: (account: Account) => Decision<Account>): Promise<Written<KeptAccount>> {
    return this.byRule(id, caller, { ...command, forgets: true }, decide)
  }

  /** A page of accounts by name. */
  list(caller: Caller, filter: AccountFilter, after: SortKey | null, limit: number): Promise<Stored<KeptAccount>[]> {
    const { search, role, closed, waiting } = filter
    const narrowed = {
      ...(role ? { 'grants.role': role } : {}),
      ...(waiting ? { 'proposals.lapsesAt': { $gt: new Date() } } : {}),
      ...(closed ? {} : { closed: { $ne: true } }),
      ...searchFilter(search),
    }
    return this.findWhere(caller, { $and: [narrowed, behind({ name: 1 }, after)] }, { sort: { name: 1 }, limit })
  }

  /** The account of these credentials; the name in its one form. An unknown account, a closed one and a wrong password are refused alike, in the same time. */
  async signIn(name: string, password: string): Promise<StoredAccount> {
    await this.ensureFirst()
    const account = await this.one({ name })
    const fits = await this.passwords.fits(password, account?.passwordHash ?? undefined)
    if (!fits || !account || account.closed) throw new Rejected('SIGN_IN_REFUSED')
    return account
  }

  /** The id of the account of a name, in its one form; null when there is none. */
  async idOf(name: string): Promise<string | null> {
    return (await this.one({ name }))?._id ?? null
  }

  /** The account behind a session, whoever asks; null when there is none or it was closed. */
  async ofSession(id: string): Promise<StoredAccount | null> {
    const account = await this.one({ _id: id })
    return account?.closed === false ? account : null
  }

  /** The account of a session, when its password is known. `field` is named in the refusal. */
  async checkPassword(id: string, password: string, field: string): Promise<StoredAccount> {
    const account = await this.ofSession(id)
    if (!(await this.passwords.fits(password, account?.passwordHash ?? undefined)) || !account)
      throw new Rejected('PASSWORD_WRONG', { field })
    return account
  }

  /** Changes the password of an account whose present one is known. */
  async changePassword(id: string, old: string, next: string, origin: Origin): Promise<Account> {
    const { name, passwordHash: checked } = await this.checkPassword(id, old, 'old')
    checkNewPassword(next, { name, old, worst: worstPasswords })
    const passwordHash = await this.passwords.hash(next)
    return this.itself(id, 'changePassword', (known) => changePassword(known, checked, passwordHash), origin)
  }

  /** Takes the password that the invited one has chosen; answers the account's id. Refused when no such invitation is open. */
  async accept(key: string, password: string, origin: Origin): Promise<string> {
    const { _id, name } = await this.invited(key)
    checkNewPassword(password, { name, old: null, worst: worstPasswords })
    const passwordHash = await this.passwords.hash(password)
    await this.acceptAs(_id, key, (known) => acceptInvitation(known, _id, passwordHash, new Date()), origin)
    return _id
  }

  /** Uses an account's open invitation up as decided. Refused when it is another by now. */
  acceptAs(id: string, key: string, decide: (account: Account) => Decision<Account>, origin: Origin): Promise<Account> {
    const ofKey = (known: Account) => {
      if (known.invitation?.key !== key) throw new Rejected('INVITATION_INVALID')
      return decide(known)
    }
    return this.itself(id, 'acceptInvitation', ofKey, origin)
  }

  /** The account that a subject of the identity provider opens; null: it is linked to none. */
  async ofIdentity(key: string): Promise<StoredAccount | null> {
    return this.one({ 'identity.key': key, closed: false })
  }

  /** The account that is invited by an open invitation. */
  async invited(key: string): Promise<StoredAccount> {
    const account = await this.one({ 'invitation.key': key })
    if (!account || account.closed || !account.invitation || account.invitation.until <= new Date())
      throw new Rejected('INVITATION_INVALID')
    return account
  }

  /** Whether the administrator still has the password that was generated. */
  async hasFirstPassword(): Promise<boolean> {
    await this.ensureFirst()
    return (await this.model.exists({ name: FIRST_ACCOUNT, mustChangePassword: true } as never)) !== null
  }

  /** What an account does to itself, which needs no right of its own; without an origin the service noticed it. Answers the account as it is then. */
  async itself(id: string, name: string, decide: (account: Account) => Decision<Account>, origin?: Origin): Promise<Account> {
    const { state } = await this.change(id, { ...actingAs(id), ...origin }, { commandId: uuidv7(), name, input: {} }, decide)
    return state
  }

  private async one(filter: Record<string, unknown>): Promise<StoredAccount | null> {
    return await this.model.findOne(filter as never, { log: 0 }).lean<StoredAccount>()
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
    const passwordHash = await this.passwords.hash(this.settings.FIRST_PASSWORD)
    const command = { commandId: uuidv7(), name: 'firstAccount', input: {} }
    await this.open(actingAs(command.commandId), command, (id) => firstAccount(id, passwordHash)).catch((error: unknown) => {
      // Another instance was as quick.
      if (!(error instanceof Rejected && error.code === 'ACCOUNT_NAME_TAKEN')) throw error
    })
  }
}

/** Whence an account acts on itself: the audit keeps it. */
export type Origin = Pick<Caller, 'address' | 'correlationId'>

/** Who could have a right over a place: roles that give it, where it lies, and the persons whose seats may give such a role. */
interface CouldFilter {
  roles: readonly string[]
  areas: readonly string[]
  units: readonly string[]
  personIds: readonly string[]
  today: string
}

/** What a list of accounts can be narrowed by. */
export interface AccountFilter {
  search?: string | null | undefined
  role?: string | null | undefined
  /** Also those that were closed. */
  closed?: boolean | null | undefined
  /** Only those with a proposal that waits to be confirmed. */
  waiting?: boolean | null | undefined
}

/** The service itself, in the name of an account. */
function actingAs(accountId: string): Caller {
  const grants = [everywhere('CITY_ADMINISTRATOR')]
  return { accountId, name: 'membership', grants, language: 'zh', after: [], correlationId: accountId }
}

/** A decided account as it is kept. */
export function findable({ state, facts }: Decision<Account>): Decision<KeptAccount> {
  const search = [...new Set([accountName(state.name), ...searchWords(state.holder)])]
  return { state: { ...state, search }, facts }
}
