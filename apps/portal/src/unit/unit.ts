import { daysBetween } from '../date/days'
import type { BodySeatingFragment, UnitPageQuery } from '../graph.generated'

export type Unit = NonNullable<UnitPageQuery['unit']>
export type Term = BodySeatingFragment['terms'][number]
export type Seat = Term['seats'][number]

/** A body with a chair and a term at most so many days overdue keeps its unit functioning. */
const OVERDUE_DAYS_BORNE = 365

/** The term that is looked at: the last one that began by the day, also when it is overdue. */
export function termLookedAt({ terms }: Pick<BodySeatingFragment, 'terms'>, on: string): Term | undefined {
  return terms.filter(({ from }) => from <= on).at(-1) ?? terms[0]
}

/** Places, and those that nobody holds; vacant is null where it is not known. */
export function countPlaces(seats: readonly Seat[]): { places: number; vacant: number | null } {
  const places = seats.reduce((sum, seat) => sum + seat.places, 0)
  const known = seats.every(({ vacant }) => vacant !== null)
  return { places, vacant: known ? seats.reduce((sum, { vacant }) => sum + (vacant ?? 0), 0) : null }
}

/** Why a unit does not function, as the key of a text: what is missing first. */
export type Reason = 'noBody' | 'noTerm' | 'overdue' | 'noChair'

/**
 * What a unit lacks to function on a day (N2.3): a body, a term that is not more than a year overdue, a chair who holds the seat
 * or, while the term is overdue, held it on its last day.
 */
export function reasonsNotToFunction({ bodies }: Pick<Unit, 'bodies'>, on: string): Reason[] {
  if (bodies.length === 0) return ['noBody']
  const terms = bodies.flatMap((body) => body.terms.filter(({ from }) => from <= on))
  if (terms.length === 0) return ['noTerm']
  const borne = terms.filter(({ until }) => daysBetween(until, on) <= OVERDUE_DAYS_BORNE)
  const chaired =
    terms.some(({ seats }) => seats.some((seat) => seat.rank === 'CHAIR' && (seat.holders?.length ?? 0) > 0)) ||
    bodies.some((body) => chairedToTheEnd(termLookedAt(body, on), on))
  return [...(borne.length === 0 ? (['overdue'] as const) : []), ...(chaired ? [] : (['noChair'] as const))]
}

function chairedToTheEnd(term: Term | undefined, on: string): boolean {
  if (!term || term.until > on) return false
  const posts = term.seats.filter(({ rank }) => rank === 'CHAIR').flatMap(({ appointments }) => appointments ?? [])
  return posts.some(({ from, until }) => from < term.until && term.until <= until)
}

/** One entry of the time line. */
export type Entry =
  | { day: string; what: 'established' | 'dissolved' }
  | { day: string; what: 'renamed'; name: string }
  | { day: string; what: 'split'; units: string[]; areas: string[] }
  | { day: string; what: 'tookAreas'; unit: string | null; areas: string[] }
  | { day: string; what: 'bodyOpened'; body: string }
  | { day: string; what: 'termOpened'; body: string; number: number }
  | { day: string; what: 'appointed' | 'ended'; seat: string; appointment: NonNullable<Seat['appointments']>[number] }

type Lived = Pick<Unit, 'from' | 'until' | 'names' | 'splits' | 'takeovers' | 'bodies'>

/** What became of a unit up to a day, newest first. That a holding ends with its term goes without saying. */
export function timeLine({ from, until, names, splits, takeovers, bodies }: Lived, on: string): Entry[] {
  const entries: Entry[] = [
    { day: from, what: 'established' },
    ...names.slice(1).map(({ name, from: day }): Entry => ({ day, what: 'renamed', name })),
    ...takeovers.map(({ from: day, predecessor, areas }): Entry => ({
      ...{ day, what: 'tookAreas', unit: predecessor?.name ?? null, areas: areas.map(({ name }) => name) },
    })),
    ...splits.map(({ from: day, into }): Entry => ({
      ...{ day, what: 'split', units: into.flatMap(({ unit }) => unit?.name ?? []) },
      areas: into.flatMap(({ areas }) => areas.map(({ name }) => name)),
    })),
    ...bodies.flatMap((body): Entry[] => [
      { day: body.from, what: 'bodyOpened', body: body.kind.name },
      ...body.terms.flatMap((term): Entry[] => [
        { day: term.from, what: 'termOpened', body: body.kind.name, number: term.number },
        ...term.seats.flatMap(postsOf),
      ]),
    ]),
    ...(until ? [{ day: until, what: 'dissolved' } as const] : []),
  ]
  // What is told later of the same day stands above what is told first.
  return entries
    .filter(({ day }) => day <= on)
    .reverse()
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}

function postsOf({ title: seat, appointments }: Seat): Entry[] {
  return (appointments ?? []).flatMap((appointment): Entry[] => [
    { day: appointment.from, what: 'appointed', seat, appointment },
    ...(appointment.endReason || appointment.kind === 'SECONDMENT'
      ? [{ day: appointment.until, what: 'ended', seat, appointment } as const]
      : []),
  ])
}
