import { Inject, Injectable } from '@nestjs/common'
import { Calendar, Rejected, SETTINGS } from '@sizhang/service-kit'
import { verbsOn, type Grant } from '@sizhang/service-kit/rights'
import { decided } from '@sizhang/service-kit/rules'
import type { Account } from '../accounts/account.domain'
import { rolesOn } from '../accounts/accounts.domain'
import { AccountsStore, type StoredAccount } from '../accounts/accounts.store'
import { KnownPlacesStore } from '../accounts/known-places.store'
import type { MembershipSettings } from '../config'
import { generationOf } from '../credentials/openings.domain'
import { openGrants, openProposals } from '../grants/grants.domain'
import { HeldGrants } from '../grants/held-grants'
import { mustEnrol } from '../second-factor/second-factor.domain'
import type { Beginning } from './sessions.domain'
import { SessionsStore, type UsedSession, type Using } from './sessions.store'

/** An account with all that it was granted, by hand, by the seats of its person and by those in whose place it acts. */
export type WholeAccount = Omit<StoredAccount, 'grants'> & { grants: readonly Grant[] }

/** What the gateway and the pages are told of an account. */
export interface ToldAccount {
  id: string
  name: string
  roles: string[]
  verbs: string[]
  mustChangePassword: boolean
  mustEnrol: boolean
  keyUsedTwiceAt: Date | null
}

/** Who is signed in: the account behind a session. */
@Injectable()
export class SignedIn {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly sessions: SessionsStore,
    private readonly heldGrants: HeldGrants,
    private readonly places: KnownPlacesStore,
    private readonly calendar: Calendar,
    @Inject(SETTINGS) private readonly settings: Pick<MembershipSettings, 'SECOND_FACTOR'>,
  ) {}

  /** The account of a session that holds, whose time begins anew. Ends one whose key was used twice, and keeps that for its owner to read. */
  async of(secret: string, using: Using = {}): Promise<UsedSession & { account: StoredAccount }> {
    const used = await this.sessions.use(secret, using)
    const { session, standing } = used
    if (standing === 'USED_TWICE') {
      // Noted first: if it stops in between, the same key ends the session when it comes again.
      const note = (account: Account) => decided({ ...account, keyUsedTwiceAt: new Date() })
      await this.accounts
        .itself(session.accountId, 'noteKeyUsedTwice', note)
        .finally(() => this.sessions.end(session.accountId, session._id))
      throw new Rejected('UNAUTHENTICATED')
    }
    const account = await this.accounts.ofSession(session.accountId)
    if (!account || isSignedOut(account, session)) throw new Rejected('UNAUTHENTICATED')
    return { ...used, account }
  }

  /** The account with all that it may do at this moment. */
  async whole(account: StoredAccount): Promise<WholeAccount> {
    return { ...account, grants: await this.places.widened(await this.heldGrants.of(account)) }
  }

  /**
   * Whether an account would have to enrol a second factor with all that it may do today or later, and with what was proposed for it: as if all
   * of that held today.
   */
  async willHaveToEnrol(account: StoredAccount): Promise<boolean> {
    const today = this.calendar.today()
    const held = openGrants([...(await this.heldGrants.of(account)), ...openProposals(account, this.calendar.now())], today)
    const verbs = verbsOn(
      held.map((grant) => ({ ...grant, from: today, until: null })),
      today,
    )
    return mustEnrol(account, verbs, this.settings.SECOND_FACTOR)
  }

  /** What the gateway and the pages are told of an account, which comes with all of its grants. */
  told(account: WholeAccount, { factorElsewhere }: Pick<Beginning, 'factorElsewhere'>): ToldAccount {
    const { _id: id, name, mustChangePassword, keyUsedTwiceAt } = account
    const today = this.calendar.today()
    const verbs = verbsOn(account.grants, today)
    return {
      id,
      name,
      roles: rolesOn(account, today),
      verbs,
      mustChangePassword,
      mustEnrol: !factorElsewhere && mustEnrol(account, verbs, this.settings.SECOND_FACTOR),
      keyUsedTwiceAt: keyUsedTwiceAt ?? null,
    }
  }
}

/** Whether the account was signed out everywhere since a session, or a sign-in that is under way, began. */
export function isSignedOut(account: Pick<Account, 'generation'>, { generation }: Pick<Beginning, 'generation'>): boolean {
  return generation !== generationOf(account)
}
