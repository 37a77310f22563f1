import { v5 as uuidv5 } from 'uuid'
import { anArea, aUnit } from '../testing/builders'
import { aUnitRow } from '../testing/unit-rows'
import { UnitList, type UnitsKnown } from './unit-list.domain'
import type { UnitRow } from './unit-rows.domain'

const COUNTY = 'b8a0f8a2-7a49-4f0c-8b9c-0d6a2b1f0a01'
const SECOND = 'b8a0f8a2-7a49-4f0c-8b9c-0d6a2b1f0a02'
const COUNTY_PATH = ['320200', '320205']
const areas = new Map(
  [
    anArea({ code: '320205', level: 'COUNTY', path: COUNTY_PATH }),
    anArea(),
    anArea({ code: '320205002', path: [...COUNTY_PATH, '320205002'] }),
    anArea({ code: '320205003', path: [...COUNTY_PATH, '320205003'], placeholder: true }),
    anArea({ code: '320206001', path: ['320200', '320206', '320206001'] }),
  ].map((area) => [area.code, area]),
)
const county = {
  _id: COUNTY,
  ...aUnit({ name: '锡山区科协', unitType: 'COUNTY', areaCode: '320205', path: COUNTY_PATH, from: '2010-01-01' }),
}
const countyRow = aUnitRow({ name: '锡山区科协', type: 'COUNTY', area: '320205', from: '2010-01-01' })

function checked(rows: Partial<UnitRow>[], known: Partial<UnitsKnown> = {}) {
  const all = { units: [], area: (code: string) => areas.get(code), mayEstablish: () => true, today: '2026-03-31', ...known }
  const list = new UnitList(all, (key) => uuidv5(key, uuidv5.URL))
  for (const [place, row] of rows.entries()) list.take(aUnitRow({ line: place + 2, ...row }))
  return list.checked
}
const problems = (rows: Partial<UnitRow>[], known: Partial<UnitsKnown> = {}) =>
  checked(rows, known).problems.map(({ line, refusal: { code, details } }) => [line, details.field, details.value, code])

test('a row is decided by the rules of founding', () => {
  const { fresh, unchanged } = checked([{}])
  expect(fresh).toMatchObject([{ line: 2, unit: { ...aUnit() } }])
  expect(unchanged).toBe(0)
})

test('a unit stands under one of an earlier row, by its name', () => {
  const { fresh, problems: wrong } = checked([countyRow, { line: 3, parent: '锡山区科协' }])
  expect(wrong).toEqual([])
  expect(fresh[1]?.unit.parentId).toBe(fresh[0]?.unitId)
})

test('a formula is no name, and nor is what one failed with; a unit that is called so already stays as it is', () => {
  for (const name of ['=A2&"科协"', '#REF!', '＝B3']) expect(problems([{ name }])).toEqual([[2, 'name', name, 'CELL_IS_FORMULA']])
  const known = { _id: COUNTY, ...aUnit({ name: '=A2&"科协"' }) }
  expect(checked([{ name: known.name }], { units: [known] })).toMatchObject({ unchanged: 1, problems: [] })
})

test('a unit of a later row is not known yet', () => {
  expect(problems([{ parent: '锡山区科协' }, { ...countyRow, line: 3 }])).toEqual([[2, 'parent', '锡山区科协', 'IMPORTED_UNIT_UNKNOWN']])
})

test('what stands under a row that is wrong is not refused for that', () => {
  expect(
    problems([
      { ...countyRow, area: '999999' },
      { line: 3, parent: '锡山区科协' },
    ]),
  ).toEqual([[2, 'area', '999999', 'AREA_UNKNOWN']])
})

test('a unit above is named by its id or by the name that it bears on that day', () => {
  const id = '6f1b0a52-8a55-4c55-9d0e-0a1d6c1f4a11'
  const renamed = { ...county, _id: id, renamings: [{ name: '锡山科协', from: '2020-01-01', paper: '批复' }] }
  const above = { ...county, _id: SECOND, name: '锡山科协', from: '2019-01-01' }
  const parents = (parent: string, from: string) =>
    checked([{ parent, from }], { units: [renamed, above] }).fresh.map(({ unit }) => unit.parentId)
  expect(parents(id, '2021-01-01')).toEqual([id])
  expect(parents('锡山区科协', '2018-06-11')).toEqual([id])
  expect(parents('锡山科协', '2019-06-11')).toEqual([SECOND])
})

test('a name that two units bear on that day is refused with the candidates', () => {
  const { problems: wrong } = checked([{ parent: '锡山区科协' }], { units: [county, { ...county, _id: SECOND }] })
  expect(wrong).toMatchObject([{ refusal: { code: 'UNIT_NAME_AMBIGUOUS', details: { field: 'parent', count: 2 } } }])
  expect(String(wrong[0]?.refusal.details['candidates'])).toMatch(new RegExp(`${COUNTY}.*${SECOND}`))
})

test('a unit above that is not in force on that day is refused at the day', () => {
  expect(problems([{ parent: '锡山区科协', from: '2009-01-01' }], { units: [county] })).toEqual([
    [2, 'from', '2009-01-01', 'PARENT_NOT_IN_FORCE'],
  ])
})

