import { generateKeyPairSync, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '../processes'
import { type Service, services } from './apps'

/** All that the apps keep secret, except the public keys beside them. */
export interface Secrets {
  /** Private Ed25519 JWK, JSON: membership signs caller tokens with it. */
  callerSigningKey: string
  /** JWKS, JSON: the public half, for everybody who checks a token. */
  callerKeys: string
  /** 32 bytes, base64: encrypts phones and identity numbers. */
  fieldKey: string
  /** 32 bytes, base64: keyed index of encrypted fields. */
  indexKey: string
  /** 32 bytes, base64, one a service: signs cursors. */
  cursorKeys: Record<Service, string>
  /** The administrator's password until the first sign-in. */
  firstPassword: string
}

/** New secrets, from the system's random source. */
export function generateSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { kty, crv, x, d } = privateKey.export({ format: 'jwk' })
  const named = { kty, crv, x, kid: randomUUID(), alg: 'EdDSA', use: 'sig' }
  return {
    callerSigningKey: JSON.stringify({ ...named, d }),
    callerKeys: JSON.stringify({ keys: [named] }),
    fieldKey: key(),
    indexKey: key(),
    cursorKeys: Object.fromEntries(services.map((service) => [service, key()])) as Record<Service, string>,
    firstPassword: password(),
  }
}

/** The secrets of an installation: read from its file, or generated into it (readable by the owner alone) at the first start. */
export function secretsIn(file: string): Secrets {
  if (existsSync(file)) return read(file)
  const secrets = generateSecrets()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

function read(file: string): Secrets {
  chmodSync(file, 0o600)
  const found = parse(file)
  const missing = Object.keys(generateSecrets()).filter((name) => !(name in found))
  if (missing.length > 0) throw damaged(file, `${missing.join(', ')} missing`)
  return found as Secrets
}

function parse(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>
  } catch (error) {
    throw damaged(file, String(error))
  }
}

const damaged = (file: string, why: string) =>
  new Problem(
    `密钥文件 ${file} 已损坏。请从备份恢复；没有它，已加密的个人信息无法读出。`,
    `The secrets file ${file} is damaged (${why}). Restore it from a backup: encrypted personal data cannot be read without it.`,
  )

const key = () => randomBytes(32).toString('base64')

/** Four groups of four characters that are not taken for one another. */
function password(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
