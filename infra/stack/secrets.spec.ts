import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fieldKeySteps } from './field-keys'
import { generateSecrets, secretsIn, stepFieldKey } from './secrets'

let file: string
beforeEach(() => (file = join(mkdtempSync(join(tmpdir(), 'secrets-')), 'home/secrets.json')))
afterEach(() => rmSync(join(file, '../..'), { recursive: true }))

test('the first start writes secrets that only the owner can read', () => {
  secretsIn(file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('the next start reads the same secrets, and closes a file that was left open to others', () => {
  const first = secretsIn(file)
  chmodSync(file, 0o644)
  expect(secretsIn(file)).toEqual(first)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a damaged file is not replaced: encrypted data would be lost with its keys', () => {
  secretsIn(file)
  const half = readFileSync(file, 'utf8').slice(0, 300)
  writeFileSync(file, half)
  expect(() => secretsIn(file)).toThrow('已损坏')
  expect(readFileSync(file, 'utf8')).toBe(half)
})

test('a file that lacks a secret is named as damaged', () => {
  writeFileSync((secretsIn(file), file), JSON.stringify({ ...generateSecrets(), fieldKey: undefined }))
  expect(() => secretsIn(file)).toThrow('fieldKey missing')
})

test('the public key checks what the private key has signed, and does not hold it', () => {
  const { callerSigningKey, callerKeys } = generateSecrets()
  const [published] = JSON.parse(callerKeys).keys
  const own = JSON.parse(callerSigningKey)
  const signature = sign(null, Buffer.from('token'), createPrivateKey({ key: own, format: 'jwk' }))
  expect(verify(null, Buffer.from('token'), createPublicKey({ key: published, format: 'jwk' }), signature)).toBe(true)
  expect(published).toEqual({ kty: 'OKP', crv: 'Ed25519', x: own.x, kid: own.kid, alg: 'EdDSA', use: 'sig' })
})

test('keys have 32 bytes, and no two installations share anything', () => {
  const [one, other] = [generateSecrets(), generateSecrets()]
  expect(Buffer.from(one.fieldKey, 'base64')).toHaveLength(32)
  expect(new Set([one, other].flatMap((all) => [all.fieldKey, all.indexKey, ...Object.values(all.cursorKeys)])).size).toBe(12)
  expect(one.firstPassword).toMatch(/^([a-hj-np-z2-9]{4}-){3}[a-hj-np-z2-9]{4}$/)
  expect(one.firstPassword).not.toBe(other.firstPassword)
})

test('the key of personal fields is replaced in the file in three steps, and nothing else is', () => {
  const before = secretsIn(file)
  const go = (name: string) => {
    const step = fieldKeySteps[name]
    if (step) stepFieldKey(file, step)
    return secretsIn(file)
  }
  const { nextFieldKey, ...others } = go('next')
  expect(others).toEqual({ ...before, previousFieldKey: '' })
  expect(go('use')).toEqual({ ...before, fieldKey: nextFieldKey, nextFieldKey: '', previousFieldKey: before.fieldKey })
  expect(go('drop')).toEqual({ ...before, fieldKey: nextFieldKey, nextFieldKey: '', previousFieldKey: '' })
})
