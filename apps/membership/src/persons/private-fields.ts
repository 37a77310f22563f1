import { createHmac } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { SETTINGS } from '@sizhang/service-kit'
import { plainText, Rejected } from '@sizhang/service-kit/rules'
import type { MembershipSettings } from '../config'
import { open, seal, type FieldKeys } from '../credentials/sealing'
import type { SealedPlaces } from '../field-key/sealed-places'
import type { Guardian } from '../minors/minors.domain'
import { readIdentityNumber, readPhone, type Person, type Sealed } from './persons.domain'

type PrivateField = 'phone' | 'identityNumber'
type GuardianField = 'guardianName' | 'guardianPhone'

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

/**
 * Encrypts a person's private fields (AES-256-GCM) and makes their keyed index (HMAC-SHA-256), by which equal values are found.
 * What is sealed is bound to its person and field: moved to another document it cannot be opened.
 */
@Injectable()
export class PrivateFields {
  constructor(@Inject(SETTINGS) private readonly keys: FieldKeys & Pick<MembershipSettings, 'INDEX_KEY'>) {}

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
    return { sealed: seal(this.keys, boundTo(personId, field), text), index: this.indexOf(field, text) }
  }

  /** The value in plain. Throws when it was changed, moved, or sealed with another key. */
  open(personId: string, field: PrivateField, { sealed }: Sealed): string {
    return open(this.keys, boundTo(personId, field), sealed)
  }

  /** A guardian as a clerk gave him, checked, with name and phone sealed for the child; he is found by nothing. */
  sealGuardian(personId: string, guardian: Guardian): Guardian {
    const phone = readPhone(guardian.phone)
    if (phone === undefined) throw new Rejected('PHONE_INVALID', { field: 'guardian.phone' })
    const name = plainText('guardian.name', guardian.name, { min: 2, max: 40 })
    const sealed = (field: GuardianField, text: string) => seal(this.keys, boundTo(personId, field), text)
    return { ...guardian, name: sealed('guardianName', name), phone: sealed('guardianPhone', phone) }
  }

  /** The name of a child's guardian in plain. */
  guardianName(personId: string, { name }: Guardian): string {
    return open(this.keys, boundTo(personId, 'guardianName'), name)
  }

  /** The phone of a child's guardian in plain. */
  guardianPhone(personId: string, { phone }: Guardian): string {
    return open(this.keys, boundTo(personId, 'guardianPhone'), phone)
  }

  /** What of a birth date and a guardian tells one input from another: the keyed index, never the values. */
  fingerprintOfAge({ birthDate, guardian }: { birthDate?: string | null; guardian?: Guardian | null }): Record<string, unknown> {
    const index = (text: string) => this.indexOf('age', text)
    return {
      birthDate: birthDate && index(birthDate),
      guardian: guardian && { ...guardian, name: index(guardian.name), phone: index(guardian.phone) },
    }
  }

  /** The numbers of a person in plain; null: none known. */
  opened({ _id, phone, identityNumber }: Pick<Person, PrivateField> & { _id: string }): Record<PrivateField, string | null> {
    return {
      phone: phone && this.open(_id, 'phone', phone),
      identityNumber: identityNumber && this.open(_id, 'identityNumber', identityNumber),
    }
  }

  private sealOne(personId: string, field: PrivateField, given: string | null | undefined, read: (text: string) => string | undefined) {
    if (given === null || given === undefined) return undefined
    if (given.trim() === '') return null
    const text = read(given)
    if (text === undefined) throw new Rejected(field === 'phone' ? 'PHONE_INVALID' : 'IDENTITY_NUMBER_INVALID', { field })
    return this.seal(personId, field, text)
  }

  /** The keyed index of a value: equal for equal values of a field, and of no use without the key. */
  private indexOf(field: PrivateField | 'age', text: string): string {
    return createHmac('sha256', this.keys.INDEX_KEY).update(`${field} ${text}`).digest('base64url')
  }
}

/** What of sealed fields tells one input from another: the keyed index, never the value, which a short hash would not hide. */
export function fingerprint({ phone, identityNumber }: SealedFields): Record<string, string | undefined> {
  return { phone: phone === null ? '' : phone?.index, identityNumber: identityNumber === null ? '' : identityNumber?.index }
}

const places: Record<PrivateField | GuardianField, string> = {
  phone: 'phone.sealed',
  identityNumber: 'identityNumber.sealed',
  guardianName: 'minor.guardian.name',
  guardianPhone: 'minor.guardian.phone',
}

/** Where the sealed values of persons stand. */
export const sealedOfPersons: SealedPlaces = {
  collection: 'persons',
  boundTo: Object.fromEntries(
    Object.entries(places).map(([field, path]) => [path, (personId: string) => boundTo(personId, field as PrivateField | GuardianField)]),
  ),
}

function boundTo(personId: string, field: PrivateField | GuardianField): string {
  return `${personId} ${field}`
}
