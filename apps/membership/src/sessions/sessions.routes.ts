import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common'
import { decided } from '@sizhang/service-kit/rules'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AccountsStore } from '../accounts/accounts.store'
import { CallerTokenSigner } from './caller-token-signer'
import { SignInAudit } from '../sign-in/sign-in-audit'
import { generationOf } from '../credentials/openings.domain'
import { readBody, secret, whence } from './read-body'
import { endsOf } from './sessions.domain'
import { SessionsStore } from './sessions.store'
import { isSignedOut, SignedIn } from './signed-in'

const ofSession = z.object({ session: secret })
const ofSignOut = ofSession.extend({ address: whence.address })
const exchanged = z.object({ session: secret, renewable: z.boolean().optional(), held: z.boolean().optional() })
const oneOther = z.object({ session: secret, id: z.uuid() })

/** Sessions as the gateway asks for them: these routes are between the two, people use the gateway's. */
@Controller()
export class SessionsRoutes {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly sessions: SessionsStore,
    private readonly signedIn: SignedIn,
    private readonly tokens: CallerTokenSigner,
    private readonly signInAudit: SignInAudit,
  ) {}

  /** A session for a caller token, which lasts five minutes; with `renewed`, the secret that takes the place of the one that was sent. */
  @Post('sessions/exchange')
  @HttpCode(200)
  async exchange(@Body() body: unknown): Promise<{ token: string; account: object; renewed?: string }> {
    const { session, ...using } = readBody(exchanged, body)
    const { session: open, account, renewed } = await this.signedIn.of(session, using)
    const whole = await this.signedIn.whole(account)
    return { token: await this.tokens.sign(whole), account: this.signedIn.told(whole, open), ...(renewed && { renewed }) }
  }

  @Delete('sessions')
  @HttpCode(204)
  async signOut(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const { session, address } = readBody(ofSignOut, body)
    const accountId = await this.sessions.signOut(session)
    if (accountId) await this.signInAudit.append({ ...this.signInAudit.origin(request, address), accountId }, 'signOut')
  }

  /** The open sessions of the account that is signed in, the latest first, without anything to sign in with. */
  @Post('sessions/list')
  @HttpCode(200)
  async list(@Body() body: unknown): Promise<{ sessions: object[] }> {
    const { session: own, account } = await this.signedIn.of(readBody(ofSession, body).session)
    const open = (await this.sessions.ofAccount(account._id)).filter((one) => !isSignedOut(account, one))
    const sessions = open.map(({ _id: id, address, browser, startedAt, usedAt }) => {
      const { unusedAt, atLatest } = endsOf({ startedAt, usedAt })
      return { id, address, browser, startedAt, usedAt, endsUnusedAt: unusedAt, endsAt: atLatest, isThis: id === own._id }
    })
    return { sessions }
  }

  /** Ends one session of the account; one that is over already is no fault. */
  @Post('sessions/end')
  @HttpCode(204)
  async end(@Body() body: unknown): Promise<void> {
    const { session, id } = readBody(oneOther, body)
    const { account } = await this.signedIn.of(session)
    await this.sessions.end(account._id, id)
  }

  /** Ends all sessions of the account but this one. */
  @Post('sessions/end-others')
  @HttpCode(204)
  async endOthers(@Body() body: unknown): Promise<void> {
    const { session, account } = await this.signedIn.of(readBody(ofSession, body).session)
    await this.sessions.keepOnly(session, generationOf(account))
  }

  /** The owner has read that a session was ended because its key was used twice. */
  @Post('sessions/notice-read')
  @HttpCode(204)
  async noticeRead(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const { session, address } = readBody(ofSignOut, body)
    const { account } = await this.signedIn.of(session)
    const origin = this.signInAudit.origin(request, address)
    await this.accounts.itself(account._id, 'readNotice', ({ keyUsedTwiceAt: _, ...known }) => decided(known), origin)
  }

  @Get('keys')
  keys(): CallerTokenSigner['keys'] {
    return this.tokens.keys
  }
}
