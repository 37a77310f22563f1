import type { AreaCode, LocalDate } from '@sizhang/contracts'
import type { Grant } from '@sizhang/service-kit/rights'

/** 账户: an account that signs in. A person is not an account. */
export interface Account {
  /** Name to sign in with, in small letters. */
  name: string
  /** Whose it is, in words. */
  holder: string
  /** The person whose seats give the account their roles; null: nobody’s. */
  personId: string | null
  /** argon2id, with its salt and cost; null: the invitation was not accepted yet, or by the identity provider. */
  passwordHash: string | null
  /** The password was handed out by somebody else: nothing but its change is allowed. */
  mustChangePassword: boolean
  /** What is open of an invitation: the hash of its secret, and its end. */
  invitation: Invitation | null
  grants: GivenGrant[]
  /** Grants that wait for a second account, and those that lapsed since the last was added; absent: none. They let do nothing. */
  proposals?: ProposedGrant[]
  /** What others let the account do in their place, for a time; absent: nothing yet. */
  delegations?: Delegation[]
  closed: boolean
  /** What is asked for beside the password; absent: nothing. */
  secondFactor?: SecondFactor
  /** A secret that was shown for a second factor and is not confirmed by a code yet; absent: none. */
  offeredFactor?: OfferedFactor
  /** Who last gave it another way in, by a new link or without the second factor, and when it was used; absent: nobody. */
  reopened?: { by: string; at: Date }
  /** Who it is at the city's identity provider; absent: nobody whom the provider knows opens it. */
  identity?: LinkedIdentity
  /** How often it was signed out everywhere; absent: never. What began under another number is over, whatever the clocks say. */
  generation?: number
  /** When a session was ended because its key was used twice; absent: never, or the owner has read it. */
  keyUsedTwiceAt?: Date
}

/** 授权 as an account keeps it. */
export interface GivenGrant extends Grant {
  id: string
  /** Areas of the jurisdiction, from the city down; empty: everywhere, or a unit without an area. */
  path: AreaCode[]
  /** The account that gave it; null: it came with the installation. */
  givenBy: string | null
  /** When it was given; absent: by a release that did not note it. */
  givenAt?: Date
  /** The second account, that confirmed it; absent: it was given by one alone. */
  confirmedBy?: string
}

/** 待确认的授权: a grant that administrates, before a second account has confirmed it. `givenBy` is who proposed it. */
export interface ProposedGrant extends GivenGrant {
  /** From this instant on nobody confirms it any more. */
  lapsesAt: Date
}

/** 代理: part of what an account may do itself, done in its place by another, from a day to a day. */
export interface Delegation extends Grant {
  id: string
  path: AreaCode[]
  until: LocalDate
  /** The account in whose place it is done. */
  by: string
  reason: DelegationReason
}

/** Why somebody has another act for him. A list, as a text would tell of illness. */
export type DelegationReason = 'AWAY' | 'HANDOVER' | 'WORKLOAD'

/** 两步验证: a secret that a phone or a program keeps, too. */
export interface SecondFactor {
  /** The secret, sealed for this account. */
  sealed: string
  /** The last step of the clock of which a code was taken: none of it or before is taken again (RFC 6238, 5.2). */
  lastStep: number
  /** Keyed hashes of the recovery codes that are left. */
  recoveryCodes: string[]
  since: Date
}

/** A secret for a second factor, before a code of it was given. One that a release before has shown has no end, and is over. */
interface OfferedFactor {
  /** The secret, sealed for this account. */
  sealed: string
  until: Date
}

/** 统一身份认证: a subject of an issuer that opens the account in the place of the password. */
interface LinkedIdentity {
  /** Keyed hash of issuer and subject: neither is kept. */
  key: string
  since: Date
}

/** An invitation that can be accepted, by whoever knows its secret. */
export interface Invitation {
  /** SHA-256 of the secret, which is kept nowhere. */
  key: string
  until: Date
  /** The account that made it; absent: it was made by a release that did not note it. */
  by?: string
}

/** Whether somebody has accepted the invitation. */
export function isOpened({ passwordHash, identity }: Pick<Account, 'passwordHash' | 'identity'>): boolean {
  return passwordHash !== null || identity !== undefined
}
