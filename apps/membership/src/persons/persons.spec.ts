import { HomeJobLeft, HomeJobTaken, PersonCorrected, PersonRegistered } from '@sizhang/contracts'
import { usualBases } from '@sizhang/service-kit/personal-data'
import { given } from '@sizhang/testing'
import {
  correctPerson,
  headOn,
  maskedIdentityNumber,
  maskedPhone,
  readIdentityNumber,
  readPhone,
  registerPerson,
  type HomeJob,
  type Person,
  type PersonSurroundings,
} from './persons.domain'

const personId = '00000000-0000-7000-8000-000000000001'
const processing = { bases: usualBases, today: '2026-03-31', language: 'zh' } as const
const employerId = '00000000-0000-7000-8000-000000000002'
const path = ['3202', '320205', '320205001']

const atHospital: PersonSurroundings = {
  today: '2026-03-31',
  employer: { kind: 'hospital', path },
  title: {
    code: 'hospital-head',
    department: 'health',
    packVersion: '2026.1',
    head: 'HOSPITAL_HEAD',
    levels: ['COUNTY', 'TOWN'],
    employerKinds: ['hospital'],
  },
  words: { title: '医院院长', kind: '企业', allowed: '医院' },
}
const headOfHospital = (from: string) => ({ employerId, title: 'hospital-head', from })
const leadsHospital = (from: string, until: string | null = null): HomeJob => ({
  employerId,
  title: 'hospital-head',
  department: 'health',
  packVersion: '2026.1',
  head: 'HOSPITAL_HEAD',
  countsAt: ['COUNTY', 'TOWN'],
  path,
  from,
  until,
})
const sealed = (index: string) => ({ sealed: `sealed ${index}`, index })
const aPerson = (part: Partial<Person> = {}) => ({
  _id: personId,
  name: '单明远',
  phone: sealed('phone 1'),
  identityNumber: null,
  homeJobs: [],
  registeredOn: '2026-01-01',
  ...part,
})
const jobTaken = (from: string) =>
  HomeJobTaken.of({ personId, employerId, title: 'hospital-head', head: 'HOSPITAL_HEAD', packVersion: '2026.1', path, from })

describe('a person is registered', () => {
  test('with a name alone, which stays with membership', () => {
    given(personId)
      .when(registerPerson, { name: ' 单明远 ', identityNumber: sealed('number 1') }, atHospital, processing)
      .then(PersonRegistered.of({ personId }))
      .leaving({ name: '单明远', phone: null, identityNumber: sealed('number 1'), registeredOn: '2026-03-31' })
  })

  test('with a home job, whose title stands for one of the four heads by its pack', () => {
    given(personId)
      .when(registerPerson, { name: '单明远', homeJob: headOfHospital('2020-03-01') }, atHospital, processing)
      .then(PersonRegistered.of({ personId }), jobTaken('2020-03-01'))
      .leaving({ homeJobs: [leadsHospital('2020-03-01')] })
  })

  test.each([
    ['of one character', '单', 'TEXT_TOO_SHORT'],
    ['of 41 characters', '单'.repeat(41), 'TEXT_TOO_LONG'],
    ['with a mark of writing direction', '单\u202e明远', 'TEXT_HAS_CONTROL_SIGNS'],
  ] as const)('not under a name %s', (_, name, code) => {
    given(personId).when(registerPerson, { name }, atHospital, processing).rejects(code, { field: 'name' })
  })

  test('not at an employer that nobody has registered', () => {
    given(personId)
      .when(registerPerson, { name: '单明远', homeJob: headOfHospital('2020-03-01') }, { ...atHospital, employer: null }, processing)
      .rejects('EMPLOYER_UNKNOWN', { field: 'homeJob.employerId', value: employerId })
  })

  test('not with a title that no pack knows', () => {
    given(personId)
      .when(registerPerson, { name: '单明远', homeJob: headOfHospital('2020-03-01') }, { ...atHospital, title: null }, processing)
      .rejects('TITLE_UNKNOWN', { field: 'homeJob.title', value: 'hospital-head' })
  })

  test('not as the head of a hospital at an employer that is none', () => {
    given(personId)
      .when(
        registerPerson,
        { name: '单明远', homeJob: headOfHospital('2020-03-01') },
        { ...atHospital, employer: { kind: 'firm', path } },
        processing,
      )
      .rejects('TITLE_NOT_AT_EMPLOYER', { field: 'homeJob.title', value: 'hospital-head', kind: '企业', allowed: '医院' })
  })
})

describe('what is recorded of a person is put right', () => {
  test('and others learn which fields, not what they say', () => {
    given(aPerson())
      .when(correctPerson, { name: '单明达', phone: sealed('phone 2'), identityNumber: sealed('number 1') }, atHospital)
      .then(PersonCorrected.of({ personId, fields: ['name', 'phone', 'identityNumber'] }))
      .leaving({ name: '单明达', phone: sealed('phone 2') })
  })

  test('a phone and an identity number can be added where there was none, and what is not said stays', () => {
    given(aPerson({ phone: null, identityNumber: sealed('number 1') }))
      .when(correctPerson, { phone: sealed('phone 1') }, atHospital)
      .then(PersonCorrected.of({ personId, fields: ['phone'] }))
      .leaving({ phone: sealed('phone 1'), identityNumber: sealed('number 1') })
  })

  test('a phone can be taken away', () => {
    given(aPerson())
      .when(correctPerson, { phone: null }, atHospital)
      .then(PersonCorrected.of({ personId, fields: ['phone'] }))
      .leaving({ phone: null, name: '单明远' })
  })

  test('what is said as it stood is no correction', () => {
    given(aPerson())
      .when(correctPerson, { name: '单明远', phone: sealed('phone 1') }, atHospital)
      .then()
  })
})

