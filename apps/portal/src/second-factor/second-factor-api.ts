import type { Refused } from '../session/session-api'
import { ask, read } from '../session/session-api'

/** Whether the reader has a second factor, since when, and how many recovery codes are left. */
export interface SecondFactor {
  since: string | null
  recoveryCodesLeft: number
}

/** A secret for an authenticator: as text, and as the address that its QR code holds. */
export interface OfferedFactor {
  secret: string
  uri: string
}

interface RecoveryCodes {
  recoveryCodes: string[]
}

export const readSecondFactor = (): Promise<SecondFactor> => read('/second-factor/state')

/** A new secret; it takes effect by a code of it. */
export const offerFactor = (password: string): Promise<OfferedFactor | Refused> => ask('/second-factor/offer', { password })

/** Takes the code of the secret that was shown; answers the recovery codes, this once. */
export const enrolFactor = (code: string): Promise<RecoveryCodes | Refused> => ask('/second-factor/enrol', { code })

/** New recovery codes in the place of those before, seen this once. */
export const renewRecoveryCodes = (password: string): Promise<RecoveryCodes | Refused> => ask('/second-factor/recovery-codes', { password })
