import type { Language } from '@sizhang/service-kit'

/** What a figure says of itself in one language. */
interface FigureWords {
  unit: string
  definition: string
}

/** The words of a figure. */
export type FigureText = Record<Language, FigureWords>

/** 指标值: a figure, never a bare number. */
export interface Figure extends FigureWords {
  value: number | null
  state: 'KNOWN' | 'UNKNOWN' | 'NOT_APPLICABLE'
}

/** A figure that is known; zero is 0. */
export function known(value: number, text: FigureText, language: Language): Figure {
  return { value, state: 'KNOWN', ...text[language] }
}

/** A share in per cent, to two decimals; of nothing it is not applicable. */
export function share(part: number, whole: number, text: FigureText, language: Language): Figure {
  if (whole === 0) return { value: null, state: 'NOT_APPLICABLE', ...text[language] }
  return known(Math.round((part / whole) * 10_000) / 100, text, language)
}
