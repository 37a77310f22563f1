import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose'
import { everywhere } from '../rights'
import { Rejected } from '../rules'
import { CallerTokens, TOKEN_AUDIENCE, TOKEN_ISSUER } from './caller-tokens'

const claims = { name: 'clerk', grants: [everywhere('ANALYST')] }
let tokens: CallerTokens
let [key, strange]: CryptoKey[] = []
let publicX = ''

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const jwk = await exportJWK(pair.publicKey)
  publicX = jwk.x ?? ''
  key = pair.privateKey
  strange = (await generateKeyPair('EdDSA', { crv: 'Ed25519' })).privateKey
  tokens = new CallerTokens({ keys: [{ ...jwk, kid: 'k', alg: 'EdDSA' }] })
})

interface Said {
  payload?: JWTPayload
  issuer?: string
  audience?: string
  kid?: string
  expires?: string | number
  by?: CryptoKey | undefined
}

function signed({ payload = claims, issuer = TOKEN_ISSUER, audience = TOKEN_AUDIENCE, kid = 'k', expires = '5m', by = key }: Said = {}) {
  const token = new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', kid }).setIssuer(issuer).setAudience(audience).setSubject('a')
  return token.setExpirationTime(expires).sign(by as CryptoKey)
}

const verify = (token: string) => tokens.verify(`Bearer ${token}`)

test('a token of membership stands for its account and what that was granted', async () => {
  expect(await verify(await signed())).toEqual({ accountId: 'a', ...claims })
})

test('a token holds until it expires, also when it is known', async () => {
  const now = Date.now()
  const token = await signed({ expires: Math.floor(now / 1_000) + 60 })
  expect((await verify(token)).accountId).toBe('a')
  jest.useFakeTimers({ now: now + 61_000, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'] })
  try {
    await expect(verify(token)).rejects.toThrow(new Rejected('UNAUTHENTICATED'))
  } finally {
    jest.useRealTimers()
  }
})

const hmacWithThePublicKey = () =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: 'k' })
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setSubject('a')
    .setExpirationTime('5m')
    .sign(Buffer.from(publicX, 'base64url'))

const unsigned = () =>
  new UnsecuredJWT(claims).setIssuer(TOKEN_ISSUER).setAudience(TOKEN_AUDIENCE).setSubject('a').setExpirationTime('5m').encode()

const withOtherGrants = async () => {
  const [header, , seal] = (await signed({ payload: { ...claims, grants: [] } })).split('.')
  const [, payload] = (await signed()).split('.')
  return `${header}.${payload}.${seal}`
}

test.each<[string, () => Promise<string> | string]>([
  ['without a signature', unsigned],
  ['signed by nobody’s key', () => signed({ by: strange })],
  ['signed by the public key as a secret', hmacWithThePublicKey],
  ['with the grants of another', withOtherGrants],
  ['of another issuer', () => signed({ issuer: 'somebody' })],
  ['for another audience', () => signed({ audience: 'sizhang-portal' })],
  ['of a key that is not known', () => signed({ kid: 'other' })],
  ['that is over', () => signed({ expires: '-1s' })],
  ['with roles in the place of grants', () => signed({ payload: { name: 'clerk', roles: ['ADMINISTRATOR'] } })],
  ['with a grant that is none', () => signed({ payload: { ...claims, grants: [{ role: 'ANALYST', within: { kind: 'WORLD' } }] } })],
  ['of 64 KB', () => 'x'.repeat(65_536)],
  ['that is no token', () => 'x.y.z'],
  ['that is empty', () => ''],
])('a token %s is refused in one and the same way', async (_, made) => {
  const error: unknown = await verify(await made()).catch((thrown: unknown) => thrown)
  expect(error).toEqual(new Rejected('UNAUTHENTICATED'))
  expect((error as Rejected).details).toEqual({})
})
