import { Injectable } from '@nestjs/common'
import type { Origin, StoredAccount } from '../accounts/accounts.store'
import { generationOf } from '../credentials/openings.domain'
import { SessionsStore } from '../sessions/sessions.store'
import { SignedIn, type ToldAccount } from '../sessions/signed-in'
import { ChallengesStore } from './challenges.store'
import { SignInAudit } from './sign-in-audit'
import { SignInLimits } from './sign-in-limits'

/** Somebody who has signed in. */
export interface Begun {
  session: string
  account: ToldAccount
}

/** From where somebody signs in: for the audit, and for the list of the account's sessions. */
export interface Whence {
  origin: Origin
  address: string
  browser: string
}

/** What follows once it is known whose account is to be opened, be it by the password or by the identity provider. */
@Injectable()
export class SignIns {
  constructor(
    private readonly sessions: SessionsStore,
    private readonly challenges: ChallengesStore,
    private readonly limits: SignInLimits,
    private readonly signedIn: SignedIn,
    private readonly audit: SignInAudit,
  ) {}

  /** A session; an account with a second factor gets a challenge instead, unless whoever vouches for its owner has asked for one. */
  async open(account: StoredAccount, from: Whence, factorElsewhere: boolean): Promise<Begun | { challenge: string }> {
    // Not the owner's before the code is known: a stolen password makes no address one of his.
    if (account.secondFactor && !factorElsewhere) return { challenge: await this.challenges.begin(account._id, generationOf(account)) }
    return this.begin(account, from, factorElsewhere)
  }

  /** A session of an account as it was when it was checked who is there: what changed since then ends it. */
  async begin(account: StoredAccount, { origin, address, browser }: Whence, factorElsewhere: boolean): Promise<Begun> {
    const accountId = account._id
    await this.audit.append({ ...origin, accountId }, 'signIn')
    await this.limits.succeeded(account.name, address)
    const beginning = { generation: generationOf(account), factorElsewhere }
    const told = this.signedIn.told(await this.signedIn.whole(account), beginning)
    return { session: await this.sessions.begin(accountId, { address, browser, ...beginning }), account: told }
  }

  /** Ends all that was begun by what opened an account before. */
  async endAll(accountId: string): Promise<void> {
    await this.challenges.endAll(accountId)
    await this.sessions.endAll(accountId)
  }
}
