import { createHmac } from 'node:crypto'
import { base64url, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose'

/** What a token says of rights. */
export interface Granted {
  role: string
  within: { kind: 'EVERYWHERE' } | { kind: 'AREA'; code: string } | { kind: 'UNIT'; id: string }
  from: string
  until: string | null
}

/** A caller token of this installation, signed with its own key: of an account that only this token knows of. */
export async function callerToken(signingKey: string, grants: readonly Granted[], account = 'visitor'): Promise<string> {
  const jwk = JSON.parse(signingKey) as JWK
  return tokenOf(grants, account)
    .setProtectedHeader({ alg: 'EdDSA', ...(jwk.kid ? { kid: jwk.kid } : {}) })
    .sign(await importJWK(jwk, 'EdDSA'))
}

/** Tokens that nobody may be let in by, each by what is wrong with it. */
export async function forgedTokens(signingKey: string): Promise<Map<string, string>> {
  const jwk = JSON.parse(signingKey) as JWK
  const key = await importJWK(jwk, 'EdDSA')
  const header = { alg: 'EdDSA', ...(jwk.kid ? { kid: jwk.kid } : {}) }
  const grants: Granted[] = [{ role: 'CITY_ADMINISTRATOR', within: { kind: 'EVERYWHERE' }, from: '2018-01-01', until: null }]
  const good = await tokenOf(grants).setProtectedHeader(header).sign(key)
  const [, payload = '', signature = ''] = good.split('.')
  const other = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const text = (value: object) => base64url.encode(JSON.stringify(value))
  const byPublicKey = `${text({ alg: 'HS256', kid: jwk.kid })}.${payload}`
  const { x = '' } = jwk
  return new Map([
    ['no algorithm', `${text({ alg: 'none' })}.${payload}.`],
    ['no signature', `${good.slice(0, good.lastIndexOf('.'))}.`],
    ['another key under the same name', await tokenOf(grants).setProtectedHeader(header).sign(other.privateKey)],
    ['a key of its own in its header', await ownKey(grants, other)],
    ['a secret instead of a key pair', `${byPublicKey}.${createHmac('sha256', x).update(byPublicKey).digest('base64url')}`],
    ['another payload', good.replace(payload, text({ ...decoded(payload), sub: 'somebody' }))],
    [
      'an unknown key',
      await tokenOf(grants)
        .setProtectedHeader({ ...header, kid: 'nobody' })
        .sign(key),
    ],
    ['another issuer', await tokenOf(grants).setIssuer('elsewhere').setProtectedHeader(header).sign(key)],
    ['another audience', await tokenOf(grants).setAudience('elsewhere').setProtectedHeader(header).sign(key)],
    ['its end passed', await tokenOf(grants).setExpirationTime('-1s').setProtectedHeader(header).sign(key)],
    ['no end', await tokenOf(grants, 'visitor', false).setProtectedHeader(header).sign(key)],
    ['its beginning to come', await tokenOf(grants).setNotBefore('1h').setProtectedHeader(header).sign(key)],
    [
      '64 KB',
      await tokenOf(Array.from({ length: 400 }, () => grants[0] as Granted))
        .setProtectedHeader(header)
        .sign(key),
    ],
    ['a signature with more behind it', `${good}${signature}`],
  ])
}

async function ownKey(grants: readonly Granted[], { publicKey, privateKey }: Awaited<ReturnType<typeof generateKeyPair>>): Promise<string> {
  return tokenOf(grants)
    .setProtectedHeader({ alg: 'EdDSA', jwk: await exportJWK(publicKey) })
    .sign(privateKey)
}

function tokenOf(grants: readonly Granted[], account = 'visitor', ends = true): SignJWT {
  const token = new SignJWT({ name: account, grants: [...grants] })
    .setIssuer('sizhang')
    .setAudience('sizhang-services')
    .setSubject(account)
    .setIssuedAt()
  return ends ? token.setExpirationTime('5m') : token
}

const decoded = (payload: string) => JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
