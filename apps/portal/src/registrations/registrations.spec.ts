import type { Person } from './registrations'
import { blankPerson, correction, draftOf, registration } from './registrations'

const person: Person = {
  __typename: 'Person',
  id: 'person',
  version: 3,
  name: '李玉兰',
  phone: '138****8000',
  identityNumber: null,
  homeJobs: [],
}
const job = { employerId: 'employer', title: 'hospital-head', from: '2024-03-01' }

test('somebody without a home job is registered; one that was begun is wanted whole', () => {
  expect(registration({ ...blankPerson, name: ' 李玉兰 ' })).toEqual({ name: '李玉兰', phone: null, identityNumber: null, homeJob: null })
  expect(registration({ ...blankPerson, name: '李玉兰', homeJob: { ...job, from: null } })).toBeNull()
  expect(registration({ ...blankPerson, name: '李玉兰', homeJob: job })?.homeJob).toEqual(job)
})

test('a correction says what was changed and nothing else', () => {
  expect(correction(person, draftOf(person))).toBeNull()
  expect(correction(person, { ...draftOf(person), name: '李玉蓝' })).toEqual({ personId: 'person', name: '李玉蓝' })
  expect(correction(person, { ...draftOf(person), phone: '0510-86800000' })).toEqual({ personId: 'person', phone: '0510-86800000' })
})

test('an empty text takes a phone away; left empty it stays', () => {
  expect(correction(person, { ...draftOf(person), without: ['phone'] })).toEqual({ personId: 'person', phone: '' })
})

test('a home job changes or is left from a day on', () => {
  expect(correction(person, { ...draftOf(person), job: 'new', homeJob: job })).toEqual({ personId: 'person', homeJob: job })
  expect(correction(person, { ...draftOf(person), job: 'left', leftOn: '2026-06-01' })).toEqual({
    personId: 'person',
    homeJobLeftOn: '2026-06-01',
  })
  expect(correction(person, { ...draftOf(person), job: 'left' })).toBeNull()
})
