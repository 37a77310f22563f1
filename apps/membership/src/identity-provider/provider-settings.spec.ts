import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { settings } from '../config'

const folder = mkdtempSync(join(tmpdir(), 'provider-settings-'))
const [secretFile, emptyFile] = [join(folder, 'secret'), join(folder, 'empty')]
writeFileSync(secretFile, 'a secret of the test\n')
writeFileSync(emptyFile, '')
afterAll(() => rmSync(folder, { recursive: true }))

const key = () => randomBytes(32).toString('base64')
const others = {
  PORT: '4002',
  KAFKA_BROKERS: '127.0.0.1:1',
  MONGODB_URI: 'mongodb://127.0.0.1:1',
  CALLER_KEYS: JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', kid: 'k', x: 'x' }] }),
  CALLER_SIGNING_KEY: JSON.stringify({ kty: 'OKP', crv: 'Ed25519', kid: 'k', x: 'x', d: 'd' }),
  CURSOR_KEY: key(),
  FIELD_KEY: key(),
  INDEX_KEY: key(),
  FIRST_PASSWORD: 'first-password-of-the-test',
}
const provider = {
  IDENTITY_PROVIDER_ISSUER: 'https://id.example',
  IDENTITY_PROVIDER_CLIENT_ID: 'sizhang',
  IDENTITY_PROVIDER_CLIENT_SECRET_FILE: secretFile,
  IDENTITY_PROVIDER_NAME_ZH: '统一身份认证',
  IDENTITY_PROVIDER_NAME_EN: 'the identity provider',
  IDENTITY_PROVIDER_SECOND_FACTOR: 'otp, mfa',
  PORTAL_URL: 'https://kexie.example',
}
const read = (said: Record<string, string> = {}) => settings({ ...others, ...provider, ...said }).identityProvider

test('a provider is known by its issuer, what this installation is there, and where browsers come back', () => {
  expect(read()).toEqual({
    issuer: new URL('https://id.example'),
    clientId: 'sizhang',
    clientSecret: 'a secret of the test',
    returnsTo: new URL('https://kexie.example/sign-in/provider/return'),
    name: { zh: '统一身份认证', en: 'the identity provider' },
    secondFactor: ['otp', 'mfa'],
  })
})

test('without an issuer there is none, whatever else is said', () => {
  expect(settings(others).identityProvider).toBeNull()
  expect(read({ IDENTITY_PROVIDER_ISSUER: '', IDENTITY_PROVIDER_CLIENT_SECRET_FILE: '/nowhere' })).toBeNull()
})

test.each([
  ['', ''],
  ['an empty file', emptyFile],
])('without a secret (%s) it is a public client', (_, file) => {
  expect(read({ IDENTITY_PROVIDER_CLIENT_SECRET_FILE: file })?.clientSecret).toBeNull()
})

test.each([
  ['no client id', { IDENTITY_PROVIDER_CLIENT_ID: '' }, 'IDENTITY_PROVIDER_CLIENT_ID: is needed'],
  ['a name in one language', { IDENTITY_PROVIDER_NAME_EN: '' }, 'IDENTITY_PROVIDER_NAME_EN: is needed'],
  ['no portal', { PORTAL_URL: '' }, 'PORTAL_URL: is needed'],
  ['an issuer without TLS', { IDENTITY_PROVIDER_ISSUER: 'http://id.example' }, 'IDENTITY_PROVIDER_ISSUER: has to begin with https:'],
  ['a portal without TLS', { PORTAL_URL: 'http://kexie.example' }, 'PORTAL_URL: has to begin with https:'],
  [
    'a secret that is not there',
    { IDENTITY_PROVIDER_CLIENT_SECRET_FILE: '/nowhere' },
    'IDENTITY_PROVIDER_CLIENT_SECRET_FILE: cannot be read',
  ],
])('with %s the service does not start, and says why', (_, said, problem) => {
  expect(() => read(said)).toThrow(problem)
})

test('on this machine it may go without TLS', () => {
  expect(read({ IDENTITY_PROVIDER_ISSUER: 'http://127.0.0.1:9', PORTAL_URL: 'http://localhost:4000' })?.issuer.href).toBe(
    'http://127.0.0.1:9/',
  )
})
