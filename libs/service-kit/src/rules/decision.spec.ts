import { decided } from './decision'
import { Rejected } from './rejected'

test('a decision is the state as it stands afterwards, and its facts in order', () => {
  const [first, second] = [
    { type: 'organization.unit-established.v1', data: {} },
    { type: 'organization.unit-dissolved.v1', data: {} },
  ]
  expect(decided('after', first, second)).toEqual({ state: 'after', facts: [first, second] })
})

test('a refusal is known by its name, code and details', () => {
  expect(new Rejected('SEAT_FULL', { places: 1 })).toMatchObject({ name: 'Rejected', code: 'SEAT_FULL', details: { places: 1 } })
})
