import type { LocalDate } from '@sizhang/contracts'
import { inForce, Rejected } from '@sizhang/service-kit/rules'
import { namesOf, nameOn } from '../renamings/renamings.domain'
import type { Unit } from '../units/units.domain'

/** A unit with its id. */
export type NamedUnit = Unit & { _id: string }

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const MOST_CANDIDATES = 5

/** The units that cells of a list may mean. */
export class NamedUnits {
  private readonly byId = new Map<string, NamedUnit>()
  private readonly byName = new Map<string, NamedUnit[]>()

  constructor(units: readonly NamedUnit[]) {
    for (const unit of units) this.add(unit)
  }

  add(unit: NamedUnit): void {
    this.byId.set(unit._id, unit)
    for (const name of new Set(namesOf(unit).map((each) => each.name))) this.byName.set(name, [...(this.byName.get(name) ?? []), unit])
  }

  /**
   * The unit that a cell means: by its id, or the one that bears the name on that day, or the only one that ever bore it.
   * Undefined: none does; `unknown`: which one hangs on a day that could not be read.
   */
  find(column: string, value: string, on: LocalDate | null): NamedUnit | 'unknown' | Rejected | undefined {
    const byId = this.byId.get(value.toLowerCase())
    if (byId) return byId
    const ever = isUnitId(value) ? [] : (this.byName.get(value) ?? [])
    if (ever.length === 0) return undefined
    if (on === null && ever.length > 1) return 'unknown'
    const then = on === null ? [] : ever.filter((unit) => inForce(unit, on) && nameOn(unit, on) === value)
    const meant = then.length > 0 ? then : ever
    return meant[0] && meant.length === 1 ? meant[0] : ambiguous(column, value, meant)
  }
}

/** Whether a cell has the form of a unit's id; else it is a name. */
export function isUnitId(text: string): boolean {
  return ID.test(text)
}

function ambiguous(field: string, value: string, units: readonly NamedUnit[]): Rejected {
  const candidates = units
    .slice(0, MOST_CANDIDATES)
    .map(({ _id, unitType, areaCode, from }) => ` ${[unitType, areaCode, from, _id].filter(Boolean).join(' ')}`)
  return new Rejected('UNIT_NAME_AMBIGUOUS', { field, value, count: units.length, candidates })
}
