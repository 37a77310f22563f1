import { randomBytes, randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { localDateOf } from '@sizhang/service-kit/rules'
import mongoose from 'mongoose'
import { PrivateFields } from './persons/private-fields'
import { PersonsUnderTest } from './testing/persons'
import { MembershipUnderTest } from './testing/service'

const names = freshNames()
const personId = randomUUID()
/** Both by numbers of nobody: the one is a child, the other is not. */
const [child, grown] = [randomUUID(), randomUUID()]
const [FIELD_KEY, INDEX_KEY] = [randomBytes(32), randomBytes(32)]
let membership: MembershipUnderTest

beforeAll(async () => {
  const client = await mongoose.mongo.MongoClient.connect(engines().mongoUri)
  const database = client.db(`${names.databasePrefix}membership`)
  const account = { name: 'admin', passwordHash: 'x', mustChangePassword: false }
  await database.collection<{ _id: string }>('accounts').insertOne({ _id: 'first', ...account, roles: ['ADMINISTRATOR'] } as never)
  const path = ['320200', '320205']
  const person = { name: '单明远', phone: null, identityNumber: null, search: ['单明远'], reading: 'shan', homeJobs: [{ path }] }
  const log = { seq: 1, outbox: [], commands: [] }
  await database.collection<{ _id: string }>('persons').insertMany([
    { _id: personId, version: 3, ...person, log },
    { _id: child, version: 1, ...person, identityNumber: sealed(child, bornIn(new Date().getFullYear() - 5)), homeJobs: [], log },
    { _id: grown, version: 1, ...person, identityNumber: sealed(grown, bornIn(1990)), homeJobs: [], log },
  ] as never)
  await client.close()
  const keys = { FIELD_KEY: FIELD_KEY.toString('base64'), INDEX_KEY: INDEX_KEY.toString('base64') }
  membership = await MembershipUnderTest.start({ ...engines(), ...names }, keys)
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

test('the administrator of the release before may do what he could', async () => {
  const kept = await membership.database.collection('accounts').findOne({ name: 'admin' })
  expect(kept).not.toHaveProperty('roles')
  expect(kept?.['grants']).toMatchObject([{ role: 'CITY_ADMINISTRATOR', within: { kind: 'EVERYWHERE' }, from: '2018-01-01', until: null }])
})

test('persons lie where they work', async () => {
  const grants = [{ role: 'COUNTY_SECRETARY', within: { kind: 'AREA' as const, code: '320205' }, from: '2024-01-01', until: null }]
  const { data } = await membership.ask<{ persons: { nodes: { id: string; version: number }[] } }>('{ persons { nodes { id version } } }', {
    grants,
  })
  expect(data.persons.nodes).toEqual([{ id: personId, version: 6 }])
})

test('persons are found by each part of their names, by syllables from any on, and no longer by what an index cannot answer', async () => {
  for (const search of ['单明远', '明远', 'mingyuan', 'smy']) expect([search, await found(search)]).toEqual([search, 3])
  expect(await found('ingyuan')).toBe(0)
  expect(await membership.database.collection('persons').countDocuments({ search: { $exists: true } })).toBe(0)
  expect(await membership.database.collection('persons').indexExists('beginnings_1')).toBe(true)
})

test('persons are kept since the day of this release, as nobody wrote down an earlier one', async () => {
  const days = (await membership.database.collection('persons').find().toArray()).map(({ registeredOn }) => registeredOn as string)
  expect(days).toEqual([localDateOf(new Date()), localDateOf(new Date()), localDateOf(new Date())])
})

test('who is a child by his number is one from now on: no number is looked at, and officers find it, to have the guardian sign', async () => {
  const marked = await membership.database.collection('persons').distinct('_id', { minor: { $exists: true } })
  expect(marked).toEqual([child])
  const asked = '{ persons(withoutGuardian: true) { nodes { id minor { until guardianName } } } }'
  const { data } = await membership.ask<{ persons: { nodes: object[] } }>(asked)
  const until = `${new Date().getFullYear() + 9}-01-02`
  expect(data.persons.nodes).toEqual([{ id: child, minor: { until, guardianName: null } }])
  const look = await new PersonsUnderTest(membership).unmask(child, { purpose: 'REQUEST_OF_PERSON' })
  expect(look).toMatchObject({ data: null, errors: [{ extensions: { code: 'GUARDIAN_NOT_AGREED' } }] })
})

async function found(search: string): Promise<number> {
  const { data } = await membership.ask<{ persons: { nodes: object[] } }>(
    'query ($search: String) { persons(search: $search) { nodes { id } } }',
    { variables: { search } },
  )
  return data.persons.nodes.length
}

function bornIn(year: number): string {
  return `320200${year}0101001X`
}

function sealed(id: string, identityNumber: string) {
  return new PrivateFields({ FIELD_KEY, INDEX_KEY }).seal(id, 'identityNumber', identityNumber)
}
