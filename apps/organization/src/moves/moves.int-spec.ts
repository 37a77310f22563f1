import { randomUUID } from 'node:crypto'
import type { Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
const paper = '锡科协发〔2020〕2号'
const from = '2018-06-11'
let organization: OrganizationUnderTest

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  const areas = areaList([...CITY_AND_COUNTY, aRow(), aRow({ code: '320205002', name: '安镇街道' })])
  expect((await organization.send('/files/areas', areas, { 'content-type': 'text/csv' })).status).toBe(201)
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const aUnit = async (input: object) => {
  const { data, errors } = await organization.command<{ unit: { id: string } }>('establishUnit', input, { fields: 'unit { id }' })
  expect(errors).toBeUndefined()
  return data['establishUnit']?.unit.id ?? ''
}
const aCounty = () => aUnit({ name: '锡山区科协', type: 'COUNTY', areaCode: '320205', from })
const aTown = (input: object = {}) => aUnit({ name: '东亭街道科协', type: 'TOWN', areaCode: '320205001', from, ...input })
const move = (unitId: string, parentId: string, on = '2020-05-01') =>
  organization.command('moveUnit', { unitId, parentId, on, paper }, { fields: 'unit { parent { id } } version mark' })
const dissolve = (unitId: string, on = '2025-01-01') => organization.command('dissolveUnit', { unitId, on, reason: '撤并' })
const codesOf = (answers: { errors?: { extensions: { code: string } }[] }[]) =>
  answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code)
const tree = async (id: string, on: string) => {
  const query = `{ unit(id: "${id}") { children(on: "${on}") { id } } }`
  return (await organization.answer<{ unit: { children: { id: string }[] } }>(query)).unit.children.map((child) => child.id)
}

test('the tree of each day stands as it was then; the move is told, and taken back', async () => {
  const [one, other] = [await aCounty(), await aCounty()]
  const town = await aTown({ parentId: one })
  expect((await move(town, other)).data).toMatchObject({ moveUnit: { unit: { parent: { id: other } }, version: 2 } })
  expect([await tree(one, '2020-04-30'), await tree(other, '2020-04-30')]).toEqual([[town], []])
  expect([await tree(one, '2020-05-01'), await tree(other, '2020-05-01')]).toEqual([[], [town]])
  const query = `{ unit(id: "${town}") { before: parent(on: "2020-04-30") { id } parents { parent { id } hasParent from until paper } } }`
  expect(await organization.answer(query)).toEqual({
    unit: {
      before: { id: one },
      parents: [
        { parent: { id: one }, hasParent: true, from, until: '2020-05-01', paper: null },
        { parent: { id: other }, hasParent: true, from: '2020-05-01', until: null, paper },
      ],
    },
  })
  expect((await organization.command('withdrawMove', { unitId: town, from: '2020-05-01' })).errors).toBeUndefined()
  expect(await tree(one, '2020-05-01')).toEqual([town])
  const told = async () => (await organization.log.read('organization.units')).filter((text) => text.includes(`"subject":"${town}"`))
  await until(async () => (await told()).length === 3)
  expect((await told()).map((text) => (JSON.parse(text) as { type: string }).type)).toEqual([
    'organization.unit-established.v1',
    'organization.unit-moved.v1',
    'organization.unit-move-withdrawn.v1',
  ])
  expect((await told()).join()).not.toMatch(/锡科协发/)
})

test('the same move sent five times at once is made once, and answered equally', async () => {
  const [one, other] = [await aCounty(), await aCounty()]
  const unitId = await aTown({ parentId: one })
  const commandId = randomUUID()
  const input = { unitId, parentId: other, on: '2020-05-01', paper }
  const answers = await Promise.all(Array.from({ length: 5 }, () => organization.command('moveUnit', input, { commandId })))
  expect(codesOf(answers)).toEqual([])
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
})

