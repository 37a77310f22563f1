import { Rejected } from '@sizhang/service-kit/rules'
import { bodyUnitOf, type Body, type BodyUnit } from '../bodies/bodies.domain'
import type { SeatSurroundings } from '../bodies/seats.domain'
import { byColumn, everyRefusal, type CheckedRows, type RowList } from '../list-import/checked-rows.domain'
import { NamedUnits, type NamedUnit } from '../list-import/named-units.domain'
import { NamedBodies, type KeptBody, type MeantBody } from './named-bodies.domain'
import {
  bodyStandIn,
  COLUMNS,
  inTermStandIn,
  keyOf,
  NO_ID,
  openingAsIfRight,
  seatAsIfRight,
  tell,
  termAsIfRight,
  wished,
} from './seat-refusals.domain'
import { readSeatRow, SEAT_COLUMNS, type ReadSeat, type SeatColumn, type SeatRow } from './seat-rows.domain'
import type { SeatWords } from './seat-words.domain'
import { hasKinds, isSame, opening, seatsMeant, seatTaken, termTaken, type AskedSeat } from './taken-seats.domain'

/** What a list has to be checked against: only what the caller may see. */
export interface SeatsKnown {
  /** The units that the file may mean. */
  units: readonly NamedUnit[]
  /** Their bodies. */
  bodies: readonly KeptBody[]
  /** The codes of heads, by all their names. */
  heads: ReadonlyMap<string, string>
  /** Whether the caller may open a body, or change it. */
  mayChange: (body: Pick<Body, 'unitId' | 'path'>) => boolean
  surroundings: SeatSurroundings
  words: SeatWords
}

/** A seat that is new, decided as the commands decide it that open its body and its term where they are not there, and create it. */
export interface FreshSeat {
  line: number
  /** The unit as it was written. */
  unit: string
  asked: AskedSeat
  opensBody: boolean
  opensTerm: boolean
}

/** Where a row's seat is to be, as far as it can be said. */
interface Place {
  /** The body; null: it cannot be said, and what follows is judged in one that stands for it. */
  meant: MeantBody | null
  /** The body as the rows before leave it, with the term. */
  body: Body
  term: AskedSeat['term']
  opensBody: boolean
  opensTerm: boolean
}

/** Checks a whole list, row by row: a body or term that is not there is opened by the first row that names it. A seat that is there stays as it is. */
export class SeatList implements RowList<SeatRow, FreshSeat> {
  readonly checked: CheckedRows<FreshSeat> = { fresh: [], unchanged: 0, problems: [] }
  private readonly units: NamedUnits
  private readonly bodies: NamedBodies

  /** @param idOf the id of what a row makes, by what it says: the same row always gives the same ids */
  constructor(
    private readonly known: SeatsKnown,
    private readonly idOf: (key: string) => string,
  ) {
    this.units = new NamedUnits(known.units)
    this.bodies = new NamedBodies(known.bodies)
  }

  take(written: SeatRow): void {
    const row = readSeatRow(written, this.known.heads)
    const unit = this.unitOf(row)
    const fresh = this.seatOf(row, this.inTerm(row, this.inBody(row, unit)))
    const { problems } = row.cells
    if (problems.length > 0) this.checked.problems.push(...byColumn(problems, SEAT_COLUMNS))
    else if (fresh) this.checked.fresh.push(fresh)
    else this.checked.unchanged += 1
  }

  private unitOf({ unit: written, from, opened, cells }: ReadSeat): NamedUnit | null {
    if (!cells.needed('unit')) return null
    const found = this.units.find('unit', written, from ?? opened)
    if (found === undefined) return cells.refuse('unit', 'UNIT_UNKNOWN')
    if (found instanceof Rejected) return cells.refuse('unit', found.code, found.details)
    return found === 'unknown' ? null : found
  }

  private inBody(row: ReadSeat, unit: NamedUnit | null): Omit<Place, 'term' | 'opensTerm'> {
    const found = unit && this.bodies.find(row, unit._id)
    if (found && row.opened !== null && row.opened !== found.body.from)
      row.cells.refuse('opened', 'BODY_OPENED_OTHERWISE', { registered: found.body.from })
    if (found) return { meant: found, body: found.body, opensBody: false }
    const bodyUnit = unit && bodyUnitOf(unit)
    if (found === null || !unit || !bodyUnit) return { meant: null, body: bodyStandIn(row), opensBody: false }
    return this.opened(row, unit._id, bodyUnit)
  }

  private opened(row: ReadSeat, unitId: string, unit: BodyUnit): Omit<Place, 'term' | 'opensTerm'> {
    const { cells, kind, body: written } = row
    const isOpenedUnsaid = cells.text('opened') === '' && cells.needed('opened') === null
    const name = kind?.termYears === null ? written : written || null
    const bodyId = this.idOf(JSON.stringify(['body', unitId, kind?.code, keyOf(name)]))
    const asked = { bodyId, unitId, kind: kind?.code ?? '', name, opened: row.opened ?? row.from ?? unit.from }
    const { refusals, decided } = everyRefusal(
      { asked, unit },
      (attempt) => opening(attempt.asked, attempt.unit, this.known.surroundings),
      openingAsIfRight,
    )
    for (const refusal of refusals) tell(row, refusal, COLUMNS.body)
    const isSure = refusals.length === 0 && !isOpenedUnsaid && row.opened !== null
    const meant = decided && isSure ? { id: bodyId, body: decided.state, rows: new Map<string, number>() } : null
    if (meant) this.bodies.add(meant)
    return { meant, body: decided?.state ?? bodyStandIn(row), opensBody: meant !== null }
  }

