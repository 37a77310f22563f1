import { engines, freshNames } from '@sizhang/testing'
import mongoose from 'mongoose'
import { OrganizationUnderTest } from './testing/service'

const names = freshNames()
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

async function found(search: string): Promise<string[]> {
  const { areas } = await organization.answer<{ areas: { nodes: { code: string }[] } }>(
    'query ($search: String) { areas(search: $search) { nodes { code } } }',
    { search },
  )
  return areas.nodes.map(({ code }) => code)
}
