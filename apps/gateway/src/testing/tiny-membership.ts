import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from '@sizhang/service-kit'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose'
import { answerJson, TinyService } from './tiny-service'

const PART = {
  sdl: 'type Query { me: String! } type Account { id: ID! }',
  resolvers: { Query: { me: () => 'the account' } },
}

/** Signs anybody in whose password is `right`; an account called `new` must change it first. */
export class TinyMembership {
  private readonly sessions = new Map<string, string>()
  /** How often a session was exchanged for a token. */
  exchanges = 0

  private constructor(
    private readonly key: CryptoKey,
    readonly keys: JSONWebKeySet,
  ) {}

  static async start(): Promise<{ membership: TinyMembership; service: TinyService }> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    const membership = new TinyMembership(privateKey, { keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA' }] })
    const service = await TinyService.start(PART, {
      'POST /sessions': (request, response) => membership.signIn(request, response),
      'POST /sessions/exchange': (request, response) => membership.exchange(request, response),
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
    return new SignJWT({ name: account, roles: ['ADMINISTRATOR'] })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(audience)
      .setSubject(account)
      .setExpirationTime('5m')
      .sign(this.key)
  }

  private async signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { account, password } = (await json(request)) as { account: string; password: string }
    if (password !== 'right') return answerJson(response, 401, { error: { code: 'SIGN_IN_REFUSED', message: 'refused' } })
    answerJson(response, 200, { session: this.begin(account), account: told(account) })
  }

  private async exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { session } = (await json(request)) as { session: string }
    const account = this.sessions.get(session)
    if (!account) return answerJson(response, 401, { error: { code: 'UNAUTHENTICATED', message: 'refused' } })
    this.exchanges += 1
    const token = await this.sign(account)
    answerJson(response, 200, { token, account: told(account) })
  }

  private async signOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.end(((await json(request)) as { session: string }).session)
    response.writeHead(204).end()
  }
}

const told = (account: string) => ({ id: account, name: account, roles: ['ADMINISTRATOR'], mustChangePassword: account === 'new' })
