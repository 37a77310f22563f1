import { randomBytes, randomInt } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '../processes'
import { type Service, services } from './apps'
import { type CallerKeys, newCallerKeys, renewedWhenOld } from './caller-keys'
import type { FieldKeySettings } from './field-keys'

/** All that the apps keep secret, except the public keys beside them. */
export interface Secrets extends CallerKeys {
  /** 32 bytes, base64: encrypts phones and identity numbers. */
  fieldKey: string
  /** While it is being replaced: the one that will be next, or what was before. */
  nextFieldKey?: string
  previousFieldKey?: string
  /** 32 bytes, base64: keyed index of encrypted fields. */
  indexKey: string
  /** 32 bytes, base64, one a service: signs cursors. */
  cursorKeys: Record<Service, string>
  /** The administrator's password until the first sign-in. */
  firstPassword: string
}

/** New secrets, from the system's random source. */
export function generateSecrets(): Secrets {
  return {
    ...newCallerKeys(),
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
  write(file, secrets)
  return secrets
}

/** The same for an installation of which nothing runs yet: a key pair of caller tokens that is older than ninety days is replaced. */
export function secretsForStart(file: string, now: Date): Secrets {
  const found = secretsIn(file)
  const renewed = renewedWhenOld(found, now)
  if (renewed === found) return found
  const secrets = { ...found, ...renewed }
  write(file, secrets)
  return secrets
}

/** The keys of personal fields among the secrets, as settings of membership. */
export function fieldKeysOf({ fieldKey, nextFieldKey, previousFieldKey }: Secrets) {
  return { FIELD_KEY: fieldKey, NEXT_FIELD_KEY: nextFieldKey ?? '', PREVIOUS_FIELD_KEY: previousFieldKey ?? '' }
}

/** Goes one step in replacing the key of personal fields of an installation, which holds from its next start on. Throws a `Problem` out of turn. */
export function stepFieldKey(file: string, step: (settings: FieldKeySettings) => FieldKeySettings): void {
  if (!existsSync(file)) throw new Problem(`密钥未更换：没有 ${file}。`, `Nothing was changed: there is no ${file}.`)
  const secrets = secretsIn(file)
  const { FIELD_KEY: fieldKey, ...others } = { ...fieldKeysOf(secrets), ...step(fieldKeysOf(secrets)) }
  write(file, { ...secrets, fieldKey, nextFieldKey: others.NEXT_FIELD_KEY, previousFieldKey: others.PREVIOUS_FIELD_KEY })
}

/** Whole or not at all: half a file of secrets would cost what they encrypt. */
function write(file: string, secrets: Secrets): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
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
