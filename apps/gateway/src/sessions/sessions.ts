import { Rejected, type CallerTokens, type Grant } from '@sizhang/service-kit'
import { localDateOf } from '@sizhang/service-kit/rules'
import { verbsOn } from '@sizhang/service-kit/rights'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { decodeJwt } from 'jose'
import type { MembershipClient, SignedIn, Using } from './membership-client'
import { isByCookie, sessionCookie, sessionIn } from './request-session'

/** A session as the gateway uses it for one request. */
export interface OpenSession {
  session: string
  account: SignedIn
  /** What the account was granted, as the token says. */
  grants: readonly Grant[]
  /** Caller token for the services. */
  token: string
  /** Whether a tool of this installation signed the token itself. */
  ofTool: boolean
  /** The key that takes the place of the one that came, where it was renewed. */
  renewed?: string | undefined
}

interface Known {
  open: Promise<OpenSession>
  /** From then on it is asked for anew. */
  renewAt: number
  /** Until then the token may be used, when nobody can be asked. */
  until: number
}

/** What an account may do is asked for anew after so long: what was taken away is gone within five seconds. */
const FRESH_MS = 4_000
/** A stream looks each four seconds: what it learnt the time before is no answer then, or it would be eight seconds late. */
const FRESH_FOR_STREAMS_MS = 2_000
/** While membership is away a token is used until so long before its end: it outlives the request it goes with. */
const MARGIN_MS = 45_000
/** A signed token, in three parts; sessions are one random word. */
const CALLER_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/
const MOST_KNOWN = 10_000
const today = () => localDateOf(new Date())

/**
 * Exchanges sessions for caller tokens, each once in a few seconds however many requests come with it. While membership is away the last
 * token goes on until shortly before its end.
 */
export class Sessions {
  private readonly known = new Map<string, Known>()

  constructor(
    private readonly membership: MembershipClient,
    private readonly tokens: CallerTokens,
  ) {}

  /** The session of a request. Refuses a request without one, or with one that is over. A cookie whose key is renewed goes along with the answer. */
  async ofRequest({ headers }: FastifyRequest, reply: FastifyReply): Promise<OpenSession> {
    const renewable = isByCookie(headers)
    const open = await this.open(sessionIn(headers), { renewable })
    if (renewable && open.renewed) reply.header('set-cookie', sessionCookie(open.renewed, headers))
    return open
  }

  /** The session of a secret. A stream that was opened with it asks again with `held`: its key may be replaced meanwhile. */
  async open(session: string | undefined, using: Using = {}): Promise<OpenSession> {
    if (!session) throw new Rejected('UNAUTHENTICATED')
    if (CALLER_TOKEN.test(session)) return this.ofTool(session)
    const key = keyOf(session, using)
    const known = this.known.get(key)
    if (known && known.renewAt > Date.now()) return known.open
    const open = this.renewed(session, using, known)
    this.remember(key, { open, renewAt: Infinity, until: Infinity })
    try {
      const { token, account } = await open
      // Who has something to do first is looked at each time: after that everything is open at once.
      if (hindranceOf(account)) this.forget(session)
      // Forgotten meanwhile: it was ended while the answer was under way.
      else if (this.known.get(key)?.open === open)
        this.remember(key, {
          open,
          renewAt: Date.now() + (using.held ? FRESH_FOR_STREAMS_MS : FRESH_MS),
          until: (decodeJwt(token).exp ?? 0) * 1_000 - MARGIN_MS,
        })
    } catch (error) {
      this.forget(session)
      throw error
    }
    return open
  }

  /** Whether membership has to be asked whose session this is. */
  asksFor(session: string): boolean {
    return !CALLER_TOKEN.test(session) && !this.known.has(keyOf(session, {}))
  }

  /** What was known of a session is no longer so: it was ended, or its password changed. */
  forget(session: string): void {
    for (const held of [false, true]) this.known.delete(keyOf(session, { held }))
  }

  /** An operator's tool that holds the signing key brings a caller token of its own: checked like any other, without a session. */
  private async ofTool(token: string): Promise<OpenSession> {
    const { accountId: id, name, grants } = await this.tokens.verify(`Bearer ${token}`)
    const roles = [...new Set(grants.map(({ role }) => role))]
    const nothingToDo = { mustChangePassword: false, mustEnrol: false, keyUsedTwiceAt: null }
    const account = { id, name, roles, verbs: verbsOn(grants, today()), ...nothingToDo }
    return { session: token, account, grants, token, ofTool: true }
  }

  private async renewed(session: string, using: Using, known: Known | undefined): Promise<OpenSession> {
    try {
      return await this.exchange(session, using)
    } catch (error) {
      if (known && known.until > Date.now() && error instanceof Rejected && error.code === 'UNAVAILABLE') return known.open
      throw error
    }
  }

  private async exchange(session: string, using: Using): Promise<OpenSession> {
    const { token, account, renewed } = await this.membership.exchange(session, using)
    const { grants } = await this.tokens.verify(`Bearer ${token}`)
    return { session, account, grants, token, ofTool: false, renewed }
  }

  private remember(key: string, known: Known): void {
    if (this.known.size >= MOST_KNOWN && !this.known.has(key)) this.known.clear()
    this.known.set(key, known)
  }
}

/** What an account has to do before anything else; undefined: nothing. */
export function hindranceOf({
  mustChangePassword,
  mustEnrol,
}: Pick<SignedIn, 'mustChangePassword' | 'mustEnrol'>): 'PASSWORD_MUST_BE_CHANGED' | 'SECOND_FACTOR_MUST_BE_ENROLLED' | undefined {
  if (mustChangePassword) return 'PASSWORD_MUST_BE_CHANGED'
  return mustEnrol ? 'SECOND_FACTOR_MUST_BE_ENROLLED' : undefined
}

/** What holds for a stream says nothing for a request: an old key opens no more. */
const keyOf = (session: string, { held = false }: Using) => `${held ? 'held ' : ''}${session}`
