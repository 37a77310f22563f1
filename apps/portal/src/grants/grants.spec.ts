import type { Jurisdiction, RoleChoiceFragment } from '../graph.generated'
import {
  blankGrant,
  grantInput,
  isOpen,
  kindOf,
  mayLinkPersons,
  missingOfGrant,
  rolesOfSeats,
  rolesToGive,
  sortedVerbs,
  stateOf,
} from './grants'

const aRole = (code: string, verbs: string[], ...jurisdictions: Jurisdiction[]): RoleChoiceFragment => ({
  __typename: 'Role',
  code,
  name: code,
  jurisdictions,
  verbs: verbs.map((verb) => ({ __typename: 'RightVerb', code: verb, name: `may ${verb}` })),
})
const secretary = aRole('TOWN_SECRETARY', ['units.read', 'units.write', 'facts.follow'], 'AREA')
const analyst = aRole('ANALYST', ['units.read'], 'EVERYWHERE', 'AREA')
const operator = aRole('OPERATOR', ['operation.write'], 'EVERYWHERE')
const blank = blankGrant('2026-06-30')

test('where a role has one kind of jurisdiction nothing is chosen; where it has several nothing is chosen for the reader', () => {
  expect(kindOf(blank, operator)).toBe('EVERYWHERE')
  expect(kindOf(blank, secretary)).toBe('AREA')
  expect(kindOf(blank, analyst)).toBeNull()
  expect(kindOf({ ...blank, kind: 'UNIT' }, analyst)).toBeNull()
  expect(kindOf({ ...blank, kind: 'AREA' }, analyst)).toBe('AREA')
})

test('a grant is not sent before its role, its jurisdiction and its first day are known', () => {
  expect(missingOfGrant({ ...blank, from: null }, undefined)).toEqual(['role', 'from'])
  expect(missingOfGrant({ ...blank, role: 'ANALYST' }, analyst)).toEqual(['jurisdiction'])
  expect(grantInput({ ...blank, role: 'TOWN_SECRETARY' }, secretary)).toBeNull()
  expect(grantInput({ ...blank, role: 'OPERATOR' }, operator)).toMatchObject({ areaCode: null, unitId: null, until: null })
})

test('an area that was chosen for a role before is not sent with a role for the whole city', () => {
  const draft = { ...blank, role: 'ANALYST', areaCode: '320211001', until: '2027-01-01' }
  expect(grantInput({ ...draft, kind: 'EVERYWHERE' }, analyst)?.areaCode).toBeNull()
  expect(grantInput({ ...draft, kind: 'AREA' }, analyst)).toEqual({
    role: 'ANALYST',
    areaCode: '320211001',
    unitId: null,
    from: '2026-06-30',
    until: '2027-01-01',
  })
})

test('nobody is offered a role that lets do more than he may himself', () => {
  const own = ['units.read', 'units.write', 'facts.follow']
  expect(rolesToGive([secretary, analyst, operator], own)).toEqual([secretary, analyst])
})

test('a seat gives no role that is for the whole city alone', () => {
  expect(rolesOfSeats([secretary, analyst, operator])).toEqual([secretary, analyst])
})

test('an account is linked to a person by who lets others in everywhere', () => {
  const county = aRole('COUNTY_SECRETARY', ['accounts.write'], 'AREA')
  expect(mayLinkPersons([county, operator])).toBe(false)
  expect(mayLinkPersons([county, aRole('CITY_ADMINISTRATOR', ['accounts.write'], 'EVERYWHERE')])).toBe(true)
})

test('what a role lets change is told apart from what it lets see', () => {
  expect(sortedVerbs(secretary)).toEqual({ doing: ['may units.write'], seeing: ['may units.read', 'may facts.follow'] })
})

test('a grant holds, is to come, or is over; one that was ended before its first day never comes', () => {
  const day = '2026-06-30'
  expect(stateOf({ holds: true, from: '2026-01-01', until: null }, day)).toBe('HOLDS')
  expect(stateOf({ holds: false, from: '2026-07-01', until: null }, day)).toBe('TO_COME')
  expect(stateOf({ holds: false, from: '2026-07-01', until: '2026-06-30' }, day)).toBe('ENDED')
  expect(stateOf({ holds: false, from: '2026-01-01', until: '2026-06-30' }, day)).toBe('ENDED')
})

test('only a grant of which something is left can be ended', () => {
  const today = '2026-06-30'
  expect(isOpen({ from: '2026-01-01', until: null }, today)).toBe(true)
  expect(isOpen({ from: '2026-09-01', until: '2027-01-01' }, today)).toBe(true)
  expect(isOpen({ from: '2026-01-01', until: '2026-06-30' }, today)).toBe(false)
  expect(isOpen({ from: '2026-09-01', until: '2026-08-01' }, today)).toBe(false)
})
