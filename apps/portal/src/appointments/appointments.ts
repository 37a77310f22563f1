import { yearsLater } from '../date/days'
import type { AppointmentBasis, GiveSeatPageQuery, HoldingKind, MakeAppointmentInput } from '../graph.generated'

export type Seat = NonNullable<GiveSeatPageQuery['seat']>

/** What is filled in to give a seat; null: the usual value stands. */
export interface Giving {
  personId: string | null
  kind: HoldingKind | null
  basis: AppointmentBasis | null
  paper: string
  from: string | null
  until: string | null
}

export const nothingGiven: Giving = { personId: null, kind: null, basis: null, paper: '', from: null, until: null }

/** What is usual for a seat on a day. Who fills a seat that was held before begins on the day; who is first in it, with the term. */
export function usualOf(seat: Seat, { kind: chosen, from: begins }: Giving, day: string) {
  const kind = chosen ?? (seat.kinds.includes('PART_TIME_POST') ? 'PART_TIME_POST' : (seat.kinds[0] ?? 'PART_TIME_POST'))
  const basis: AppointmentBasis = kind === 'SECONDMENT' ? 'SENDING' : 'ELECTION'
  const inTerm = day > seat.term.from && day < seat.term.until
  const from = begins ?? (inTerm && (seat.appointments ?? []).length > 0 ? day : seat.term.from)
  // 挂职 is sent for a year or two and not bound to the term (domain (c)).
  const until = kind === 'SECONDMENT' ? yearsLater(from, 1) : seat.term.until
  return { kind, basis, from, until }
}

/** The command as it stands; null while nobody is chosen. */
export function inputOf(seat: Seat, giving: Giving, day: string): MakeAppointmentInput | null {
  if (!giving.personId) return null
  const usual = usualOf(seat, giving, day)
  return {
    seatId: seat.id,
    personId: giving.personId,
    kind: usual.kind,
    basis: giving.basis ?? usual.basis,
    paper: giving.paper.trim() || null,
    from: usual.from,
    until: giving.until ?? usual.until,
  }
}
