import { randomUUID } from 'node:crypto'
import { ConditionCorrected, ConditionNoted, UnitDissolved, type DataOf } from '@sizhang/contracts'
import type { Grant } from '@sizhang/service-kit'
import { engines, freshNames } from '@sizhang/testing'
import { anArea, aUnit, pathOf, type SomeUnit } from '../testing/facts'
import { ReportingUnderTest } from '../testing/service'

const names = freshNames()
let reporting: ReportingUnderTest

const [COUNTY, TOWN, OTHER] = ['320281', '320281111', '320281112'] as const
const [poor, rich, silent, ended] = [TOWN, OTHER, OTHER, OTHER].map((area) => ({ unitId: randomUUID(), area })) as [
  SomeUnit,
  SomeUnit,
  SomeUnit,
  SomeUnit,
]
const ofUnit = ({ unitId, area }: SomeUnit) => ({ unitId, unitType: 'TOWN', serves: 'TOWN' as const, area, path: pathOf(area) })
function noted(unit: SomeUnit, lack: string | null, lacking: boolean | null, said: Partial<DataOf<typeof ConditionNoted>> = {}) {
  const condition = { code: 'posts', value: lacking ? 0 : 2, unit: 'posts' }
  const held = { noteId: randomUUID(), lack, lacking, condition, source: 'survey', from: '2024-01-01', until: null }
  return ConditionNoted.of({ ...ofUnit(unit), ...held, ...said })
}
const wrong = noted(rich, 'PREMISES', true)

beforeAll(async () => {
  reporting = await ReportingUnderTest.start({ ...engines(), ...names })
  await reporting.publish(
    [
      ...['320200', COUNTY, TOWN, OTHER].map((code) => anArea(code)),
      ...[poor, rich, silent, ended].map((unit) => aUnit(unit)),
      UnitDissolved.of({ unitId: ended.unitId, unitType: 'TOWN', area: OTHER, path: pathOf(OTHER), on: '2020-01-01' }),
      aUnit({ unitId: randomUUID(), area: TOWN }, { serves: 'VILLAGE', unitType: 'VILLAGE' }),
      noted(poor, 'POSTS', true),
      noted(poor, 'POSTS', false, { from: '2025-01-01' }),
      noted(poor, 'FUNDS', false, { until: '2025-01-01' }),
      noted(rich, 'POSTS', false),
      noted(rich, null, null),
      wrong,
      ConditionCorrected.of({ ...ofUnit(rich), noteId: wrong.data.noteId, lack: 'PREMISES', kind: 'premises' }),
      noted(ended, 'POSTS', true, { from: '2019-01-01' }),
    ],
    2,
  )
})
afterAll(async () => {
  await reporting.stop()
  await names.drop()
})

interface Counted {
  lack: string
  name: string
  lacking: { value: number }
  notLacking: { value: number }
  unknown: { value: number }
  rate: { value: number | null; state: string }
}
async function lacksOf(on: string, asked = '', asking = {}) {
  const fields = 'lack name lacking { value } notLacking { value } unknown { value } rate { value state }'
  const query = `{ lacks(level: TOWN, on: "${on}"${asked}) { units { value } lacks { ${fields} } } }`
  const { lacks } = await reporting.answer<{ lacks: { units: { value: number }; lacks: Counted[] } }>(query, asking)
  const of = (lack: string) => {
    const found = lacks.lacks.find((counted) => counted.lack === lack)
    return found && [found.lacking.value, found.notLacking.value, found.unknown.value]
  }
  return { units: lacks.units.value, of, lacks: lacks.lacks }
}

test('lacking, not lacking and unknown add up to the units in force, on any day', async () => {
  const before = await lacksOf('2023-12-31')
  expect([before.units, before.of('POSTS')]).toEqual([3, [0, 0, 3]])
  const after = await lacksOf('2024-01-01')
  expect([after.units, after.of('POSTS'), after.of('FUNDS'), after.of('STAFF')]).toEqual([3, [1, 1, 1], [0, 1, 2], [0, 0, 3]])
  expect((await lacksOf('2019-06-01')).of('POSTS')).toEqual([1, 0, 3])
})

test('a change is told by its own note, funds end with their year, and a corrected note never counted', async () => {
  const later = await lacksOf('2025-01-01')
  expect([later.of('POSTS'), later.of('FUNDS'), later.of('PREMISES')]).toEqual([
    [0, 2, 1],
    [0, 0, 3],
    [0, 0, 3],
  ])
})

test('the share is of those of which it is known; where nothing is known there is none', async () => {
  const { lacks } = await lacksOf('2024-01-01')
  expect(lacks.map(({ rate, name }) => [name, rate.value, rate.state])).toEqual([
    ['No posts', 50, 'KNOWN'],
    ['No funds', 0, 'KNOWN'],
    ['No premises', null, 'NOT_APPLICABLE'],
    ['No staff', null, 'NOT_APPLICABLE'],
  ])
})

interface Listed {
  nodes: { unit: { id: string }; lacks: { lack: string; state: string; since: string | null }[] }[]
  pageInfo: { endCursor: string; hasNextPage: boolean }
  totalCount: number
}
async function records(asked: string): Promise<Listed> {
  const fields = 'nodes { unit { id } lacks { lack state since } } pageInfo { endCursor hasNextPage } totalCount'
  return (
    await reporting.answer<{ lacks: { records: Listed } }>(`{ lacks(level: TOWN, on: "2024-01-01") { records(${asked}) { ${fields} } } }`)
  ).lacks.records
}

test('the units behind a figure are listed page by page, with what is known of each lack and since when', async () => {
  const lacking = await records('lack: POSTS, state: LACKING')
  expect(lacking.nodes).toMatchObject([{ unit: { id: poor.unitId } }])
  expect(lacking.nodes[0]?.lacks.slice(0, 3)).toEqual([
    { lack: 'POSTS', state: 'LACKING', since: '2024-01-01' },
    { lack: 'FUNDS', state: 'NOT_LACKING', since: '2024-01-01' },
    { lack: 'PREMISES', state: 'UNKNOWN', since: null },
  ])
  const first = await records('lack: FUNDS, state: UNKNOWN, first: 1')
  const second = await records(`lack: FUNDS, state: UNKNOWN, first: 1, after: "${first.pageInfo.endCursor}"`)
  const ids = [...first.nodes, ...second.nodes].map(({ unit }) => unit.id)
  expect([first.totalCount, second.pageInfo.hasNextPage, ids.sort()]).toEqual([2, false, [rich.unitId, silent.unitId].sort()])
})

test('within an area its units count, and a secretary’s figures are those of her town', async () => {
  expect((await lacksOf('2024-01-01', `, within: "${OTHER}"`)).units).toBe(2)
  const grants: Grant[] = [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: TOWN }, from: '2024-01-01', until: null }]
  const own = await lacksOf('2024-01-01', '', { grants, account: 'secretary' })
  expect([own.units, own.of('POSTS')]).toEqual([1, [1, 0, 0]])
  const { errors } = await reporting.ask('{ lacks(level: TOWN, within: "999999") { units { value } } }')
  expect(errors).toMatchObject([{ extensions: { code: 'AREA_UNKNOWN' } }])
})

test('made again from the first fact the figures are the same', async () => {
  const before = await lacksOf('2024-01-01')
  await reporting.rebuild()
  expect((await lacksOf('2024-01-01')).lacks).toEqual(before.lacks)
})
