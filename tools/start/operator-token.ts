import { importJWK, SignJWT, type JWK } from 'jose'

const LASTS_SECONDS = 300
const RENEWED_SECONDS = 60
/** What a grant of the first account says, too. */
const EVERYTHING = { role: 'CITY_ADMINISTRATOR', within: { kind: 'EVERYWHERE' }, from: '2018-01-01', until: null }

/**
 * The `authorization` of this installation's own tools. Whoever starts the services holds their signing key, so the tool signs a short-lived
 * caller token for itself instead of keeping a password; it is renewed before it ends.
 */
export function operatorAuthorization(signingKey: string): () => Promise<string> {
  const jwk = JSON.parse(signingKey) as JWK
  let header = ''
  let signedAt = 0
  return async () => {
    const now = Math.floor(Date.now() / 1_000)
    if (now - signedAt > LASTS_SECONDS - RENEWED_SECONDS) {
      signedAt = now
      header = `Bearer ${await sign(jwk, now)}`
    }
    return header
  }
}

async function sign(jwk: JWK, now: number): Promise<string> {
  return new SignJWT({ name: 'operator', grants: [EVERYTHING] })
    .setProtectedHeader({ alg: 'EdDSA', ...(jwk.kid ? { kid: jwk.kid } : {}) })
    .setIssuer('sizhang')
    .setAudience('sizhang-services')
    .setSubject('operator')
    .setIssuedAt(now)
    .setExpirationTime(now + LASTS_SECONDS)
    .sign(await importJWK(jwk, 'EdDSA'))
}
