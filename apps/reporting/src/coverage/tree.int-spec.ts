import { randomUUID } from 'node:crypto'
import { UnitMerged, UnitMoved, UnitMoveWithdrawn, UnitTookOver } from '@sizhang/contracts'
import type { Grant } from '@sizhang/service-kit'
import { engines, freshNames } from '@sizhang/testing'
import { anArea, aUnit, pathOf } from '../testing/facts'
import { ReportingUnderTest } from '../testing/service'

const names = freshNames()
/** The street's three older associations, each for a part of it, before they became one; the district's and the park's above them. */
const [district, park] = [randomUUID(), randomUUID()]
const areas = ['320214052', '320214053', '320214054']
const [jiangxi, first, second] = areas.map((area) => ({ unitId: randomUUID(), area })) as [SomeUnit, SomeUnit, SomeUnit]
type SomeUnit = { unitId: string; area: string }
const placeOf = ({ unitId, area }: SomeUnit) => ({ unitId, unitType: 'TOWN', area, path: pathOf(area) })
const above = (unitId: string) => aUnit({ unitId, area: '320214' }, { unitType: 'COUNTY', serves: 'COUNTY', covers: [] })
const BEFORE = '2024-12-31'
const AFTER = '2025-01-01'
let reporting: ReportingUnderTest

beforeAll(async () => {
  reporting = await ReportingUnderTest.start({ ...engines(), ...names })
  const network = ['320200', '320214', ...areas].map((code) => anArea(code))
  const founded = [aUnit(jiangxi, { parentId: district }), aUnit(first, { parentId: park }), aUnit(second, { parentId: park })]
  const predecessorIds = [first.unitId, second.unitId]
  const merged = [first, second].map((unit) => UnitMerged.of({ ...placeOf(unit), successorId: jiangxi.unitId, on: AFTER }))
  const took = UnitTookOver.of({ ...placeOf(jiangxi), predecessorIds, areas: areas.slice(1), covers: areas, on: AFTER })
  await reporting.publish([...network, above(district), above(park), ...founded, took, ...merged], 2)
})
afterAll(async () => {
  await reporting.stop()
  await names.drop()
})

interface Asked {
  coverage: { covered: { value: number }; byUnitAbove: { unit: { id: string } | null; covered: number }[] }
}

/** Covered areas, and how many of them stand below district and park. */
async function figures(on: string, treeOn: string, grants?: Grant[]): Promise<[number, number, number, number]> {
  const query = `{ coverage(level: TOWN, within: "320214", on: "${on}") { covered { value } byUnitAbove(treeOn: "${treeOn}") { unit { id } covered } } }`
  const { coverage } = await reporting.answer<Asked>(query, grants ? { grants } : {})
  const below = (id: string | null) => coverage.byUnitAbove.find(({ unit }) => (unit?.id ?? null) === id)?.covered ?? 0
  return [coverage.covered.value, below(district), below(park), below(null)]
}

async function allFigures() {
  return [await figures(BEFORE, BEFORE), await figures(BEFORE, AFTER), await figures(AFTER, AFTER), await figures(AFTER, BEFORE)]
}

test('江溪街道: three associations become one: the day before and after, by the tree of then and of now, the figures add up', async () => {
  const expected = [
    [3, 1, 2, 0],
    [3, 3, 0, 0],
    [3, 3, 0, 0],
    [3, 3, 0, 0],
  ]
  expect(await allFigures()).toEqual(expected)
  await reporting.rebuild()
  expect(await allFigures()).toEqual(expected)
})

test('each area is covered by the one that stood for it on the day', async () => {
  const units = async (on: string) => {
    const query = `{ coverage(level: TOWN, within: "320214", on: "${on}") { areas { nodes { unit { id } } } } }`
    const { coverage } = await reporting.answer<{ coverage: { areas: { nodes: { unit: { id: string } }[] } } }>(query)
    return coverage.areas.nodes.map(({ unit }) => unit.id)
  }
  expect(await units(BEFORE)).toEqual([jiangxi.unitId, first.unitId, second.unitId])
  expect(await units(AFTER)).toEqual([jiangxi.unitId, jiangxi.unitId, jiangxi.unitId])
})

test('a move changes the tree of its days, and taken back none', async () => {
  const move = { ...placeOf(jiangxi), parentId: park, on: '2026-01-01' }
  await reporting.publish([UnitMoved.of(move)])
  expect(await figures(AFTER, '2026-01-01')).toEqual([3, 0, 3, 0])
  expect(await figures(AFTER, '2025-12-31')).toEqual([3, 3, 0, 0])
  await reporting.publish([UnitMoveWithdrawn.of({ ...move, parentId: district })])
  expect(await figures(AFTER, '2026-01-01')).toEqual([3, 3, 0, 0])
})

test('a town’s secretary is told how much stands above, not under what', async () => {
  const grants: Grant[] = [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: jiangxi.area }, from: '2018-01-01', until: null }]
  const query = `{ coverage(level: TOWN, within: "${jiangxi.area}", on: "${AFTER}") { byUnitAbove { unit { id } covered } } }`
  expect(await reporting.answer(query, { grants })).toEqual({ coverage: { byUnitAbove: [{ unit: null, covered: 1 }] } })
})
