import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common'
import { Rejected } from '@sizhang/service-kit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { MembershipClient, type SignedIn } from './membership-client'
import { sessionCookie, sessionIn } from './request-session'
import { Sessions } from './sessions'

const secret = z.string().min(1).max(1_000)
const credentials = z.object({ account: secret, password: secret })
const newPassword = z.object({ old: secret, new: secret })

/** Sign-in for browsers, which keep the cookie, and scripts, which send `session` back as a bearer. */
@Controller()
export class SessionsApi {
  constructor(
    private readonly membership: MembershipClient,
    private readonly sessions: Sessions,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  async signIn(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ account: SignedIn; mustChangePassword: boolean; session: string }> {
    const { session, account } = await this.membership.signIn(read(credentials, body))
    reply.header('set-cookie', sessionCookie(session, isSecure(request)))
    return { account, mustChangePassword: account.mustChangePassword, session }
  }

  /** Ends the session; without one there is nothing to end. */
  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const session = sessionIn(request.headers)
    reply.header('set-cookie', sessionCookie(undefined, isSecure(request)))
    if (!session) return
    this.sessions.forget(session)
    await this.membership.signOut(session)
  }

  @Post('password')
  @HttpCode(204)
  async changePassword(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const { session } = await this.sessions.open(sessionIn(request.headers))
    await this.membership.changePassword({ session, ...read(newPassword, body) })
    this.sessions.forget(session)
  }

  /** Who is signed in. */
  @Get('session')
  async session(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ account: SignedIn }> {
    reply.header('cache-control', 'no-store')
    const { account } = await this.sessions.open(sessionIn(request.headers))
    return { account }
  }
}

/** Whether the browser speaks TLS, to this process or to a proxy before it. */
function isSecure({ protocol, headers }: FastifyRequest): boolean {
  return protocol === 'https' || headers['x-forwarded-proto'] === 'https'
}

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') ?? ''
  throw new Rejected('REQUEST_INVALID', { field, problem: `${field}: ${issue?.message ?? ''}` })
}
