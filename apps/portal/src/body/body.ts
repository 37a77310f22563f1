import type { BodyPageQuery, Rank, SeatOfBodyFragment } from '../graph.generated'

export type Body = NonNullable<BodyPageQuery['body']>
export type Seat = SeatOfBodyFragment
export type Standing = NonNullable<Body['structure']>[number]

/** A place of a seat: somebody, or nobody since a day. */
export type Place =
  | { key: string; seat: Seat; holder: NonNullable<Seat['holders']>[number]; vacancy: null }
  | { key: string; seat: Seat; holder: null; vacancy: NonNullable<Seat['vacancies']>[number] }

/** Seats of one rank, with their places: who sits there by the day on which he began, then what is vacant, longest first. */
export interface Row {
  rank: Rank
  places: Place[]
  /** Seats of which it is not known who holds them. */
  unknown: Seat[]
}

/** The seating of a body: a row a rank, in the order in which the seats come. */
export function seatingOf(seats: readonly Seat[]): Row[] {
  const rows = new Map<Rank, Row>()
  for (const seat of seats) {
    const row = rows.get(seat.rank) ?? { rank: seat.rank, places: [], unknown: [] }
    rows.set(seat.rank, row)
    if (!seat.holders || !seat.vacancies) row.unknown.push(seat)
    else row.places.push(...placesOf(seat, seat.holders, seat.vacancies))
  }
  return [...rows.values()]
}

function placesOf(seat: Seat, holders: NonNullable<Seat['holders']>, vacancies: NonNullable<Seat['vacancies']>): Place[] {
  return [
    ...holders.map((holder): Place => ({ key: holder.id, seat, holder, vacancy: null })),
    ...vacancies.map((vacancy, place): Place => ({ key: `${seat.id}/${place}`, seat, holder: null, vacancy })),
  ]
}

/** Places in all, and vacant ones with the days of the longest vacancy; vacant is null where a seat's holders are not known. */
export function countPlaces(seats: readonly Seat[]): { places: number; vacant: number | null; longest: number } {
  const vacancies = seats.flatMap((seat) => seat.vacancies ?? [])
  return {
    places: seats.reduce((sum, { places }) => sum + places, 0),
    vacant: seats.some((seat) => seat.vacancies === null) ? null : vacancies.length,
    longest: Math.max(0, ...vacancies.map(({ days }) => days)),
  }
}

/** The term that is looked at: the last one that began by the day, also when it is overdue; a group has none. */
export function termOn({ terms }: Pick<Body, 'terms'>, on: string): Body['terms'][number] | undefined {
  return terms.filter(({ from }) => from <= on).at(-1)
}
