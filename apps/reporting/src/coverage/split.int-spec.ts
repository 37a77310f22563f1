import { randomUUID } from 'node:crypto'
import { UnitMerged, UnitSplit, UnitTookAreas, UnitTookOver } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { anArea, aUnit, pathOf } from '../testing/facts'
import { ReportingUnderTest } from '../testing/service'

const names = freshNames()
const [district, park] = [randomUUID(), randomUUID()]
const [OWN, FIRST, SECOND] = ['320214052', '320214053', '320214054'] as const
const areas = [OWN, FIRST, SECOND]
const joint = { unitId: randomUUID(), area: OWN }
const first = { unitId: randomUUID(), area: FIRST }
type SomeUnit = typeof joint | typeof first
const placeOf = ({ unitId, area }: SomeUnit) => ({ unitId, unitType: 'TOWN', area, path: pathOf(area) })
const above = (unitId: string) => aUnit({ unitId, area: '320214' }, { unitType: 'COUNTY', serves: 'COUNTY', covers: [] })
const BEFORE = '2024-12-31'
const AFTER = '2025-01-01'
let reporting: ReportingUnderTest

beforeAll(async () => {
  reporting = await ReportingUnderTest.start({ ...engines(), ...names })
  const network = ['320200', '320214', ...areas].map((code) => anArea(code))
  const founded = [
    aUnit(joint, { parentId: district, mode: 'JOINT_BY_AREA', covers: areas }),
    aUnit(first, { parentId: park, covers: [FIRST], from: AFTER }),
  ]
  const given = [FIRST, SECOND]
  const took = UnitTookAreas.of({ ...placeOf(first), predecessorId: joint.unitId, areas: [SECOND], covers: given, on: AFTER })
  const split = UnitSplit.of({ ...placeOf(joint), areas: given, into: [{ unitId: first.unitId, areas: given }], on: AFTER })
  await reporting.publish([...network, above(district), above(park), ...founded, took, split], 2)
})
afterAll(async () => {
  await reporting.stop()
  await names.drop()
})

interface Asked {
  coverage: {
    covered: { value: number }
    byUnitAbove: { unit: { id: string } | null; covered: number }[]
    areas: { nodes: { unit: { id: string } | null }[] }
  }
}

/** Covered areas, how many of them stand below district and park, and what covers each. */
async function figures(on: string, treeOn: string) {
  const fields = `covered { value } byUnitAbove(treeOn: "${treeOn}") { unit { id } covered } areas { nodes { unit { id } } }`
  const { coverage } = await reporting.answer<Asked>(`{ coverage(level: TOWN, within: "320214", on: "${on}") { ${fields} } }`)
  const below = (id: string) => coverage.byUnitAbove.find(({ unit }) => unit?.id === id)?.covered ?? 0
  const sum = coverage.byUnitAbove.reduce((total, { covered }) => total + covered, 0)
  expect(sum).toBe(coverage.covered.value)
  return [
    below(district),
    below(park),
    coverage.areas.nodes.map(({ unit }) => [joint.unitId, first.unitId].findIndex((id) => id === unit?.id)),
  ]
}

async function allFigures() {
  return [await figures(BEFORE, BEFORE), await figures(BEFORE, AFTER), await figures(AFTER, AFTER), await figures(AFTER, BEFORE)]
}

test('an area counts at the one that was split until the day, and at the one that took over from it on; by each tree all adds up', async () => {
  const expected = [
    [3, 0, [0, 0, 0]],
    [1, 2, [0, 0, 0]],
    [1, 2, [0, 1, 1]],
    [1, 2, [0, 1, 1]],
  ]
  expect(await allFigures()).toEqual(expected)
  await reporting.rebuild()
  expect(await allFigures()).toEqual(expected)
})

test('what comes back by a merger counts at the old one again from that day on; the days between stay as they were', async () => {
  const BACK = '2026-01-01'
  const merged = UnitMerged.of({ ...placeOf(first), successorId: joint.unitId, on: BACK })
  const took = UnitTookOver.of({ ...placeOf(joint), predecessorIds: [first.unitId], areas: [FIRST, SECOND], covers: areas, on: BACK })
  await reporting.publish([took, merged])
  expect([
    await figures(BEFORE, BEFORE),
    await figures('2025-12-31', AFTER),
    await figures(BACK, BACK),
    await figures(BEFORE, BACK),
  ]).toEqual([
    [3, 0, [0, 0, 0]],
    [1, 2, [0, 1, 1]],
    [3, 0, [0, 0, 0]],
    [3, 0, [0, 0, 0]],
  ])
})
