import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionIn } from '../sessions/request-session'
import type { OpenSession, Sessions } from '../sessions/sessions'
import type { Rates } from './rates'

/** Lets requests in: each is counted before it costs anything, and opened as whoever it says. */
export class Admission {
  constructor(
    private readonly sessions: Sessions,
    private readonly rates: Rates,
  ) {}

  /** Opens the session of a request. Refuses one without, one whose session is over, and one too many of its account or address. */
  async admit(request: FastifyRequest, reply: FastifyReply): Promise<OpenSession> {
    await this.countStranger(sessionIn(request.headers), request.ip)
    const open = await this.sessions.ofRequest(request, reply)
    if (!open.ofTool) await this.rates.ofAccount(open.account.id)
    return open
  }

  /** Counts one whose session is not known yet. Refuses one too many from his address. */
  async countStranger(session: string | undefined, address: string): Promise<void> {
    if (session && this.sessions.asksFor(session)) await this.rates.ofAddress(address)
  }
}
