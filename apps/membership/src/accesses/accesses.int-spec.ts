import { randomUUID } from 'node:crypto'
import type { Grant } from '@sizhang/service-kit'
import { everywhere } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { aSeat, hospitalRegistered, seatCreated, unitEstablished } from '../testing/builders'
import { PersonsUnderTest } from '../testing/persons'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const [seat, employerId] = [aSeat(), randomUUID()]
const [PHONE, IDENTITY_NUMBER] = ['13900008000', '320200190001010012']
let membership: MembershipUnderTest
let persons: PersonsUnderTest
let personId: string

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  persons = new PersonsUnderTest(membership)
  await membership.seen(await membership.log.publish([hospitalRegistered(employerId), unitEstablished(seat), seatCreated(seat)]))
  const homeJob = { employerId, title: 'hospital-head', from: '2020-03-01' }
  personId = await persons.register({ name: '单明远', phone: PHONE, identityNumber: IDENTITY_NUMBER, homeJob })
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const secretary = (code: string, role = 'TOWN_SECRETARY') => {
  const grants: Grant[] = [{ role, within: { kind: 'AREA', code }, from: '2024-01-01', until: null }]
  return { grants, account: randomUUID() }
}
const looks = (of = personId, as = {}) =>
  membership.ask<{ personalDataAccesses: { nodes: { id: string; by: string; reason: string }[] } }>(
    'query ($personId: ID!) { personalDataAccesses(personId: $personId) { nodes { id by fields purpose reason } } }',
    { ...as, variables: { personId: of } },
  )
const kept = () => membership.database.collection('accesses').countDocuments()

test('a number is shown in plain to who says what for and why, and the look is on record', async () => {
  const { data } = await persons.unmask(personId)
  expect(data.unmaskPerson).toMatchObject({ phone: PHONE, identityNumber: null })
  const { id, at } = data.unmaskPerson.access
  expect(Date.parse(data.unmaskPerson.until) - Date.parse(at)).toBe(5 * 60_000)
  const look = { id, by: 'clerk', fields: ['PHONE'], purpose: 'CONTACT_ABOUT_POST', reason: '通知换届会议' }
  expect((await looks()).data.personalDataAccesses.nodes).toEqual([look])
})

test('the fact says what was looked at and what for, and neither the number nor the reason', async () => {
  const { data } = await persons.unmask(personId, { fields: ['IDENTITY_NUMBER'], purpose: 'VERIFY_IDENTITY', reason: '核对选举人' })
  expect(data.unmaskPerson.identityNumber).toBe(IDENTITY_NUMBER)
  const { id } = data.unmaskPerson.access
  const facts = async () => (await membership.log.read('membership.accesses')).filter((text) => text.includes(id))
  await until(async () => (await facts()).length > 0)
  const [fact = ''] = await facts()
  expect(JSON.parse(fact)).toMatchObject({
    actor: 'clerk',
    data: { accessId: id, personId, fields: ['IDENTITY_NUMBER'], purpose: 'VERIFY_IDENTITY' },
  })
  for (const secret of [PHONE, IDENTITY_NUMBER, '核对选举人', '单明远']) expect(fact).not.toContain(secret)
})

test('sent again, the command shows the same and is one look; later than five minutes it shows nothing', async () => {
  const commandId = randomUUID()
  const first = await persons.unmask(personId, {}, {}, commandId)
  const before = await kept()
  expect(await persons.unmask(personId, {}, {}, commandId)).toEqual(first)
  expect(await kept()).toBe(before)
  const past = new Date(Date.now() - 5 * 60_000)
  await membership.database.collection<{ _id: string }>('accesses').updateOne({ _id: commandId }, { $set: { at: past } })
  const late = await persons.unmask(personId, {}, {}, commandId)
  expect(late).toMatchObject({ data: null, errors: [{ extensions: { code: 'ACCESS_OVER' } }] })
})

test('sent again by somebody else, the command shows nothing: his look would be on nobody’s record', async () => {
  const commandId = randomUUID()
  await persons.unmask(personId, {}, {}, commandId)
  const before = await kept()
  const other = await persons.unmask(personId, {}, { account: randomUUID() }, commandId)
  expect(other).toMatchObject({ data: null, errors: [{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }] })
  expect(await kept()).toBe(before)
})

test('the look at somebody who was erased since opens nobody else’s numbers', async () => {
  const commandId = randomUUID()
  const erased = await persons.register({ name: '吕大川', phone: '13900006000' })
  await persons.unmask(erased, {}, {}, commandId)
  const erase = 'mutation ($commandId: ID!, $input: ErasePersonInput!) { erasePerson(commandId: $commandId, input: $input) { mark } }'
  await membership.answer(erase, { commandId: randomUUID(), input: { personId: erased, ground: 'PURPOSE_MET' } })
  const before = await kept()
  const other = await persons.unmask(personId, {}, {}, commandId)
  expect(other).toMatchObject({ data: null, errors: [{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }] })
  expect(await kept()).toBe(before)
})

test.each([
  ['TEXT_TOO_SHORT', { reason: '查' }],
  ['TEXT_TOO_LONG', { reason: '长'.repeat(201) }],
  ['ACCESS_FIELDS_NONE', { fields: [] }],
  ['ACCESS_FIELD_NOT_NEEDED', { fields: ['PHONE', 'IDENTITY_NUMBER'] }],
  ['NOT_FOUND', { personId: randomUUID() }],
])('%s: nothing is shown and nothing recorded', async (code, said) => {
  const before = await kept()
  expect(await persons.unmask(personId, said)).toMatchObject({ data: null, errors: [{ extensions: { code } }] })
  expect(await kept()).toBe(before)
})

test('no operator, analyst, auditor or clerk of a unit looks at numbers; a secretary does in her own town alone', async () => {
  for (const role of ['OPERATOR', 'ANALYST', 'AUDITOR', 'GENERAL_OFFICE_OFFICER'])
    expect((await persons.unmask(personId, {}, { grants: [everywhere(role)] })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ])
  expect((await persons.unmask(personId, {}, secretary('320205001'))).data.unmaskPerson.phone).toBe(PHONE)
  expect((await persons.unmask(personId, {}, secretary('320206001'))).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
})

test('who looked is told where the person belongs, and to an auditor', async () => {
  const all = (await looks()).data.personalDataAccesses.nodes.length
  expect((await looks(personId, secretary('320205'))).data.personalDataAccesses.nodes).toHaveLength(all)
  expect((await looks(personId, { grants: [everywhere('AUDITOR')] })).data.personalDataAccesses.nodes).toHaveLength(all)
  expect((await looks(personId, secretary('320206'))).data.personalDataAccesses.nodes).toEqual([])
})

test('a number that is not known is answered as none, by a person with a post and no home job', async () => {
  const other = await persons.register({ name: '吕大川' })
  await persons.appoint(other, seat.seatId, '2022-01-01', '2026-06-01')
  const { data } = await persons.unmask(
    other,
    { fields: ['PHONE', 'IDENTITY_NUMBER'], purpose: 'REQUEST_OF_PERSON' },
    secretary('320205001'),
  )
  expect(data.unmaskPerson).toMatchObject({ phone: null, identityNumber: null })
  expect((await looks(other, secretary('320205001'))).data.personalDataAccesses.nodes).toHaveLength(1)
})
