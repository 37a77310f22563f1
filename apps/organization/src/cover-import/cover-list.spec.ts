import { v5 as uuidv5 } from 'uuid'
import type { Cover } from '../employers/employers.domain'
import { codesByName } from '../list-import/cells.domain'
import { anArea, anEmployer, aUnit, PATH } from '../testing/builders'
import { aCoverRow } from '../testing/list-rows'
import { CoverList, type CoversKnown } from './cover-list.domain'
import { coverWords, type CoverRow } from './cover-rows.domain'

const [FIRMS, OTHER, TOWN, HONGDOU] = ['1', '2', '3', '4'].map((last) => `b8a0f8a2-7a49-4f0c-8b9c-0d6a2b1f0a0${last}`) as [
  string,
  string,
  string,
  string,
]
const CODE = '913202050000000000'
const CODES = ['91320200134750461D', '91320200713528542B'] as const
const areas = new Map(
  [
    anArea(),
    anArea({ code: '320205003', path: [...PATH.slice(0, 2), '320205003'], placeholder: true }),
    anArea({ code: '320206001', path: ['320200', '320206', '320206001'] }),
  ].map((area) => [area.code, area]),
)
const covering = { unitType: 'ENTERPRISE', mode: 'JOINT_BY_AREA', covers: [] } as const
const firms = { _id: FIRMS, ...aUnit({ name: '东亭企业科协', ...covering, covers: [] }) }
const park = {
  _id: OTHER,
  ...aUnit({ name: '科技园科协', ...covering, covers: [], unitType: 'PARK', from: '2019-01-01', until: '2025-01-01' }),
}
const town = { _id: TOWN, ...aUnit() }
const hongdou = { _id: HONGDOU, version: 3, ...anEmployer() }
const cover: Cover = {
  id: 'cover',
  unitId: FIRMS,
  unitType: 'ENTERPRISE',
  mode: 'JOINT_BY_AREA',
  from: '2020-01-01',
  until: null,
  endReason: null,
}

function checked(rows: Partial<CoverRow>[], known: Partial<CoversKnown> = {}) {
  const list = new CoverList(
    {
      units: [firms, park, town],
      employers: [hongdou],
      covering: new Map(),
      codesTaken: new Set(),
      kinds: codesByName([{ code: 'tech-firm', names: ['科技型企业'] }]),
      area: (code) => areas.get(code),
      mayCover: () => true,
      mayChange: () => true,
      words: coverWords('zh', (code) => (code === 'tech-firm' ? '科技型企业' : code)),
      today: '2026-03-31',
      ...known,
    },
    (key) => uuidv5(key, uuidv5.URL),
  )
  for (const [place, row] of rows.entries()) list.take(aCoverRow({ line: place + 2, ...row }))
  return list.checked
}
const problems = (rows: Partial<CoverRow>[], known: Partial<CoversKnown> = {}) =>
  checked(rows, known).problems.map(({ line, refusal: { code, details } }) => [line, details.field, details.value, code])

test('a row lets a unit cover an employer that is known by its name in the area, however that is typed', () => {
  for (const employer of ['红豆集团', ' 红豆集团 ', '红豆 集团'])
    expect(checked([{ employer, area: '３２０２０５００１' }])).toMatchObject({
      fresh: [{ line: 2, command: { employerId: HONGDOU, unitId: FIRMS, from: '2020-01-01' } }],
      problems: [],
    })
})

test('an area that no code can be is not known, as another is not', () => {
  for (const area of ['东亭', 'x', '999999'])
    expect(problems([{ employer: '远景能源', area }])).toEqual([[2, 'area', area, 'AREA_UNKNOWN']])
})

test('or by its credit code alone', () => {
  const coded = { ...hongdou, creditCode: CODES[0] }
  const row = { credit_code: ' 91320200 134750461d', employer: '', area: '', kind: '' }
  expect(checked([row], { employers: [coded] }).fresh).toMatchObject([{ command: { employerId: HONGDOU } }])
})

test('an employer that is not known is registered by its row, once, from the first day on which it is covered', () => {
  const row = { employer: '远景能源', level: '县级' }
  const { fresh, problems: wrong } = checked([
    { ...row, from: '2021-01-01' },
    { ...row, unit: '科技园科协', from: '2020-01-01', until: '2021-01-01', reason: '改由企业科协覆盖' },
  ])
  expect(wrong).toEqual([])
  expect(fresh[0]?.register).toMatchObject({
    name: '远景能源',
    kind: 'tech-firm',
    level: 'COUNTY',
    areaCode: '320205001',
    from: '2020-01-01',
  })
  expect(fresh[1]?.register).toBeUndefined()
  expect(fresh[1]?.command).toMatchObject({
    employerId: fresh[0]?.register?.employerId,
    ended: { on: '2021-01-01', reason: '改由企业科协覆盖' },
  })
})

