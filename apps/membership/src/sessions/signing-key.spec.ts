import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { settings } from '../config'

const key = () => randomBytes(32).toString('base64')
const others = {
  PORT: '4002',
  KAFKA_BROKERS: '127.0.0.1:1',
  MONGODB_URI: 'mongodb://127.0.0.1:1',
  CURSOR_KEY: key(),
  FIELD_KEY: key(),
  INDEX_KEY: key(),
  FIRST_PASSWORD: 'first-password-of-the-test',
}

function pair(kid: string) {
  const { kty, crv, x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return { signing: { kty, crv, x, d, kid }, checking: { kty, crv, x, kid } }
}
const [mine, next, stolen] = [pair('mine'), pair('next'), pair('mine')]
const read = (signing: object, ...checking: object[]) =>
  settings({ ...others, CALLER_SIGNING_KEY: JSON.stringify(signing), CALLER_KEYS: JSON.stringify({ keys: checking }) })

test('membership signs with a key that everybody checks by, also while another is being replaced', () => {
  expect(read(mine.signing, mine.checking).CALLER_SIGNING_KEY.kid).toBe('mine')
  expect(read(mine.signing, next.checking, mine.checking).CALLER_SIGNING_KEY.kid).toBe('mine')
})

test('it does not start with a key that nobody would take, and says which and where it belongs', () => {
  for (const checking of [next.checking, stolen.checking])
    expect(() => read(mine.signing, checking)).toThrow(/CALLER_SIGNING_KEY: its public half \(kid mine\) is not in CALLER_KEYS/)
})
