import { Rejected, type CallerTokens } from '@sizhang/service-kit'
import { decodeJwt } from 'jose'
import type { MembershipClient, SignedIn } from './membership-client'

/** A session as the gateway uses it for one request. */
export interface OpenSession {
  session: string
  account: SignedIn
  /** Caller token for the services. */
  token: string
}

interface Known {
  open: Promise<OpenSession>
  until: number
}

/** A token is exchanged anew so long before its end that it outlives the request it goes with. */
const MARGIN_MS = 45_000
/** A signed token, in three parts; sessions are one random word. */
const CALLER_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/
const MOST_KNOWN = 10_000

/** Exchanges sessions for caller tokens, each once until shortly before the token ends, however many requests come with it. */
export class Sessions {
  private readonly known = new Map<string, Known>()

  constructor(
    private readonly membership: MembershipClient,
    private readonly tokens: CallerTokens,
  ) {}

  /** The session of a request. Refuses a request without one, or with one that is over. */
  async open(session: string | undefined): Promise<OpenSession> {
    if (!session) throw new Rejected('UNAUTHENTICATED')
    if (CALLER_TOKEN.test(session)) return this.ofTool(session)
    const known = this.known.get(session)
    if (known && known.until > Date.now()) return known.open
    const open = this.exchange(session)
    this.remember(session, { open, until: Infinity })
    try {
      const { token, account } = await open
      // Who must change the password is looked at each time: after the change everything is open at once.
      if (account.mustChangePassword) this.forget(session)
      // Forgotten meanwhile: it was ended while the answer was under way.
      else if (this.known.get(session)?.open === open)
        this.remember(session, { open, until: (decodeJwt(token).exp ?? 0) * 1_000 - MARGIN_MS })
    } catch (error) {
      this.forget(session)
      throw error
    }
    return open
  }

  /** What was known of a session is no longer so: it was ended, or its password changed. */
  forget(session: string): void {
    this.known.delete(session)
  }

  /** An operator's tool that holds the signing key brings a caller token of its own: checked like any other, without a session. */
  private async ofTool(token: string): Promise<OpenSession> {
    const { accountId: id, name, roles } = await this.tokens.verify(`Bearer ${token}`)
    return { session: token, account: { id, name, roles, mustChangePassword: false }, token }
  }

  private async exchange(session: string): Promise<OpenSession> {
    const { token, account } = await this.membership.exchange(session)
    await this.tokens.verify(`Bearer ${token}`)
    return { session, account, token }
  }

  private remember(session: string, known: Known): void {
    if (this.known.size >= MOST_KNOWN && !this.known.has(session)) this.known.clear()
    this.known.set(session, known)
  }
}
