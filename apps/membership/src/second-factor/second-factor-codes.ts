import { createHmac, randomInt } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { SETTINGS } from '@sizhang/service-kit'
import { Secret, TOTP } from 'otpauth'
import type { MembershipSettings } from '../config'
import { open, seal, type FieldKeys } from '../credentials/sealing'
import type { SealedPlaces } from '../field-key/sealed-places'
import type { GivenCode } from './second-factor.domain'

/** What an authenticator shows above its codes. */
const ISSUER = '四长 Sizhang'
const DIGITS = 6
/** A step of the clock, in seconds; a code of the step before or after is taken, too (RFC 6238, 5.2). */
const PERIOD = 30
const WINDOW = 1
const SECRET_BYTES = 20
const RECOVERY_CODES = 10
const RECOVERY_LENGTH = 10
/** Neither 0 nor o, neither 1 nor i nor l: a code is copied from paper. */
const RECOVERY_SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Makes and reads what a second factor consists of: TOTP secrets (RFC 6238) and recovery codes. */
@Injectable()
export class SecondFactorCodes {
  constructor(@Inject(SETTINGS) private readonly keys: FieldKeys & Pick<MembershipSettings, 'INDEX_KEY'>) {}

  /** A new secret: as text, as the address that a QR code holds, and sealed for the account. */
  offer(accountId: string, name: string): { secret: string; uri: string; sealed: string } {
    const secret = new Secret({ size: SECRET_BYTES })
    const uri = totpOf(secret, name).toString()
    return { secret: secret.base32, uri, sealed: seal(this.keys, boundTo(accountId), secret.base32) }
  }

  /** The step of the clock whose code was given; undefined: it is none of a step before, now or after. */
  stepOf(accountId: string, sealed: string, code: string, now: Date): number | undefined {
    const totp = totpOf(Secret.fromBase32(open(this.keys, boundTo(accountId), sealed)))
    const timestamp = now.getTime()
    const delta = totp.validate({ token: plain(code), timestamp, window: WINDOW })
    return delta === null ? undefined : totp.counter({ timestamp }) + delta
  }

  /** A code as it was typed, with spaces or without; null: it is none. */
  read(accountId: string, sealed: string, code: string, now: Date): GivenCode {
    if (plain(code).length !== DIGITS) return { recovery: this.recoveryKey(accountId, code) }
    const step = this.stepOf(accountId, sealed, code, now)
    return step === undefined ? null : { step }
  }

  /** New recovery codes with what is kept of each: who reads the database cannot use them. */
  recoveryCodes(accountId: string): { codes: string[]; keys: string[] } {
    const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode)
    return { codes, keys: codes.map((code) => this.recoveryKey(accountId, code)) }
  }

  private recoveryKey(accountId: string, code: string): string {
    return createHmac('sha256', this.keys.INDEX_KEY)
      .update(`recovery ${accountId} ${plain(code)}`)
      .digest('base64url')
  }
}

/** Where the sealed secrets of accounts stand. */
export const sealedOfAccounts: SealedPlaces = {
  collection: 'accounts',
  boundTo: { 'secondFactor.sealed': boundTo, offeredFactor: boundTo },
}

function totpOf(secret: Secret, label = ''): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret, digits: DIGITS, period: PERIOD, algorithm: 'SHA1' })
}

function recoveryCode(): string {
  const signs = Array.from({ length: RECOVERY_LENGTH }, () => RECOVERY_SIGNS.charAt(randomInt(RECOVERY_SIGNS.length)))
  return `${signs.slice(0, 5).join('')}-${signs.slice(5).join('')}`
}

/** Without the spaces and dashes that people type or paste along. */
const plain = (code: string) => code.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
function boundTo(accountId: string): string {
  return `${accountId} second-factor`
}
