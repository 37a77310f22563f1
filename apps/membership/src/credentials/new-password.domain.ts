import { Rejected } from '@sizhang/service-kit/rules'

const SHORTEST = 12
const LONGEST = 200
/** What everybody tries first at this product. */
const OF_THE_PRODUCT = ['四长', 'sizhang', 'sichang', '科协', 'kexie']
const AROUND = /^[^\p{L}]+|[^\p{L}]+$/gu

/** Of whom a new password is: his account's name, the password before, and the passwords that are tried first, in small letters. */
export interface PasswordSurroundings {
  name: string
  old: string | null
  worst: ReadonlySet<string>
}

/** A new password is long enough to hold, none of those that are tried first, and not the one before. */
export function checkNewPassword(next: string, { name, old, worst }: PasswordSurroundings): void {
  const length = [...next].length
  if (length < SHORTEST) throw new Rejected('PASSWORD_TOO_SHORT', { field: 'new', min: SHORTEST })
  if (length > LONGEST) throw new Rejected('PASSWORD_TOO_LONG', { field: 'new', max: LONGEST })
  if (next === old) throw new Rejected('PASSWORD_UNCHANGED', { field: 'new' })
  if (isGuessed(next, [name, ...OF_THE_PRODUCT], worst)) throw new Rejected('PASSWORD_GUESSED', { field: 'new' })
}

/**
 * Whether a password is tried first by whoever guesses: one of the worst, the account's name or a word of the product, whatever digits
 * and signs stand around it; or a short piece again and again. Wide and narrow, small and capital letters are alike.
 */
function isGuessed(password: string, words: string[], worst: ReadonlySet<string>): boolean {
  const text = folded(password)
  const without = words.reduce((left, word) => left.replaceAll(folded(word), ''), text)
  if (without !== text && letters(without) === '') return true
  return pieceOf(text).length < SHORTEST || [text, letters(text), letters(without)].some((part) => worst.has(part))
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase()
const letters = (text: string) => text.replace(AROUND, '')

/** The shortest piece of which the text is made by saying it again; the text itself, where it is not. */
function pieceOf(text: string): string {
  return text.slice(0, (text + text).indexOf(text, 1))
}
