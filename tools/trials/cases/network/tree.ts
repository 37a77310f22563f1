import { databasesOf } from '../../../exact/databases'
import mongoose from 'mongoose'
import { GraphClient } from '../../../demo/graph-client'
import type { Rig } from '../../rig/rig'

/** A unit on a day, as the graph tells it. */
interface UnitOn {
  id: string
  type: { code: string }
  hasParent: boolean
  parent: { id: string } | null
  covers: { code: string }[]
}

interface Page {
  units: { nodes: UnitOn[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
}

const UNITS_ON = `query T($on: LocalDate!, $after: Cursor) { units(on: $on, first: 200, after: $after) {
  nodes { id type { code } hasParent(on: $on) parent(on: $on) { id } covers(on: $on) { code } } pageInfo { hasNextPage endCursor } } }`
const COVERAGE_ON = `query T($on: LocalDate!, $treeOn: LocalDate!) { coverage(level: TOWN, on: $on) { covered { value }
  then: byUnitAbove { covered } other: byUnitAbove(treeOn: $treeOn) { covered } } }`

interface CoverageOn {
  coverage: { covered: { value: number }; then: { covered: number }[]; other: { covered: number }[] }
}

/** The units in force on a day, by id. */
export async function unitsOn(rig: Rig, on: string): Promise<Map<string, UnitOn>> {
  const client = new GraphClient(rig.gateway, rig.authorization)
  const units = new Map<string, UnitOn>()
  for (let after: string | null | undefined; after !== null;) {
    const { nodes, pageInfo }: Page['units'] = (await client.ask<Page>(UNITS_ON, { on, after })).units
    for (const unit of nodes) units.set(unit.id, unit)
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  }
  return units
}

/** The edges and areas of a day, to compare a day of the past with what it was. */
export const pictureOf = (units: Map<string, UnitOn>) =>
  [...units.values()].map(({ id, parent, covers }) => `${id} ${parent?.id} ${covers.map(({ code }) => code).join()}`).sort()

/** What is no tree on a day: a unit whose unit above is not in force, or that stands above itself. */
export function flawsOf(units: Map<string, UnitOn>, day: string): string[] {
  const flaws: string[] = []
  for (const unit of units.values()) {
    if (unit.hasParent && !units.has(unit.parent?.id ?? ''))
      flaws.push(`${day}: ${unit.id} stands under ${unit.parent?.id}, which is not in force`)
    const passed = new Set<string>()
    for (let at: UnitOn | undefined = unit; at; at = units.get(at.parent?.id ?? '')) {
      if (passed.has(at.id)) {
        flaws.push(`${day}: ${unit.id} stands above itself`)
        break
      }
      passed.add(at.id)
    }
  }
  return flaws
}

/** What the coverage of a day and the network of that day say differently, and what does not add up by the tree of then and of another day. */
export async function figuresOf(rig: Rig, units: Map<string, UnitOn>, on: string, treeOn: string): Promise<string[]> {
  const towns = [...units.values()].filter(({ type }) => type.code === 'TOWN')
  const covered = new Set(towns.flatMap(({ covers }) => covers.map(({ code }) => code)))
  const { coverage } = await new GraphClient(rig.gateway, rig.authorization).ask<CoverageOn>(COVERAGE_ON, { on, treeOn })
  const sum = (parts: readonly { covered: number }[]) => parts.reduce((total, part) => total + part.covered, 0)
  const findings: string[] = []
  const lost = rig.city.towns.filter((code) => !covered.has(code))
  if (lost.length > 0) findings.push(`${on}: nobody covers ${lost.join()} any more`)
  const figures = [coverage.covered.value, sum(coverage.then), sum(coverage.other)]
  if (figures.some((figure) => figure !== covered.size))
    findings.push(
      `${on}: units cover ${covered.size} areas; covered ${figures[0]}, by the tree of then ${figures[1]}, of ${treeOn} ${figures[2]}`,
    )
  return findings
}

/** Units with a merger or a split that was decided and is not carried out. */
const halfDoneOne = { $elemMatch: { carriedOut: false } }

export async function halfDone(rig: Rig): Promise<number> {
  const client = await mongoose.createConnection(rig.settings.mongoUri).asPromise()
  try {
    const { organization } = databasesOf(client, rig.settings.databasePrefix ?? '')
    return await organization.collection('units').countDocuments({ $or: [{ mergers: halfDoneOne }, { splits: halfDoneOne }] })
  } finally {
    await client.close()
  }
}
