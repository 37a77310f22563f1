import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import type { Grant } from '@sizhang/service-kit'
import { aHolding, anActivity, anArea, aTerm, aUnit, type SomeUnit } from './testing/facts'
import { ReportingUnderTest } from './testing/service'

const names = freshNames()
let reporting: ReportingUnderTest

const OWN: SomeUnit = { unitId: randomUUID(), area: '320205001' }
const FOREIGN: SomeUnit = { unitId: randomUUID(), area: '320205002' }
/** Seated in the next town, and covering a village of her own: a joint association. */
const JOINT: SomeUnit = { unitId: randomUUID(), area: '320205002' }
const VILLAGES = ['320205001001', '320205001002', '320205002001']
const secretary: Grant = { role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: OWN.area }, from: '2024-01-01', until: null }
const asking = { grants: [secretary], account: 'secretary' }

beforeAll(async () => {
  reporting = await ReportingUnderTest.start({ ...engines(), ...names })
  const bodies = [randomUUID(), randomUUID()]
  await reporting.publish([
    ...['320200', '320205', '320206', OWN.area, FOREIGN.area, ...VILLAGES].map((code) => anArea(code)),
    aUnit(OWN),
    aUnit(FOREIGN),
    aUnit(JOINT, { serves: 'VILLAGE', covers: ['320205002001', '320205001001'], mode: 'JOINT_BY_AREA' }),
    aTerm(OWN, bodies[0] ?? ''),
    aTerm(FOREIGN, bodies[1] ?? ''),
    aHolding(OWN, bodies[0] ?? '', { head: 'HOSPITAL_HEAD' }),
    aHolding(FOREIGN, bodies[1] ?? '', { head: 'HOSPITAL_HEAD' }),
    anActivity([OWN]),
    anActivity([FOREIGN]),
    anActivity([FOREIGN, OWN]),
  ])
})
afterAll(async () => {
  await reporting.stop()
  await names.drop()
})

const seen = async <Data>(query: string) => {
  const { data, errors } = await reporting.ask<Data>(query, asking)
  expect(errors).toBeUndefined()
  return data
}

test('figures without a place are those of her own town', async () => {
  const data = await seen(
    '{ town: coverage(level: TOWN) { total { value } covered { value } } village: coverage(level: VILLAGE) { total { value } } }',
  )
  expect(data).toEqual({ town: { total: { value: 1 }, covered: { value: 1 } }, village: { total: { value: 2 } } })
})

test('a village of hers that a unit of the next town covers is covered', async () => {
  const { coverage } = await seen<{ coverage: object }>(
    '{ coverage(level: VILLAGE, on: "2026-01-01") { covered { value } blank { value } } }',
  )
  expect(coverage).toEqual({ covered: { value: 1 }, blank: { value: 1 } })
})

test('by whom it is covered is told to whoever may see that unit, in the grid and in the list', async () => {
  const question = `{
    coverageGrid(level: VILLAGE, on: "2026-01-01") { area { code } state unit { id } }
    coverage(level: VILLAGE, on: "2026-01-01") { areas { nodes { area { code } unit { id } } } }
    towns: coverageGrid(level: TOWN) { unit { id } }
  }`
  interface Told {
    coverageGrid: { area: { code: string }; unit: { id: string } | null }[]
    coverage: { areas: { nodes: Told['coverageGrid'] } }
    towns: { unit: object | null }[]
  }
  const told = await seen<Told>(question)
  expect(told.coverageGrid[0]).toEqual({ area: { code: VILLAGES[0] }, state: 'JOINT', unit: null })
  expect(told.towns).toEqual([{ unit: { id: OWN.unitId } }])
  expect(JSON.stringify(told)).not.toContain(JOINT.unitId)
  const whole = await reporting.answer<Told>(question)
  for (const areas of [whole.coverageGrid, whole.coverage.areas.nodes])
    expect(areas.find(({ area }) => area.code === VILLAGES[0])?.unit).toEqual({ id: JOINT.unitId })
})

test('work counts what one of her units hosted, by the areas below her own', async () => {
  const data = await seen<{ work: { records: { nodes: unknown[] } } }>(
    '{ work(from: "2026-01-01", until: "2027-01-01") { activities { value } personTimes { value } byArea { area { code } } records { nodes { id } } } }',
  )
  expect(data.work).toMatchObject({ activities: { value: 2 }, personTimes: { value: 240 } })
  expect(data.work).toMatchObject({ byArea: [{ area: { code: VILLAGES[0] } }, { area: { code: VILLAGES[1] } }] })
  expect(data.work.records.nodes).toHaveLength(2)
})

test('the heads are those in the bodies of her town', async () => {
  expect(await seen('{ headsEntry(level: TOWN, on: "2020-01-01") { bodies { value } persons { value } } }')).toEqual({
    headsEntry: { bodies: { value: 1 }, persons: { value: 1 } },
  })
})

test.each([
  `{ coverage(level: VILLAGE, within: "${FOREIGN.area}") { total { value } } }`,
  '{ coverage(level: TOWN, within: "320205") { total { value } } }',
  `{ coverageGrid(level: VILLAGE, within: "${FOREIGN.area}") { state } }`,
  `{ coverageTrend(level: VILLAGE, within: "${FOREIGN.area}", from: "2018-01-01", to: "2018-02-01") { total } }`,
  `{ headsEntry(level: TOWN, within: "${FOREIGN.area}") { bodies { value } } }`,
  `{ work(within: "${FOREIGN.area}") { activities { value } } }`,
  `{ sectorCoverage(within: "${FOREIGN.area}") { whole { known { value } } } }`,
  `{ lacks(level: TOWN, within: "${FOREIGN.area}") { units { value } } }`,
])('figures of another place are refused as if the place were not there: %s', async (query) => {
  expect((await reporting.ask(query, asking)).errors).toMatchObject([{ extensions: { code: 'AREA_UNKNOWN' } }])
})

test.each([
  ['Area', `code: "${FOREIGN.area}"`, 'coverageState'],
  ['Area', `code: "${FOREIGN.area}"`, 'coverage(level: VILLAGE) { total { value } }'],
  ['Unit', `id: "${FOREIGN.unitId}"`, 'functioning'],
])('by reference nothing is said of %s %s: %s', async (type, key, field) => {
  const { found } = await seen<{ found: Record<string, unknown>[] }>(
    `{ found: _entities(representations: [{ __typename: "${type}", ${key} }]) { ... on ${type} { ${field} } } }`,
  )
  expect(Object.values(found[0] ?? {})).toEqual([null])
})