  private inTerm(row: ReadSeat, { meant, body, opensBody }: Omit<Place, 'term' | 'opensTerm'>): Place {
    const { cells, kind, term: number, from, until } = row
    const place: Place = { meant, body, term: null, opensBody, opensTerm: false }
    if (!kind) return { ...place, ...inTermStandIn(body) }
    if (kind.termYears === null) {
      for (const column of ['term', 'from', 'until'] as const) if (cells.text(column) !== '') cells.refuse(column, 'BODY_WITHOUT_TERMS')
      return place
    }
    if (number === null || from === null || until === null) return { ...place, ...inTermStandIn(body) }
    const bodyId = meant?.id ?? NO_ID
    const term = { id: this.idOf(JSON.stringify(['term', bodyId, number])), number, from, until }
    const there = body.terms.find((known) => known.number === number || (known.from === from && known.until === until))
    if (there) {
      if (there.number !== number) cells.refuse('term', 'TERM_NUMBERED_OTHERWISE', { registered: there.number })
      if (there.from !== from) cells.refuse('from', 'TERM_RUNS_OTHERWISE', { number: there.number, registered: there.from })
      if (there.until !== until) cells.refuse('until', 'TERM_RUNS_OTHERWISE', { number: there.number, registered: there.until })
      return { ...place, term: { ...term, number: there.number } }
    }
    const { refusals, decided } = everyRefusal(
      { body, asked: { bodyId, term } },
      (attempt) => termTaken(attempt.body, attempt.asked, this.known.surroundings),
      termAsIfRight,
    )
    for (const refusal of refusals) tell(row, refusal, COLUMNS.term)
    if (refusals.length > 0 || !decided) return { ...place, ...inTermStandIn(body) }
    if (meant) meant.body = decided.state
    return { ...place, body: decided.state, term, opensTerm: true }
  }

  private seatOf(row: ReadSeat, { meant, body, term, opensBody, opensTerm }: Place): FreshSeat | null {
    const { cells, line, title } = row
    const bodyId = meant?.id ?? NO_ID
    const seat = wished(row)
    if (meant && title !== null && row.reservedHead !== undefined && this.isThere(row, meant, body, term)) return null
    const key = JSON.stringify(['seat', bodyId, term?.number, keyOf(seat.title), seat.reservedHead, keyOf(seat.byPost ?? null)])
    const first = { body, asked: { bodyId, term, seatId: this.idOf(key), seat } }
    const { refusals, decided } = everyRefusal(
      first,
      (attempt) => seatTaken(attempt.body, attempt.asked, this.known.surroundings),
      seatAsIfRight,
    )
    for (const refusal of refusals) tell(row, refusal, COLUMNS.seat)
    if (meant && !this.known.mayChange(body)) cells.refuse('unit', 'ROW_BEYOND_JURISDICTION')
    if (cells.problems.length > 0 || !decided || !meant) return null
    meant.body = decided.state
    meant.rows.set(first.asked.seatId, line)
    const { unitId, kind, name = null, from: opened } = meant.body
    return { line, unit: row.unit, asked: { ...first.asked, unitId, kind, name, opened }, opensBody, opensTerm }
  }

  /** Whether the seat of a row is there, or another one that it would contradict: what differs is refused at its cell. */
  private isThere(row: ReadSeat, { rows }: MeantBody, body: Body, term: AskedSeat['term']): boolean {
    const { cells, line, rank, kinds, places } = row
    const { words } = this.known
    const seat = wished(row)
    const inTerm = term ? body.terms.find(({ number }) => number === term.number) : body.terms[0]
    const alike = seatsMeant(inTerm, seat)
    const same = alike.find((known) => !rows.has(known.id) && isSame(known, seat))
    if (same) {
      rows.set(same.id, line)
      return true
    }
    const other = alike.map(({ id }) => rows.get(id)).find((known) => known !== undefined)
    if (other !== undefined) {
      cells.refuse('title', 'SEAT_ROW_TWICE', { other })
      return true
    }
    const [known] = alike
    if (!known) return false
    const differs = (column: SeatColumn, registered: string | number) =>
      cells.refuse(column, 'SEAT_KEPT_OTHERWISE', { title: known.title, registered })
    if (rank !== null && rank !== known.rank) differs('rank', words.rank(known.rank))
    if (kinds !== null && !hasKinds(known, kinds)) differs('kinds', words.kinds(known.kinds))
    if (places !== null && places !== known.places) differs('places', known.places)
    return true
  }
}
