import { Inject, Injectable } from '@nestjs/common'
import { Calendar, SETTINGS, TOKEN_AUDIENCE, TOKEN_ISSUER, type Grant } from '@sizhang/service-kit'
import { importJWK, SignJWT, type JWK } from 'jose'
import type { MembershipSettings } from '../config'
import { claimedGrants } from './sessions.domain'

const LASTS_SECONDS = 300
/** The same token is given again for so long while it says the same: whoever checks it knows it already. */
const GIVEN_AGAIN_MS = 120_000
const MOST_KEPT = 10_000

/** Whom a token stands for. */
export interface SigningAccount {
  _id: string
  name: string
  grants: readonly Grant[]
}

interface Signed {
  says: string
  token: string
  until: number
}

/** Signs the short-lived token by which services know who calls. */
@Injectable()
export class CallerTokenSigner {
  private readonly key: ReturnType<typeof importJWK>
  private readonly header: { alg: string; kid: string }
  private readonly kept = new Map<string, Signed>()
  /** The public half, for whoever checks a token. */
  readonly keys: { keys: JWK[] }

  constructor(
    @Inject(SETTINGS) { CALLER_SIGNING_KEY: jwk }: Pick<MembershipSettings, 'CALLER_SIGNING_KEY'>,
    private readonly calendar: Calendar,
  ) {
    const { kty, crv, x, kid } = jwk
    this.key = importJWK({ kty, crv, x, d: jwk.d }, 'EdDSA')
    this.header = { alg: 'EdDSA', kid }
    this.keys = { keys: [{ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }] }
  }

  async sign({ _id: id, name, grants }: SigningAccount): Promise<string> {
    const claims = { name, grants: claimedGrants(grants, this.calendar.today()) }
    const says = JSON.stringify(claims)
    const kept = this.kept.get(id)
    if (kept && kept.says === says && kept.until > Date.now()) return kept.token
    const token = await new SignJWT(claims)
      .setProtectedHeader(this.header)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime(`${LASTS_SECONDS}s`)
      .sign(await this.key)
    if (this.kept.size >= MOST_KEPT) this.kept.clear()
    this.kept.set(id, { says, token, until: Date.now() + GIVEN_AGAIN_MS })
    return token
  }
}
