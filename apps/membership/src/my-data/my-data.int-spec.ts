import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { PrivateFields } from '../persons/private-fields'
import { aSeat, hospitalRegistered, seatCreated, unitEstablished } from '../testing/builders'
import { PersonsUnderTest } from '../testing/persons'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const [seat, employerId] = [aSeat(), randomUUID()]
const [PHONE, IDENTITY_NUMBER] = ['13900008000', '320200190001010012']
let membership: MembershipUnderTest
let persons: PersonsUnderTest
let personId: string
/** How the person asks: by an account of his own, which was granted next to nothing. */
let himself: { account: string; grants: [] }

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  persons = new PersonsUnderTest(membership)
  await membership.seen(await membership.log.publish([hospitalRegistered(employerId), unitEstablished(seat), seatCreated(seat)]))
  const homeJob = { employerId, title: 'hospital-head', from: '2020-03-01' }
  personId = await persons.register({ name: '单明远', phone: PHONE, identityNumber: IDENTITY_NUMBER, homeJob })
  await persons.appoint(personId, seat.seatId, '2022-01-01', '2026-06-01')
  himself = { account: await persons.invite(personId, 'shan.mingyuan', '单明远'), grants: [] }
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

interface MyData {
  personId: string
  name: string
  phone: string | null
  identityNumber: string | null
  homeJobs: { from: string }[]
  appointments: { kind: string }[]
  places: { service: string; inPlain: boolean }[]
  accesses: { by: string; reason: string }[]
  erasureRequest: { on: string; declinedOn: string | null; reason: string | null } | null
}
type Answer = { data: { myData: MyData } }
const FIELDS = `personId name phone identityNumber homeJobs { from title { code } } appointments { kind from }
  places { service topics what inPlain } accesses { by reason } erasureRequest { on declinedOn reason }`
const mine = async () => ((await membership.ask(`{ myData { ${FIELDS} } }`, himself)) as Answer).data.myData
const command = (name: string, input: object | null, as: object = himself, fields = `myData { ${FIELDS} }`) => {
  const [declared, given] = input ? [`, $input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`, ', input: $input'] : ['', '']
  const query = `mutation ($commandId: ID!${declared}) { ${name}(commandId: $commandId${given}) { ${fields} } }`
  return membership.ask<unknown>(query, { ...as, variables: { commandId: randomUUID(), input } })
}

test('a person sees in plain what is kept of him, without any right, and where it goes', async () => {
  const data = await mine()
  expect(data).toMatchObject({ personId, name: '单明远', phone: PHONE, identityNumber: IDENTITY_NUMBER, erasureRequest: null })
  expect([data.homeJobs.length, data.appointments.length, data.accesses]).toEqual([1, 1, []])
  expect(data.places.filter(({ inPlain }) => inPlain).map(({ service }) => service)).toEqual(['membership'])
})

test('a person reads who looked at his numbers and why; his own looks are none', async () => {
  await persons.unmask(personId, { reason: '核对代表名册' })
  await mine()
  expect((await mine()).accesses).toEqual([{ by: 'clerk', reason: '核对代表名册' }])
})

test('that the numbers were read by the person’s account stands in the audit, once a question: who invited it could have opened it himself', async () => {
  const asked = { action: 'myData', account: himself.account, kind: 'persons', record: personId, refusal: null }
  const entries = () => membership.database.collection('audit').countDocuments(asked)
  const before = await entries()
  await membership.ask('{ myData { phone identityNumber } }', himself)
  expect(await entries()).toBe(before + 1)
  await membership.ask('{ myData { personId name appointments { kind } } }', himself)
  expect(await entries()).toBe(before + 1)
})

test('who agreed while a person was under fourteen is told him in plain, as long as it is kept', async () => {
  const asked = async () =>
    (
      await membership.ask<{ myData: { guardian: object | null } }>(
        '{ myData { guardian { name phone relation consentedOn until } } }',
        himself,
      )
    ).data.myData.guardian
  expect(await asked()).toBeNull()
  const [name, phone] = ['欧阳守护', '13900007000']
  const given = { name, phone, relation: 'PARENT', textVersion: 1, on: '2024-03-01' } as const
  const guardian = membership.part(PrivateFields).sealGuardian(personId, given)
  const keep = (change: object) => membership.database.collection<{ _id: string }>('persons').updateOne({ _id: personId }, change)
  await keep({ $set: { minor: { until: '2025-01-01', guardian } } })
  expect(await asked()).toEqual({ name, phone, relation: 'PARENT', consentedOn: '2024-03-01', until: '2025-01-01' })
  await keep({ $unset: { minor: '' } })
})

test('an account that is nobody’s has no data, and nothing to put right', async () => {
  const nobody = { account: randomUUID(), grants: [] }
  expect(await membership.ask(`{ myData { name } }`, nobody)).toEqual({ data: { myData: null } })
  const refused = [await command('correctMyPhone', { phone: PHONE }, nobody), await command('askForErasure', null, nobody)]
  for (const { errors } of refused) expect(errors).toMatchObject([{ extensions: { code: 'ACCOUNT_WITHOUT_PERSON' } }])
})

test('a person puts his own phone right, and a wrong one is refused', async () => {
  await command('correctMyPhone', { phone: '139 0000 9000' })
  expect((await mine()).phone).toBe('13900009000')
  expect((await command('correctMyPhone', { phone: '12' })).errors).toMatchObject([{ extensions: { code: 'PHONE_INVALID' } }])
  expect((await mine()).phone).toBe('13900009000')
})

test('a request to be erased waits for an officer, who finds it and says why not; the person reads that', async () => {
  await command('askForErasure', null)
  expect((await mine()).erasureRequest).toEqual({ on: '2026-03-31', declinedOn: null, reason: null })
  const waiting = () =>
    membership.answer<{ persons: { nodes: { id: string }[] } }>('{ persons(asksErasure: true) { nodes { id erasureRequest { on } } } }')
  expect((await waiting()).persons.nodes.map(({ id }) => id)).toEqual([personId])
  const decline = { personId, reason: '任期至 2026 年 6 月' }
  const asSelf = await command('declineErasure', decline, himself, 'version')
  expect(asSelf.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  expect((await command('declineErasure', decline, {}, 'version')).errors).toBeUndefined()
  expect((await mine()).erasureRequest).toEqual({ on: '2026-03-31', declinedOn: '2026-03-31', reason: '任期至 2026 年 6 月' })
  expect((await waiting()).persons.nodes).toEqual([])
})
