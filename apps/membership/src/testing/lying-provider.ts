import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose'

/** What a token says: as it should, and as a lie has it. */
type Claims = JWTPayload & { nonce: string; iat: number; exp: number }

/** What is wrong with what the provider answers; every field that is left out is as it should be. */
export interface Lie {
  /** Of the token. */
  claims?: (claims: Claims) => JWTPayload
  signedBy?: 'own key' | 'a key of nobody' | 'the client secret' | 'nobody'
  /** Of what it says of itself. */
  metadata?: Record<string, unknown>
  /** In the place of a token; `never`: no answer at all. */
  tokenStatus?: number | 'never'
}

const CLIENT_SECRET = 'a secret of the test'

/** A small OpenID provider that tells the truth or lies as it is told: a real one would not. */
export class LyingProvider {
  lie: Lie = {}
  /** The nonce of the sign-in under way. */
  nonce = ''
  /** How often it was asked what it says of itself. */
  discovered = 0

  private constructor(
    private readonly server: Server,
    private readonly key: CryptoKey,
    private readonly foreign: CryptoKey,
    private readonly jwk: object,
  ) {
    server.on('request', ({ url = '' }, response: ServerResponse) => void this.answer(url, response))
  }

  static async start(): Promise<LyingProvider> {
    const own = await generateKeyPair('RS256')
    const foreign = await generateKeyPair('RS256')
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }
    return new LyingProvider(server, own.privateKey, foreign.privateKey, jwk)
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  stop(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }

  private async answer(url: string, response: ServerResponse): Promise<void> {
    const { issuer, lie } = this
    const send = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url === '/.well-known/openid-configuration') {
      this.discovered++
      const endpoints = { authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` }
      const algorithms = { id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'] }
      send({ issuer, ...endpoints, ...algorithms, response_types_supported: ['code'], ...lie.metadata })
    } else if (url === '/jwks') send({ keys: [this.jwk] })
    else if (lie.tokenStatus === 'never') return
    else if (lie.tokenStatus) send({ error: 'server_error' }, lie.tokenStatus)
    else send({ access_token: 'opaque', token_type: 'Bearer', id_token: await this.token() })
  }

  private async token(): Promise<string> {
    const now = Math.floor(Date.now() / 1_000)
    const truth = { iss: this.issuer, aud: 'sizhang', sub: 'somebody', iat: now, exp: now + 300, nonce: this.nonce }
    const claims = this.lie.claims?.(truth) ?? truth
    const token = new SignJWT(claims)
    switch (this.lie.signedBy ?? 'own key') {
      case 'nobody':
        return new UnsecuredJWT(claims).encode()
      case 'the client secret':
        return token.setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(CLIENT_SECRET))
      case 'a key of nobody':
        return token.setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(this.foreign)
      case 'own key':
        return token.setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(this.key)
    }
  }
}
