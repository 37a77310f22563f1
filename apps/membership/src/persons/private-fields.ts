import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { SETTINGS } from '@sizhang/service-kit'
import { Rejected } from '@sizhang/service-kit/rules'
import type { MembershipSettings } from '../config'
import { readIdentityNumber, readPhone, type Sealed } from './persons.domain'

type PrivateField = 'phone' | 'identityNumber'

/** Private fields as a clerk gives them: an empty text takes away, what is left out stays. */
interface Given {
  phone?: string | null | undefined
  identityNumber?: string | null | undefined
}

/** Private fields as they may leave the edge: null takes away, undefined stays. */
export interface SealedFields {
  phone: Sealed | null | undefined
  identityNumber: Sealed | null | undefined
}

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/**
 * Encrypts a person's private fields (AES-256-GCM) and makes their keyed index (HMAC-SHA-256), by which equal values are found.
 * What is sealed is bound to its person and field: moved to another document it cannot be opened.
 */
@Injectable()
export class PrivateFields {
  private readonly fieldKey: Buffer
  private readonly indexKey: Buffer

  constructor(@Inject(SETTINGS) settings: Pick<MembershipSettings, 'FIELD_KEY' | 'INDEX_KEY'>) {
    this.fieldKey = settings.FIELD_KEY
    this.indexKey = settings.INDEX_KEY
  }

  /** What a clerk gave, checked, in its one form, and sealed for a person. */
  sealGiven(personId: string, { phone, identityNumber }: Given): SealedFields {
    return {
      phone: this.sealOne(personId, 'phone', phone, readPhone),
      identityNumber: this.sealOne(personId, 'identityNumber', identityNumber, readIdentityNumber),
    }
  }

  /** The keyed index of a text that is a whole phone or identity number; undefined for any other. */
  numberIn(text: string): { field: PrivateField; index: string } | undefined {
    const phone = readPhone(text)
    if (phone) return { field: 'phone', index: this.indexOf('phone', phone) }
    const identityNumber = readIdentityNumber(text)
    return identityNumber ? { field: 'identityNumber', index: this.indexOf('identityNumber', identityNumber) } : undefined
  }

  /** The value as it may be stored. */
  seal(personId: string, field: PrivateField, text: string): Sealed {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv(CIPHER, this.fieldKey, nonce).setAAD(boundTo(personId, field))
    const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64'), index: this.indexOf(field, text) }
  }

  /** The value in plain. Throws when it was changed, moved, or sealed with another key. */
  open(personId: string, field: PrivateField, { sealed }: Sealed): string {
    const bytes = Buffer.from(sealed, 'base64')
    const decipher = createDecipheriv(CIPHER, this.fieldKey, bytes.subarray(0, NONCE))
      .setAAD(boundTo(personId, field))
      .setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
  }

  private sealOne(personId: string, field: PrivateField, given: string | null | undefined, read: (text: string) => string | undefined) {
    if (given === null || given === undefined) return undefined
    if (given.trim() === '') return null
    const text = read(given)
    if (text === undefined) throw new Rejected(field === 'phone' ? 'PHONE_INVALID' : 'IDENTITY_NUMBER_INVALID', { field })
    return this.seal(personId, field, text)
  }

  /** The keyed index of a value: equal for equal values of a field, and of no use without the key. */
  private indexOf(field: PrivateField, text: string): string {
    return createHmac('sha256', this.indexKey).update(`${field} ${text}`).digest('base64url')
  }
}

/** What of sealed fields tells one input from another: the keyed index, never the value, which a short hash would not hide. */
export function fingerprint({ phone, identityNumber }: SealedFields): Record<string, string | undefined> {
  return { phone: phone === null ? '' : phone?.index, identityNumber: identityNumber === null ? '' : identityNumber?.index }
}

function boundTo(personId: string, field: PrivateField): Buffer {
  return Buffer.from(`${personId} ${field}`)
}
