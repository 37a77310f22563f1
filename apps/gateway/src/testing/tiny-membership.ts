import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { everywhere, TOKEN_AUDIENCE, TOKEN_ISSUER, type Grant } from '@sizhang/service-kit'
import { verbsOn } from '@sizhang/service-kit/rights'
import { localDateOf } from '@sizhang/service-kit/rules'
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose'
import { answerJson, TinyService } from './tiny-service'

const PART = {
  sdl: 'type Query { me: String! } type Account { id: ID! }',
  resolvers: { Query: { me: () => 'the account' } },
}

/**
 * Signs anybody in whose password is `right`; an account called `new` must change it first, one called `bare` enrol a
 * second factor; `careful` is asked for the code 123456. Its identity provider vouches for whoever comes back with `?code=` and a name.
 */
export class TinyMembership {
  private readonly sessions = new Map<string, string>()
  /** What an account is granted, where it is not everything. */
  readonly grants = new Map<string, Grant[]>()
  /** How often a session was exchanged for a token. */
  exchanges = 0
  /** How often it was asked to. */
  askedToExchange = 0
  /** The keys that take the place of others, for browsers. */
  readonly renewed = new Map<string, string>()
  /** Keys that were replaced: streams alone go on with them. */
  readonly replaced = new Set<string>()
  /** What was said of those who were sent to the identity provider and came back, the last one last. */
  readonly atProvider: Record<string, unknown>[] = []
  /** Which operations it was told were refused, and to whom. */
  readonly refused: { account: string; operation: string | null; address: string }[] = []
  /** The trace that the last request named. */
  trace: string | undefined
  /** Whence people signed in, the last one last. */
  readonly whence: { address: string; browser: string }[] = []

  private constructor(
    private readonly key: CryptoKey,
    readonly keys: JSONWebKeySet,
  ) {}

  static async start(): Promise<{ membership: TinyMembership; service: TinyService }> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    const membership = new TinyMembership(privateKey, { keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA' }] })
    const service = await TinyService.start(PART, {
      'POST /sessions': (request, response) => membership.signIn(request, response),
      'POST /sessions/code': (request, response) => membership.meetChallenge(request, response),
      'POST /identity-provider/name': (_request, response) => answerJson(response, 200, { name: { zh: '统一认证', en: 'the provider' } }),
      'POST /identity-provider/begin': (request, response) => membership.sendToProvider(request, response),
      'POST /identity-provider/finish': (request, response) => membership.returnFromProvider(request, response),
      'POST /sessions/exchange': (request, response) => membership.exchange(request, response),
      'POST /operations/refused': (request, response) => membership.writeDown(request, response),
      'DELETE /sessions': (request, response) => membership.signOut(request, response),
    })
    return { membership, service }
  }

  /** A session as a script would get it. */
  begin(account = 'admin'): string {
    const session = randomUUID()
    this.sessions.set(session, account)
    return session
  }

  end(session: string): void {
    this.sessions.delete(session)
  }

  /** A caller token, as membership or whoever holds its key signs it. */
  sign(account: string, audience = TOKEN_AUDIENCE): Promise<string> {
    return new SignJWT({ name: account, grants: this.grantsOf(account) })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(audience)
      .setSubject(account)
      .setExpirationTime('5m')
      .sign(this.key)
  }

  private grantsOf(account: string): Grant[] {
    return this.grants.get(account) ?? [everywhere('CITY_ADMINISTRATOR')]
  }

  private told(account: string) {
    const grants = this.grantsOf(account)
    const verbs = verbsOn(grants, localDateOf(new Date()))
    const roles = grants.map(({ role }) => role)
    const todo = { mustChangePassword: account === 'new', mustEnrol: account === 'bare', keyUsedTwiceAt: null }
    return { id: account, name: account, roles, verbs, ...todo }
  }

  private async signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { account, password, ...whence } = (await json(request)) as Record<'account' | 'password' | 'address' | 'browser', string>
    if (password !== 'right') return answerJson(response, 401, { error: { code: 'SIGN_IN_REFUSED', message: 'refused' } })
    this.whence.push(whence)
    if (account === 'careful') return answerJson(response, 200, { challenge: 'challenge of careful' })
    answerJson(response, 200, { session: this.begin(account), account: this.told(account) })
  }

  private async meetChallenge(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { challenge, code } = (await json(request)) as { challenge: string; code: string }
    if (challenge !== 'challenge of careful' || code !== '123456')
      return answerJson(response, 400, { error: { code: 'SECOND_FACTOR_CODE_REFUSED', message: 'refused', field: 'code' } })
    answerJson(response, 200, { session: this.begin('careful'), account: this.told('careful') })
  }

  private async sendToProvider(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.trace = String(request.headers['x-correlation-id'])
    this.atProvider.push((await json(request)) as Record<string, unknown>)
    answerJson(response, 200, { flow: 'the flow', address: 'https://provider.example/auth' })
  }

  private async returnFromProvider(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const said = (await json(request)) as { flow?: string; answer: string }
    this.atProvider.push(said)
    const account = said.answer.split('?code=')[1]
    if (!said.flow || !account) return answerJson(response, 401, { error: { code: 'IDENTITY_REFUSED', message: 'refused' } })
    answerJson(response, 200, { session: this.begin(account), account: this.told(account), next: '/units' })
  }

  private async exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.askedToExchange += 1
    const { session, renewable, held } = (await json(request)) as { session: string; renewable?: boolean; held?: boolean }
    const isReplaced = this.replaced.has(session) && !held
    const account = isReplaced ? undefined : this.sessions.get(session)
    if (!account) return answerJson(response, 401, { error: { code: 'UNAUTHENTICATED', message: 'refused' } })
    this.exchanges += 1
    const renewed = renewable ? this.renewed.get(session) : undefined
    answerJson(response, 200, { token: await this.sign(account), account: this.told(account), ...(renewed && { renewed }) })
  }

  private async writeDown(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const account = String(decodeJwt(request.headers.authorization?.slice(7) ?? '').sub)
    this.refused.push({ account, ...((await json(request)) as { operation: string | null; address: string }) })
    response.writeHead(204).end()
  }

  private async signOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.end(((await json(request)) as { session: string }).session)
    response.writeHead(204).end()
  }
}
