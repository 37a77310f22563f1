import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Admission } from '../edge/admission'
import { MembershipClient, type OfferedFactor, type RecoveryCodes, type SecondFactor } from '../sessions/membership-client'
import { Sessions } from '../sessions/sessions'
import { readBody, secret } from './read-body'
import { whence } from './whence'

const withPassword = z.object({ password: secret })
const withCode = z.object({ code: z.string().min(1).max(40) })

/** The second factor of the one who is signed in; open to whoever must enrol one before anything else. */
@Controller('second-factor')
export class SecondFactorApi {
  constructor(
    private readonly admission: Admission,
    private readonly membership: MembershipClient,
    private readonly sessions: Sessions,
  ) {}

  /** Whether there is one, and how many recovery codes are left. */
  @Get('state')
  async state(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SecondFactor> {
    reply.header('cache-control', 'no-store')
    return this.membership.secondFactor((await this.admission.admit(request, reply)).session)
  }

  @Post('offer')
  @HttpCode(200)
  async offer(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferedFactor> {
    const { session } = await this.admission.admit(request, reply)
    reply.header('cache-control', 'no-store')
    return this.membership.offerFactor({ session, ...readBody(withPassword, body), ...whence(request) })
  }

  @Post('enrol')
  @HttpCode(200)
  async enrol(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodes> {
    const { session } = await this.admission.admit(request, reply)
    reply.header('cache-control', 'no-store')
    const codes = await this.membership.enrolFactor({ session, ...readBody(withCode, body), ...whence(request) })
    this.sessions.forget(session)
    return codes
  }

  @Post('recovery-codes')
  @HttpCode(200)
  async recoveryCodes(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodes> {
    const { session } = await this.admission.admit(request, reply)
    reply.header('cache-control', 'no-store')
    return this.membership.renewRecoveryCodes({ session, ...readBody(withPassword, body), ...whence(request) })
  }
}
