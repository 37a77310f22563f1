import type { AreaCode, LocalDate } from '@sizhang/contracts'
import type { PlacedJurisdiction } from './giving'
import type { Grant, Jurisdiction } from './grant'
import { roleOf } from './roles'

/** A seat that gives a role to whoever holds it: the unit that it belongs to, with its areas from the city down. */
interface SeatPlace {
  unitId: string
  path: readonly AreaCode[]
}

/**
 * The grant that holding a seat gives from a day to a day: of the role in the unit, or, where the role is one for areas, in the unit's own area
 * with all below it. Undefined: the role is unknown, or no seat of this unit can give it.
 */
export function seatGrant(
  role: string,
  { unitId, path }: SeatPlace,
  { from, until }: { from: LocalDate; until: LocalDate | null },
): (Grant & PlacedJurisdiction) | undefined {
  const kinds = roleOf(role)?.jurisdictions ?? []
  const area = path.at(-1)
  const within: Jurisdiction | undefined = kinds.includes('UNIT')
    ? { kind: 'UNIT', id: unitId }
    : kinds.includes('AREA') && area !== undefined
      ? { kind: 'AREA', code: area }
      : undefined
  return within && { role, within, path, from, until }
}
