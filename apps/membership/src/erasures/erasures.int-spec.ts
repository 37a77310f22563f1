import { randomUUID } from 'node:crypto'
import type { Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { aSeat, hospitalRegistered, seatCreated, unitEstablished } from '../testing/builders'
import { foundingFacts, PapersUnderTest } from '../testing/papers'
import { PersonsUnderTest } from '../testing/persons'
import { MembershipUnderTest } from '../testing/service'
import { eraseDue } from './erasures-due'

const names = freshNames()
const [seat, employerId] = [aSeat({ places: 20 }), randomUUID()]
const [PHONE, IDENTITY_NUMBER, NAME] = ['13900008000', '320200190001010012', '欧阳石磊']
let membership: MembershipUnderTest
let persons: PersonsUnderTest

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  persons = new PersonsUnderTest(membership)
  await membership.seen(await membership.log.publish([hospitalRegistered(employerId), unitEstablished(seat), seatCreated(seat)]))
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const ERASE = `mutation ($commandId: ID!, $input: ErasePersonInput!) {
  erasePerson(commandId: $commandId, input: $input) { person { id name phone identityNumber erasedOn } version } }`
interface Erased {
  erasePerson: { person: object; version: number }
}
const erase = (personId: string, as: object = {}, commandId: string = randomUUID()) =>
  membership.ask<Erased>(ERASE, { ...as, variables: { commandId, input: { personId, ground: 'PURPOSE_MET' } } })
const preview = async (personId: string) =>
  (
    await membership.answer<{ previewErasePerson: object }>(
      `{ previewErasePerson(personId: "${personId}") { person { id } postsInTheWay { until } pastPosts homeJobs accounts } }`,
    )
  ).previewErasePerson
const county = (code: string, role = 'COUNTY_SECRETARY') => {
  const grants: Grant[] = [{ role, within: { kind: 'AREA', code }, from: '2024-01-01', until: null }]
  return { grants, account: randomUUID() }
}
/** A person with numbers, a home job and a post that is over. */
async function somebody(numbers: object = {}): Promise<string> {
  const homeJob = { employerId, title: 'hospital-head', from: '2020-03-01' }
  const personId = await persons.register({ name: NAME, phone: PHONE, homeJob, ...numbers })
  await persons.appoint(personId, seat.seatId, '2022-01-01', '2023-01-01')
  return personId
}
/** All that the database holds, as text. */
async function everything(): Promise<string> {
  const collections = await membership.database.listCollections({}, { nameOnly: true }).toArray()
  const texts = collections.map(async ({ name }) => JSON.stringify(await membership.database.collection(name).find().toArray()))
  return (await Promise.all(texts)).join('\n')
}
interface Kept {
  _id: string
  legalBases: object[]
  phone: { index: string } | null
  log: { commands: { id: string }[] }
}
const keptPersons = () => membership.database.collection<Kept>('persons')
const kept = (personId: string) => keptPersons().findOne({ _id: personId })
const indexOf = async (personId: string) => (await kept(personId))?.phone?.index ?? null

test('before it is decided it is said what goes and what stays; nothing is changed by that', async () => {
  const personId = await somebody()
  await persons.invite(personId, 'shi.lei', NAME)
  const said = { person: { id: personId }, postsInTheWay: [], pastPosts: 1, homeJobs: 1, accounts: 1 }
  expect([await preview(personId), await preview(personId)]).toEqual([said, said])
  await persons.appoint(personId, seat.seatId, '2026-05-01', '2026-06-01')
  expect(await preview(personId)).toMatchObject({ postsInTheWay: [{ until: '2026-06-01' }], pastPosts: 1 })
  expect(await erase(personId)).toMatchObject({ errors: [{ extensions: { code: 'PERSON_HOLDS_POST' } }] })
  expect((await everything()).includes('shi.lei')).toBe(true)
})

test('afterwards the database holds nothing that tells who it was: no name, reading, number, index, reason or name of an account', async () => {
  const personId = await somebody({ name: '尉迟恭谨', phone: '13900007000', identityNumber: IDENTITY_NUMBER })
  const accountId = await persons.invite(personId, 'weichi.gongjin', '河埒街道 尉迟恭谨')
  await persons.unmask(personId, { reason: '联系尉迟恭谨本人' })
  const secrets = ['尉迟恭谨', 'weichi', 'yuchigongjin', 'gong jin', await indexOf(personId)]
  for (const secret of secrets) expect(await everything()).toContain(String(secret))
  const commandId = randomUUID()
  const first = await erase(personId, {}, commandId)
  expect(first.data.erasePerson.person).toEqual({
    id: personId,
    name: 'erased',
    phone: null,
    identityNumber: null,
    erasedOn: '2026-03-31',
  })
  const text = await everything()
  for (const secret of secrets) expect(text).not.toContain(secret)
  expect((await kept(personId))?.log.commands.map(({ id }) => id)).toEqual([commandId])
  expect(await erase(personId, {}, commandId)).toEqual(first)
  expect((await erase(personId)).errors).toMatchObject([{ extensions: { code: 'PERSON_ERASED' } }])
  const { account } = await membership.answer<{ account: object }>(`{ account(id: "${accountId}") { name holder state } }`)
  expect(account).toEqual({ name: accountId, holder: 'erased', state: 'CLOSED' })
})

test('the posts that were held stay, under a word in the place of the name; the person is found by nothing and given no seat', async () => {
  const personId = await somebody()
  await erase(personId)
  const held = await membership.answer<{ appointmentsHeld: object[] }>(
    `{ appointmentsHeld(unitIds: ["${seat.unitId}"], on: "2022-06-01") { person { id name } } }`,
  )
  expect(held.appointmentsHeld).toContainEqual({ person: { id: personId, name: 'erased' } })
  const found = await membership.answer<{ persons: { nodes: { id: string }[] } }>('{ persons(first: 200) { nodes { id } } }')
  expect(found.persons.nodes.map(({ id }) => id)).not.toContain(personId)
  const input = { seatId: seat.seatId, personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2026-04-01' }
  const appointed = await membership.ask(
    'mutation ($commandId: ID!, $input: MakeAppointmentInput!) { makeAppointment(commandId: $commandId, input: $input) { version } }',
    { variables: { commandId: randomUUID(), input } },
  )
  expect(appointed.errors).toMatchObject([{ extensions: { code: 'PERSON_UNKNOWN' } }])
  expect((await persons.unmask(personId)).errors).toMatchObject([{ extensions: { code: 'PERSON_ERASED' } }])
})

test('who was erased can be registered again with the same identity number', async () => {
  const identityNumber = '32020019000101008X'
  await erase(await somebody({ identityNumber }))
  expect(await somebody({ identityNumber })).toEqual(expect.any(String))
})

test('a county secretary erases in her own county, where she may also close the account', async () => {
  const [own, withAccount] = [await somebody(), await somebody()]
  await persons.invite(withAccount, 'shi.lei.2', NAME)
  expect((await erase(own, county('320206'))).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
  expect((await erase(own, county('320205001', 'TOWN_SECRETARY'))).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  expect((await erase(own, county('320205'))).errors).toBeUndefined()
  expect((await erase(withAccount, county('320205'))).errors).toMatchObject([{ extensions: { code: 'PERSON_LINK_NOT_YOURS' } }])
  expect(await everything()).toContain('shi.lei.2')
})

test('what a crash left half done is finished by the same command', async () => {
  const personId = await somebody()
  const accountId = await persons.invite(personId, 'shi.lei.3', NAME)
  const commandId = randomUUID()
  // As a crash leaves it: the account is done, the person is not.
  const before = await kept(personId)
  if (!before) throw new Error('the person is not kept')
  await erase(personId, {}, commandId)
  await keptPersons().replaceOne({ _id: personId }, before)
  expect((await erase(personId, {}, commandId)).errors).toBeUndefined()
  const closed = (await membership.log.read('membership.accounts')).filter((text) => text.includes(accountId) && text.includes('closed'))
  expect(closed).toHaveLength(1)
  expect(await indexOf(personId)).toBeNull()
})

test('a database of before a withdrawal withdraws again at its start, with a fact, once; what was agreed to later stays', async () => {
  const consents = [{ purpose: 'CONTACT', textVersion: 1, means: 'SIGNED_PAPER', on: '2026-03-01' }]
  const [before, after] = [await persons.register({ name: NAME, consents }), await persons.register({ name: NAME, consents })]
  const due = (personId: string, on: string) => {
    const said = { personId, withdrawn: 'CONTACT', on, at: `${on}T01:00:00.000Z`, commandId: randomUUID(), actor: 'officer' }
    return membership.database.collection('erasures_due').insertOne({ _id: `${personId} CONTACT` as never, ...said })
  }
  await due(before, '2026-03-02')
  await due(after, '2026-02-28')
  await eraseDue(membership.database)
  await due(before, '2026-03-02')
  await eraseDue(membership.database)
  const bases = async (id: string) => (await keptPersons().findOne({ _id: id }))?.legalBases
  expect(await bases(before)).toContainEqual(expect.objectContaining({ purpose: 'CONTACT', withdrawnOn: '2026-03-02' }))
  expect(await bases(after)).toContainEqual(expect.objectContaining({ purpose: 'CONTACT', withdrawnOn: null }))
  const facts = async () => (await membership.log.read('membership.persons')).filter((text) => text.includes('consent-withdrawn'))
  await until(async () => (await facts()).length > 0)
  expect((await facts()).map((text) => JSON.parse(text) as object)).toMatchObject([
    { actor: 'officer', data: { personId: before, on: '2026-03-02' } },
  ])
})

test('a database of before the erasure erases again at its start, with a fact, once', async () => {
  const personId = await somebody({ name: '第五知微' })
  const accountId = await persons.invite(personId, 'zhiwei', '第五知微')
  await persons.unmask(personId, { reason: '联系第五知微' })
  const due = { _id: personId as never, ground: 'PURPOSE_MET', on: '2026-02-01', commandId: randomUUID(), actor: randomUUID() }
  const erased = async () =>
    (await membership.log.read('membership.persons')).filter((text) => text.includes(personId) && text.includes('person-erased'))
  await membership.database.collection('erasures_due').insertOne(due)
  await Promise.all([eraseDue(membership.database), eraseDue(membership.database)])
  await membership.database.collection('erasures_due').insertOne(due)
  await eraseDue(membership.database)
  for (const secret of ['第五知微', 'zhiwei']) expect(await everything()).not.toContain(secret)
  await until(async () => (await erased()).length > 0)
  expect((await erased()).map((text) => JSON.parse(text) as object)).toMatchObject([
    { actor: due.actor, data: { personId, on: '2026-02-01' } },
  ])
  const closings = async () =>
    (await membership.log.read('membership.accounts')).filter((text) => text.includes(accountId) && text.includes('account-closed'))
  await until(async () => (await closings()).length > 0)
  expect(await closings()).toHaveLength(1)
  expect(await membership.database.collection('erasures_due').countDocuments()).toBe(0)
})

test('a scan that was taken back after a backup is taken back again from the restored one, before anybody reads it', async () => {
  const [papers, founding] = [new PapersUnderTest(membership), randomUUID()]
  await membership.seen(await membership.log.publish(foundingFacts(founding)))
  const [id, other] = [await papers.attach(founding), await papers.attach(founding)]
  const record = await membership.database.collection<{ _id: string }>('papers').findOne({ 'papers.id': id })
  const due = {
    paperId: id,
    recordId: record?._id,
    reason: 'WRONG_FILE',
    at: '2026-03-30T01:00:00.000Z',
    commandId: randomUUID(),
    actor: 'officer',
  }
  await membership.database.collection('erasures_due').insertOne({ _id: id as never, ...due })
  const before = await papers.pieces()
  for (let times = 0; times < 2; times += 1) await eraseDue(membership.database)
  expect(await papers.pieces()).toBe(before - 2)
  expect([(await papers.read(id)).status, (await papers.read(other)).status]).toEqual([409, 200])
  expect(await membership.database.collection('erasures_due').countDocuments({ paperId: id })).toBe(0)
  await until(async () => (await membership.log.read('membership.papers')).some((fact) => fact.includes(id)))
})
