import type { Founding, FoundingArea, UnitType } from './foundings'
import { inputOf, typeFor, usualName, usualParent } from './foundings'

const types: UnitType[] = [
  { __typename: 'UnitType', code: 'COUNTY', name: '县（市、区）科协', serves: 'COUNTY', allowedParents: ['CITY'] },
  { __typename: 'UnitType', code: 'TOWN', name: '乡镇（街道）科协', serves: 'TOWN', allowedParents: ['COUNTY'] },
  { __typename: 'UnitType', code: 'ENTERPRISE', name: '企业科协', serves: null, allowedParents: ['COUNTY', 'TOWN'] },
]
const place = (code: string, name: string, level: FoundingArea['level'], type?: string) => ({
  __typename: 'Area' as const,
  code,
  name,
  level,
  units: type
    ? [{ __typename: 'Unit' as const, id: `${code}-unit`, name: `${name}科协`, type: { __typename: 'UnitType' as const, code: type } }]
    : [],
})
const street: FoundingArea = {
  ...place('320281112', '云亭街道', 'TOWN'),
  path: [place('320281', '江阴市', 'COUNTY', 'COUNTY'), place('320281112', '云亭街道', 'TOWN', 'TOWN')],
}

test.each([
  ['云亭街道', '云亭街道科协'],
  ['长宁社区居委会', '长宁社区科协'],
  ['江陂社区居民委员会', '江陂社区科协'],
  ['国东村村委会', '国东村科协'],
  ['白塔村村民委员会', '白塔村科协'],
  ['月桥村委会', '月桥村科协'],
  ['北塘居委会', '北塘社区科协'],
])('%s has the association %s', (name, association) => {
  expect(usualName({ ...street, name })).toBe(association)
})

test('an area suggests the type that serves its level, and the unit above that may hold it', () => {
  expect(typeFor(street, types)?.code).toBe('TOWN')
  expect(usualParent(street, types[1])?.id).toBe('320281-unit')
})

test('a firm’s association stands under that of the street it lies in', () => {
  expect(usualParent(street, types[2])?.id).toBe('320281112-unit')
})

test('what was filled in wins over what was suggested, also a unit above that was cleared', () => {
  const founding: Founding = {
    type: null,
    areaCode: '320281112',
    name: ' 云亭科协 ',
    mode: 'OWN',
    alsoCovers: ['320281111'],
    hostId: 'host',
    parentId: null,
    from: '2026-01-10',
  }
  const input = inputOf(founding, { type: 'TOWN', name: '云亭街道科协', parentId: '320281-unit' })
  expect(input).toEqual({ type: 'TOWN', name: '云亭科协', areaCode: '320281112', mode: 'OWN', parentId: null, from: '2026-01-10' })
})
