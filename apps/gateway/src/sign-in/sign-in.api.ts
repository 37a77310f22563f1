import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Admission } from '../edge/admission'
import { StrangersGuard } from '../edge/strangers-guard'
import { MembershipClient } from '../sessions/membership-client'
import { Sessions } from '../sessions/sessions'
import { readBody, secret } from './read-body'
import { signedIn, type SignedInNow } from './signed-in'
import { whence } from './whence'

const credentials = z.object({ account: secret, password: secret })
const answer = z.object({ challenge: secret, code: z.string().min(1).max(40) })
const newPassword = z.object({ old: secret, new: secret })
const ofInvitation = z.object({ invitation: secret })
const acceptance = z.object({ invitation: secret, new: secret })

/** Sign-in for browsers, which keep the cookie, and scripts, which send `session` back as a bearer. */
@Controller()
@UseGuards(StrangersGuard)
export class SignInApi {
  constructor(
    private readonly admission: Admission,
    private readonly membership: MembershipClient,
    private readonly sessions: Sessions,
  ) {}

  /** Whoever has a second factor is answered a challenge, and is not signed in before it is met. */
  @Post('sign-in')
  @HttpCode(200)
  async signIn(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInNow | { challenge: string }> {
    const begun = await this.membership.signIn({ ...readBody(credentials, body), ...whence(request) })
    return 'challenge' in begun ? begun : signedIn(begun, request, reply)
  }

  /** The code of a second factor, within five minutes. */
  @Post('sign-in/code')
  @HttpCode(200)
  async meetChallenge(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInNow> {
    const begun = await this.membership.meetChallenge({ ...readBody(answer, body), ...whence(request) })
    return signedIn(begun, request, reply)
  }

  @Post('password')
  @HttpCode(204)
  async changePassword(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { session } = await this.admission.admit(request, reply)
    await this.membership.changePassword({ session, ...readBody(newPassword, body), ...whence(request) })
    this.sessions.forget(session)
  }

  /** Whom an invitation is for: its page names him before he chooses a password. */
  @Post('invitation')
  @HttpCode(200)
  invited(@Body() body: unknown): Promise<{ name: string; holder: string }> {
    return this.membership.invited(readBody(ofInvitation, body).invitation)
  }

  @Post('invitation/accept')
  @HttpCode(204)
  async accept(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    await this.membership.acceptInvitation({ ...readBody(acceptance, body), ...whence(request) })
  }
}
