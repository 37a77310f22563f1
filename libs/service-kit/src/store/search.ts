import { pinyin } from 'pinyin-pro'

/** Signs that nobody sees and that come along with a copied text: blanks, controls, directions and joiners, halves of a character. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Cs}]+/gu

/**
 * The words under which a name is found: as written, in pinyin, by its initials, and by codes.
 * With `surname` the first character is read as a family name (单 shàn, not dān).
 */
export function searchWords(name: string, options: { surname?: boolean; codes?: (string | null | undefined)[] } = {}): string[] {
  const reading = { toneType: 'none', type: 'array', mode: options.surname ? 'surname' : 'normal' } as const
  const syllables = pinyin(name, reading).map((syllable) => syllable.replace('ü', 'v').toLowerCase())
  const words = [name.toLowerCase(), syllables.join(''), syllables.map((syllable) => syllable.charAt(0)).join('')]
  for (const code of options.codes ?? []) if (code) words.push(code.toLowerCase())
  return [...new Set(words.map((word) => word.replace(UNSEEN, '')))]
}

/**
 * The beginnings by which a name is found among hundreds of thousands: its words as `searchWords` has them, and the rest of the name from each of
 * its characters on. An index answers how words begin, and has to be read whole for what they hold.
 */
export function searchBeginnings(name: string, options: Parameters<typeof searchWords>[1] = {}): string[] {
  const words = searchWords(name, options)
  const characters = [...(words[0] ?? '')]
  return [...new Set([...words, ...characters.map((_, place) => characters.slice(place).join(''))])]
}

/** The database filter for a search text over a field made by `searchBeginnings`; an empty filter for an empty text. */
export function beginningsFilter(text: string | null | undefined): Record<string, unknown> {
  const pattern = patternOf(text)
  return pattern === '' ? {} : { beginnings: { $regex: `^${pattern}` } }
}

/** The database filter for a search text over a field made by `searchWords`; an empty filter for an empty text. */
export function searchFilter(text: string | null | undefined): Record<string, unknown> {
  const pattern = patternOf(text)
  return pattern === '' ? {} : { search: { $regex: pattern } }
}

/** A search text as a pattern in which each sign stands for itself. */
function patternOf(text: string | null | undefined): string {
  const word = (text ?? '').normalize('NFC').toLowerCase().replace(UNSEEN, '').slice(0, 60)
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
