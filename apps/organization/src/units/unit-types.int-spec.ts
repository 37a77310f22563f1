import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'
import { aUnitRow, unitList } from '../testing/unit-rows'

const names = freshNames()
let packs: string
let organization: OrganizationUnderTest

/** A pack that brings nothing but a type of unit. */
async function writeOwnPack(type: { code: string; like: string; parents: string[] }): Promise<void> {
  const texts = (name: string) => ({ departments: { own: { name } }, unitTypes: { [type.code]: { name } } })
  const files = {
    'pack.json': { department: 'own', version: '2026.1', unitTypes: [type] },
    'texts.zh.json': texts('医联体科协'),
    'texts.en.json': texts('Association of a group of hospitals'),
  }
  await mkdir(join(packs, 'own'), { recursive: true })
  for (const [file, content] of Object.entries(files)) await writeFile(join(packs, 'own', file), JSON.stringify(content))
}

const start = () => OrganizationUnderTest.start({ ...engines(), ...names }, { PACKS_DIRS: `libs/packs,${packs}` })
const unit = async (input: object) => {
  const { data, errors } = await organization.command<{ unit: { id: string } }>('establishUnit', input, {
    fields: 'unit { id }',
  })
  expect(errors).toBeUndefined()
  return data['establishUnit']?.unit.id ?? ''
}

beforeAll(async () => {
  packs = await mkdtemp(join(tmpdir(), 'packs-'))
  await writeOwnPack({ code: 'HOSPITAL_GROUP', like: 'HOSPITAL', parents: ['COUNTY'] })
  organization = await start()
  const areas = areaList([...CITY_AND_COUNTY, aRow()])
  expect((await organization.send('/files/areas', areas, { 'content-type': 'text/csv' })).status).toBe(201)
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
  await rm(packs, { recursive: true })
})

test('a type of unit that a pack declares is established, has a body, and comes in by a file, as the type that it is like', async () => {
  const county = await unit({ name: '锡山区科协', type: 'COUNTY', areaCode: '320205', from: '2018-01-01' })
  const group = await unit({ name: '锡山区医联体科协', type: 'HOSPITAL_GROUP', parentId: county, from: '2019-01-01' })
  const body = { unitId: group, kind: 'committee', from: '2019-01-01' }
  expect((await organization.command('openBody', body)).errors).toBeUndefined()
  const asked = `{ unit(id: "${group}") { type { code name coversEmployers } } foundingKinds { code unitTypes } }`
  const { unit: found, foundingKinds } = await organization.answer<{ unit: object; foundingKinds: { unitTypes: string[] }[] }>(asked)
  expect(found).toEqual({ type: { code: 'HOSPITAL_GROUP', name: 'Association of a group of hospitals', coversEmployers: true } })
  expect(foundingKinds.filter(({ unitTypes }) => unitTypes.includes('HOSPITAL_GROUP'))).toMatchObject([{ code: 'employer-association' }])

  const file = unitList([aUnitRow({ name: '东亭医联体科协', type: '医联体科协', area: '', parent: '锡山区科协', from: '2020-01-01' })])
  const imported = await organization.send('/files/units', file, { 'content-type': 'text/csv' })
  expect(imported.status).toBe(201)
  const { units } = await organization.answer<{ units: { nodes: object[] } }>(
    '{ units(type: "HOSPITAL_GROUP", first: 5) { nodes { name } } }',
  )
  expect(units.nodes).toHaveLength(2)
})

test('it stands under what its pack says, and under nothing else', async () => {
  const { errors } = await organization.command('establishUnit', {
    ...{ name: '东亭街道医联体科协', type: 'HOSPITAL_GROUP', from: '2019-01-01' },
    parentId: await unit({ name: '东亭街道科协', type: 'TOWN', areaCode: '320205001', from: '2018-06-11' }),
  })
  expect(errors).toMatchObject([{ extensions: { code: 'PARENT_TYPE_NOT_ALLOWED', field: 'parentId' } }])
})

test('with a type that is like none there is, organization does not start, and says which', async () => {
  await writeOwnPack({ code: 'HOSPITAL_GROUP', like: 'CLINIC', parents: ['COUNTY'] })
  await expect(start()).rejects.toThrow(/own\/pack\.json unitTypes\[0\]\.like: "CLINIC".*\[UNIT_TYPE_LIKE\]/)
})
