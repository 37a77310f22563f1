import { Rejected } from '@sizhang/service-kit/rules'

/** An account that signs in. A person is not an account. */
export interface Account {
  id: string
  /** Name to sign in with. */
  name: string
  roles: string[]
  /** argon2id, with its salt and cost. */
  passwordHash: string
  /** The password was handed out by somebody else: nothing but its change is allowed. */
  mustChangePassword: boolean
}

/** Somebody who signed in, from then until signing out or until one of two ends. */
export interface Session {
  accountId: string
  startedAt: Date
  usedAt: Date
}

/** May do everything: the role of the first account. */
const ADMINISTRATOR = 'ADMINISTRATOR'
/** Name of the first account. */
export const FIRST_ACCOUNT = 'admin'

const HOUR = 3_600_000
/** A session that nobody uses ends after this many milliseconds. */
export const ENDS_UNUSED_AFTER = 8 * HOUR
/** Every session ends this many milliseconds after its start. */
export const ENDS_AFTER = 24 * HOUR

const SHORTEST = 10
const LONGEST = 200

/** The administrator of a new installation, with the password that was generated for it. */
export function firstAccount(id: string, passwordHash: string): Account {
  return { id, name: FIRST_ACCOUNT, roles: [ADMINISTRATOR], passwordHash, mustChangePassword: true }
}

/** A new password is long enough to hold (length alone counts), and not the one before. */
export function checkNewPassword(old: string, next: string): void {
  const length = [...next].length
  if (length < SHORTEST) throw new Rejected('PASSWORD_TOO_SHORT', { field: 'new', min: SHORTEST })
  if (length > LONGEST) throw new Rejected('PASSWORD_TOO_LONG', { field: 'new', max: LONGEST })
  if (next === old) throw new Rejected('PASSWORD_UNCHANGED', { field: 'new' })
}

/** Whether a session still holds: neither unused nor open for too long. */
export function isOpen({ startedAt, usedAt }: Session, now: Date): boolean {
  return now.getTime() < usedAt.getTime() + ENDS_UNUSED_AFTER && now.getTime() < startedAt.getTime() + ENDS_AFTER
}
