import { engines, freshNames } from '@sizhang/testing'
import mongoose from 'mongoose'
import { OrganizationUnderTest } from './testing/service'

const names = freshNames()
const UNIT = '6f0d6d8e-0c51-4b52-9b8c-2f1f0a7a3a01'
const EMPLOYER = '6f0d6d8e-0c51-4b52-9b8c-2f1f0a7a3a02'
const CREDIT_CODE = '12320205MB1234567X'
let organization: OrganizationUnderTest

beforeAll(async () => {
  const client = await mongoose.mongo.MongoClient.connect(engines().mongoUri)
  const log = { seq: 1, outbox: [], commands: [] }
  const area = { level: 'COUNTY', kind: null, placeholder: false, parent: null, path: ['320205'], from: null, version: 1, log }
  const later = [{ code: '320299', name: '新锡山区', kind: null, placeholder: false, from: '2020-01-01', paper: '苏政发〔2019〕1号' }]
  await client
    .db(`${names.databasePrefix}organization`)
    .collection<{ _id: string }>('areas')
    .insertMany([
      { _id: '320205', code: '320205', name: '锡山区', ...area, search: ['锡山区', 'xishanqu', 'xsq', '320205'], later },
    ] as never)
  const unit = { unitType: 'COUNTY', areaCode: '320205', path: ['320205'], covers: ['320205'], parentId: null, mode: 'OWN', hostId: null }
  const named = { name: '锡山区科协', renamings: [{ name: '锡山科协', from: '2030-01-01', paper: '锡科〔2029〕1号' }] }
  const days = { from: '2018-01-01', until: null, dissolveReason: null, pilotCategory: null }
  await client
    .db(`${names.databasePrefix}organization`)
    .collection<{ _id: string }>('units')
    .insertMany([{ _id: UNIT, ...named, ...unit, ...days, version: 1, log, search: ['锡山区科协', 'xishanqukexie', 'xsqkx'] }] as never)
  const employer = { name: '锡山人民医院', kind: 'HOSPITAL', creditCode: CREDIT_CODE, areaCode: '320205', path: ['320205'], covers: [] }
  await client
    .db(`${names.databasePrefix}organization`)
    .collection<{ _id: string }>('employers')
    .insertMany([{ _id: EMPLOYER, ...employer, version: 1, log, search: ['锡山人民医院', 'xishanrenminyiyuan', 'xsrmyy'] }] as never)
  await client.close()
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

test('areas of a release before are found by their names and codes of any day, and by parts of the names', async () => {
  for (const search of ['锡山', '山区', 'xish', 'xsq', '3202', '320299', '新锡山'])
    expect([search, await found(search)]).toEqual([search, ['320205']])
  expect(await found('锡区')).toEqual([])
  const [kept] = await organization.database.collection('areas').find().toArray()
  expect(kept).not.toHaveProperty('search')
  expect(kept?.['version']).toBe(2)
})

test('units of a release before are found by their names of any day, by parts of them, and by syllables from any on', async () => {
  for (const search of ['锡山区', '区科协', 'kexie', 'qkx', '锡山科']) expect([search, await foundUnits(search)]).toEqual([search, [UNIT]])
  expect(await foundUnits('anqu')).toEqual([])
  const [kept] = await organization.database.collection('units').find().toArray()
  expect(kept).not.toHaveProperty('search')
})

test('employers of a release before are found by parts of their names, by syllables from any on, and by how the credit code begins', async () => {
  for (const search of ['锡山人民', '人民医院', 'renmin', 'rmyy', '12320205mb'])
    expect([search, await foundEmployers(search)]).toEqual([search, [EMPLOYER]])
  expect(await foundEmployers('enmin')).toEqual([])
  expect(await organization.database.collection('employers').indexExists('beginnings_1')).toBe(true)
  const [kept] = await organization.database.collection('employers').find().toArray()
  expect(kept).not.toHaveProperty('search')
})

async function foundEmployers(search: string): Promise<string[]> {
  const { employers } = await organization.answer<{ employers: { nodes: { id: string }[] } }>(
    'query ($search: String) { employers(search: $search) { nodes { id } } }',
    { search },
  )
  return employers.nodes.map(({ id }) => id)
}

async function foundUnits(search: string): Promise<string[]> {
  const { units } = await organization.answer<{ units: { nodes: { id: string }[] } }>(
    'query ($search: String) { units(search: $search) { nodes { id } } }',
    { search },
  )
  return units.nodes.map(({ id }) => id)
}

async function found(search: string): Promise<string[]> {
  const { areas } = await organization.answer<{ areas: { nodes: { code: string }[] } }>(
    'query ($search: String) { areas(search: $search) { nodes { code } } }',
    { search },
  )
  return areas.nodes.map(({ code }) => code)
}
