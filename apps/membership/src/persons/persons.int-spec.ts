import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { hospitalRegistered, PATH } from '../testing/builders'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const employerId = randomUUID()
const schoolId = randomUUID()
let membership: MembershipUnderTest

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  const school = hospitalRegistered(schoolId, { kind: 'primary-school', area: '320281111', path: ['320200', '320281', '320281111'] })
  await membership.seen(await membership.log.publish([hospitalRegistered(employerId), school], 2))
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const PERSON =
  'id name phone identityNumber head { code name } homeJobs { employer { id } title { code name head { code } } from until } version'
const REGISTER = `mutation ($commandId: ID!, $input: RegisterPersonInput!) { registerPerson(commandId: $commandId, input: $input) { person { ${PERSON} } version mark } }`
const CORRECT = `mutation ($commandId: ID!, $expectedVersion: Int, $input: CorrectPersonInput!) {
  correctPerson(commandId: $commandId, expectedVersion: $expectedVersion, input: $input) { person { ${PERSON} } version mark } }`

interface Person {
  id: string
  name: string
  phone: string | null
  identityNumber: string | null
  version: number
}
interface Registered {
  registerPerson: { person: Person; version: number; mark: string }
}

const register = (input: object, commandId = randomUUID()) => membership.ask<Registered>(REGISTER, { variables: { commandId, input } })
const correct = (input: object, expectedVersion?: number) =>
  membership.ask<{ correctPerson: { person: Person } }>(CORRECT, { variables: { commandId: randomUUID(), expectedVersion, input } })
const headOfHospital = { employerId, title: 'hospital-head', from: '2020-03-01' }
const consents = [{ purpose: 'CONTACT', textVersion: 1, means: 'SIGNED_PAPER', on: '2026-01-01' }]
const stored = () => membership.database.collection('persons').countDocuments()

describe('a person is registered', () => {
  test('phone and identity number are shown in parts, the home job makes a head', async () => {
    const input = { name: '单明远', phone: '139-0000-8000', identityNumber: '320200190001010012', homeJob: headOfHospital, consents }
    const { data } = await register(input)
    expect(data.registerPerson).toMatchObject({
      person: {
        name: '单明远',
        phone: '139****8000',
        identityNumber: '3****************2',
        head: { code: 'HOSPITAL_HEAD', name: expect.any(String) },
        homeJobs: [
          {
            employer: { id: employerId },
            title: { code: 'hospital-head', head: { code: 'HOSPITAL_HEAD' } },
            from: '2020-03-01',
            until: null,
          },
        ],
        version: 1,
      },
      version: 1,
    })
  })

  test('the facts say where and as what, and nothing of the person', async () => {
    const { data } = await register({ name: '吕大川', homeJob: headOfHospital })
    const { id } = data.registerPerson.person
    await until(async () => (await membership.log.read('membership.persons')).some((text) => text.includes(id)))
    const facts = (await membership.log.read('membership.persons')).map(
      (text) => JSON.parse(text) as { subject: string; type: string; data: object },
    )
    expect(facts.filter(({ subject }) => subject === id).map(({ type, data }) => [type, data])).toEqual([
      ['membership.person-registered.v1', { personId: id }],
      ['membership.home-job-taken.v1', { personId: id, ...headOfHospital, head: 'HOSPITAL_HEAD', packVersion: '2026.1', path: PATH }],
    ])
  })

  test('sent again, the command gives its first answer; with another phone it is refused', async () => {
    const commandId = randomUUID()
    const first = await register({ name: '欧阳修远', phone: '13900000001' }, commandId)
    expect(await register({ name: '欧阳修远', phone: '+86 139 0000 0001' }, commandId)).toEqual(first)
    const other = await register({ name: '欧阳修远', phone: '13900000002' }, commandId)
    expect(other.errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED', field: 'commandId', value: commandId } }])
  })

  test('of two at once with one identity number one is registered', async () => {
    const input = (name: string) => ({ name, identityNumber: '32020019000101008X' })
    const answers = await Promise.all([register(input('甲一')), register(input('乙二'))])
    const refused = answers.flatMap(({ errors }) => errors ?? [])
    expect(refused).toMatchObject([
      { extensions: { code: 'IDENTITY_NUMBER_TAKEN', family: 'CONFLICT', field: 'identityNumber', value: null } },
    ])
  })

  test.each([
    ['PHONE_INVALID', 'phone', { name: '单明远', phone: '12345678901' }],
    ['IDENTITY_NUMBER_INVALID', 'identityNumber', { name: '单明远', identityNumber: '320200190001010013' }],
    ['TEXT_TOO_SHORT', 'name', { name: '单' }],
    ['EMPLOYER_UNKNOWN', 'homeJob.employerId', { name: '单明远', homeJob: { ...headOfHospital, employerId: randomUUID() } }],
    ['TITLE_UNKNOWN', 'homeJob.title', { name: '单明远', homeJob: { ...headOfHospital, title: 'emperor' } }],
    ['TITLE_NOT_AT_EMPLOYER', 'homeJob.title', { name: '单明远', homeJob: { ...headOfHospital, employerId: schoolId } }],
    ['VALUE_INVALID', null, { name: '单明远', homeJob: { ...headOfHospital, from: '2020-02-30' } }],
  ])('%s: refused with the way out, and nothing is stored', async (code, field, input) => {
    const before = await stored()
    const { errors } = await register(input)
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/.{10}/), extensions: { code, field, hint: expect.stringMatching(/.{10}/) } },
    ])
    expect(await stored()).toBe(before)
  })

  test('a title at the wrong employer is named in the words of the packs', async () => {
    const asked = {
      variables: { commandId: randomUUID(), input: { name: '单明远', homeJob: { ...headOfHospital, employerId: schoolId } } },
      language: 'zh',
    } as const
    expect((await membership.ask(REGISTER, asked)).errors).toMatchObject([{ message: '“小学”类单位没有职务“医院院长”' }])
  })
})

describe('what is recorded is put right', () => {
  test('what is left out stays, an empty text takes away', async () => {
    const { person } = (await register({ name: '区晓明', phone: '0510-80000000', consents })).data.registerPerson
    expect(person.phone).toBe('051****0000')
    expect((await correct({ personId: person.id, name: '区晓鸣' })).data.correctPerson.person).toMatchObject({
      name: '区晓鸣',
      phone: '051****0000',
    })
    expect((await correct({ personId: person.id, phone: '' })).data.correctPerson.person).toMatchObject({ name: '区晓鸣', phone: null })
  })

  test('of two who change the version they saw, one is told of the other', async () => {
    const { person } = (await register({ name: '仇英' })).data.registerPerson
    const answers = await Promise.all([
      correct({ personId: person.id, name: '仇大英' }, 1),
      correct({ personId: person.id, name: '仇小英' }, 1),
    ])
    expect(answers.flatMap(({ errors }) => errors ?? [])).toMatchObject([
      { extensions: { code: 'CONFLICT', details: { expected: 1, current: 2 } } },
    ])
  })

  test('a person that nobody registered is not found', async () => {
    const personId = randomUUID()
    expect((await correct({ personId, name: '无名' })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', value: personId } }])
  })
})
