import { randomUUID } from 'node:crypto'
import { everywhere, type Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { PersonsUnderTest } from '../testing/persons'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const [CHILD, PHONE, GUARDIAN_NAME, GUARDIAN_PHONE] = ['32020020150101001X', '13900008000', '欧阳守护', '13900007000']
const guardian = { name: GUARDIAN_NAME, phone: GUARDIAN_PHONE, relation: 'PARENT', textVersion: 1, on: '2026-03-01' }
const OFFICER = { grants: [everywhere('POPULARISATION_OFFICER')], account: 'officer' }
const SECOND = { account: 'second' }
let membership: MembershipUnderTest
let persons: PersonsUnderTest
let personId: string

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  persons = new PersonsUnderTest(membership)
  personId = await persons.register({ name: '单小明', phone: PHONE, identityNumber: CHILD, guardian })
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const PERSON = 'id name phone identityNumber minor { until guardianName guardianPhone relation consentedOn textVersion }'
const command = (name: string, input: object, as: object = {}, answer = 'mark', commandId: string = randomUUID()) => {
  const query = `mutation ($commandId: ID!, $input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(commandId: $commandId, input: $input) { ${answer} } }`
  return membership.ask<Record<string, Record<string, unknown>>>(query, { ...as, variables: { commandId, input } })
}
const refused = (code: string) => ({ data: null, errors: [{ extensions: { code } }] })
const everything = async () => {
  const collections = await membership.database.listCollections({}, { nameOnly: true }).toArray()
  const texts = collections.map(async ({ name }) => JSON.stringify(await membership.database.collection(name).find().toArray()))
  return (await Promise.all(texts)).join('\n')
}
const look = (said: object = {}, as: object = {}, commandId: string = randomUUID()) =>
  command(
    'unmaskPerson',
    { personId, fields: ['PHONE', 'IDENTITY_NUMBER', 'GUARDIAN_PHONE'], purpose: 'REQUEST_OF_PERSON', reason: '通知决赛时间', ...said },
    as,
    'phone identityNumber guardianPhone awaitsApproval until access { id awaitsApproval approvedBy }',
    commandId,
  )
const waiting = async (as: object = {}) =>
  (
    await membership.ask<{ looksToApprove: { id: string; person: { name: string } }[] }>(
      '{ looksToApprove { id by reason person { name } } }',
      as,
    )
  ).data.looksToApprove

test.each([
  ['GUARDIAN_MISSING', { identityNumber: '320200201501010191' }],
  ['GUARDIAN_MISSING', { birthDate: '2013-05-01' }],
  ['GUARDIAN_NOT_NEEDED', { birthDate: '2010-05-01', guardian }],
  ['BIRTH_DATE_WRONG', { identityNumber: CHILD, birthDate: '2015-01-02', guardian }],
  ['PHONE_INVALID', { birthDate: '2015-05-01', guardian: { ...guardian, phone: '12' } }],
  ['TEXT_TOO_SHORT', { birthDate: '2015-05-01', guardian: { ...guardian, name: '守' } }],
  ['CONSENT_DAY_WRONG', { birthDate: '2015-05-01', guardian: { ...guardian, on: '2026-04-01' } }],
])('%s: nothing of a child is stored before the guardian agreed', async (code, said) => {
  expect(await command('registerPerson', { name: '单小弟', ...said })).toMatchObject(refused(code))
  expect(await everything()).not.toContain('单小弟')
})

test('a child is masked in full to who may see children, and not there for anybody else', async () => {
  const asked = (as: object) =>
    membership.ask<{ person: object; persons: { nodes: object[] } }>(
      `{ person(id: "${personId}") { ${PERSON} } persons(search: "${PHONE}") { nodes { ${PERSON} } } }`,
      as,
    )
  const child = {
    id: personId,
    name: '单小明',
    phone: '***********',
    identityNumber: '******************',
    minor: {
      until: '2029-01-02',
      guardianName: GUARDIAN_NAME,
      guardianPhone: '***********',
      relation: 'PARENT',
      consentedOn: '2026-03-01',
      textVersion: 1,
    },
  }
  expect((await asked(OFFICER)).data).toEqual({ person: child, persons: { nodes: [child] } })
  const town: Grant[] = [{ role: 'TOWN_SECRETARY', within: { kind: 'EVERYWHERE' }, from: '2024-01-01', until: null }]
  for (const grants of [town, [everywhere('GENERAL_OFFICE_OFFICER')]]) {
    expect((await asked({ grants })).data).toEqual({ person: null, persons: { nodes: [] } })
    expect(await command('correctPerson', { personId, name: '单小鸣' }, { grants })).toMatchObject(refused('NOT_FOUND'))
    expect(await command('registerPerson', { name: '单小弟', birthDate: '2015-05-01', guardian }, { grants })).toMatchObject(
      refused('MINOR_NOT_YOURS'),
    )
  }
  expect(await look({}, { grants: town })).toMatchObject(refused('NOT_FOUND'))
  const entry = { action: 'persons.read', record: personId, refusal: 'FORBIDDEN' }
  expect(await membership.database.collection('audit').countDocuments(entry)).toBe(2)
})

test('a look waits for a second person; approved, the same command shows the numbers for five minutes and then never', async () => {
  const commandId = randomUUID()
  const asked = (await look({}, {}, commandId)).data['unmaskPerson']
  expect(asked).toMatchObject({
    phone: null,
    identityNumber: null,
    guardianPhone: null,
    awaitsApproval: true,
    access: { id: commandId, approvedBy: null },
  })
  expect((await look({}, {}, commandId)).data['unmaskPerson']).toMatchObject({ phone: null, awaitsApproval: true })
  expect(await waiting(SECOND)).toEqual([{ id: commandId, by: 'clerk', reason: '通知决赛时间', person: { name: '单小明' } }])
  expect(await waiting()).toEqual([])
  expect(await command('approveLook', { accessId: commandId })).toMatchObject(refused('LOOK_OWN'))
  expect(await command('approveLook', { accessId: commandId }, { ...SECOND, grants: [everywhere('COUNTY_SECRETARY')] })).toMatchObject(
    refused('FORBIDDEN'),
  )
  expect((await command('approveLook', { accessId: commandId }, OFFICER)).errors).toBeUndefined()
  expect(await command('approveLook', { accessId: commandId }, SECOND)).toMatchObject(refused('LOOK_DECIDED'))
  expect(await waiting(SECOND)).toEqual([])
  expect((await look({}, {}, commandId)).data['unmaskPerson']).toMatchObject({
    phone: PHONE,
    identityNumber: CHILD,
    guardianPhone: GUARDIAN_PHONE,
    awaitsApproval: false,
    access: { awaitsApproval: false, approvedBy: 'officer' },
  })
  expect(await look({}, SECOND, commandId)).toMatchObject(refused('IDEMPOTENCY_KEY_REUSED'))
  const past = new Date(Date.now() - 5 * 60_000)
  await membership.database.collection<{ _id: string }>('accesses').updateOne({ _id: commandId }, { $set: { 'approved.at': past } })
  expect(await look({}, {}, commandId)).toMatchObject(refused('ACCESS_OVER'))
})

test('a request that nobody approved is over after a day', async () => {
  const commandId = randomUUID()
  await look({}, {}, commandId)
  const past = new Date(Date.now() - 24 * 3_600_000)
  await membership.database.collection<{ _id: string }>('accesses').updateOne({ _id: commandId }, { $set: { at: past } })
  expect(await waiting(SECOND)).toEqual([])
  expect(await command('approveLook', { accessId: commandId }, SECOND)).toMatchObject(refused('LOOK_REQUEST_OVER'))
  expect(await look({}, {}, commandId)).toMatchObject(refused('ACCESS_OVER'))
})

test('an identity number that shows a child asks for the guardian as well, and one that shows none does not open its numbers', async () => {
  const other = await persons.register({ name: '吕小川' })
  const identityNumber = '320200201501010191'
  expect(await command('correctPerson', { personId: other, identityNumber })).toMatchObject(refused('GUARDIAN_MISSING'))
  expect((await command('correctPerson', { personId: other, identityNumber, guardian }, OFFICER)).errors).toBeUndefined()
  const kept = () => membership.database.collection<{ _id: string }>('persons').findOne({ _id: other })
  expect(await kept()).toMatchObject({ minor: { until: '2029-01-02' } })
  const grown = await command('correctPerson', { personId: other, phone: PHONE, identityNumber: '320200190001010012' })
  expect(grown).toMatchObject(refused('MINOR_ON_RECORD'))
  expect(await kept()).toMatchObject({ phone: null, minor: { until: '2029-01-02' } })
})

test('a birth date that is not that of the identity number is refused, on record or not', async () => {
  const wrong = { personId, birthDate: '2016-01-01' }
  expect(await command('correctPerson', wrong, OFFICER)).toMatchObject(refused('BIRTH_DATE_WRONG'))
  const unknown = await persons.register({ name: '吕小川' })
  expect((await command('correctPerson', { personId: unknown, birthDate: '2015-05-01', guardian }, OFFICER)).errors).toBeUndefined()
  expect(await membership.database.collection<{ _id: string }>('persons').findOne({ _id: unknown })).toMatchObject({
    minor: { until: '2029-05-02' },
  })
})

test('a guardian who withdrew is asked no more: the numbers stay closed, and whoever may erase alone finds the child', async () => {
  const other = await persons.register({ name: '卓小立', phone: PHONE, birthDate: '2015-05-01', guardian })
  const withdrawn = randomUUID()
  expect((await command('withdrawGuardianConsent', { personId: other }, OFFICER, 'personId mark', withdrawn)).errors).toBeUndefined()
  expect((await command('withdrawGuardianConsent', { personId: other }, OFFICER, 'personId mark', withdrawn)).errors).toBeUndefined()
  expect(await look({ personId: other })).toMatchObject(refused('GUARDIAN_NOT_AGREED'))
  const found = async (as: object = {}) =>
    (
      await membership.ask<{ person: object | null; persons: { nodes: { id: string }[] } }>(
        `{ person(id: "${other}") { minor { withdrawnOn } } persons(withoutGuardian: true) { nodes { id } } }`,
        as,
      )
    ).data
  expect(await found(OFFICER)).toEqual({ person: null, persons: { nodes: [] } })
  expect(await found()).toEqual({ person: { minor: { withdrawnOn: '2026-03-31' } }, persons: { nodes: [{ id: other }] } })
  expect((await command('erasePerson', { personId: other, ground: 'CONSENT_WITHDRAWN' })).errors).toBeUndefined()
})

test('on the day from which the child is fourteen it is a person like any other, with nothing done about it', async () => {
  const other = await persons.register({ name: '卓小立', phone: PHONE, birthDate: '2012-03-31', guardian })
  await membership.database.collection<{ _id: string }>('persons').updateOne({ _id: other }, { $set: { 'minor.until': '2026-03-31' } })
  const { data } = await membership.ask(`{ person(id: "${other}") { phone minor { until } } }`, {
    grants: [everywhere('GENERAL_OFFICE_OFFICER')],
  })
  expect(data).toEqual({ person: { phone: '139****8000', minor: null } })
  expect((await persons.unmask(other)).data.unmaskPerson.phone).toBe(PHONE)
})

test('the facts say who agreed to nothing of them, and neither database nor log holds a guardian in plain; an erasure forgets him', async () => {
  const facts = async () =>
    (await membership.log.read('membership.persons')).filter((text) => text.includes('guardian-consented') && text.includes(personId))
  await until(async () => (await facts()).length > 0)
  expect((await facts()).map((text) => (JSON.parse(text) as { data: object }).data)).toEqual([
    { personId, textVersion: 1, on: '2026-03-01' },
  ])
  const looks = async () =>
    (await membership.log.read('membership.accesses')).map((text) => JSON.parse(text) as { type: string; actor: string })
  await until(async () => (await looks()).some(({ type }) => type === 'membership.look-approved.v1'))
  expect(await looks()).toContainEqual(expect.objectContaining({ type: 'membership.look-approved.v1', actor: 'officer' }))
  const text = await everything()
  for (const secret of [GUARDIAN_NAME, GUARDIAN_PHONE, CHILD, PHONE]) expect(text).not.toContain(secret)
  const sealed = (
    await membership.database
      .collection<{ _id: string; minor: { guardian: { name: string; phone: string } } }>('persons')
      .findOne({ _id: personId })
  )?.minor.guardian
  expect((await command('erasePerson', { personId, ground: 'CONSENT_WITHDRAWN' })).errors).toBeUndefined()
  for (const secret of [sealed?.name, sealed?.phone]) expect(await everything()).not.toContain(String(secret))
})
