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
  const sealed = sealedBy(keys.FIELD_KEY, boundTo, Buffer.from(text, 'utf8')).toString('base64')
  return keys.PREVIOUS_FIELD_KEY ? nameOf(keys.FIELD_KEY) + sealed : sealed
}

/** The text in plain, by whichever of the keys sealed it. Throws when none of them did, and when it was changed or moved. */
export function open(keys: FieldKeys, boundTo: string, sealed: string): string {
  const text = opened(keys, boundTo, sealed)
  if (text !== undefined) return text
  throw opensWithNone('a personal field')
}

/** The same; undefined where it throws. */
export function opened(keys: FieldKeys, boundTo: string, sealed: string): string | undefined {
  return openedBytes(keys, boundTo, Buffer.from(sealed.slice(sealed.indexOf(MARK) + 1), 'base64'))?.toString('utf8')
}

/** Bytes as they are kept: sealed as a text is, with the name of the key that did it beside them, whether another one is being replaced or not. */
export interface SealedBytes {
  key: string
  sealed: Buffer
}

/** Encrypts bytes as `seal` does a text. */
export function sealBytes({ FIELD_KEY }: FieldKeys, boundTo: string, bytes: Buffer): SealedBytes {
  return { key: nameOf(FIELD_KEY), sealed: sealedBy(FIELD_KEY, boundTo, bytes) }
}

/** The bytes in plain, by whichever of the keys sealed them. Throws as `open` does. */
export function openBytes(keys: FieldKeys, boundTo: string, sealed: Buffer): Buffer {
  const bytes = openedBytes(keys, boundTo, sealed)
  if (bytes) return bytes
  throw opensWithNone('a piece of a paper')
}

/** The same; undefined where it throws. */
export function openedBytes(keys: FieldKeys, boundTo: string, sealed: Buffer): Buffer | undefined {
  if (sealed.length < NONCE + TAG) return undefined
  for (const key of [keys.FIELD_KEY, keys.PREVIOUS_FIELD_KEY, keys.NEXT_FIELD_KEY]) {
    const bytes = key && openedBy(key, boundTo, sealed)
    if (bytes) return bytes
  }
  return undefined
}

/** The database filter for sealed bytes that `FIELD_KEY` has not sealed. */
export function notSealedBy({ FIELD_KEY }: FieldKeys): { $ne: string } {
  return { $ne: nameOf(FIELD_KEY) }
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

function sealedBy(key: Buffer, boundTo: string, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(boundTo))
  const encrypted = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
}

/** Undefined: it authenticates by another key, or by none. */
function openedBy(key: Buffer, boundTo: string, bytes: Buffer): Buffer | undefined {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  const opening = decipher.update(bytes.subarray(NONCE + TAG))
  try {
    return Buffer.concat([opening, decipher.final()])
  } catch {
    return undefined
  }
}

function opensWithNone(what: string): Error {
  return new Error(
    `${what} opens with none of the keys that are set (FIELD_KEY, NEXT_FIELD_KEY, PREVIOUS_FIELD_KEY): another one sealed it, or it was changed`,
  )
}
