import { addDays, type Rejected } from '@sizhang/service-kit/rules'
import { bodyKinds } from '../bodies/body-kinds.domain'
import type { Body, BodyUnit } from '../bodies/bodies.domain'
import type { SeatWish } from '../bodies/seats.domain'
import { plainName } from '../list-import/cells.domain'
import type { ReadSeat, SeatColumn } from './seat-rows.domain'
import type { AskedSeat } from './taken-seats.domain'

type ColumnOf = Partial<Record<string, SeatColumn>>

/** The column of each field of what is decided in turn: the body is opened, the term begins, the seat is created. */
export const COLUMNS: Readonly<Record<'body' | 'term' | 'seat', ColumnOf>> = {
  body: { kind: 'kind', name: 'body', from: 'opened' },
  term: { number: 'term', from: 'from', until: 'until' },
  seat: {
    bodyId: 'body',
    'seat.title': 'title',
    'seat.kinds': 'kinds',
    'seat.places': 'places',
    'seat.reservedHead': 'reserved_head',
    'seat.byPost': 'by_post',
  },
}

/** What stands for cells that could not be read, so that the others are judged all the same. */
const GROUP_THAT_PASSES = '工作小组'
const SEAT_THAT_PASSES: SeatWish = { title: '职务', rank: 'CHAIR', kinds: ['PART_TIME_POST'], places: 1 }
/** Their sentences say another value than the cell has: the name of the kind, the day of the end. */
const SAYS_OTHER_VALUE: readonly Rejected['code'][] = ['BODY_KIND_NOT_FOR_TYPE', 'BODY_ENDED_ALREADY']
/** Stands for what has no id. */
export const NO_ID = '00000000-0000-0000-0000-000000000000'
const NO_AREA = '000000'
const TERM_STAND_IN = { id: NO_ID, number: 1, from: '0001-01-01', until: '9999-12-31' }
const MOST_TERMS = 999

/** The seat that a row asks for. */
export function wished({ title, rank, kinds, places, reservedHead = null, byPost }: ReadSeat): SeatWish {
  return {
    title: title ?? SEAT_THAT_PASSES.title,
    rank: rank ?? SEAT_THAT_PASSES.rank,
    kinds: kinds ?? SEAT_THAT_PASSES.kinds,
    places: places ?? SEAT_THAT_PASSES.places,
    reservedHead,
    byPost,
  }
}

/** A body that stands for one which cannot be said. */
export function bodyStandIn({ kind }: ReadSeat): Body {
  const place = { unitId: NO_ID, unitType: 'TOWN', serves: null, path: [NO_AREA] }
  return { ...place, kind: kind?.code ?? 'committee', from: TERM_STAND_IN.from, terms: kind?.termYears === null ? [termStandIn()] : [] }
}

/** A term of a body for one which cannot be said, so that the seat is judged all the same. */
export function inTermStandIn(body: Body): { meant: null; body: Body; term: AskedSeat['term'] } {
  return { meant: null, body: { ...body, terms: [termStandIn()] }, term: TERM_STAND_IN }
}

function termStandIn() {
  return { ...TERM_STAND_IN, seats: [] }
}

/** Says a refusal at its cell. */
export function tell({ cells, ...row }: ReadSeat, { code, details }: Rejected, columns: ColumnOf): void {
  const { field = '', value, ...told } = details
  const column = columns[field] ?? 'kind'
  // What hangs on a cell that could not be read is not said before that is mended.
  if (column === 'opened' && row.opened === null) return
  if (cells.text(column) === '') return
  cells.refuse(column, code, SAYS_OTHER_VALUE.includes(code) ? { ...told, value } : told)
}

/** What is compared of a name that an id follows from. */
export function keyOf(name: string | null): string | null {
  return name === null ? null : plainName(name)
}

interface Opening {
  asked: Pick<AskedSeat, 'bodyId' | 'unitId' | 'kind' | 'name' | 'opened'>
  unit: BodyUnit
}

/** The attempt to open a body with what was refused put right; null: there is no way to go on. */
export function openingAsIfRight({ asked, unit }: Opening, { code, details: { field } }: Rejected): Opening | null {
  switch (field) {
    case 'from':
      return { asked, unit: { ...unit, from: asked.opened, until: null } }
    case 'name':
      return { asked: { ...asked, name: code === 'BODY_NAMED_BY_KIND' ? null : GROUP_THAT_PASSES }, unit }
    case 'kind': {
      const [unitType] = bodyKinds.find(({ code: kind }) => kind === asked.kind)?.unitTypes ?? []
      return unitType === undefined || unitType === unit.unitType ? null : { asked, unit: { ...unit, unitType } }
    }
    default:
      return null
  }
}

interface Beginning {
  body: Body
  asked: { bodyId: string; term: NonNullable<AskedSeat['term']> }
}

/** The attempt to begin a term with what was refused put right; null: there is no way to go on. */
export function termAsIfRight({ body, asked }: Beginning, { code, details: { field } }: Rejected): Beginning | null {
  const withTerm = (term: Partial<Beginning['asked']['term']>) => ({ ...asked, term: { ...asked.term, ...term } })
  switch (field) {
    case 'number':
      return { body: { ...body, terms: body.terms.filter(({ number }) => number !== MOST_TERMS) }, asked: withTerm({ number: MOST_TERMS }) }
    case 'until':
      // How long it is to run is not known, so whether it crosses another one is not, either.
      return { body: { ...body, terms: [] }, asked: withTerm({ until: addDays(asked.term.from, 1) }) }
    case 'from':
      return { body: code === 'TERM_BEFORE_BODY' ? { ...body, from: asked.term.from } : { ...body, terms: [] }, asked }
    default:
      return null
  }
}

interface Creating {
  body: Body
  asked: Pick<AskedSeat, 'bodyId' | 'term' | 'seatId' | 'seat'>
}

/** The attempt to create a seat with what was refused put right; null: there is no way to go on. */
export function seatAsIfRight({ body, asked }: Creating, { details: { field } }: Rejected): Creating | null {
  const changed = (right: Partial<SeatWish>) => ({ body, asked: { ...asked, seat: { ...asked.seat, ...right } } })
  const { ended: _, ...running } = body
  switch (field) {
    case 'seat.title':
      return changed({ title: SEAT_THAT_PASSES.title })
    case 'seat.places':
      return changed({ places: SEAT_THAT_PASSES.places })
    case 'bodyId':
      return { body: running, asked }
    default:
      return null
  }
}
