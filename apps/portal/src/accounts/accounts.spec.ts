import { grantsHeld, invitationOf } from './accounts'

test('the list names what holds on the day, by hand and by seats, not what is over or to come', () => {
  const grants = [
    { id: 'over', holds: false },
    { id: 'now', holds: true },
  ]
  const seatGrants = [
    { id: 'post', holds: true },
    { id: 'post before', holds: false },
  ]
  expect(grantsHeld({ grants, seatGrants })).toEqual([
    { grant: { id: 'now', holds: true }, bySeat: false },
    { grant: { id: 'post', holds: true }, bySeat: true },
  ])
})

test('an invitation that nobody accepted in time is said to have run out; who has a password needs none', () => {
  expect(invitationOf({ state: 'INVITED', invitedUntil: '2026-07-07T00:00:00Z' })).toBe('2026-07-07T00:00:00Z')
  expect(invitationOf({ state: 'INVITED', invitedUntil: null })).toBe('EXPIRED')
  expect(invitationOf({ state: 'ACTIVE', invitedUntil: null })).toBeNull()
})
