import { AreaEstablished } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { anArea, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { checkAreaList, establishArea, type Area, type AreaRow } from './areas.domain'

const none = new Map<string, Area>()
const check = (rows: AreaRow[], known: Area[] = []) => checkAreaList(rows, new Map(known.map((area) => [area.code, area])))
const known = (rows: AreaRow[]) => check(rows).fresh
const told = (rows: AreaRow[], areas: Area[] = []) => {
  const { problems } = check(rows, areas)
  return problems.map(({ line, refusal: { code, details } }) => [line, code, details.field, details.value])
}

test('an area stands below its parent, whatever the order of the rows', () => {
  const { fresh, problems } = check([aRow(), ...CITY_AND_COUNTY])
  expect(problems).toEqual([])
  expect(fresh.map(({ code }) => code)).toEqual(['320200', '320205', '320205001'])
  expect(fresh[2]).toEqual(anArea())
})

test('an area may stand below one that is in the list already', () => {
  expect(check([...CITY_AND_COUNTY, aRow()], known(CITY_AND_COUNTY))).toEqual({ fresh: [anArea()], unchanged: 2, problems: [] })
})

test('the same list again changes nothing', () => {
  const rows = [...CITY_AND_COUNTY, aRow({ flag: 'placeholder' })]
  expect(check(rows, known(rows))).toEqual({ fresh: [], unchanged: 3, problems: [] })
})

test.each([
  ['subdistrict', 'STREET'],
  ['town', 'TOWN'],
  ['township', 'TOWNSHIP'],
  ['quasi', 'ZONE'],
])('of the level of streets and towns: %s is a %s', (kind, expected) => {
  expect(check([...CITY_AND_COUNTY, aRow({ kind })]).fresh[2]).toMatchObject({ level: 'TOWN', kind: expected })
})

test.each([
  ['community', 'COMMUNITY'],
  ['village', 'VILLAGE'],
  ['quasi-community', 'QUASI_COMMUNITY'],
  ['quasi-village', 'QUASI_VILLAGE'],
])('of the level of villages: %s is a %s', (kind, expected) => {
  const row = aRow({ line: 5, code: '320205001009', name: '东亭社区', level: 'village', parent_code: '320205001', kind })
  expect(check([...CITY_AND_COUNTY, aRow(), row]).fresh[3]).toMatchObject({ level: 'VILLAGE', kind: expected })
})

test('the city is written with four digits or with six', () => {
  const rows = CITY_AND_COUNTY.map((row) => ({ ...row, code: row.code.replace('320200', '3202'), parent_code: row.parent_code && '3202' }))
  expect(check(rows).fresh.map(({ path }) => path)).toEqual([['3202'], ['3202', '320205']])
})

const wrong: [string, Partial<AreaRow>, string, string, unknown][] = [
  ['a code that a spreadsheet rounded', { code: '3.20205E+11' }, 'AREA_CODE_ROUNDED', 'code', '3.20205E+11'],
  ['a parent’s code that a spreadsheet rounded', { parent_code: '3.20205e+8' }, 'AREA_CODE_ROUNDED', 'parent_code', '3.20205e+8'],
  ['a level that there is not', { level: 'street' }, 'AREA_LEVEL_UNKNOWN', 'level', 'street'],
  ['a code of letters', { code: '32020500A' }, 'AREA_CODE_INVALID', 'code', '32020500A'],
  ['a code that begins with a letter', { code: 'A20205001' }, 'AREA_CODE_INVALID', 'code', 'A20205001'],
  ['a code of another level', { code: '320205001009' }, 'AREA_CODE_INVALID', 'code', '320205001009'],
  ['a kind that there is not', { kind: 'hamlet' }, 'AREA_KIND_UNKNOWN', 'kind', 'hamlet'],
  ['a kind of another level', { kind: 'village' }, 'AREA_KIND_UNKNOWN', 'kind', 'village'],
  ['no kind', { kind: '' }, 'AREA_KIND_UNKNOWN', 'kind', ''],
  ['a kind that is a word of the language', { kind: 'constructor' }, 'AREA_KIND_UNKNOWN', 'kind', 'constructor'],
  ['a flag that there is not', { flag: 'virtual' }, 'AREA_FLAG_UNKNOWN', 'flag', 'virtual'],
  ['no name', { name: '' }, 'TEXT_TOO_SHORT', 'name', ''],
  ['a parent that is nowhere', { parent_code: '320206' }, 'AREA_PARENT_UNKNOWN', 'parent_code', '320206'],
  ['no parent', { parent_code: '' }, 'AREA_PARENT_UNKNOWN', 'parent_code', ''],
  ['a parent two levels up', { parent_code: '320200' }, 'AREA_PARENT_WRONG', 'parent_code', '320200'],
  ['a code that does not begin with its parent’s', { code: '320206001' }, 'AREA_PARENT_WRONG', 'parent_code', '320205'],
]

test.each(wrong)('a row with %s is refused with its line', (_, said, code, field, value) => {
  expect(told([...CITY_AND_COUNTY, aRow(said)])).toEqual([[4, code, field, value]])
})

test('a county has no kind, and a city no parent', () => {
  const [city, county] = CITY_AND_COUNTY as [AreaRow, AreaRow]
  expect(told([city, { ...county, kind: 'town' }])).toEqual([[3, 'AREA_KIND_UNKNOWN', 'kind', 'town']])
  expect(told([{ ...city, parent_code: '320205' }, county])).toContainEqual([2, 'AREA_PARENT_WRONG', 'parent_code', '320205'])
})

test('a code that stands twice is refused, and the other line is named', () => {
  const { problems } = check([...CITY_AND_COUNTY, aRow(), aRow({ line: 5 })])
  expect(problems).toMatchObject([
    { line: 5, refusal: { code: 'AREA_CODE_TWICE', details: { field: 'code', value: '320205001', other: 4 } } },
  ])
})

test.each([
  ['name', { name: '东亭镇' }],
  ['kind', { kind: 'town' }],
  ['flag', { flag: 'placeholder' }],
])('an area that is in the list with another %s is refused', (field, said) => {
  const areas = known([...CITY_AND_COUNTY, aRow()])
  expect(told([aRow(said)], areas)).toEqual([[4, 'AREA_DIFFERS', field, '320205001']])
})

test('every wrong row is told, in the order of the file', () => {
  const rows = [...CITY_AND_COUNTY, aRow({ line: 5, parent_code: '320206' }), aRow({ line: 6, code: '9', name: '九' })]
  const { problems, unchanged } = check(rows, known(CITY_AND_COUNTY))
  expect(problems.map(({ line }) => line)).toEqual([5, 6])
  expect(unchanged).toBe(2)
})

test('the fact of an area carries what others count by, and no name', () => {
  const { name: _, ...fact } = anArea()
  given(anArea()).when(establishArea).then(AreaEstablished.of(fact)).leaving({ name: '东亭街道' })
})

test('nothing comes of an empty list', () => {
  expect(checkAreaList([], none)).toEqual({ fresh: [], unchanged: 0, problems: [] })
})

test('a fault while a row is read is no problem of the row', () => {
  const row: AreaRow = {
    ...aRow(),
    get level(): string {
      throw new Error('the disk is gone')
    },
  }
  expect(() => check([row])).toThrow('the disk is gone')
})
