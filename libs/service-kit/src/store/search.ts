import { pinyin } from 'pinyin-pro'

/** Signs that nobody sees and that come along with a copied text: blanks, controls, directions and joiners, halves of a character. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Cs}]+/gu

/**
 * The words under which a name is found: as written, in pinyin, by its initials, and by codes.
 * With `surname` the first character is read as a family name (单 shàn, not dān).
 */
export function searchWords(name: string, options: WordOptions = {}): string[] {
  return wordsOf(name, syllablesOf(name, options.surname), options)
}

interface WordOptions {
  surname?: boolean
  codes?: (string | null | undefined)[]
}

/**
 * The beginnings by which a name is found among hundreds of thousands: its words as `searchWords` has them, and the rest of the name from each of
 * its characters on; with `syllables` also the rest of its pinyin and initials. An index answers how words begin, and has to be read whole for what
 * they hold.
 */
export function searchBeginnings(name: string, options: WordOptions & { syllables?: boolean } = {}): string[] {
  const syllables = syllablesOf(name, options.surname)
  const words = wordsOf(name, syllables, options)
  const rests = restsOf([...(words[0] ?? '')]).map((rest) => rest.join(''))
  const readings = options.syllables ? restsOf(syllables).flatMap((rest) => [rest.join(''), initialsOf(rest)]) : []
  return seen([...words, ...rests, ...readings])
}

function wordsOf(name: string, syllables: readonly string[], { codes = [] }: WordOptions): string[] {
  return seen([name.toLowerCase(), syllables.join(''), initialsOf(syllables), ...codes.flatMap((code) => code?.toLowerCase() ?? [])])
}

/** To read a name takes longer than all else that is done with it here. */
function syllablesOf(name: string, surname = false): string[] {
  const reading = { toneType: 'none', type: 'array', mode: surname ? 'surname' : 'normal' } as const
  return pinyin(name, reading).map((syllable) => syllable.replace('ü', 'v').toLowerCase())
}

const initialsOf = (syllables: readonly string[]) => syllables.map((syllable) => syllable.charAt(0)).join('')

/** What is left from each part on. */
const restsOf = (parts: readonly string[]) => parts.map((_, place) => parts.slice(place))

/** Words without what nobody sees, each once. */
const seen = (words: readonly string[]) => [...new Set(words.map((word) => word.replace(UNSEEN, '')))].filter((word) => word !== '')

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
