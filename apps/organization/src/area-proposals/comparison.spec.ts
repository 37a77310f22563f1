import { anArea, aRow } from '../testing/builders'
import { checkAreaList, type Area, type AreaRow } from '../areas/areas.domain'
import { compareLists } from './comparison.domain'
import { differenceOf, presentOn, type AreaChange, type Correction, type ListedRow } from './lists.domain'

const town = (code: string, name: string, said: Partial<AreaRow> = {}) => aRow({ code, name, parent_code: code.slice(0, 6), ...said })
const village = (code: string, name: string) => aRow({ code, name, level: 'village', parent_code: code.slice(0, 9), kind: 'community' })
const COUNTIES = [
  aRow({ code: '320200', name: '无锡市', level: 'city', parent_code: '', kind: '' }),
  aRow({ code: '320205', name: '锡山区', level: 'county', parent_code: '320200', kind: '' }),
  aRow({ code: '320206', name: '惠山区', level: 'county', parent_code: '320200', kind: '' }),
]
const BEFORE = [
  ...COUNTIES,
  town('320205001', '东亭街道'),
  village('320205001001', '东亭社区'),
  village('320205001002', '春雷社区'),
  town('320205002', '安镇街道'),
  village('320205002001', '谈村社区'),
  village('320205002002', '安西社区'),
  town('320205101', '东港镇', { kind: 'town' }),
  town('320206001', '堰桥街道'),
]

const listed = (rows: AreaRow[]): ListedRow[] =>
  checkAreaList(rows, new Map()).fresh.map(({ code, name, level, kind, placeholder, path }) => {
    return { code, name, level, kind, placeholder, parent: path.at(-2) ?? null }
  })
const present = presentOn(checkAreaList(BEFORE, new Map()).fresh, '2025-12-31')
const compare = (rows: AreaRow[], corrections: Correction[] = []) =>
  told(compareLists({ present, ...differenceOf(present, listed(rows)) }, corrections))
const told = (changes: AreaChange[]) => changes.map(({ kind, area, row, other }) => [kind, area, row?.code ?? null, other])
const without = (...codes: string[]) => BEFORE.filter(({ code }) => !codes.includes(code))

test('the same list again changes nothing', () => {
  expect(compare(BEFORE)).toEqual([])
})

test('another name under the same code is a renaming', () => {
  expect(compare([...without('320205001001'), village('320205001001', '柏庄社区')])).toEqual([
    ['RENAMED', '320205001001', '320205001001', null],
  ])
})

test('the same name under another code is the same area; a town that became a street, too', () => {
  const rows = [...without('320205101', '320205002001'), town('320205010', '东港街道'), village('320205002009', '谈村社区')]
  expect(compare(rows)).toEqual([
    ['RECODED', '320205101', '320205010', null],
    ['RECODED', '320205002001', '320205002009', null],
  ])
})

test('codes that are handed on from one to the next rename nobody', () => {
  const rows = [...without('320205001001', '320205001002'), village('320205001002', '东亭社区'), village('320205001003', '春雷社区')]
  expect(compare(rows)).toEqual([
    ['RECODED', '320205001001', '320205001002', null],
    ['RECODED', '320205001002', '320205001003', null],
  ])
})

test('another kind alone is told as that', () => {
  expect(compare([...without('320205101'), town('320205101', '东港镇', { kind: 'township' })])).toEqual([
    ['RECLASSIFIED', '320205101', '320205101', null],
  ])
})

test('a row that nothing stands for is new, an area that nothing stands for is gone', () => {
  expect(compare([...without('320205101'), town('320206002', '长安街道')])).toEqual([
    ['GONE', '320205101', null, null],
    ['ADDED', null, '320206002', null],
  ])
})

test('a street whose villages are listed under another was merged into that; they stay what they are', () => {
  const rows = [
    ...without('320205002', '320205002001', '320205002002'),
    village('320205001003', '谈村社区'),
    village('320205001004', '安西社区'),
  ]
  expect(compare(rows)).toEqual([
    ['MERGED', '320205002', null, '320205001'],
    ['RECODED', '320205002001', '320205001003', null],
    ['RECODED', '320205002002', '320205001004', null],
  ])
})

test('two streets whose villages are all listed under a new one were merged into that', () => {
  const rows = [
    ...COUNTIES,
    town('320205003', '锡东街道'),
    ...['东亭社区', '春雷社区', '谈村社区', '安西社区'].map((name, at) => village(`32020500300${at + 1}`, name)),
    town('320205101', '东港镇', { kind: 'town' }),
    town('320206001', '堰桥街道'),
  ]
  expect(compare(rows).slice(0, 3)).toEqual([
    ['MERGED', '320205001', null, '320205003'],
    ['MERGED', '320205002', null, '320205003'],
    ['ADDED', null, '320205003', null],
  ])
  expect(
    compare(rows)
      .slice(3)
      .map(([kind]) => kind),
  ).toEqual(['RECODED', 'RECODED', 'RECODED', 'RECODED'])
})

