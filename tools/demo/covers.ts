import { Chance, commandId } from './chance'
import type { DemoUnit } from './network'
import { TOWN_FIRMS } from './people'

/** An employer that a unit of the demo covers. */
export interface DemoCover {
  unit: DemoUnit
  employerKey: string
  from: string
}

/**
 * What the associations of firms and farmers cover: one of firms the town's tech firm and, unless it is founded on its own, most of the further
 * firms, which joined within two years; one of farmers the town's agri-service centre. Most employers stay uncovered.
 */
export function demoCovers(units: readonly DemoUnit[], employerKeys: ReadonlySet<string>): DemoCover[] {
  return units.flatMap((unit) => {
    const [kind, area] = unit.key.split('/')
    const chance = new Chance(`covers/${unit.key}`)
    if (kind === 'farmers') return known([{ unit, employerKey: `agri/${area}`, from: unit.from }], employerKeys)
    if (kind !== 'firms') return []
    const joined = unit.mode === 'OWN' ? [] : TOWN_FIRMS.filter(() => chance.happens(0.75))
    const later = String(Number(unit.from.slice(0, 4)) + 1)
    const covers = joined.map(([firm]) => ({ unit, employerKey: `${firm}/${area}`, from: chance.day(unit.from, `${later}-12-31`) }))
    return known([{ unit, employerKey: `firm/${area}`, from: unit.from }, ...covers], employerKeys)
  })
}

function known(covers: DemoCover[], employerKeys: ReadonlySet<string>): DemoCover[] {
  return covers.filter(({ employerKey }) => employerKeys.has(employerKey))
}

/** The command by which a unit covers an employer. */
export function coverEmployersOf(
  { unit, employerKey, from }: DemoCover,
  unitIdOf: (key: string) => string,
  employerIdOf: (key: string) => string,
) {
  const key = `${unit.key}/${employerKey}`
  const input = { unitId: unitIdOf(unit.key), employerIds: [employerIdOf(employerKey)], from }
  return { key, commandId: commandId('coverEmployers', key), input }
}
