import type { HoldingKind, Rank } from '@sizhang/contracts'
import { builtInTypeOf } from '../units/unit-types.domain'
import catalogue from './seat-templates.json'

/** A seat as a new body of some kind usually has it. */
export interface UsualSeat {
  title: string
  rank: Rank
  kinds: HoldingKind[]
  places: number
  /** The head that it is reserved for; absent: none. */
  reservedHead?: string
}

/** 职务模板: the seats of a kind of body, for some types of unit or for all others. The first that fits holds. */
interface SeatTemplate {
  kind: string
  unitTypes: string[] | null
  /** Where the numbers come from. */
  basis: string
  seats: UsualSeat[]
}

/** The seats that a body of a kind usually has in units of a type (domain (c), N2.1a–c). Those for heads that no pack knows are left out. */
export function usualSeats(unitType: string, bodyKind: string, knownHeads: ReadonlySet<string>): UsualSeat[] {
  const templates = catalogue as SeatTemplate[]
  const type = builtInTypeOf(unitType)
  const usual = templates.find(({ kind, unitTypes }) => kind === bodyKind && (unitTypes?.includes(type) ?? true))
  return (usual?.seats ?? []).filter(({ reservedHead }) => reservedHead === undefined || knownHeads.has(reservedHead))
}