test('where no level is written it is that of the area', () => {
  expect(checked([{ employer: '远景能源' }]).fresh[0]?.register?.level).toBe('TOWN')
})

test('the same row has the same ids in whatever file; of another employer, unit or day it has others', () => {
  const ids = (row: Partial<CoverRow>) => {
    const [fresh] = checked([row]).fresh
    return [fresh?.register?.employerId, fresh?.command.coverId]
  }
  const first = ids({ employer: '远景能源' })
  expect(ids({ line: 9, employer: '远景 能源' })).toEqual(first)
  expect(ids({ employer: '远景能源', from: '2020-01-02' })).toEqual([first[0], expect.not.stringMatching(first[1] ?? '')])
  expect(ids({ employer: '远景科技' })[0]).not.toBe(first[0])
})

test('a cover that was taken back is noted again: its employer has another version since', () => {
  const idWith = (version: number) => checked([{}], { employers: [{ ...hongdou, version }] }).fresh[0]?.command.coverId
  expect(idWith(5)).not.toBe(idWith(3))
})

test('a cover that is there already stays as it is', () => {
  const employers = [{ ...hongdou, covers: [{ ...cover, until: '2024-01-01' }] }]
  const known = { employers, mayCover: () => false, mayChange: () => false }
  expect(checked([{}, { until: '2024-01-01' }], known)).toEqual({ fresh: [], unchanged: 2, problems: [] })
  expect(problems([{ until: '2023-01-01', reason: '迁出' }], known)).toEqual([[2, 'until', '2023-01-01', 'COVER_ENDS_OTHERWISE']])
})

test('the same employer is not covered twice on a day: the unit that covers it is named', () => {
  const known = { employers: [{ ...hongdou, covers: [{ ...cover, unitId: OTHER, from: '2019-01-01' }] }] }
  const { problems: wrong } = checked([{}], { ...known, covering: new Map([[OTHER, '科技园科协']]) })
  expect(wrong).toMatchObject([
    {
      refusal: { code: 'EMPLOYER_COVERED_BY', details: { field: 'employer', value: '红豆集团', unit: '科技园科协', since: '2019-01-01' } },
    },
  ])
  expect(problems([{}], known)).toEqual([[2, 'employer', '红豆集团', 'EMPLOYER_COVERED_ALREADY']])
})

test('nor by two rows of one file: the other row is named, also where it is the very same', () => {
  for (const unit of ['科技园科协', '东亭企业科协'])
    expect(checked([{}, { unit }]).problems).toMatchObject([
      { line: 3, refusal: { code: 'EMPLOYER_COVERED_IN_ROW', details: { field: 'employer', other: 2, unit: '东亭企业科协' } } },
    ])
})

test('a cover that ended before another one began is noted beside that', () => {
  const known = { employers: [{ ...hongdou, covers: [{ ...cover, from: '2022-01-01' }] }] }
  const row = { unit: '科技园科协', until: '2022-01-01', reason: '改由企业科协覆盖' }
  expect(checked([row], known)).toMatchObject({ fresh: [{ command: { ended: { on: '2022-01-01' } } }], problems: [] })
  expect(problems([{ ...row, until: '2022-01-02' }], known)).toEqual([[2, 'employer', '红豆集团', 'EMPLOYER_COVERED_ALREADY']])
})

test('every wrong cell of a row is named, in the order of the columns', () => {
  const row = { unit: '东亭街道科协', employer: '会', credit_code: CODE, area: '320299', kind: '工厂', level: '省级' }
  expect(problems([{ ...row, mode: '合办', from: '六月', until: '2020/1/1', reason: '' }])).toEqual([
    [2, 'unit', '东亭街道科协', 'UNIT_TYPE_COVERS_NO_EMPLOYERS'],
    [2, 'employer', '会', 'TEXT_TOO_SHORT'],
    [2, 'credit_code', CODE, 'CREDIT_CODE_INVALID'],
    [2, 'area', '320299', 'AREA_UNKNOWN'],
    [2, 'kind', '工厂', 'EMPLOYER_KIND_UNKNOWN'],
    [2, 'level', '省级', 'EMPLOYER_LEVEL_UNKNOWN'],
    [2, 'mode', '合办', 'UNIT_MODE_UNKNOWN'],
    [2, 'from', '六月', 'DAY_UNREADABLE'],
    [2, 'reason', '', 'TEXT_TOO_SHORT'],
  ])
  expect(problems([{ until: '2019-12-31' }])).toEqual([
    [2, 'until', '2019-12-31', 'COVER_LASTS_NO_DAY'],
    [2, 'reason', '', 'TEXT_TOO_SHORT'],
  ])
})