test('one street all of whose villages are listed under a new one got another name and code', () => {
  const rows = [
    ...without('320205001', '320205001001', '320205001002'),
    town('320205004', '云林街道'),
    village('320205004001', '东亭社区'),
    village('320205004002', '春雷社区'),
  ]
  expect(compare(rows)[0]).toEqual(['RECODED', '320205001', '320205004', null])
})

test('a new street with most of its villages from another is a part of it, and the villages moved there', () => {
  const rows = [...without('320205001002'), town('320205004', '春雷街道'), village('320205004001', '春雷社区')]
  expect(compare(rows)).toEqual([
    ['SPLIT', null, '320205004', '320205001'],
    ['MOVED', '320205001002', '320205004001', null],
  ])
})

test('a street that is listed in another county was moved, and its villages with it', () => {
  const rows = [
    ...without('320205002', '320205002001', '320205002002'),
    town('320206002', '安镇街道'),
    village('320206002001', '谈村社区'),
    village('320206002002', '安西社区'),
  ]
  expect(compare(rows)).toEqual([
    ['MOVED', '320205002', '320206002', null],
    ['RECODED', '320205002001', '320206002001', null],
    ['RECODED', '320205002002', '320206002002', null],
  ])
})

describe('what a clerk corrects goes first', () => {
  const rows = [...without('320205101'), town('320205010', '东港街道')]

  test('a new code that was taken for the same area is gone and new', () => {
    expect(compare(rows, [{ as: 'GONE', area: '320205101', listCode: null }])).toEqual([
      ['ADDED', null, '320205010', null],
      ['GONE', '320205101', null, null],
    ])
  })

  test('two that are gone were merged into a new one, and their villages are compared anew', () => {
    const merged = [
      ...without('320205101', '320205002', '320205002001', '320205002002'),
      town('320205010', '锡东街道'),
      village('320205010001', '谈村社区'),
    ]
    const corrections = ['320205101', '320205002'].map((area) => ({ as: 'MERGED' as const, area, listCode: '320205010' }))
    expect(compare(merged, corrections)).toEqual([
      ['MERGED', '320205002', null, '320205010'],
      ['ADDED', null, '320205010', null],
      ['MERGED', '320205101', null, '320205010'],
      ['GONE', '320205002002', null, null],
      ['RECODED', '320205002001', '320205010001', null],
    ])
  })

  test('an area that is in the list no more and has parts in it was split up', () => {
    const split = [...without('320205101'), town('320205011', '港下街道'), town('320205012', '东湖街道')]
    const corrections = ['320205012', '320205011'].map((listCode) => ({ as: 'SPLIT' as const, area: '320205101', listCode }))
    expect(compare(split, corrections)).toEqual([
      ['SPLIT', null, '320205011', '320205101'],
      ['SPLIT', null, '320205012', '320205101'],
      ['SPLIT', '320205101', null, null],
    ])
  })

  test('a row that was taken for new is an area that is gone', () => {
    const other = [...without('320205101'), town('320206002', '长安街道')]
    expect(compare(other, [{ as: 'CONTINUED', area: '320205101', listCode: '320206002' }])).toEqual([
      ['MOVED', '320205101', '320206002', null],
    ])
  })
})

test('a list is compared with what areas are called on the day before, under what they lie in then', () => {
  const merged = {
    on: '2024-01-01',
    how: 'MERGED' as const,
    successors: ['320205001'],
    heir: ['320200', '320205', '320205001'],
    paper: '文',
  }
  const areas: Area[] = [
    ...checkAreaList(COUNTIES, new Map()).fresh,
    anArea({ later: [{ code: '320205009', name: '云林街道', kind: 'STREET', placeholder: false, from: '2024-01-01', paper: '文' }] }),
    anArea({ code: '320205002', path: ['320200', '320205', '320205002'], end: merged }),
    anArea({ code: '320205002001', level: 'VILLAGE', parent: '320205002', path: ['320200', '320205', '320205002', '320205002001'] }),
  ]
  const towns = presentOn(areas, '2024-12-31').slice(3)
  expect(towns.map(({ id, code, name, parent, parentId }) => [id, code, name, parent, parentId])).toEqual([
    ['320205001', '320205009', '云林街道', '320205', '320205'],
    ['320205002001', '320205002001', '东亭街道', '320205009', '320205001'],
  ])
})
