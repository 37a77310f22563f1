import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Account } from '../accounts/account.domain'
import { AccountsStore } from '../accounts/accounts.store'
import { generationOf } from '../credentials/openings.domain'
import { readBody, secret, whence } from '../sessions/read-body'
import { SessionsStore } from '../sessions/sessions.store'
import { SignedIn } from '../sessions/signed-in'
import { SignInAudit } from '../sign-in/sign-in-audit'
import { SignInLimits } from '../sign-in/sign-in-limits'
import { SecondFactorCodes } from './second-factor-codes'
import { enrolSecondFactor, offeredSecret, offerSecondFactor, renewRecoveryCodes } from './second-factor.domain'

const ofSession = z.object({ session: secret })
/** Who sits down at a screen that was left open has no password, and changes nothing here. */
const withPassword = z.object({ session: secret, password: secret, ...whence })
const withCode = z.object({ session: secret, code: z.string().min(1).max(40), ...whence })

/** The second factor of the account that is signed in: these routes are between the gateway and membership, people use the gateway's. */
@Controller('second-factor')
export class SecondFactorRoutes {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly sessions: SessionsStore,
    private readonly signedIn: SignedIn,
    private readonly codes: SecondFactorCodes,
    private readonly limits: SignInLimits,
    private readonly audit: SignInAudit,
  ) {}

  /** Whether there is one, since when, and how many recovery codes are left. */
  @Post('read')
  @HttpCode(200)
  async read(@Body() body: unknown): Promise<{ since: Date | null; recoveryCodesLeft: number }> {
    const { account } = await this.signedIn.of(readBody(ofSession, body).session)
    const { since = null, recoveryCodes = [] } = account.secondFactor ?? {}
    return { since, recoveryCodesLeft: recoveryCodes.length }
  }

  /** A new secret, as text and as the address of a QR code. It takes effect by a code of it within 15 minutes; until then what was before goes on. */
  @Post('offer')
  @HttpCode(200)
  async offer(@Body() body: unknown, @Req() request: FastifyRequest): Promise<{ secret: string; uri: string }> {
    const { account, origin } = await this.owner(body, request)
    const { sealed, ...shown } = this.codes.offer(account._id, account.name)
    await this.accounts.itself(account._id, 'offerSecondFactor', (known) => offerSecondFactor(known, sealed, new Date()), origin)
    return shown
  }

  /** A code of the secret that was shown: from now on each sign-in asks for one. Signs out everywhere else; answers the recovery codes, this once. */
  @Post('enrol')
  @HttpCode(200)
  async enrol(@Body() body: unknown, @Req() request: FastifyRequest): Promise<{ recoveryCodes: string[] }> {
    const { session: shown, code, address } = readBody(withCode, body)
    const { session, account } = await this.signedIn.of(shown)
    const accountId = account._id
    const { codes, keys: recoveryCodes } = this.codes.recoveryCodes(accountId)
    const now = new Date()
    const enrol = (known: Account) => {
      const step = this.codes.stepOf(accountId, offeredSecret(known, now), code, now)
      return enrolSecondFactor(known, { accountId, step, recoveryCodes, now })
    }
    await this.limits.attemptCode(account, '')
    const enrolled = await this.accounts.itself(accountId, 'enrolSecondFactor', enrol, this.audit.origin(request, address))
    await this.limits.codeSucceeded(account, '')
    await this.sessions.keepOnly(session, generationOf(enrolled))
    return { recoveryCodes: codes }
  }

  /** New recovery codes in the place of those before; shown this once. */
  @Post('recovery-codes')
  @HttpCode(200)
  async recoveryCodes(@Body() body: unknown, @Req() request: FastifyRequest): Promise<{ recoveryCodes: string[] }> {
    const { account, origin } = await this.owner(body, request)
    const { codes, keys } = this.codes.recoveryCodes(account._id)
    await this.accounts.itself(account._id, 'renewRecoveryCodes', (known) => renewRecoveryCodes(known, keys), origin)
    return { recoveryCodes: codes }
  }

  private async owner(body: unknown, request: FastifyRequest) {
    const { session, password, address } = readBody(withPassword, body)
    const { account } = await this.signedIn.of(session)
    await this.limits.passwordAsked(account._id, () => this.accounts.checkPassword(account._id, password, 'password'))
    return { account, origin: this.audit.origin(request, address) }
  }
}
