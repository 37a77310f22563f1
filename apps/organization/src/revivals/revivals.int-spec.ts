import { randomUUID } from 'node:crypto'
import type { Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
const [OWN, NEXT] = ['320205001', '320205002'] as const
const paper = '锡科协发〔2025〕3号'
const from = '2018-06-11'
const on = '2025-01-01'
let organization: OrganizationUnderTest

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  const areas = areaList([...CITY_AND_COUNTY, aRow(), aRow({ code: NEXT, name: '安镇街道' })])
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
const aTown = (input: object = {}) => aUnit({ name: '东亭街道科协', type: 'TOWN', areaCode: OWN, from, ...input })
const done = async (answer: Promise<{ errors?: object[] }>) => expect((await answer).errors).toBeUndefined()
const dissolve = (unitId: string, day = on) => organization.command('dissolveUnit', { unitId, on: day, reason: '撤并' })
const aDissolved = async (input: object = {}) => {
  const id = await aTown(input)
  await done(dissolve(id))
  return id
}
const revive = (unitId: string, asking: object = {}) => organization.command('reviveUnit', { unitId, paper }, asking)
const refused = async (answer: ReturnType<typeof revive>) => (await answer).errors?.map(({ extensions }) => extensions)
const seen = async (id: string, day: string) => {
  const fields = `until parents { from until } revivals { dissolvedOn reason paper } parent(on: "${day}") { children(on: "${day}") { id } }`
  return (await organization.answer<{ unit: object }>(`{ unit(id: "${id}") { ${fields} } }`)).unit
}
const preview = async (unitId: string) => {
  const fields = 'on conflicts { code unit { id } } units { unit { id } unitsBelow unitsBelowAfter covers { code } coversAfter { code } }'
  const query = `query ($input: ReviveUnitInput!) { previewRevival(input: $input) { ${fields} } }`
  return (await organization.answer<{ previewRevival: object }>(query, { input: { unitId, paper } })).previewRevival
}

test('a dissolution is taken back without a gap, both facts stay in the log, and the paper stays inside', async () => {
  const county = await aCounty()
  const town = await aDissolved({ parentId: county })
  await done(revive(town))
  for (const day of ['2024-12-31', on, '2026-03-31'])
    expect(await seen(town, day)).toEqual({
      until: null,
      parents: [{ from, until: null }],
      revivals: [{ dissolvedOn: on, reason: '撤并', paper }],
      parent: { children: [{ id: town }] },
    })
  const told = async () => (await organization.log.read('organization.units')).filter((text) => text.includes(`"subject":"${town}"`))
  await until(async () => (await told()).length === 3)
  expect((await told()).map((text) => (JSON.parse(text) as { type: string }).type)).toEqual([
    'organization.unit-established.v1',
    'organization.unit-dissolved.v1',
    'organization.unit-revived.v1',
  ])
  expect((await told()).join()).not.toMatch(/锡科协发|撤并/)
  await done(dissolve(town, '2025-06-01'))
})

describe('it is refused', () => {
  test('of a unit in force', async () => {
    const town = await aTown()
    expect(await refused(revive(town))).toMatchObject([{ code: 'UNIT_NOT_DISSOLVED', field: 'unitId', value: town }])
  })

  test('of a unit that was merged, and names what goes on for it to whoever may see that', async () => {
    const [going, ended] = [await aTown({ areaCode: NEXT, name: '安镇街道科协' }), await aTown()]
    await done(organization.command('mergeUnits', { unitId: going, predecessorIds: [ended], on, paper }))
    const said = { code: 'UNIT_GOES_ON_MERGED', field: 'unitId' }
    expect(await refused(revive(ended))).toMatchObject([{ ...said, value: going, details: { name: '安镇街道科协' } }])
    expect(await preview(ended)).toMatchObject({ conflicts: [{ code: 'UNIT_GOES_ON_MERGED', unit: { id: going } }] })
    const grants: Grant[] = [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: OWN }, from, until: null }]
    const hers = await organization.command('reviveUnit', { unitId: ended, paper }, { grants })
    expect(hers.errors).toMatchObject([{ extensions: { ...said, value: null, details: { name: '—' } } }])
    expect(JSON.stringify(hers)).not.toContain(going)
  })

  test('while what it would stand under has ended; that one comes back first', async () => {
    const county = await aCounty()
    const town = await aDissolved({ parentId: county })
    await done(dissolve(county, '2025-06-01'))
    expect(await refused(revive(town))).toMatchObject([{ code: 'REVIVED_UNDER_ENDED_UNIT', field: 'unitId', value: '2025-06-01' }])
    expect(await preview(town)).toMatchObject({ conflicts: [{ code: 'REVIVED_UNDER_ENDED_UNIT', unit: { id: county } }] })
    await done(revive(county))
    await done(revive(town))
  })

  test('without a paper, and to whoever may not change the unit', async () => {
    const town = await aDissolved()
    const empty = await organization.command('reviveUnit', { unitId: town, paper: ' ' })
    expect(empty.errors).toMatchObject([{ extensions: { code: 'TEXT_TOO_SHORT', field: 'paper' } }])
    const grants: Grant[] = [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: NEXT }, from, until: null }]
    expect(await refused(revive(town, { grants }))).toMatchObject([{ code: 'NOT_FOUND' }])
  })

  test('to whoever could not have it cover an area of others, as when it is established', async () => {
    const town = await aDissolved({ alsoCovers: [NEXT], mode: 'JOINT_BY_AREA' })
    const grants: Grant[] = [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: OWN }, from, until: null }]
    expect(await refused(revive(town, { grants }))).toMatchObject([{ code: 'FORBIDDEN', field: 'unitId', value: NEXT }])
    await done(revive(town, { grants: [{ role: 'COUNTY_SECRETARY', within: { kind: 'AREA', code: '320205' }, from, until: null }] }))
  })
})

