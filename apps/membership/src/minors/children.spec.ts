import { GuardianConsented, PersonCorrected, PersonRegistered } from '@sizhang/contracts'
import { usualBases } from '@sizhang/service-kit/personal-data'
import { given } from '@sizhang/testing'
import { makeAppointment, vacantSeat } from '../appointments/appointments.domain'
import { correctPerson, registerPerson, type HomeJob, type Person, type PersonSurroundings } from '../persons/persons.domain'
import { aSeat } from '../testing/builders'

const personId = '00000000-0000-7000-8000-000000000001'
const employerId = '00000000-0000-7000-8000-000000000002'
const path = ['3202', '320205', '320205001']
const today = '2026-03-31'
const processing = { bases: usualBases, today, language: 'zh' } as const
const title = { code: 'hospital-head', department: 'health', packVersion: '2026.1', head: 'HOSPITAL_HEAD', levels: ['TOWN' as const] }
const words = { title: '医院院长', kind: '医院', allowed: '医院' }
const atHospital: PersonSurroundings = { today, employer: { kind: 'hospital', path }, title, words }
const headOfHospital = (from: string) => ({ employerId, title: 'hospital-head', from })
const leadsHospital = (from: string): HomeJob => {
  const { code, levels: countsAt, department, packVersion, head } = title
  return { employerId, title: code, department, packVersion, head, countsAt, path, from, until: null }
}
const sealed = (index: string) => ({ sealed: `sealed ${index}`, index })
const aPerson = (part: Partial<Person> = {}) => {
  const nobody = { name: '单明远', phone: null, identityNumber: null, homeJobs: [], registeredOn: '2026-01-01' }
  return { _id: personId, ...nobody, ...part }
}

describe('a child under fourteen', () => {
  const guardian = { name: 'sealed', phone: 'sealed', relation: 'PARENT', textVersion: 1, on: '2026-03-01' } as const
  const minor = { until: '2029-01-02', guardian }
  const agreed = GuardianConsented.of({ personId, textVersion: 1, on: '2026-03-01' })

  test('is registered once the guardian agreed, and not before', () => {
    given(personId)
      .when(registerPerson, { name: '单小明', bornOn: '2015-01-01', guardian }, atHospital, processing)
      .then(PersonRegistered.of({ personId }), agreed)
      .leaving({ minor })
    given(personId)
      .when(registerPerson, { name: '单小明', bornOn: '2015-01-01' }, atHospital, processing)
      .rejects('GUARDIAN_MISSING', { field: 'guardian' })
  })

  test('is what a new identity number says, with the guardian who agreed before', () => {
    const identityNumber = sealed('number 2')
    const corrected = PersonCorrected.of({ personId, fields: ['identityNumber'] })
    given(aPerson()).when(correctPerson, { identityNumber, bornOn: '2015-01-01' }, atHospital).rejects('GUARDIAN_MISSING')
    given(aPerson())
      .when(correctPerson, { identityNumber, bornOn: '2015-01-01', guardian }, atHospital)
      .then(corrected, agreed)
      .leaving({ minor })
    given(aPerson({ minor }))
      .when(correctPerson, { identityNumber, bornOn: '2016-01-01' }, atHospital)
      .then(corrected)
      .leaving({ minor: { until: '2030-01-02', guardian } })
    given(aPerson()).when(correctPerson, { name: '单明远', guardian }, atHospital).rejects('GUARDIAN_NOT_NEEDED')
  })

  test('has another guardian once that one agreed, and the first one where a release before did not ask', () => {
    const other = { ...guardian, name: 'sealed 2', on: '2026-03-15' }
    for (const before of [minor, { ...minor, guardian: null }])
      given(aPerson({ minor: before }))
        .when(correctPerson, { guardian: other }, atHospital)
        .then(GuardianConsented.of({ personId, textVersion: 1, on: '2026-03-15' }))
        .leaving({ minor: { until: minor.until, guardian: other } })
  })

  test('may be put right though it has a home job of before, which it may leave and not change for another', () => {
    const working = aPerson({ minor: { ...minor, guardian: null }, homeJobs: [leadsHospital('2020-03-01')] })
    expect(correctPerson(working, { guardian }, atHospital).state.minor).toEqual(minor)
    expect(correctPerson(working, { homeJobLeftOn: '2026-03-01' }, atHospital).state.homeJobs).toMatchObject([{ until: '2026-03-01' }])
    given(working)
      .when(correctPerson, { homeJob: headOfHospital('2026-03-01') }, atHospital)
      .rejects('MINOR_HOLDS_POST')
  })

  test('has no home job and holds no post', () => {
    const identityNumber = sealed('number 2')
    const child = { identityNumber, bornOn: '2015-01-01', guardian }
    const jobs = { homeJobs: [leadsHospital('2020-03-01')] }
    given(personId)
      .when(registerPerson, { name: '单小明', ...child, homeJob: headOfHospital('2020-03-01') }, atHospital, processing)
      .rejects('MINOR_HOLDS_POST', { field: 'homeJob' })
    given(aPerson(jobs)).when(correctPerson, child, atHospital).rejects('MINOR_HOLDS_POST')
    given(aPerson())
      .when(correctPerson, child, { ...atHospital, hasPosts: true })
      .rejects('MINOR_HOLDS_POST')
    given(aPerson({ minor }))
      .when(correctPerson, { homeJob: headOfHospital('2020-03-01') }, atHospital)
      .rejects('MINOR_HOLDS_POST')
  })

  test('stays one whatever number is entered: nobody takes the protection away alone, be it by a day', () => {
    const identityNumber = sealed('number 2')
    for (const bornOn of ['1990-01-01', '2012-03-30', '2014-12-31'])
      given(aPerson({ minor }))
        .when(correctPerson, { identityNumber, bornOn }, atHospital)
        .rejects('MINOR_ON_RECORD', { field: 'identityNumber' })
  })

  test('has grown up on its day, and the proof of the consent stays for its term', () => {
    const grown = { until: today, guardian }
    const { state } = correctPerson(aPerson({ minor: grown }), { identityNumber: sealed('number 2'), bornOn: '2012-03-30' }, atHospital)
    expect(state.minor).toEqual(grown)
  })

  test('is given no seat', () => {
    const seat = aSeat()
    const surroundings = { seat, unit: { from: '2018-06-11' }, person: { homeJobs: [], minor }, reservedFor: null, grants: [], today }
    const command = {
      id: employerId,
      seatId: seat.seatId,
      personId,
      kind: 'PART_TIME_POST',
      basis: 'ELECTION',
      from: '2022-01-01',
    } as const
    given(vacantSeat(seat)).when(makeAppointment, command, surroundings).rejects('MINOR_HOLDS_POST', { field: 'personId' })
  })
})
