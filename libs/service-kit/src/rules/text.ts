import { Rejected } from './rejected'

/** Control signs, zero-width signs, marks of writing direction and half characters. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

/**
 * A text as it is kept: trimmed, in one normal form. Refused when it is too short or too long, or holds control signs,
 * marks of writing direction or half characters: they break prints, exports and searches.
 */
export function plainText(field: string, value: string, bounds: { min: number; max: number }): string {
  const text = value.normalize('NFC').trim()
  if (INVISIBLE.test(text)) throw new Rejected('TEXT_HAS_CONTROL_SIGNS', { field, value })
  const { length } = [...text]
  if (length < bounds.min) throw new Rejected('TEXT_TOO_SHORT', { field, value, ...bounds })
  if (length > bounds.max) throw new Rejected('TEXT_TOO_LONG', { field, value: `${text.slice(0, 20)}…`, length, ...bounds })
  return text
}
