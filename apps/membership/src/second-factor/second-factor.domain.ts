import { SecondFactorEnrolled, SecondFactorRemoved } from '@sizhang/contracts'
import { administrates, type Verb } from '@sizhang/service-kit/rights'
import { decided, Rejected, type Decision } from '@sizhang/service-kit/rules'
import type { Account } from '../accounts/account.domain'
import { checkMayOpenAll } from '../accounts/accounts.domain'
import { signedOut } from '../credentials/openings.domain'
import type { Giving } from '../grants/grants.domain'

/** What somebody who is asked for a code has given: the step of the clock whose code it is, or the hash of a recovery code. */
export type GivenCode = { step: number } | { recovery: string } | null

/** Whether accounts that administrate must have a second factor, or may. */
export type Demand = 'demanded' | 'offered'

/** Who looks at whole numbers, or approves that others do, needs one as well as who administrates, be it in the place of another. */
const LOOKING: readonly Verb[] = ['accesses.write', 'accesses.approve']

/** Whether an account may do nothing but enrol a second factor, as it administrates or looks at whole numbers without one. */
export function mustEnrol({ secondFactor }: Pick<Account, 'secondFactor'>, verbs: readonly string[], demand: Demand): boolean {
  return demand === 'demanded' && !secondFactor && (administrates(verbs) || LOOKING.some((verb) => verbs.includes(verb)))
}

/** A secret that was shown is confirmed within so many minutes: who left the page behind leaves nothing that could be enrolled later. */
const OFFER_LASTS_MINUTES = 15

/** A secret is shown to the account that asks for one; until a code of it is given, what was before goes on. */
export function offerSecondFactor(account: Account, sealed: string, now: Date): Decision<Account> {
  return decided({ ...account, offeredFactor: { sealed, until: new Date(now.getTime() + OFFER_LASTS_MINUTES * 60_000) } })
}

/** The secret that the account was shown and may confirm, sealed. Refused when there is none, or it was shown too long ago. */
export function offeredSecret({ offeredFactor }: Account, now: Date): string {
  if (offeredFactor === undefined) throw new Rejected('SECOND_FACTOR_NOT_OFFERED')
  if (!(offeredFactor.until > now)) throw new Rejected('SECOND_FACTOR_OFFER_OVER', { minutes: OFFER_LASTS_MINUTES })
  return offeredFactor.sealed
}

/** The account has given a code of the secret that it was shown: from now on it is asked for one at each sign-in. Signs out everywhere. */
export function enrolSecondFactor(
  known: Account,
  { accountId, step, recoveryCodes, now }: { accountId: string; step: number | undefined; recoveryCodes: string[]; now: Date },
): Decision<Account> {
  const sealed = offeredSecret(known, now)
  if (step === undefined) throw new Rejected('SECOND_FACTOR_CODE_REFUSED', { field: 'code' })
  const { offeredFactor: _, ...account } = known
  const secondFactor = { sealed, lastStep: step, recoveryCodes, since: now }
  return decided(signedOut({ ...account, secondFactor }), SecondFactorEnrolled.of({ accountId }))
}

/** A code is used: one of the clock that is later than the last, or a recovery code that is left. Neither is taken twice (RFC 6238, 5.2). */
export function useCode(account: Account, code: GivenCode): Decision<Account> {
  const { secondFactor } = account
  if (!secondFactor || !code) throw refused()
  if ('step' in code) {
    if (code.step <= secondFactor.lastStep) throw refused()
    return decided({ ...account, secondFactor: { ...secondFactor, lastStep: code.step } })
  }
  const recoveryCodes = secondFactor.recoveryCodes.filter((kept) => kept !== code.recovery)
  if (recoveryCodes.length === secondFactor.recoveryCodes.length) throw refused()
  return decided({ ...account, secondFactor: { ...secondFactor, recoveryCodes } })
}

/** New recovery codes in the place of those before. */
export function renewRecoveryCodes(account: Account, recoveryCodes: string[]): Decision<Account> {
  const { secondFactor } = account
  if (!secondFactor) throw new Rejected('SECOND_FACTOR_NONE')
  return decided({ ...account, secondFactor: { ...secondFactor, recoveryCodes } })
}

/**
 * Takes a lost second factor away from somebody else's account, whose sessions are over with the same. It opens all that the account may to
 * whoever has the password, so it is for those alone who could have granted all of that.
 */
export function removeSecondFactor(account: Account, accountId: string, now: Date, surroundings: Giving): Decision<Account> {
  if (accountId === surroundings.giver.accountId) throw new Rejected('SECOND_FACTOR_IS_OWN', { field: 'accountId' })
  checkMayOpenAll(account, surroundings)
  const { secondFactor, offeredFactor: _, ...without } = account
  if (!secondFactor) throw new Rejected('SECOND_FACTOR_NONE', { field: 'accountId' })
  const reopened = { by: surroundings.giver.accountId, at: now }
  return decided(signedOut({ ...without, reopened }), SecondFactorRemoved.of({ accountId }))
}

const refused = () => new Rejected('SECOND_FACTOR_CODE_REFUSED', { field: 'code' })
