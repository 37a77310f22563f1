import { aUnit } from '../testing/builders'
import { readUnitRow, rowOfUnit } from './unit-rows.domain'
import { aUnitRow } from '../testing/unit-rows'

test.each([
  ['TOWN', 'TOWN'],
  ['town', 'TOWN'],
  ['乡镇（街道）科协', 'TOWN'],
  ['乡镇(街道)科协', 'TOWN'],
  ['Town or street association', 'TOWN'],
  ['街道', null],
])('the type %j is read as %j', (type, code) => {
  expect(readUnitRow(aUnitRow({ type })).type).toBe(code)
})

test.each([
  ['', 'OWN'],
  ['区域联建', 'JOINT_BY_AREA'],
  ['joint_by_area', 'JOINT_BY_AREA'],
])('the mode %j is read as %j', (mode, code) => {
  expect(readUnitRow(aUnitRow({ mode })).mode).toBe(code)
})

test('areas of a joint foundation may be divided as people divide them', () => {
  const row = aUnitRow({ mode: '区域联建', also_covers: '320205002、320205003; 320205004；３２０２０５００５，320205006' })
  expect(readUnitRow(row).alsoCovers).toEqual(['320205002', '320205003', '320205004', '320205005', '320205006'])
})

test('each cell that cannot be read is named, not only the first', () => {
  const row = aUnitRow({ type: '街道', area: '3.20205E+11', also_covers: '3.20205E+11', mode: '合办', from: '六月' })
  expect(readUnitRow(row).problems.map(({ line, refusal }) => [line, refusal.details.field, refusal.code])).toEqual([
    [2, 'type', 'UNIT_TYPE_UNKNOWN'],
    [2, 'area', 'AREA_CODE_ROUNDED'],
    [2, 'also_covers', 'AREA_CODE_ROUNDED'],
    [2, 'mode', 'UNIT_MODE_UNKNOWN'],
    [2, 'from', 'DAY_UNREADABLE'],
  ])
})

test.each(['zh', 'en'] as const)('a unit is written as it is read, in words of %s', (language) => {
  const unit = aUnit({ mode: 'JOINT_BY_AREA', covers: ['320205001', '320205002'], parentId: 'above' })
  const row = rowOfUnit(unit, { day: '2026-03-31', name: (id) => (id ? '锡山区科协' : ''), language })
  const { type, areaCode, alsoCovers, mode, parent, host, from, problems } = readUnitRow({ line: 2, ...row })
  expect({ type, areaCode, alsoCovers, mode, parent, host, from, problems }).toEqual({
    type: 'TOWN',
    areaCode: '320205001',
    alsoCovers: ['320205002'],
    mode: 'JOINT_BY_AREA',
    parent: '锡山区科协',
    host: '',
    from: '2018-06-11',
    problems: [],
  })
})
