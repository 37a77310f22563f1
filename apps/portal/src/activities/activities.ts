import { nextDay } from '../date/days'
import type { ActivityRecordFragment, ActivityRowFragment } from '../graph.generated'

/** Money is counted in fen and read in yuan. */
export const MONEY = 'fen'
export const FEN_PER_YUAN = 100

/** One figure of an activity, such as the audience; null where it was not asked for. */
export function figureOf({ figures }: Pick<ActivityRowFragment, 'figures'>, code: string): number | null {
  return figures.find((figure) => figure.code === code)?.value ?? null
}

/** The figures as they are read, money in yuan. */
export function figuresRead({ figures, type }: ActivityRecordFragment, yuan: string) {
  return figures.map(({ code, name, value, unitName }) => {
    const money = type.figures.find((field) => field.code === code)?.unit === MONEY
    return { code, name, value: money ? value / FEN_PER_YUAN : value, unit: money ? yuan : unitName }
  })
}

/** What the address asks for (`?within=320205&department=health&from=2026-01-01&to=2026-06-30`), as the graph wants it. */
export function filterOf(parameters: URLSearchParams, on: string | undefined) {
  const given = (name: string) => parameters.get(name) || undefined
  const to = given('to') ?? on
  const filter = {
    search: given('q'),
    unitId: given('unit'),
    type: given('type'),
    head: given('head'),
    within: given('within'),
    department: given('department'),
    from: given('from'),
    until: to && nextDay(to),
  }
  const { search, unitId, type, head, from } = filter
  // Figures are summed for an area, a department and a time; a list that is narrowed further has none.
  return { ...filter, withdrawn: given('withdrawn') !== undefined, summed: from !== undefined && !(search ?? unitId ?? type ?? head) }
}
