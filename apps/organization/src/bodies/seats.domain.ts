import { ranks, type AreaCode, type HoldingKind, type LocalDate, type Rank } from '@sizhang/contracts'
import { mayGive, roleOf, seatGrant, type Grant } from '@sizhang/service-kit/rights'
import { plainText, Rejected } from '@sizhang/service-kit/rules'

/** 职务: a seat of a term, or of a group without terms. */
export interface Seat {
  id: string
  title: string
  rank: Rank
  kinds: HoldingKind[]
  places: number
  reservedHead: string | null
  /** The role that holding it gives; null: none. */
  role: string | null
  /** 按职务: the post elsewhere by which it is held, as printed (A1); null or absent: by nobody's. */
  byPost?: string | null
}

/** A seat as it is asked for: one place unless more are said. */
export type SeatWish = Omit<Seat, 'id' | 'places' | 'reservedHead' | 'role' | 'byPost'> & {
  places?: number | undefined
  reservedHead?: string | null | undefined
  role?: string | null | undefined
  byPost?: string | null | undefined
}

/** What the decision over a seat has to know: the heads of the packs, and who creates it on which day. */
export interface SeatSurroundings {
  heads: ReadonlySet<string>
  grants: readonly Grant[]
  today: LocalDate
}

/** Where a seat is, and how long. */
interface SeatPlace {
  unitId: string
  path: AreaCode[]
  from: LocalDate
  until: LocalDate
}

/** A seat as it will be kept. It gives a role to whoever holds it: so whoever creates it must be able to grant as much. */
export function seatOf(id: string, wish: SeatWish, place: SeatPlace, surroundings: SeatSurroundings, field: string): Seat {
  const title = plainText(`${field}.title`, wish.title, { min: 2, max: 40 })
  const kinds = [...new Set(wish.kinds)]
  if (kinds.length === 0) throw new Rejected('SEAT_KINDS_MISSING', { field: `${field}.kinds` })
  const places = wish.places ?? 1
  if (places < 1 || places > 200) throw new Rejected('SEAT_PLACES_OUT_OF_RANGE', { field: `${field}.places`, value: places })
  const reservedHead = wish.reservedHead ?? null
  if (reservedHead !== null && !surroundings.heads.has(reservedHead))
    throw new Rejected('HEAD_UNKNOWN', { field: `${field}.reservedHead`, value: reservedHead })
  const role = wish.role ?? null
  checkRole(role, place, surroundings, field)
  const byPost = wish.byPost ? plainText(`${field}.byPost`, wish.byPost, { min: 2, max: 60 }) : null
  return { id, title, rank: wish.rank, kinds, places, reservedHead, role, byPost }
}

/** Seats as they are read out: by rank, then in the order in which they were created. */
export function byRank(seats: readonly Seat[]): Seat[] {
  return [...seats].sort((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank))
}

function checkRole(role: string | null, place: SeatPlace, { grants, today }: SeatSurroundings, field: string): void {
  if (role === null) return
  const known = roleOf(role)
  if (!known) throw new Rejected('ROLE_UNKNOWN', { field: `${field}.role`, value: role })
  const grant = seatGrant(role, place, place)
  if (!grant)
    throw new Rejected('JURISDICTION_NOT_FOR_ROLE', { field: `${field}.role`, value: role, allowed: known.jurisdictions.join(', ') })
  if (!mayGive(grants, grant, today)) throw new Rejected('GRANT_BEYOND_OWN', { field: `${field}.role`, value: role })
}
