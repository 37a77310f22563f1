import { seatGrant } from './seats'

const time = { from: '2021-06-01', until: '2026-06-01' }
const TOWN = ['320200', '320205', '320205001']

test.each([
  ['a role for units', 'UNIT_CLERK', TOWN, { kind: 'UNIT', id: 'u' }],
  ['a role for areas', 'TOWN_SECRETARY', TOWN, { kind: 'AREA', code: '320205001' }],
  ['a role for both', 'MEMBER', TOWN, { kind: 'UNIT', id: 'u' }],
])('%s is given where the seat is', (_, role, path, within) => {
  expect(seatGrant(role, { unitId: 'u', path }, time)).toEqual({ role, within, path, ...time })
})

test.each([
  ['a role that is for everywhere alone', 'CITY_ADMINISTRATOR', TOWN],
  ['a role for areas, in a unit that lies in none', 'TOWN_SECRETARY', []],
  ['a role that is not known', 'KING', TOWN],
])('%s is given by no seat', (_, role, path) => {
  expect(seatGrant(role, { unitId: 'u', path }, time)).toBeUndefined()
})