test('a preview says what moves from where to where, and what it would be refused for, and changes nothing', async () => {
  const [one, other] = [await aCounty(), await aCounty()]
  const town = await aTown({ parentId: one })
  const preview = (parentId: string) =>
    organization.answer<{ previewMove: object }>(
      `query ($input: MoveUnitInput!) { previewMove(input: $input) { conflicts { code message hint } units { unit { id } unitsBelow unitsBelowAfter ends } } }`,
      { input: { unitId: town, parentId, on: '2020-05-01', paper } },
    )
  expect((await preview(other)).previewMove).toEqual({
    conflicts: [],
    units: [
      { unit: { id: one }, unitsBelow: 1, unitsBelowAfter: 0, ends: false },
      { unit: { id: other }, unitsBelow: 0, unitsBelowAfter: 1, ends: false },
      { unit: { id: town }, unitsBelow: 0, unitsBelowAfter: 0, ends: false },
    ],
  })
  expect((await preview(one)).previewMove).toMatchObject({ conflicts: [{ code: 'STANDS_THERE_ALREADY' }] })
  expect(await tree(one, '2020-05-01')).toEqual([town])
})

describe('no orphan comes about', () => {
  test('when one unit is moved under a county that is dissolved in the same instant, or founded there', async () => {
    const race = async (arrive: (county: string) => Promise<{ errors?: { extensions: { code: string } }[] }>) => {
      const county = await aCounty()
      const [arrived, dissolved] = await Promise.all([arrive(county), dissolve(county)])
      const below = await tree(county, '2025-01-01')
      return [...codesOf([arrived]), ...codesOf([dissolved]), `${below.length} below`].join()
    }
    const moved = async (county: string) => move(await aTown(), county)
    const founded = (parentId: string) =>
      organization.command('establishUnit', { name: '东亭街道科协', type: 'TOWN', areaCode: '320205001', from, parentId })
    const races = await Promise.all(Array.from({ length: 6 }, (_, place) => race(place % 2 === 0 ? moved : founded)))
    for (const outcome of races) expect(['UNIT_HAS_UNITS_BELOW,1 below', 'PARENT_ENDS_BEFORE,0 below']).toContain(outcome)
  })

  test('what a process left behind that died holds for a minute, and then no longer', async () => {
    const [county, town] = [await aCounty(), await aTown()]
    const holds = organization.database.collection<{ _id: string }>('unit_holds')
    const left = (until: Date) =>
      holds.updateOne({ _id: county }, { $set: { alone: { by: 'dead', turn: 'dead', until }, shared: [] } }, { upsert: true })
    await left(new Date(Date.now() + 60_000))
    expect(codesOf([await move(town, county)])).toEqual(['UNIT_HELD'])
    await left(new Date(Date.now() - 1))
    expect(codesOf([await move(town, county)])).toEqual([])
  })

  test('whoever’s service died under a command sends it again, and does not wait for his own hold', async () => {
    const county = await aCounty()
    const commandId = randomUUID()
    const alone = { by: commandId, turn: randomUUID(), until: new Date(Date.now() + 60_000) }
    const holds = organization.database.collection<{ _id: string }>('unit_holds')
    await holds.updateOne({ _id: county }, { $set: { alone, shared: [] } }, { upsert: true })
    const again = () => organization.command('dissolveUnit', { unitId: county, on: '2025-01-01', reason: '撤并' }, { commandId })
    expect(codesOf([await again(), await again()])).toEqual([])
    expect(await holds.findOne({ _id: county })).toEqual({ _id: county, shared: [] })
  })

  test('a move is not taken back when what the unit stood under is dissolved by now', async () => {
    const [one, other] = [await aCounty(), await aCounty()]
    const town = await aTown({ parentId: one })
    await move(town, other)
    expect(codesOf([await dissolve(one, '2020-05-01')])).toEqual([])
    expect(codesOf([await organization.command('withdrawMove', { unitId: town, from: '2020-05-01' })])).toEqual(['PARENT_NOT_IN_FORCE'])
    expect(codesOf([await dissolve(other)])).toEqual(['UNIT_HAS_UNITS_BELOW'])
  })
})

test('who may not change a unit does not move it, and nobody puts a unit under one that he does not see', async () => {
  const [county, own, other] = [await aCounty(), await aTown(), await aTown({ areaCode: '320205002' })]
  const grants: Grant[] = [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: '320205001' }, from, until: null }]
  const input = { parentId: county, on: '2020-05-01', paper }
  expect(codesOf([await organization.command('moveUnit', { ...input, unitId: other }, { grants })])).toEqual(['NOT_FOUND'])
  expect(codesOf([await organization.command('moveUnit', { ...input, unitId: own }, { grants })])).toEqual(['PARENT_UNKNOWN'])
  expect(await tree(county, '2020-05-01')).toEqual([])
})
