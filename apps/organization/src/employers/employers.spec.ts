import { randomUUID } from 'node:crypto'
import { EmployerRegistered } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { anArea, PATH } from '../testing/builders'
import { registerEmployer, type RegisterEmployer } from './employers.domain'

const hospital: RegisterEmployer = {
  employerId: randomUUID(),
  name: '东亭医院',
  kind: 'hospital',
  level: 'TOWN',
  areaCode: '320205001',
  from: '2015-01-01',
}
const around = { area: anArea(), kindKnown: true }

test('an employer becomes known in its area; its name and credit code stay inside', () => {
  const { employerId, kind, level, areaCode: area, from } = hospital
  given({ ...hospital, creditCode: ' 51320200mj00000a1f ' })
    .when(registerEmployer, around)
    .then(EmployerRegistered.of({ employerId, kind, level, area, path: PATH, from }))
    .leaving({ name: '东亭医院', creditCode: '51320200MJ00000A1F' })
})

test('an employer may be without a credit code', () => {
  for (const creditCode of ['', null, undefined])
    expect(registerEmployer({ ...hospital, creditCode }, around).state).not.toHaveProperty('creditCode')
})

test.each(['51320200MJ00000A1G', '13320205123456788', '51320200MJ00000I1F', '51320200MJ00000A1F0'])(
  'the credit code %s is refused as it was given',
  (creditCode) => {
    given({ ...hospital, creditCode })
      .when(registerEmployer, around)
      .rejects('CREDIT_CODE_INVALID', { field: 'creditCode', value: creditCode })
  },
)

test('an employer stands in an area of the list, not in a placeholder', () => {
  given(hospital)
    .when(registerEmployer, { ...around, area: null })
    .rejects('AREA_UNKNOWN', { field: 'areaCode', value: '320205001' })
  given(hospital)
    .when(registerEmployer, { ...around, area: anArea({ placeholder: true }) })
    .rejects('AREA_PLACEHOLDER', { field: 'areaCode', value: '320205001' })
})

test('an employer is of a kind that a department knows', () => {
  given({ ...hospital, kind: 'casino' })
    .when(registerEmployer, { ...around, kindKnown: false })
    .rejects('EMPLOYER_KIND_UNKNOWN', { field: 'kind', value: 'casino' })
})

test('an employer has a name of 2 to 80 characters', () => {
  given({ ...hospital, name: ' 院 ' })
    .when(registerEmployer, around)
    .rejects('TEXT_TOO_SHORT', { field: 'name' })
  given({ ...hospital, name: '院'.repeat(81) })
    .when(registerEmployer, around)
    .rejects('TEXT_TOO_LONG', { field: 'name', length: 81 })
})
