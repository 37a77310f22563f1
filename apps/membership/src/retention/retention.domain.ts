import type { LocalDate } from '@sizhang/contracts'
import { addDays, addMonths, decided, type Decision, type Interval } from '@sizhang/service-kit/rules'
import { isOpened, type Account } from '../accounts/account.domain'
import { erasedAccount } from '../erasures/erasures.domain'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SHANGHAI_AHEAD = 8 * HOUR
/** Each night at three, Asia/Shanghai: nobody works then. */
const RUNS_AT = 3 * HOUR

/**
 * The first day of which things are still kept today. A term of months ends on the same day of a later month, or on the last of one that is too
 * short (Civil Code Art.202); what is kept for so long goes on the day after.
 */
export function keptSince(today: LocalDate, months: number): LocalDate {
  let day = addMonths(today, -months)
  while (addMonths(day, months) < today) day = addDays(day, 1)
  return day
}

/** The instant at which a day begins in Shanghai. */
export function startOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

/**
 * An account whose only invitation ended before is closed, and loses its names and what it never was allowed to do: nobody had it. Who was
 * invited anew or opened it meanwhile, be it by the identity provider, keeps it.
 */
export function closeUnopened(account: Account, accountId: string, before: Date): Decision<Account> {
  const { closed, invitation } = account
  const lapsed = !isOpened(account) && !closed && invitation !== null && invitation.until < before
  if (!lapsed) return decided(account)
  const { state, facts } = erasedAccount(account, accountId)
  return decided({ ...state, grants: [], delegations: [] }, ...facts)
}

/** Milliseconds until the next run. */
export function untilNextRun(now: Date): number {
  return DAY - ((now.getTime() + SHANGHAI_AHEAD - RUNS_AT) % DAY)
}

/** When somebody was last active: today while he holds a post or has a home job, or else the day on which the last of them ended, or he was registered. */
export function lastActiveOn(registeredOn: LocalDate, held: readonly Interval[], today: LocalDate): LocalDate {
  const ends = held.map(({ until }) => (until === null || until > today ? today : until))
  return [registeredOn, ...ends].reduce((last, day) => (day > last ? day : last))
}
