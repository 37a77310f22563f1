import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readBody } from '../sign-in/read-body'
import { whence } from '../sign-in/whence'
import { Admission } from '../edge/admission'
import { MembershipClient, type ListedSession, type SignedIn } from './membership-client'
import { sessionCookie, sessionIn } from './request-session'
import { Sessions } from './sessions'

const one = z.object({ id: z.uuid() })

/** The sessions of the one who is signed in: this one, and those elsewhere. */
@Controller()
export class SessionsApi {
  constructor(
    private readonly admission: Admission,
    private readonly membership: MembershipClient,
    private readonly sessions: Sessions,
  ) {}

  /** Who is signed in. */
  @Get('session')
  async session(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ account: SignedIn }> {
    reply.header('cache-control', 'no-store')
    const { account } = await this.admission.admit(request, reply)
    return { account }
  }

  /** Ends the session; without one there is nothing to end. */
  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const session = sessionIn(request.headers)
    reply.header('set-cookie', sessionCookie(undefined, request.headers))
    if (!session) return
    this.sessions.forget(session)
    await this.membership.signOut({ session, ...whence(request) })
    // A request in between may have made it known again.
    this.sessions.forget(session)
  }

  /** The open sessions of the account, the latest first. */
  @Get('sessions')
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ sessions: ListedSession[] }> {
    reply.header('cache-control', 'no-store')
    return this.membership.sessionsOf((await this.admission.admit(request, reply)).session)
  }

  /** Ends one of them: gone within five seconds, on each gateway. */
  @Post('sessions/end')
  @HttpCode(204)
  async end(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { session } = await this.admission.admit(request, reply)
    await this.membership.endSession({ session, ...readBody(one, body) })
  }

  @Post('sessions/end-others')
  @HttpCode(204)
  async endOthers(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.membership.endOtherSessions((await this.admission.admit(request, reply)).session)
  }

  /** The owner has read that a session was ended because its key was used twice. */
  @Post('sessions/notice-read')
  @HttpCode(204)
  async noticeRead(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { session } = await this.admission.admit(request, reply)
    await this.membership.noticeRead({ session, ...whence(request) })
    this.sessions.forget(session)
  }
}
