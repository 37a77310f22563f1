import { lackedToGive, mayGive } from './giving'
import { everywhere, type Grant, type Jurisdiction } from './grant'

const today = '2026-03-31'
const area = (code: string): Jurisdiction => ({ kind: 'AREA', code })
const county: Grant = { role: 'COUNTY_SECRETARY', within: area('320205'), from: '2024-01-01', until: '2027-01-01' }
const given = (role: string, within: Jurisdiction, path: string[], until: string | null = '2026-12-31', from = today) => ({
  role,
  within,
  path,
  from,
  until,
})
const TOWN = ['320200', '320205', '320205001']

test.each([
  ['a town secretary of her county', given('TOWN_SECRETARY', area('320205001'), TOWN), true],
  ['a clerk of a unit in her county', given('UNIT_CLERK', { kind: 'UNIT', id: 'u' }, TOWN), true],
  ['one of the next county', given('TOWN_SECRETARY', area('320206001'), ['320200', '320206', '320206001']), false],
  ['one of the whole city', given('ANALYST', { kind: 'EVERYWHERE' }, []), false],
  ['a unit that lies in no area', given('UNIT_CLERK', { kind: 'UNIT', id: 'u' }, []), false],
  ['a role that can do more than hers', given('CITY_ADMINISTRATOR', area('320205'), ['320200', '320205']), false],
  ['a grant without an end, where hers has one', given('TOWN_SECRETARY', area('320205001'), TOWN, null), false],
  ['a grant that outlasts hers', given('TOWN_SECRETARY', area('320205001'), TOWN, '2027-01-02'), false],
  ['a grant to the last day of hers', given('TOWN_SECRETARY', area('320205001'), TOWN, '2027-01-01'), true],
  ['a grant that begins when hers is over', given('TOWN_SECRETARY', area('320205001'), TOWN, '2027-01-01', '2027-01-01'), false],
])('a county secretary and %s', (_, grant, may) => {
  expect(mayGive([county], grant, today)).toBe(may)
})

test('a right that is over gives nothing', () => {
  expect(mayGive([{ ...county, until: today }], given('TOWN_SECRETARY', area('320205001'), TOWN), today)).toBe(false)
})

test('the verbs of a role may come of several grants', () => {
  const unit: Jurisdiction = { kind: 'UNIT', id: 'u' }
  const own: Grant[] = [everywhere('ANALYST'), { role: 'UNIT_CLERK', within: unit, from: '2024-01-01', until: null }]
  expect(mayGive(own, given('UNIT_CLERK', unit, TOWN), today)).toBe(true)
  expect(mayGive(own, given('DEPARTMENT_LINE_HEAD', area('320205001'), TOWN), today)).toBe(false)
})

test('the administrator gives every role', () => {
  for (const role of ['CITY_ADMINISTRATOR', 'OPERATOR', 'AUDITOR', 'MEMBER'])
    expect(mayGive([everywhere('CITY_ADMINISTRATOR')], given(role, { kind: 'EVERYWHERE' }, [], null), today)).toBe(true)
})

test('what was delegated to somebody gives nothing to give', () => {
  const delegated: Grant = { ...county, delegated: true }
  expect(mayGive([delegated], given('VILLAGE_SECRETARY', area('320205001'), TOWN), today)).toBe(false)
  expect(lackedToGive([delegated], given('MEMBER', area('320205001'), TOWN), today)).toEqual([
    'areas.read',
    'units.read',
    'bodies.read',
    'activities.read',
  ])
})

test('what lacks to give a grant is told verb by verb', () => {
  expect(lackedToGive([county], given('TOWN_SECRETARY', area('320205001'), TOWN), today)).toEqual([])
  expect(lackedToGive([county], given('OPERATOR', area('320205001'), TOWN), today)).toEqual([
    'graph.ask',
    'operation.read',
    'operation.write',
  ])
})
