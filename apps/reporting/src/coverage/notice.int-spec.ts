import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AreaKind, Fact } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { parse } from 'csv-parse/sync'
import { aHolding, anArea, aTerm, aUnit } from '../testing/facts'
import { ReportingUnderTest } from '../testing/service'

const rowsOf = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(__dirname, '../../../../tools/demo/data', file)), { columns: true })

const SERVES: Partial<Record<string, 'COUNTY' | 'TOWN' | 'VILLAGE'>> = {
  county: 'COUNTY',
  district: 'COUNTY',
  town: 'TOWN',
  subdistrict: 'TOWN',
  village: 'VILLAGE',
  community: 'VILLAGE',
}
const KINDS: Partial<Record<string, AreaKind>> = { subdistrict: 'STREET', quasi: 'ZONE' }

function areaOf({ code = '', kind = '', flag }: Record<string, string>): Fact {
  const said = kind === '' ? {} : { kind: KINDS[kind] ?? (kind.toUpperCase().replace('-', '_') as AreaKind) }
  return anArea(code, { placeholder: flag === 'placeholder', ...said })
}

function pilotOf({ category = '', host_area_code: code }: Record<string, string>): Fact {
  const unit = { unitId: randomUUID(), area: code || '320200' }
  return aUnit(unit, { area: code || null, covers: code ? [code] : [], serves: SERVES[category] ?? null })
}

const names = freshNames()
const dingshu = { unitId: randomUUID(), area: '320282112' }
const bodyId = randomUUID()
let reporting: ReportingUnderTest

beforeAll(async () => {
  reporting = await ReportingUnderTest.start({ ...engines(), ...names })
  const pilots = rowsOf('pilot-units.csv').filter(({ host_area_code: code }) => code !== dingshu.area)
  await reporting.publish([...rowsOf('wuxi-areas.csv').map(areaOf), ...pilots.map(pilotOf), aUnit(dingshu)])
})
afterAll(async () => {
  await reporting.stop()
  await names.drop()
})

interface Counted {
  total: { value: number }
  covered: { value: number }
  functioning: { value: number }
  zones: { value: number }
}

async function counted(on: string): Promise<Record<string, number[]>> {
  const figures = '{ total { value } covered { value } functioning { value } zones { value } }'
  const data = await reporting.answer<Record<string, Counted>>(
    `query ($on: LocalDate) {
      counties: coverage(level: COUNTY, on: $on) ${figures}
      towns: coverage(level: TOWN, on: $on) ${figures}
      villages: coverage(level: VILLAGE, on: $on) ${figures}
    }`,
    { variables: { on } },
  )
  return Object.fromEntries(
    Object.entries(data).map(([level, figure]) => [
      level,
      [figure.covered.value, figure.total.value, figure.functioning.value, figure.zones.value],
    ]),
  )
}

test('on the day of the pilot list 3 of 7 counties, 5 of 72 towns and 2 of 1,241 villages are covered; the day before none', async () => {
  expect(await counted('2018-06-11')).toEqual({ counties: [3, 7, 0, 0], towns: [5, 72, 0, 16], villages: [2, 1_241, 0, 0] })
  expect(await counted('2018-06-10')).toEqual({ counties: [0, 7, 0, 0], towns: [0, 72, 0, 16], villages: [0, 1_241, 0, 0] })
})

test('an association functions when a chair holds a seat of its term, and for a year after both', async () => {
  await reporting.publish([aTerm(dingshu, bodyId), aHolding(dingshu, bodyId, { rank: 'VICE_CHAIR' })])
  expect((await counted('2018-06-11'))['towns']).toEqual([5, 72, 0, 16])
  await reporting.publish([aHolding(dingshu, bodyId)])
  expect((await counted('2018-06-11'))['towns']).toEqual([5, 72, 1, 16])
  expect((await counted('2024-06-11'))['towns']).toEqual([5, 72, 1, 16])
  expect((await counted('2024-06-12'))['towns']).toEqual([5, 72, 0, 16])
})

