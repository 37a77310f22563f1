import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { grant, type Grant } from '../rights/grant'
import { Rejected } from '../rules'

/** The issuer of caller tokens. */
export const TOKEN_ISSUER = 'sizhang'
/** The audience of caller tokens: the services behind the gateway. */
export const TOKEN_AUDIENCE = 'sizhang-services'

/** The account that a caller token stands for. */
export interface TokenAccount {
  accountId: string
  name: string
  grants: readonly Grant[]
}

interface Known {
  account: TokenAccount
  expiresAt: number
}

const MOST_KNOWN = 5_000
/** Longest token, in characters: some hundred and fifty grants. */
const LONGEST = 16_384

const claims = z.object({ sub: z.string().min(1), name: z.string(), exp: z.number(), grants: z.array(grant) })

/** Verifies caller tokens (Ed25519, short-lived); each token's signature once, then from memory until it expires. */
export class CallerTokens {
  private readonly keys: ReturnType<typeof createLocalJWKSet>
  private readonly known = new Map<string, Known>()

  constructor(jwks: JSONWebKeySet) {
    this.keys = createLocalJWKSet(jwks)
  }

  /** The account of the bearer token. Any fault of the token gives one and the same refusal. */
  async verify(authorization: string | undefined): Promise<TokenAccount> {
    const token = authorization?.startsWith('Bearer ') ? authorization.slice(7) : undefined
    if (!token || token.length > LONGEST) throw new Rejected('UNAUTHENTICATED')
    const known = this.known.get(token)
    if (known && known.expiresAt > Date.now()) return known.account
    const { account, expiresAt } = await this.check(token)
    if (this.known.size >= MOST_KNOWN) this.known.clear()
    this.known.set(token, { account, expiresAt })
    return account
  }

  private async check(token: string): Promise<Known> {
    const { payload } = await jwtVerify(token, this.keys, {
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
      algorithms: ['EdDSA'],
      requiredClaims: ['sub', 'exp'],
    }).catch(() => {
      throw new Rejected('UNAUTHENTICATED')
    })
    const read = claims.safeParse(payload)
    if (!read.success) throw new Rejected('UNAUTHENTICATED')
    const { sub: accountId, name, grants, exp } = read.data
    return { account: { accountId, name, grants }, expiresAt: exp * 1_000 }
  }
}
