import { namesWanted } from './fact-names'

test('a fact carries ids only: which names its sentence needs follows from its topic', () => {
  expect(namesWanted({ topic: 'membership.appointments', data: { personId: 'p', unitId: 'u', seatId: 's' } })).toEqual({
    person: 'p',
    unit: 'u',
  })
  expect(namesWanted({ topic: 'organization.areas', data: { code: '320205' } })).toEqual({ area: '320205' })
  expect(namesWanted({ topic: 'organization.employers', data: { employerId: 'e', unitId: 'u' } })).toEqual({ employer: 'e', unit: 'u' })
  expect(namesWanted({ topic: 'organization.bodies', data: { unitId: 'u' } })).toEqual({ unit: 'u' })
})

test('topics of a test system, which have a prefix, are read alike', () => {
  expect(namesWanted({ topic: 't1.activity.activities', data: { activityId: 'a' } })).toEqual({ activity: 'a' })
})
