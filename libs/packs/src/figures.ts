import { largestFigure } from './pack'
import type { ActivityType, FigureAsked } from './packs'

export interface FigureGiven {
  code: string
  value: number
}

/** What is wrong with a figure; `index` is its place in the given list. */
export type FigureProblem =
  | { code: 'FIGURE_MISSING'; figure: string }
  | { code: 'FIGURE_UNKNOWN' | 'FIGURE_TWICE'; figure: string; value: number; index: number }
  | { code: 'FIGURE_NOT_A_NUMBER' | 'FIGURE_NEGATIVE' | 'FIGURE_FRACTIONAL'; figure: string; value: number; index: number }
  | { code: 'FIGURE_TOO_LARGE'; figure: string; value: number; max: number; index: number }

/** Compares the figures given for an activity with those that its type asks for. No problem: they may be recorded. */
export function checkFigures(type: Pick<ActivityType, 'figures'>, figures: readonly FigureGiven[]): FigureProblem[] {
  const asked = new Map(type.figures.map((figure) => [figure.code, figure]))
  const seen = new Set<string>()
  const problems = figures.flatMap((given, index): FigureProblem[] => {
    const figure = asked.get(given.code)
    if (!figure) return [{ code: 'FIGURE_UNKNOWN', figure: given.code, value: given.value, index }]
    if (seen.has(given.code)) return [{ code: 'FIGURE_TWICE', figure: given.code, value: given.value, index }]
    seen.add(given.code)
    return checkValue(figure, given.value, index)
  })
  const missing = type.figures.filter(({ code, required }) => required && !seen.has(code))
  return [...problems, ...missing.map(({ code }) => ({ code: 'FIGURE_MISSING' as const, figure: code }))]
}

/** One problem a value: the first that a clerk would mend. */
function checkValue({ code: figure, integer, max = largestFigure }: FigureAsked, value: number, index: number): FigureProblem[] {
  if (Number.isNaN(value)) return [{ code: 'FIGURE_NOT_A_NUMBER', figure, value, index }]
  if (value < 0) return [{ code: 'FIGURE_NEGATIVE', figure, value, index }]
  if (value > max) return [{ code: 'FIGURE_TOO_LARGE', figure, value, max, index }]
  if (integer && !Number.isInteger(value)) return [{ code: 'FIGURE_FRACTIONAL', figure, value, index }]
  return []
}
