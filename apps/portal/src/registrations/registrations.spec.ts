import type { Person } from './registrations'
import { blankPerson, correction, draftOf, registration } from './registrations'

const person: Person = {
  __typename: 'Person',
  id: 'person',
  version: 3,
  name: '李玉兰',
  phone: '138****8000',
  identityNumber: null,
  minor: null,
  homeJobs: [],
}
const TODAY = '2026-06-30'
const TOLD = { purposes: [], guardianVersion: 1 }
const job = { employerId: 'employer', title: 'hospital-head', from: '2024-03-01' }

test('somebody without a home job is registered; one that was begun is wanted whole', () => {
  const alone = { name: '李玉兰', phone: null, identityNumber: null, homeJob: null, consents: [] }
  expect(registration({ ...blankPerson, name: ' 李玉兰 ' }, TOLD, TODAY)).toEqual(alone)
  expect(registration({ ...blankPerson, name: '李玉兰', homeJob: { ...job, from: null } }, TOLD, TODAY)).toBeNull()
  expect(registration({ ...blankPerson, name: '李玉兰', homeJob: job }, TOLD, TODAY)?.homeJob).toEqual(job)
})

test('a person is registered with what he agrees to; a paper without its day waits', () => {
  const terms = [
    { __typename: 'ProcessingPurpose', code: 'CONTACT', name: '电话联系', basis: 'CONSENT', text: '告知', textVersion: 1 },
  ] as const
  const agrees = (on: string | null) => ({
    ...blankPerson,
    name: '李玉兰',
    consent: { purposes: ['CONTACT' as const], means: 'SIGNED_PAPER' as const, on },
  })
  expect(registration(agrees(null), { ...TOLD, purposes: terms }, TODAY)).toBeNull()
  expect(registration(agrees('2026-06-01'), { ...TOLD, purposes: terms }, TODAY)?.consents).toEqual([
    { purpose: 'CONTACT', textVersion: 1, means: 'SIGNED_PAPER', on: '2026-06-01' },
  ])
})

test('a child is registered with the guardian who agreed, and waits while something of him is missing', () => {
  const child = { isChild: true, birthDate: '2015-05-01', name: '欧阳守护', phone: '13900007000', relation: 'PARENT' as const, on: null }
  const draft = (on: string | null) => ({ ...blankPerson, name: '单小明', child: { ...child, on } })
  expect(registration(draft(null), TOLD, TODAY)).toBeNull()
  expect(registration(draft('2026-06-01'), TOLD, TODAY)).toMatchObject({
    birthDate: '2015-05-01',
    guardian: { name: '欧阳守护', relation: 'PARENT', textVersion: 1, on: '2026-06-01' },
  })
})

test('a correction says what was changed and nothing else', () => {
  expect(correction(person, draftOf(person), 1)).toBeNull()
  expect(correction(person, { ...draftOf(person), name: '李玉蓝' }, 1)).toEqual({ personId: 'person', name: '李玉蓝' })
  expect(correction(person, { ...draftOf(person), phone: '0510-86800000' }, 1)).toEqual({ personId: 'person', phone: '0510-86800000' })
})

test('an empty text takes a phone away; left empty it stays', () => {
  expect(correction(person, { ...draftOf(person), without: ['phone'] }, 1)).toEqual({ personId: 'person', phone: '' })
})

test('a home job changes or is left from a day on', () => {
  expect(correction(person, { ...draftOf(person), job: 'new', homeJob: job }, 1)).toEqual({ personId: 'person', homeJob: job })
  expect(correction(person, { ...draftOf(person), job: 'left', leftOn: '2026-06-01' }, 1)).toEqual({
    personId: 'person',
    homeJobLeftOn: '2026-06-01',
  })
  expect(correction(person, { ...draftOf(person), job: 'left' }, 1)).toBeNull()
})