test('the areas behind the figures are listed by code, page by page, and only of the state asked for', async () => {
  const list = (after: string | null) =>
    reporting.answer<{ coverage: { areas: { nodes: { area: { code: string } }[]; totalCount: number; pageInfo: { endCursor: string } } } }>(
      `query ($after: Cursor) { coverage(level: TOWN, on: "2018-06-11") { areas(state: OWN, first: 3, after: $after) {
        nodes { area { code } unit { id } functioning } totalCount pageInfo { hasNextPage endCursor } } } }`,
      { variables: { after } },
    )
  const first = (await list(null)).coverage.areas
  const second = (await list(first.pageInfo.endCursor)).coverage.areas
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } })
  expect([...first.nodes, ...second.nodes].map(({ area }) => area.code)).toEqual([
    '320205105',
    '320213023',
    '320214052',
    '320281111',
    '320282112',
  ])
  expect(second.pageInfo).toMatchObject({ hasNextPage: false })
})

test('the cursor of one filter is refused in another, and so is a page of 201', async () => {
  const page = (words: string) =>
    reporting.ask<{ coverage: { areas: { pageInfo: { endCursor: string } } } }>(
      `{ coverage(level: TOWN) { areas(${words}) { pageInfo { endCursor } } } }`,
    )
  const { data } = await page('state: BLANK, first: 2')
  const cursor = data.coverage.areas.pageInfo.endCursor
  expect((await page(`state: OWN, after: "${cursor}"`)).errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }])
  expect((await page('first: 201')).errors).toMatchObject([{ extensions: { code: 'FIRST_OUT_OF_RANGE', value: 201 } }])
})

test('the grid shows every town and zone with its state, and within a county only its own', async () => {
  const { city, county } = await reporting.answer<Record<'city' | 'county', { area: { code: string }; state: string }[]>>(
    `{ city: coverageGrid(level: TOWN, on: "2018-06-11") { area { code } state }
       county: coverageGrid(level: TOWN, within: "320282", on: "2018-06-11") { area { code } state } }`,
  )
  expect([city.length, city.filter(({ state }) => state === 'ZONE').length]).toEqual([88, 16])
  expect(county.every(({ area }) => area.code.startsWith('320282'))).toBe(true)
  expect(county.filter(({ state }) => state === 'OWN')).toEqual([{ area: { code: dingshu.area }, state: 'OWN' }])
})

test('a trend of a time that runs backwards is refused, as is a look within an area that is not in the list', async () => {
  const backwards = await reporting.ask('{ coverageTrend(level: TOWN, from: "2020-01-01", to: "2019-01-01") { covered } }')
  expect(backwards.errors).toMatchObject([{ extensions: { code: 'TREND_ENDS_BEFORE_IT_STARTS', field: 'to', value: '2019-01-01' } }])
  const nowhere = await reporting.ask('{ coverage(level: TOWN, within: "999999") { total { value } } }', { language: 'zh' })
  expect(nowhere.errors).toMatchObject([{ message: '区划代码“999999”不在名录中', extensions: { code: 'AREA_UNKNOWN', field: 'within' } }])
})

test('what reporting adds to areas and units is answered for many at once, and is null for those it does not know', async () => {
  const representations = [
    { __typename: 'Area', code: '320282' },
    { __typename: 'Area', code: dingshu.area },
    { __typename: 'Area', code: '999999' },
    { __typename: 'Unit', id: dingshu.unitId },
    { __typename: 'Unit', id: randomUUID() },
  ]
  const { _entities } = await reporting.answer<{ _entities: unknown[] }>(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Area { coverage(level: TOWN, on: "2018-06-11") { covered { value } total { value } } coverageState(on: "2018-06-11") }
      ... on Unit { functioning(on: "2018-06-11") } } }`,
    { variables: { representations } },
  )
  expect(_entities).toEqual([
    { coverage: { covered: { value: 1 }, total: { value: 18 } }, coverageState: 'BLANK' },
    { coverage: { covered: { value: 1 }, total: { value: 1 } }, coverageState: 'OWN' },
    { coverage: null, coverageState: null },
    { functioning: true },
    { functioning: null },
  ])
})

test('every figure says its unit and definition in the language of the reader, and how fresh it is', async () => {
  const ask = (language: 'zh' | 'en') =>
    reporting.answer<{ coverage: unknown }>('{ coverage(level: COUNTY) { blank { unit definition } asOf { on lagSeconds } } }', {
      language,
    })
  expect(await ask('zh')).toMatchObject({ coverage: { blank: { unit: '个' }, asOf: { on: '2026-03-31', lagSeconds: 0 } } })
  expect(await ask('en')).toMatchObject({
    coverage: { blank: { definition: 'Areas for which no association of the level is in force on the day' } },
  })
})
