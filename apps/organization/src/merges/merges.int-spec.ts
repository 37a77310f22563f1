import { randomUUID } from 'node:crypto'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
const AREAS = ['320205001', '320205002', '320205003', '320205004']
const paper = '新吴办〔2024〕9号'
const from = '2018-06-11'
const on = '2025-01-01'
const place = () => ({ ...engines(), ...names })
let organization: OrganizationUnderTest

beforeAll(async () => {
  organization = await OrganizationUnderTest.start(place())
  const rows = AREAS.map((code, at) => aRow({ line: 4 + at, code, name: `第${at}街道` }))
  expect((await organization.send('/files/areas', areaList([...CITY_AND_COUNTY, ...rows]), { 'content-type': 'text/csv' })).status).toBe(
    201,
  )
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
const aTown = (at: number, input: object = {}) => aUnit({ name: `第${at}街道科协`, type: 'TOWN', areaCode: AREAS[at], from, ...input })
const aFirm = (parentId: string) => aUnit({ name: '红豆集团科协', type: 'ENTERPRISE', parentId, from })
const merge = (unitId: string, ...predecessorIds: string[]) => organization.command('mergeUnits', { unitId, predecessorIds, on, paper })
const codesOf = (answers: { errors?: { extensions: { code: string } }[] }[]) =>
  answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code)

interface Seen {
  until: string | null
  mergedInto: { id: string } | null
  covers: { code: string }[]
  children: { id: string }[]
}
const seen = async (id: string, day: string) => {
  const fields = `until mergedInto { id } covers(on: "${day}") { code } children(on: "${day}") { id }`
  const { unit } = await organization.answer<{ unit: Seen }>(`{ unit(id: "${id}") { ${fields} } }`)
  return [unit.until, unit.mergedInto?.id ?? null, unit.covers.map(({ code }) => code), unit.children.map((child) => child.id)]
}

test('three associations become one: areas and what stands below go over on the day, and the days before stay as they were', async () => {
  const [going, first, second] = [await aTown(0), await aTown(1), await aTown(2)]
  const firm = await aFirm(first)
  const preview = await organization.answer<{ previewMerger: object }>(
    `query ($input: MergeUnitsInput!) { previewMerger(input: $input) { conflicts { code } units { unit { id } ends unitsBelow unitsBelowAfter coversAfter { code } } } }`,
    { input: { unitId: going, predecessorIds: [first, second], on, paper } },
  )
  expect(preview.previewMerger).toMatchObject({
    conflicts: [],
    units: [
      { unit: { id: going }, ends: false, unitsBelow: 0, unitsBelowAfter: 1, coversAfter: AREAS.slice(0, 3).map((code) => ({ code })) },
      { unit: { id: first }, ends: true, unitsBelow: 1, unitsBelowAfter: 0, coversAfter: [] },
      { unit: { id: second }, ends: true, unitsBelow: 0, unitsBelowAfter: 0, coversAfter: [] },
    ],
  })
  expect(codesOf([await merge(going, first, second)])).toEqual([])
  expect([await seen(going, '2024-12-31'), await seen(first, '2024-12-31')]).toEqual([
    [null, null, [AREAS[0]], []],
    [on, going, [AREAS[1]], [firm]],
  ])
  expect([await seen(going, on), await seen(first, on)]).toEqual([
    [null, null, AREAS.slice(0, 3), [firm]],
    [on, going, [AREAS[1]], []],
  ])
  const { unit } = await organization.answer<{ unit: object }>(
    `{ unit(id: "${going}") { mergers { predecessors { id } areas { code } from paper } } }`,
  )
  expect(unit).toEqual({
    mergers: [{ predecessors: [{ id: first }, { id: second }], areas: AREAS.slice(1, 3).map((code) => ({ code })), from: on, paper }],
  })
  const told = async (id: string) => {
    const facts = (await organization.log.read('organization.units')).map((text) => JSON.parse(text) as { type: string; subject: string })
    return facts.filter(({ subject }) => subject === id).map(({ type }) => type)
  }
  const ended = ['organization.unit-established.v1', 'organization.unit-merged.v1']
  await until(async () => (await told(second)).length === 2)
  expect([await told(going), await told(first), await told(second)]).toEqual([
    ['organization.unit-established.v1', 'organization.unit-took-over.v1'],
    ended,
    ended,
  ])
})

test('a merger that was sent again, or twice at once, is one, and is answered', async () => {
  const [going, first] = [await aTown(0), await aTown(1)]
  const commandId = randomUUID()
  const sent = () =>
    organization.command('mergeUnits', { unitId: going, predecessorIds: [first], on, paper }, { commandId, fields: 'unit { id }' })
  expect(codesOf(await Promise.all([sent(), sent()]))).toEqual([])
  expect(codesOf([await sent()])).toEqual([])
  const { unit } = await organization.answer<{ unit: { mergers: object[] } }>(`{ unit(id: "${going}") { mergers { from } } }`)
  expect(unit.mergers).toHaveLength(1)
})

describe('at once', () => {
  test('of two mergers with a unit in common one is made', async () => {
    const race = async () => {
      const [one, other, common] = [await aTown(0), await aTown(2), await aTown(1)]
      const answers = await Promise.all([merge(one, common), merge(other, common)])
      expect(codesOf(answers)).toEqual(['UNIT_DISSOLVED_ALREADY'])
      const [, into] = await seen(common, on)
      expect([one, other]).toContain(into)
    }
    await Promise.all([1, 2, 3].map(race))
  })

  test('two that would each go on for the other do not both end', async () => {
    const [one, other] = [await aTown(0), await aTown(1)]
    expect(codesOf(await Promise.all([merge(one, other), merge(other, one)]))).toHaveLength(1)
    expect([(await seen(one, on))[0], (await seen(other, on))[0]].filter((ended) => ended === on)).toHaveLength(1)
  })

  test('a unit that is founded below one that ends stands below the one that goes on, or is refused: never below none', async () => {
    const race = async () => {
      const [going, ending] = [await aTown(0), await aTown(1)]
      const firm = { name: '红豆集团科协', type: 'ENTERPRISE', parentId: ending, from }
      const [founded, merged] = await Promise.all([organization.command('establishUnit', firm), merge(going, ending)])
      expect(codesOf([merged])).toEqual([])
      const [, , , below] = await seen(going, on)
      expect(below).toHaveLength(founded.errors ? 0 : 1)
    }
    await Promise.all([1, 2, 3].map(race))
  })
})

describe('a merger that was decided by a process that died then', () => {
  /** As the write at the unit that goes on leaves it, with no step taken yet. */
  const decidedOnly = async () => {
    const [going, ending] = [await aTown(0), await aTown(3)]
    const firm = await aFirm(ending)
    const units = organization.database.collection<{ _id: string }>('units')
    const by = { accountId: randomUUID(), name: 'clerk' }
    const steps = { predecessors: [ending], below: [firm], areas: [AREAS[3]], by, carriedOut: false }
    await units.updateOne({ _id: going }, { $set: { mergers: [{ id: randomUUID(), from: on, paper, ...steps }] } })
    return { going, ending, firm }
  }

  test('is carried out by whoever next changes a unit concerned, before anything else', async () => {
    const { going, ending, firm } = await decidedOnly()
    expect(codesOf([await organization.command('dissolveUnit', { unitId: ending, on: '2026-01-01', reason: '撤销' })])).toEqual([
      'UNIT_DISSOLVED_ALREADY',
    ])
    expect(await seen(ending, on)).toEqual([on, going, [AREAS[3]], []])
    expect((await seen(going, on))[3]).toEqual([firm])
  })

  test('or by the next instance that starts', async () => {
    const { going, ending, firm } = await decidedOnly()
    const next = await OrganizationUnderTest.start(place())
    try {
      await until(async () => (await seen(ending, on))[1] === going)
      expect((await seen(going, on))[3]).toEqual([firm])
    } finally {
      await next.stop()
    }
  })
})

test('who may not change one of the units merges none', async () => {
  const [going, first] = [await aTown(0), await aTown(1)]
  const grants = [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA' as const, code: AREAS[0] ?? '' }, from, until: null }]
  const input = { unitId: going, predecessorIds: [first], on, paper }
  expect(codesOf([await organization.command('mergeUnits', input, { grants })])).toEqual(['NOT_FOUND'])
  expect((await seen(first, on))[0]).toBeNull()
})
