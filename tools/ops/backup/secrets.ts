import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { secretsIn } from '@sizhang/engines'
import type { OpsSettings } from '../settings'

/**
 * Tells whether the keys at hand are those by which an installation's personal data is encrypted, and does not tell the keys.
 * Null where they are not at hand: neither set nor kept by `npm start`.
 */
export function secretsFingerprint({ home, fieldKey, indexKey }: OpsSettings): string | null {
  const file = join(home, 'secrets.json')
  const keys = fieldKey && indexKey ? { fieldKey, indexKey } : existsSync(file) ? secretsIn(file) : undefined
  return keys ? createHash('sha256').update(`sizhang ${keys.fieldKey} ${keys.indexKey}`).digest('hex').slice(0, 16) : null
}
