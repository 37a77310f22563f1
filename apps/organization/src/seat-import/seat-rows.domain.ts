import type { HoldingKind, LocalDate, Rank } from '@sizhang/contracts'
import type { Body, Term } from '../bodies/bodies.domain'
import { bodyKindOf, isStanding, type BodyKind } from '../bodies/body-kinds.domain'
import type { Seat } from '../bodies/seats.domain'
import { Cells, isFormula, plainName, type WrittenRow } from '../list-import/cells.domain'
import { BODY_KINDS, HOLDING_KINDS, RANKS, type SeatWords } from './seat-words.domain'

/** The columns of a file of seats. */
export const SEAT_COLUMNS = [
  ...(['unit', 'kind', 'body', 'opened', 'term', 'from', 'until'] as const),
  ...(['title', 'rank', 'kinds', 'places', 'reserved_head', 'by_post'] as const),
] as const
export type SeatColumn = (typeof SEAT_COLUMNS)[number]

/** A row of a file of seats, as it stands there. */
export type SeatRow = WrittenRow<SeatColumn>

/** What a row says, as far as it could be read. Unit and body are still as they were written; null: nothing is said, or it could not be read. */
export interface ReadSeat {
  line: number
  unit: string
  kind: BodyKind | null
  body: string
  opened: LocalDate | null
  term: number | null
  from: LocalDate | null
  until: LocalDate | null
  title: string | null
  rank: Rank | null
  kinds: HoldingKind[] | null
  places: number | null
  /** Undefined: it could not be read, so the seat that is meant cannot be said. */
  reservedHead: string | null | undefined
  byPost: string | null
  cells: Cells<SeatColumn>
}

const TERM_NUMBER = /^第?(\d{1,4})届?$/
const PLACES = /^(\d{1,4})[个名人]?$/
const BETWEEN_KINDS = /[、,;/]+/

/** Reads the cells of a row; each that cannot be read is a problem of its own. */
export function readSeatRow(row: SeatRow, heads: ReadonlyMap<string, string>): ReadSeat {
  const cells = new Cells(row)
  const given = <Read>(column: SeatColumn, read: () => Read | null) => (cells.text(column) === '' ? null : read())
  const needed = <Read>(column: SeatColumn, read: () => Read | null) => (cells.needed(column) === null ? null : read())
  for (const column of ['body', 'title', 'by_post'] as const) if (isFormula(cells.text(column))) cells.refuse(column, 'CELL_IS_FORMULA')
  const code = needed('kind', () => cells.known('kind', BODY_KINDS, 'BODY_KIND_UNKNOWN'))
  // A group has no terms; and whether a body of no known kind has some cannot be said.
  const inTerm = code === null || isStanding(code) ? given : needed
  if (code !== null && isStanding(code)) cells.needed('body')
  return {
    line: row.line,
    unit: cells.text('unit'),
    kind: code === null ? null : (bodyKindOf(code) ?? null),
    body: cells.text('body'),
    opened: given('opened', () => cells.day('opened')),
    term: inTerm('term', () => wholeNumber(cells, 'term', TERM_NUMBER) ?? cells.refuse('term', 'TERM_NUMBER_OUT_OF_RANGE')),
    from: inTerm('from', () => cells.day('from')),
    until: inTerm('until', () => cells.day('until')),
    title: cells.needed('title'),
    rank: needed('rank', () => cells.known('rank', RANKS, 'RANK_UNKNOWN')),
    kinds: needed('kinds', () => kindsIn(cells)),
    places: needed('places', () => wholeNumber(cells, 'places', PLACES) ?? cells.refuse('places', 'SEAT_PLACES_OUT_OF_RANGE')),
    reservedHead: cells.text('reserved_head') === '' ? null : (cells.known('reserved_head', heads, 'HEAD_UNKNOWN') ?? undefined),
    byPost: cells.text('by_post') || null,
    cells,
  }
}

/** A number as people and spreadsheets write it, also with the digits of a Chinese keyboard. Null: it is none. */
function wholeNumber(cells: Cells<SeatColumn>, column: SeatColumn, form: RegExp): number | null {
  const [, digits] = form.exec(plainName(cells.text(column))) ?? []
  return digits === undefined ? null : Number(digits)
}

function kindsIn(cells: Cells<SeatColumn>): HoldingKind[] | null {
  const names = cells.text('kinds').normalize('NFKC').split(BETWEEN_KINDS).map(plainName)
  const read = names.filter((name) => name !== '').map((name) => HOLDING_KINDS.get(name))
  const kinds = read.filter((kind) => kind !== undefined)
  if (kinds.length < read.length || kinds.length === 0) return cells.refuse('kinds', 'HOLDING_KIND_UNKNOWN')
  return [...new Set(kinds)]
}

/** A seat as a file writes it, of a unit and a body by what the file calls them. */
export function rowOfSeat(
  names: { unit: string; body: string },
  body: Body,
  term: Term,
  seat: Seat,
  words: SeatWords,
): Omit<SeatRow, 'line'> {
  const inTerm = isStanding(body.kind)
    ? { term: '', from: '', until: '' }
    : { term: String(term.number), from: term.from, until: term.until }
  return {
    ...names,
    kind: words.bodyKind(body.kind),
    opened: body.from,
    ...inTerm,
    title: seat.title,
    rank: words.rank(seat.rank),
    kinds: words.kinds(seat.kinds),
    places: String(seat.places),
    reserved_head: seat.reservedHead === null ? '' : words.head(seat.reservedHead),
    by_post: seat.byPost ?? '',
  }
}
