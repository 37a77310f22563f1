import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common'
import { Rejected } from '@sizhang/service-kit'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Account } from '../accounts/account.domain'
import { AccountsStore } from '../accounts/accounts.store'
import { keyOfInvitation } from '../credentials/invitations'
import { generationOf } from '../credentials/openings.domain'
import { SecondFactorCodes } from '../second-factor/second-factor-codes'
import { useCode } from '../second-factor/second-factor.domain'
import { readBody, secret, whence } from '../sessions/read-body'
import { SessionsStore } from '../sessions/sessions.store'
import { isSignedOut, SignedIn } from '../sessions/signed-in'
import { ChallengesStore } from './challenges.store'
import { SignInAudit } from './sign-in-audit'
import { SignInLimits } from './sign-in-limits'
import { SignIns, type Begun } from './sign-ins'

const credentials = z.object({ account: secret, password: secret, ...whence })
const answer = z.object({ challenge: secret, code: z.string().min(1).max(40), ...whence })
const newPassword = z.object({ session: secret, old: secret, new: secret, ...whence })
const ofInvitation = z.object({ invitation: secret })
const acceptance = z.object({ invitation: secret, new: secret, ...whence })

/** Sign-in and passwords as the gateway asks for them: these routes are between the two, people use the gateway's. */
@Controller()
export class SignInRoutes {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly sessions: SessionsStore,
    private readonly challenges: ChallengesStore,
    private readonly limits: SignInLimits,
    private readonly codes: SecondFactorCodes,
    private readonly signedIn: SignedIn,
    private readonly signIns: SignIns,
    private readonly audit: SignInAudit,
  ) {}

  /** A session for name and password; an account with a second factor gets a challenge instead, which is met by a code. */
  @Post('sessions')
  @HttpCode(200)
  async signIn(@Body() body: unknown, @Req() request: FastifyRequest): Promise<Begun | { challenge: string }> {
    const { account: said, password, ...from } = readBody(credentials, body)
    const name = said.normalize('NFC').trim().toLowerCase()
    const origin = this.audit.origin(request, from.address)
    await this.limits.attempt(name, from.address)
    const account = await this.audit.checked(
      async () => ({ ...origin, accountId: await this.accounts.idOf(name) }),
      ['SIGN_IN_REFUSED'],
      this.accounts.signIn(name, password),
    )
    return this.signIns.open(account, { origin, ...from }, false)
  }

  /** A session for a challenge and a code. A code that is wrong, late or used before is refused in the same words. */
  @Post('sessions/code')
  @HttpCode(200)
  async meetChallenge(@Body() body: unknown, @Req() request: FastifyRequest): Promise<Begun> {
    const { challenge: shown, code, ...from } = readBody(answer, body)
    const challenge = await this.challenges.find(shown)
    const { accountId } = challenge
    const account = await this.accounts.ofSession(accountId)
    if (!account || isSignedOut(account, challenge)) throw new Rejected('SIGN_IN_CHALLENGE_OVER')
    const origin = this.audit.origin(request, from.address)
    const used = (known: Account) =>
      useCode(known, known.secondFactor ? this.codes.read(accountId, known.secondFactor.sealed, code, new Date()) : null)
    await this.limits.attemptCode(account, from.address)
    await this.audit.checked(
      async () => ({ ...origin, accountId }),
      ['SECOND_FACTOR_CODE_REFUSED'],
      this.accounts.itself(accountId, 'useCode', used, origin),
    )
    await this.challenges.end(shown)
    await this.limits.codeSucceeded(account, from.address)
    return this.signIns.begin(account, { origin, ...from }, false)
  }

  /** Changes the password of the one who is signed in, and signs this account out everywhere else. */
  @Post('password')
  @HttpCode(204)
  async changePassword(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const { session: shown, old, new: next, address } = readBody(newPassword, body)
    const { session, account } = await this.signedIn.of(shown)
    const origin = this.audit.origin(request, address)
    const changed = await this.limits.passwordAsked(account._id, () => this.accounts.changePassword(account._id, old, next, origin))
    await this.challenges.endAll(account._id)
    await this.sessions.keepOnly(session, generationOf(changed))
  }

  /** Whom an invitation is for. */
  @Post('invitations/read')
  @HttpCode(200)
  async invited(@Body() body: unknown): Promise<{ name: string; holder: string }> {
    const { name, holder } = await this.accounts.invited(keyOfInvitation(readBody(ofInvitation, body).invitation))
    return { name, holder }
  }

  /** Takes the password that the invited one has chosen, and signs the account out wherever it was signed in. */
  @Post('invitations/accept')
  @HttpCode(204)
  async accept(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const { invitation, new: password, address } = readBody(acceptance, body)
    const accountId = await this.accounts.accept(keyOfInvitation(invitation), password, this.audit.origin(request, address))
    await this.signIns.endAll(accountId)
  }
}
