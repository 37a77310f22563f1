import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Admission } from '../edge/admission'
import { StrangersGuard } from '../edge/strangers-guard'
import { MembershipClient, type Identity, type ProviderName, type SentToProvider } from '../sessions/membership-client'
import { flowCookie, flowIn, sessionIn } from '../sessions/request-session'
import { Sessions } from '../sessions/sessions'
import { readBody, secret } from './read-body'
import { signedIn, type SignedInNow } from './signed-in'
import { whence } from './whence'

const purpose = z.object({ invitation: secret.optional(), next: z.string().startsWith('/').max(2_000).optional() })
const withPassword = z.object({ password: secret })
const back = z.object({ answer: z.string().max(8_000) })

/** What a browser that is back is told, with the page of the portal to go on to. */
type Returned = (SignedInNow | { challenge: string } | { linked: true }) & { next: string | null }

/**
 * Sign-in by the city's identity provider. A page of the portal asks where to go, takes the browser there, and brings back the answer with
 * which the provider returns it; what is believed of that, membership decides, as of a password.
 */
@Controller()
export class IdentityProviderApi {
  constructor(
    private readonly admission: Admission,
    private readonly membership: MembershipClient,
    private readonly sessions: Sessions,
  ) {}

  /** What the button says; null: there is none. */
  @Get('sign-in/provider')
  @UseGuards(StrangersGuard)
  async name(@Res({ passthrough: true }) reply: FastifyReply): Promise<ProviderName> {
    reply.header('cache-control', 'no-store')
    return this.membership.providerName()
  }

  /** The provider's address for a browser that signs in or accepts an invitation. */
  @Post('sign-in/provider')
  @UseGuards(StrangersGuard)
  @HttpCode(200)
  async begin(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ address: string }> {
    return sent(await this.membership.sendToProvider({ ...readBody(purpose, body), ...whence(request) }), request, reply)
  }

  /** The same for the owner of an account who links it. */
  @Post('identity/link')
  @HttpCode(200)
  async link(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ address: string }> {
    const { session } = await this.admission.admit(request, reply)
    return sent(await this.membership.sendToLink({ session, ...readBody(withPassword, body), ...whence(request) }), request, reply)
  }

  /**
   * The provider's answer, as it stands in the address to which it sent the browser. It is good for one time, whatever comes of it. A browser
   * without the flow's cookie is refused by membership, too: nobody else writes down that it came.
   */
  @Post('sign-in/provider/return')
  @UseGuards(StrangersGuard)
  @HttpCode(200)
  async finish(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Returned> {
    const { answer } = readBody(back, body)
    const [flow, session] = [flowIn(request.headers) || undefined, sessionIn(request.headers)]
    if (flow) reply.header('set-cookie', flowCookie(undefined, request.headers))
    const returned = await this.membership.returnFromProvider({ flow, answer, session, ...whence(request) })
    if (!('session' in returned)) return returned
    return { ...signedIn(returned, request, reply), next: returned.next }
  }

  /** Whether the account that is signed in is linked. */
  @Get('identity')
  async identity(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Identity> {
    reply.header('cache-control', 'no-store')
    return this.membership.identityOf((await this.admission.admit(request, reply)).session)
  }

  @Post('identity/unlink')
  @HttpCode(204)
  async unlink(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { session } = await this.admission.admit(request, reply)
    await this.membership.unlinkIdentity({ session, ...readBody(withPassword, body), ...whence(request) })
    this.sessions.forget(session)
  }
}

/** The browser keeps the flow's secret until it is back. */
function sent({ flow, address }: SentToProvider, { headers }: FastifyRequest, reply: FastifyReply): { address: string } {
  reply.header('set-cookie', flowCookie(flow, headers))
  return { address }
}
