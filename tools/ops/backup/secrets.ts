import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { secretsIn } from '@sizhang/engines'
import type { OpsSettings } from '../settings'

/** By which keys personal data is encrypted; tells whether they are the same as others, and does not tell the keys. */
interface Fingerprints {
  inUse: string
  /** While the key is being replaced: of the one before, by which a part may still be encrypted. */
  previous?: string
  /** … of the one that will be next. */
  next?: string
}

/** The fingerprints of the keys at hand. Null where there are none: neither set nor kept by `npm start`. */
export function fingerprintsAtHand({ home, ...set }: OpsSettings): Fingerprints | null {
  const file = join(home, 'secrets.json')
  const keys = set.fieldKey && set.indexKey ? set : existsSync(file) ? secretsIn(file) : undefined
  if (!keys) return null
  const of = (fieldKey: string | undefined) =>
    createHash('sha256').update(`sizhang ${fieldKey} ${keys.indexKey}`).digest('hex').slice(0, 16)
  return {
    inUse: of(keys.fieldKey),
    ...(keys.previousFieldKey ? { previous: of(keys.previousFieldKey) } : {}),
    ...(keys.nextFieldKey ? { next: of(keys.nextFieldKey) } : {}),
  }
}
