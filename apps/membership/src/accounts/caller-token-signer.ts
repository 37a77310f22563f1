import { Inject, Injectable } from '@nestjs/common'
import { SETTINGS, TOKEN_AUDIENCE, TOKEN_ISSUER } from '@sizhang/service-kit'
import { importJWK, SignJWT, type JWK } from 'jose'
import type { MembershipSettings } from '../config'
import type { Account } from './accounts.domain'

const LASTS = '5m'

/** Signs the short-lived token by which services know who calls. */
@Injectable()
export class CallerTokenSigner {
  private readonly key: ReturnType<typeof importJWK>
  private readonly header: { alg: string; kid: string }
  /** The public half, for whoever checks a token. */
  readonly keys: { keys: JWK[] }

  constructor(@Inject(SETTINGS) { CALLER_SIGNING_KEY: jwk }: Pick<MembershipSettings, 'CALLER_SIGNING_KEY'>) {
    const { kty, crv, x, kid } = jwk
    this.key = importJWK({ kty, crv, x, d: jwk.d }, 'EdDSA')
    this.header = { alg: 'EdDSA', kid }
    this.keys = { keys: [{ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }] }
  }

  async sign({ id, name, roles }: Account): Promise<string> {
    return new SignJWT({ name, roles })
      .setProtectedHeader(this.header)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime(LASTS)
      .sign(await this.key)
  }
}
