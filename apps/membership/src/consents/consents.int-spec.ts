import { randomUUID } from 'node:crypto'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { PersonsUnderTest } from '../testing/persons'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const PHONE = '13900008000'
let membership: MembershipUnderTest
let persons: PersonsUnderTest
let personId: string
/** How the person asks: by an account of his own, which was granted nothing. */
let himself: { account: string; grants: [] }

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  persons = new PersonsUnderTest(membership)
  personId = await persons.register({ name: '单明远', phone: PHONE, consents: [] })
  himself = { account: await persons.invite(personId, 'shan.mingyuan', '单明远'), grants: [] }
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

interface Basis {
  purpose: { code: string }
  inForce: boolean
  on: string | null
  withdrawnOn: string | null
}
const BASES = 'legalBases { purpose { code name basis textVersion text } inForce on textVersion means withdrawnOn }'
const shown = async () =>
  (await membership.answer<{ person: { phone: string; legalBases: Basis[] } }>(`{ person(id: "${personId}") { phone ${BASES} } }`)).person
const standing = async (purpose: string) => (await shown()).legalBases.find(({ purpose: { code } }) => code === purpose)
const command = (name: string, input: object, as: object = {}, answer = 'mark') => {
  const query = `mutation ($commandId: ID!, $input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(commandId: $commandId, input: $input) { ${answer} } }`
  return membership.ask<unknown>(query, { ...as, variables: { commandId: randomUUID(), input } })
}
const consent = { purpose: 'CONTACT', textVersion: 1, means: 'SIGNED_PAPER', on: '2026-03-01' }
const kept = () => membership.database.collection('accesses').countDocuments()
const refused = (code: string) => ({ data: null, errors: [{ extensions: { code } }] })

test('without consent no digit of the phone is shown, nobody looks at it to call, and the refusal says what to do', async () => {
  const before = await kept()
  expect((await shown()).phone).toBe('***********')
  const look = await persons.unmask(personId, { purpose: 'CONTACT_ABOUT_POST' }, { language: 'zh' })
  expect(look).toMatchObject(refused('CONSENT_MISSING'))
  expect(look.errors?.[0]?.message).toBe('此人没有同意用于“电话联系”，或已撤回同意')
  expect(await persons.unmask(personId, { purpose: 'ACTIVITY_REGISTRATION' })).toMatchObject(refused('CONSENT_MISSING'))
  expect(await persons.unmask(personId, { purpose: 'VERIFY_IDENTITY' })).toMatchObject(refused('ACCESS_FIELD_NOT_NEEDED'))
  expect(await kept()).toBe(before)
  expect((await persons.unmask(personId, { purpose: 'REQUEST_OF_PERSON' })).data.unmaskPerson.phone).toBe(PHONE)
})

test('a clerk notes a signed paper: the very next request may use it', async () => {
  const { errors } = await command('giveConsent', { personId, consent }, {}, `person { ${BASES} }`)
  expect(errors).toBeUndefined()
  expect(await standing('CONTACT')).toMatchObject({ inForce: true, on: '2026-03-01', means: 'SIGNED_PAPER', withdrawnOn: null })
  expect((await shown()).phone).toBe('139****8000')
  expect((await persons.unmask(personId)).data.unmaskPerson.phone).toBe(PHONE)
})

test('the person withdraws: the very next request is refused, a look of before as well, and what rests on another basis goes on', async () => {
  const commandId = randomUUID()
  await persons.unmask(personId, {}, {}, commandId)
  expect((await command('withdrawMyConsent', { purpose: 'CONTACT' }, himself)).errors).toBeUndefined()
  expect(await persons.unmask(personId, {}, {}, commandId)).toMatchObject(refused('CONSENT_MISSING'))
  expect(await persons.unmask(personId)).toMatchObject(refused('CONSENT_MISSING'))
  expect((await shown()).phone).toBe('***********')
  expect(await standing('CONTACT')).toMatchObject({ inForce: false, on: '2026-03-01', withdrawnOn: '2026-03-31' })
  expect(await standing('MEMBERSHIP_AND_POSTS')).toMatchObject({ inForce: true, on: '2026-03-31', means: null })
  expect((await persons.unmask(personId, { purpose: 'VERIFY_IDENTITY', fields: ['IDENTITY_NUMBER'] })).errors).toBeUndefined()
  expect((await persons.unmask(personId, { purpose: 'REQUEST_OF_PERSON' })).data.unmaskPerson.phone).toBe(PHONE)
})

test('the person agrees again on the screen, to the present text alone, and not by the paper of before', async () => {
  expect(await command('giveConsent', { personId, consent })).toMatchObject(refused('CONSENT_DAY_WRONG'))
  expect(await command('giveMyConsent', { purpose: 'CONTACT', textVersion: 1 }, himself)).toMatchObject(refused('CONSENT_TEXT_OTHER'))
  expect((await command('giveMyConsent', { purpose: 'CONTACT', textVersion: 2 }, himself)).errors).toBeUndefined()
  expect(await standing('CONTACT')).toMatchObject({ inForce: true, on: '2026-03-31', means: 'ON_SCREEN' })
})

test('what is wrong is refused, and nothing is kept of it', async () => {
  const nothing = { personId: randomUUID(), consent }
  const wrong: [string, string, object][] = [
    ['NOT_FOUND', 'giveConsent', nothing],
    ['CONSENT_NOT_ASKED', 'giveConsent', { personId, consent: { ...consent, purpose: 'MEMBERSHIP_AND_POSTS' } }],
    ['CONSENT_DAY_WRONG', 'giveConsent', { personId, consent: { ...consent, purpose: 'ACTIVITY_PARTICIPATION', on: '2026-04-01' } }],
    ['CONSENT_NONE', 'withdrawConsent', { personId, purpose: 'ACTIVITY_PARTICIPATION' }],
  ]
  const before = await shown()
  for (const [code, name, input] of wrong) expect(await command(name, input)).toMatchObject(refused(code))
  expect(await shown()).toEqual(before)
  const half = { name: '吕大川', consents: [{ ...consent, textVersion: 99 }] }
  expect(await command('registerPerson', half)).toMatchObject(refused('CONSENT_TEXT_OTHER'))
  expect(await membership.database.collection('persons').countDocuments({ name: '吕大川' })).toBe(0)
})

test('the facts say what for, which text, how and when, and nothing of the person', async () => {
  const facts = async () => (await membership.log.read('membership.persons')).filter((text) => text.includes('.consent-'))
  await until(async () => (await facts()).length >= 3)
  expect((await facts()).map((text) => (JSON.parse(text) as { type: string; data: object }).data)).toEqual([
    { personId, ...consent },
    { personId, purpose: 'CONTACT', on: '2026-03-31' },
    { personId, purpose: 'CONTACT', textVersion: 2, means: 'ON_SCREEN', on: '2026-03-31' },
  ])
})

test('an erasure forgets them', async () => {
  const other = await persons.register({ name: '吕小川', phone: PHONE })
  expect((await command('erasePerson', { personId: other, ground: 'CONSENT_WITHDRAWN' })).errors).toBeUndefined()
  const left = await membership.database.collection<{ _id: string }>('persons').findOne({ _id: other })
  expect(left).not.toHaveProperty('legalBases')
  expect(await command('giveConsent', { personId: other, consent })).toMatchObject(refused('PERSON_ERASED'))
})