test('a preview says what comes back and who else covers the area by now, and changes nothing', async () => {
  const county = await aCounty()
  const town = await aDissolved({ parentId: county, areaCode: NEXT })
  const since = await aTown({ areaCode: NEXT, from: '2025-02-01' })
  const { units, ...said } = (await preview(town)) as { units: { unit: { id: string } }[] }
  expect(said).toEqual({ on, conflicts: [] })
  const area = [{ code: NEXT }]
  expect(units.slice(0, 2)).toEqual([
    { unit: { id: town }, unitsBelow: 0, unitsBelowAfter: 0, covers: [], coversAfter: area },
    { unit: { id: county }, unitsBelow: 0, unitsBelowAfter: 1, covers: [{ code: '320205' }], coversAfter: [{ code: '320205' }] },
  ])
  expect(units.slice(2).map(({ unit }) => unit.id)).toContain(since)
  expect(await seen(town, on)).toMatchObject({ until: on, revivals: [] })
})

describe('at once', () => {
  test('the same command sent five times is one, and answered equally', async () => {
    const town = await aDissolved()
    const commandId = randomUUID()
    const answers = await Promise.all(Array.from({ length: 5 }, () => revive(town, { commandId })))
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await seen(town, on)).toMatchObject({ until: null, revivals: [{ dissolvedOn: on }] })
  })

  test('of two clerks one takes it back, the other is told that it is not dissolved', async () => {
    const town = await aDissolved()
    const codes = (await Promise.all([revive(town), revive(town)])).map(({ errors }) => errors?.[0]?.extensions.code ?? 'done')
    expect(codes.sort()).toEqual(['UNIT_NOT_DISSOLVED', 'done'])
  })

  test('a unit comes back, or what it stands under ends: never both', async () => {
    const race = async () => {
      const county = await aCounty()
      const town = await aDissolved({ parentId: county })
      const answers = await Promise.all([revive(town), dissolve(county, '2025-06-01')])
      return answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').join()
    }
    const outcomes = ['done,UNIT_HAS_UNITS_BELOW', 'REVIVED_UNDER_ENDED_UNIT,done']
    for (const outcome of await Promise.all(Array.from({ length: 6 }, race))) expect(outcomes).toContain(outcome)
  })
})
