import { atShare } from '../latency/spread'
import type { Aim, Contest, Line } from './row'

export const ROUNDS = 5

/** What came of a line: medians of its rounds; the ratio is the median of the rounds' own, and lies between `least` and `most`. */
export interface Figures {
  name: string
  unit: string
  ours: number
  theirs: number
  /** Null where theirs is 0. */
  ratio: number | null
  spread: { least: number; most: number }
  aim: Aim
  met: boolean
  /** What raw drivers came to that do what ours cannot do without, their ratio to theirs, and whether that would meet the aim. */
  bound?: { figure: number; ratio: number; met: boolean }
}

/**
 * Gives each side its turn so many times. Both sides of a ratio are measured one right after the other, and in every other round in
 * the other order, so that what else the machine does meets both alike.
 */
export async function figuresOf(contest: Contest): Promise<Figures[]> {
  const { sides, lines, rounds, uncounted = rounds === undefined ? 1 : 0 } = contest
  const names = Object.keys(sides)
  const found = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let turn = 0; turn < uncounted; turn++) for (const name of names) await sides[name]?.()
  for (let round = 0; round < (rounds ?? ROUNDS); round++)
    for (const name of round % 2 === 0 ? names : names.toReversed()) found.get(name)?.push((await sides[name]?.()) ?? Number.NaN)
  const of = (name: string | undefined) => found.get(name ?? '') ?? []
  return lines.map((line) => compared(line, of(line.ours), of(line.theirs), of(line.bound)))
}

/** One line of what its two sides gave, and what bounds ours where that was measured, round by round. */
export function compared(
  { name, unit, aim }: Line,
  ours: readonly number[],
  theirs: readonly number[],
  bound: readonly number[] = [],
): Figures {
  const ratios = ratiosOf(ours, theirs)
  const spoken = 'oursAtMost' in aim ? ours : ratios
  const middle = { ours: atShare(ours, 0.5), theirs: atShare(theirs, 0.5), ratio: atShare(ratios, 0.5) }
  return {
    name,
    unit,
    ours: rounded(middle.ours),
    theirs: rounded(middle.theirs),
    ratio: Number.isFinite(middle.ratio) ? rounded(middle.ratio) : null,
    spread: { least: rounded(atShare(spoken, 0)), most: rounded(atShare(spoken, 1)) },
    aim,
    met: holds(aim, middle),
    ...(bound.length > 0 ? { bound: boundOf(aim, bound, theirs) } : {}),
  }
}

function boundOf(aim: Aim, figures: readonly number[], theirs: readonly number[]): NonNullable<Figures['bound']> {
  const [figure, ratio] = [atShare(figures, 0.5), atShare(ratiosOf(figures, theirs), 0.5)]
  return { figure: rounded(figure), ratio: rounded(ratio), met: holds(aim, { ours: figure, ratio }) }
}

const ratiosOf = (ours: readonly number[], theirs: readonly number[]) => ours.map((figure, round) => figure / (theirs[round] ?? Number.NaN))

function holds(aim: Aim, { ours, ratio }: { ours: number; ratio: number }): boolean {
  if ('oursAtMost' in aim) return ours <= aim.oursAtMost
  return 'ratioAtLeast' in aim ? ratio >= aim.ratioAtLeast : ratio <= aim.ratioAtMost
}

/** Three digits that count. */
const rounded = (figure: number) => Number(figure.toPrecision(3))
