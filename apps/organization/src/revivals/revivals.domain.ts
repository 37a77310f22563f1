import { UnitRevived } from '@sizhang/contracts'
import { decided, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { parentsOf, type ParentInForce } from '../moves/moves.domain'
import { endsBefore, type Unit } from '../units/units.domain'

/** What is said when a dissolution is taken back. */
export interface ReviveUnit {
  unitId: string
  paper: string
}

/** What the decision has to know of other units. */
export interface RevivalSurroundings {
  /** The units that it would stand under again, by id. */
  above: ReadonlyMap<string, Unit>
  /** The unit that goes on for it, as far as the caller may see it; null: it was not merged, or that lies beyond his reach. */
  successor: { id: string; name: string } | null
}

/** What a dissolved unit would stand under again from the day of its end on, with the moves that were still to come then. */
export function parentsAgain({ until: end, ...unit }: Unit): ParentInForce[] {
  if (end === null) return []
  return parentsOf({ ...unit, until: null })
    .filter(({ parentId, until }) => parentId !== null && (until === null || until > end))
    .map((each) => ({ ...each, from: each.from < end ? end : each.from }))
}

/** The first unit above under which it could not stand again, as it ended since or is to end: that it had begun was asked when it was put there. */
export function endedAbove(unit: Unit, above: RevivalSurroundings['above']): ParentInForce | undefined {
  return parentsAgain(unit).find(({ parentId, until }) => {
    const parent = above.get(parentId ?? '')
    return !parent || endsBefore(parent, until)
  })
}

/**
 * 恢复组织: a dissolution is taken back as if it had never been, so that no day is missing (ADR 36): the counterpart of `dissolveUnit`. Who ended by
 * a merger has a unit that goes on for it, and stays ended. What it would stand under has to go on as long as it, as with every unit (N2.3); two
 * units of one area are no obstacle, as they are none when a unit is established.
 */
export function reviveUnit(unit: Unit, command: ReviveUnit, { above, successor }: RevivalSurroundings): Decision<Unit> {
  const { unitId } = command
  const field = 'unitId'
  const paper = plainText('paper', command.paper, { min: 2, max: 200 })
  const { until: on, unitType, areaCode: area, path } = unit
  if (on === null) throw new Rejected('UNIT_NOT_DISSOLVED', { field, value: unitId })
  if (unit.mergedInto) throw new Rejected('UNIT_GOES_ON_MERGED', { field, value: successor?.id ?? null, name: successor?.name ?? '—', on })
  const ended = endedAbove(unit, above)
  if (ended) throw new Rejected('REVIVED_UNDER_ENDED_UNIT', { field, value: above.get(ended.parentId ?? '')?.until ?? ended.from })
  const revivals = [...(unit.revivals ?? []), { dissolvedOn: on, reason: unit.dissolveReason ?? '', paper }]
  return decided({ ...unit, until: null, dissolveReason: null, revivals }, UnitRevived.of({ unitId, unitType, area, path, on }))
}
