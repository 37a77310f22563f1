import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** The keys of personal fields. */
export interface FieldKeys {
  /** Seals, and opens. */
  FIELD_KEY: Buffer
  /** Opens what instances seal that have it as `FIELD_KEY` already. */
  NEXT_FIELD_KEY?: Buffer | undefined
  /** Opens what was sealed before `FIELD_KEY` was; while it is here, that is sealed anew. */
  PREVIOUS_FIELD_KEY?: Buffer | undefined
}

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16
/** Parts the name of a key from what it sealed; no base64 has it. */
const MARK = '.'
/** Bytes of a name: enough to tell a few keys of one installation apart, and nothing to guess a key by. */
const NAME = 6

/**
 * Encrypts a text (AES-256-GCM), bound to what it belongs to: moved elsewhere it cannot be opened. Base64. While a previous key is here, behind
 * the name of the key: what is left to be sealed anew is found by it. At other times without, as earlier releases, which know no names, read it.
 */
export function seal(keys: FieldKeys, boundTo: string, text: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, keys.FIELD_KEY, nonce).setAAD(Buffer.from(boundTo))
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64')
  return keys.PREVIOUS_FIELD_KEY ? nameOf(keys.FIELD_KEY) + sealed : sealed
}

/** The text in plain, by whichever of the keys sealed it. Throws when none of them did, and when it was changed or moved. */
export function open(keys: FieldKeys, boundTo: string, sealed: string): string {
  const text = opened(keys, boundTo, sealed)
  if (text !== undefined) return text
  throw new Error(
    'a personal field opens with none of the keys that are set (FIELD_KEY, NEXT_FIELD_KEY, PREVIOUS_FIELD_KEY): another one sealed it, or it was changed',
  )
}

/** The same; undefined where it throws. */
export function opened(keys: FieldKeys, boundTo: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed.slice(sealed.indexOf(MARK) + 1), 'base64')
  if (bytes.length < NONCE + TAG) return undefined
  for (const key of [keys.FIELD_KEY, keys.PREVIOUS_FIELD_KEY, keys.NEXT_FIELD_KEY]) {
    const text = key && openedBy(key, boundTo, bytes)
    if (text !== undefined) return text
  }
  return undefined
}

/** Whether the name of `FIELD_KEY` stands before what was sealed; false: it may have sealed it all the same. */
export function isNamed({ FIELD_KEY }: FieldKeys, sealed: string): boolean {
  return sealed.startsWith(nameOf(FIELD_KEY))
}

/** The database filter for a field before which the name of `FIELD_KEY` does not stand. */
export function notNamed({ FIELD_KEY }: FieldKeys): { $type: 'string'; $not: RegExp } {
  return { $type: 'string', $not: new RegExp(`^${nameOf(FIELD_KEY).replace(MARK, `\\${MARK}`)}`) }
}

/** What stands before all that a key sealed. */
function nameOf(key: Buffer): string {
  return createHash('sha256').update('sizhang field key ').update(key).digest().subarray(0, NAME).toString('base64url') + MARK
}

/** Undefined: it authenticates by another key, or by none. */
function openedBy(key: Buffer, boundTo: string, bytes: Buffer): string | undefined {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  const text = decipher.update(bytes.subarray(NONCE + TAG))
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