describe('home jobs follow one another', () => {
  test('a new one ends the one before on its first day', () => {
    given(aPerson({ homeJobs: [leadsHospital('2020-03-01')] }))
      .when(correctPerson, { homeJob: headOfHospital('2024-09-01') }, atHospital)
      .then(HomeJobLeft.of({ personId, employerId, on: '2024-09-01' }), jobTaken('2024-09-01'))
      .leaving({ homeJobs: [leadsHospital('2020-03-01', '2024-09-01'), leadsHospital('2024-09-01')] })
  })

  test('one can be left without another', () => {
    given(aPerson({ homeJobs: [leadsHospital('2020-03-01')] }))
      .when(correctPerson, { homeJobLeftOn: '2024-08-01' }, atHospital)
      .then(HomeJobLeft.of({ personId, employerId, on: '2024-08-01' }))
      .leaving({ homeJobs: [leadsHospital('2020-03-01', '2024-08-01')] })
  })

  test('one can be left and another taken up after a time, said at once', () => {
    given(aPerson({ homeJobs: [leadsHospital('2020-03-01')] }))
      .when(correctPerson, { homeJobLeftOn: '2024-08-01', homeJob: headOfHospital('2024-09-01') }, atHospital)
      .then(HomeJobLeft.of({ personId, employerId, on: '2024-08-01' }), jobTaken('2024-09-01'))
  })

  test.each([
    ['on the first day of the one before', leadsHospital('2020-03-01'), '2020-03-01'],
    ['while the one before goes on by what was said', leadsHospital('2020-03-01', '2024-09-01'), '2024-08-31'],
  ])('none begins %s', (_, before, from) => {
    given(aPerson({ homeJobs: [before] }))
      .when(correctPerson, { homeJob: headOfHospital(from) }, atHospital)
      .rejects('HOME_JOB_NOT_LATER', { field: 'homeJob.from', value: from, from: '2020-03-01' })
  })

  test('one begins on the day on which the one before was left', () => {
    given(aPerson({ homeJobs: [leadsHospital('2020-03-01', '2024-09-01')] }))
      .when(correctPerson, { homeJob: headOfHospital('2024-09-01') }, atHospital)
      .then(jobTaken('2024-09-01'))
  })

  test('none is left on its first day', () => {
    given(aPerson({ homeJobs: [leadsHospital('2020-03-01')] }))
      .when(correctPerson, { homeJobLeftOn: '2020-03-01' }, atHospital)
      .rejects('HOME_JOB_LEFT_TOO_EARLY', { field: 'homeJobLeftOn', value: '2020-03-01', from: '2020-03-01' })
  })

  test.each([
    ['that was left before', [leadsHospital('2020-03-01', '2024-09-01')]],
    ['that never was', []],
  ])('none is left %s', (_, homeJobs) => {
    given(aPerson({ homeJobs }))
      .when(correctPerson, { homeJobLeftOn: '2025-01-01' }, atHospital)
      .rejects('HOME_JOB_NONE', { field: 'homeJobLeftOn', value: '2025-01-01' })
  })
})

describe('who leaves the head’s job is no head from that day, and was one before it', () => {
  const person = { homeJobs: [leadsHospital('2020-03-01', '2024-09-01')] }

  test.each([
    ['the day before the first', '2020-02-29', null],
    ['the first day', '2020-03-01', 'HOSPITAL_HEAD'],
    ['the last day', '2024-08-31', 'HOSPITAL_HEAD'],
    ['the day of leaving', '2024-09-01', null],
  ])('%s', (_, on, head) => {
    expect(headOn(person, on)).toBe(head)
  })

  test('a title counts in the associations of its levels alone', () => {
    expect(headOn(person, '2022-01-01', 'TOWN')).toBe('HOSPITAL_HEAD')
    expect(headOn(person, '2022-01-01', 'VILLAGE')).toBeNull()
  })
})

describe('a phone is kept in one form, however it is written', () => {
  test.each([
    ['13900000000', '13900000000'],
    ['+86 139-0000-0000', '13900000000'],
    ['００８６１３９００００００００', '13900000000'],
    ['0510-80000000', '051080000000'],
    ['(010) 8000 0000', '01080000000'],
    ['+86 510 80000000', '051080000000'],
    ['+86 10 80000000', '01080000000'],
    ['13900861234', '13900861234'],
  ])('%s', (text, phone) => {
    expect(readPhone(text)).toBe(phone)
  })

  test.each([
    '80000000',
    '510 80000000',
    '1390000000',
    '139000000000',
    '12345678901',
    '0510-1000000',
    '0010-80000000',
    '0510-800000001',
    '02a-80000000',
    '+1 13900008000',
    '99 86 13900008000',
    'phone',
    '',
  ])('“%s” is none', (text) => {
    expect(readPhone(text)).toBeUndefined()
  })
})

describe('an identity number has a real birth date and a fitting check character', () => {
  test.each(['320200190001010012', ' 32020019000101 0012 ', '３２０２００１９０００１０１００１２'])('“%s”', (text) => {
    expect(readIdentityNumber(text)).toBe('320200190001010012')
  })

  test.each(['320200190001010013', '320200190002300012', '32020019000101001', ''])('not “%s”', (text) => {
    expect(readIdentityNumber(text)).toBeUndefined()
  })

  test('a small x is a check character too', () => {
    expect(readIdentityNumber('32020019000101008x')).toBe('32020019000101008X')
  })
})

test('of a phone three and four digits are shown, of an identity number the first and the last', () => {
  expect(maskedPhone('13900008000')).toBe('139****8000')
  expect(maskedPhone('01080001234')).toBe('010****1234')
  expect(maskedIdentityNumber('320200190001010012')).toBe('3****************2')
})