test('empty cells, as merged ones leave them, are named each', () => {
  expect(problems([{ unit: '', employer: '', area: '', kind: '', from: '' }])).toEqual(
    ['unit', 'employer', 'area', 'kind', 'from'].map((column) => [2, column, '', 'CELL_EMPTY']),
  )
  expect(problems([{ reason: '迁出' }])).toEqual([[2, 'until', '', 'CELL_EMPTY']])
})

test.each([
  ['a formula in place of the name', { employer: '=A2' }, ['employer', '=A2', 'CELL_IS_FORMULA']],
  ['a code that a spreadsheet rounded', { employer: '远景', area: '3.20205E+11' }, ['area', '3.20205E+11', 'AREA_CODE_ROUNDED']],
  ['an area that only holds a place', { employer: '远景', area: '320205003' }, ['area', '320205003', 'AREA_PLACEHOLDER']],
  ['a unit that is not known', { unit: '无此科协' }, ['unit', '无此科协', 'UNIT_UNKNOWN']],
  ['a day before the unit was founded', { from: '2018/6/10' }, ['from', '2018/6/10', 'UNIT_NOT_IN_FORCE']],
  ['another mode than the unit has', { mode: '依托组建' }, ['mode', '依托组建', 'COVER_MODE_DIFFERS']],
  ['an end that is no later than the first day', { until: '2020-01-01', reason: '迁出' }, ['until', '2020-01-01', 'COVER_LASTS_NO_DAY']],
  [
    'an end after that of the unit',
    { unit: '科技园科协', until: '2025-01-02', reason: '迁出' },
    ['until', '2025-01-02', 'COVER_OUTLASTS_UNIT'],
  ],
  ['an end without a reason', { until: '2024-01-01' }, ['reason', '', 'TEXT_TOO_SHORT']],
])('%s is refused at its cell', (_, said, refusal) => {
  expect(problems([said])).toEqual([[2, ...refusal]])
})

test('a cover that ends with its unit needs no reason', () => {
  expect(problems([{ unit: '科技园科协', until: '2025-01-01' }])).toEqual([])
})

test('what hangs on a day that cannot be read is not said before that is mended', () => {
  const employers = [{ ...hongdou, covers: [{ ...cover, unitId: OTHER, from: '2021-01-01' }] }]
  expect(problems([{ from: '六月' }], { employers })).toEqual([[2, 'from', '六月', 'DAY_UNREADABLE']])
  expect(problems([{ until: '六月', reason: '迁出' }], { employers })).toEqual([[2, 'until', '六月', 'DAY_UNREADABLE']])
})

test('what a row says of a known employer has to agree with what is registered', () => {
  const coded = { ...hongdou, creditCode: CODES[0] }
  const row = { employer: '红豆实业', credit_code: CODES[0], area: '320206001', level: '市级' }
  expect(problems([row], { employers: [coded] })).toEqual([
    [2, 'employer', '红豆实业', 'EMPLOYER_REGISTERED_OTHERWISE'],
    [2, 'area', '320206001', 'EMPLOYER_REGISTERED_OTHERWISE'],
    [2, 'level', '市级', 'EMPLOYER_REGISTERED_OTHERWISE'],
  ])
  expect(problems([{ credit_code: CODES[1] }], { employers: [coded] })).toEqual([
    [2, 'credit_code', CODES[1], 'EMPLOYER_REGISTERED_OTHERWISE'],
  ])
})

test('a name that two employers of an area bear is refused, and told by the credit code', () => {
  const employers = [hongdou, { ...hongdou, _id: OTHER, creditCode: CODES[0] }]
  expect(problems([{}], { employers })).toEqual([[2, 'employer', '红豆集团', 'EMPLOYER_NAME_AMBIGUOUS']])
  expect(checked([{ credit_code: CODES[0] }], { employers }).fresh).toMatchObject([{ command: { employerId: OTHER } }])
})

test('a credit code of an employer that the caller may not see is refused, and that one not told', () => {
  expect(problems([{ employer: '远景', credit_code: CODES[1] }], { codesTaken: new Set(CODES) })).toEqual([
    [2, 'credit_code', CODES[1], 'CREDIT_CODE_TAKEN'],
  ])
})

test('a row beyond the jurisdiction of whoever imports is refused: at the unit, at a known employer, and at the area of a new one', () => {
  const mayChange = ({ path }: { path: readonly string[] }) => path.includes('320206')
  expect(problems([{}, { employer: '远景能源' }], { mayChange, mayCover: () => false })).toEqual([
    [2, 'unit', '东亭企业科协', 'ROW_BEYOND_JURISDICTION'],
    [2, 'employer', '红豆集团', 'ROW_BEYOND_JURISDICTION'],
    [3, 'unit', '东亭企业科协', 'ROW_BEYOND_JURISDICTION'],
    [3, 'area', '320205001', 'ROW_BEYOND_JURISDICTION'],
  ])
})