test('a unit that is there already, also under a former name and when it has ended, is unchanged whatever else its row says', () => {
  const there = { _id: SECOND, ...aUnit({ until: '2025-01-01', renamings: [{ name: '东亭科协', from: '2020-01-01', paper: '批复' }] }) }
  expect(checked([{}, { line: 3, name: '东亭科协', parent: '无此组织' }], { units: [there] })).toEqual({
    fresh: [],
    unchanged: 2,
    problems: [],
  })
})

test.each([
  ['another name', { name: '东亭科协' }],
  ['another type', { type: 'PARK' }],
  ['another area', { area: '320205002' }],
  ['another day', { from: '2018-06-12' }],
])('a row with %s is another unit', (_, said) => {
  expect(checked([said], { units: [{ _id: SECOND, ...aUnit() }] })).toMatchObject({ fresh: [{ line: 2 }], unchanged: 0 })
})

test('the same unit twice in a file is refused with the other row', () => {
  const { problems: wrong } = checked([{}, { line: 3, from: '2018/6/11' }])
  expect(wrong).toMatchObject([{ line: 3, refusal: { code: 'UNIT_ROW_TWICE', details: { other: 2 } } }])
})

test('every wrong cell of a row is named, in the order of the columns', () => {
  const row = {
    name: '会',
    area: '320205003',
    also_covers: '320205002、320299001；320205',
    parent: '无此组织',
    mode: '区域联建',
    host: '某单位',
  }
  expect(problems([row])).toEqual([
    [2, 'name', '会', 'TEXT_TOO_SHORT'],
    [2, 'area', '320205003', 'AREA_PLACEHOLDER'],
    [2, 'also_covers', '320299001', 'AREA_UNKNOWN'],
    [2, 'also_covers', '320205', 'AREA_LEVEL_WRONG'],
    [2, 'parent', '无此组织', 'IMPORTED_UNIT_UNKNOWN'],
    [2, 'host', '某单位', 'IMPORTED_UNIT_UNKNOWN'],
  ])
})

test('beside a type and a day that cannot be read the other cells are judged, but for what hangs on these two', () => {
  expect(
    problems([{ type: '街道', from: '六月', area: '320299', mode: '依托组建', parent: '锡山区科协', host: '无此组织' }], {
      units: [county],
    }),
  ).toEqual([
    [2, 'type', '街道', 'UNIT_TYPE_UNKNOWN'],
    [2, 'area', '320299', 'AREA_UNKNOWN'],
    [2, 'host', '无此组织', 'IMPORTED_UNIT_UNKNOWN'],
    [2, 'from', '六月', 'DAY_UNREADABLE'],
  ])
})

test('what hangs on a type that cannot be read, or on a day, is not said before that is mended', () => {
  const street = { _id: SECOND, ...aUnit({ name: '安镇街道科协' }) }
  expect(problems([{ type: '街道', parent: '安镇街道科协' }], { units: [street] })).toEqual([[2, 'type', '街道', 'UNIT_TYPE_UNKNOWN']])
  const yetToCome = () => anArea({ from: '2030-01-01' })
  expect(problems([{ from: '六月' }], { area: yetToCome })).toEqual([[2, 'from', '六月', 'DAY_UNREADABLE']])
})

test.each([
  ['a type that may not stand there', { type: 'BUILDING', parent: '锡山区科协' }, ['parent', '锡山区科协', 'PARENT_TYPE_NOT_ALLOWED']],
  ['a host of what is not hosted', { host: '锡山区科协' }, ['host', '锡山区科协', 'HOST_NOT_EXPECTED']],
  ['a hosted unit without a host', { mode: '依托组建' }, ['host', '', 'HOST_MISSING']],
  ['no area where one is needed', { area: '' }, ['area', '', 'UNIT_NEEDS_AREA']],
  ['further areas without a joint foundation', { also_covers: '320205002' }, ['also_covers', '320205002', 'JOINT_ONLY_BY_AREA']],
])('%s is refused at its cell, with the words of the file', (_, said, refusal) => {
  expect(problems([said], { units: [county] })).toEqual([[2, ...refusal]])
})

test('a row beyond the jurisdiction of whoever imports is refused, at the area or at what it would stand under', () => {
  const mayEstablish = (path: readonly string[]) => path.includes('320205001')
  const rows = [
    {},
    { name: '外区科协', area: '320206001' },
    { name: '联建科协', mode: '区域联建', also_covers: '320206001' },
    { name: '学会', type: 'SOCIETY', area: '', parent: '锡山区科协' },
    { name: '市级学会', type: 'SOCIETY', area: '' },
  ]
  expect(problems(rows, { mayEstablish, units: [county] })).toEqual([
    [3, 'area', '320206001', 'ROW_BEYOND_JURISDICTION'],
    [4, 'also_covers', '320206001', 'ROW_BEYOND_JURISDICTION'],
    [5, 'parent', '锡山区科协', 'ROW_BEYOND_JURISDICTION'],
    [6, 'area', '', 'ROW_BEYOND_JURISDICTION'],
  ])
})

test('the same row has the same id in whatever file, and another one under another unit', () => {
  const [first] = checked([{}]).fresh
  const [again] = checked([{ line: 9 }]).fresh
  const [elsewhere] = checked([{ parent: '锡山区科协' }], { units: [county] }).fresh
  expect(again?.unitId).toBe(first?.unitId)
  expect(elsewhere?.unitId).not.toBe(first?.unitId)
})
