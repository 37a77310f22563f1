import { randomUUID } from 'node:crypto'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { v5 as uuidv5 } from 'uuid'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
const AREAS = ['320205001', '320205002', '320205003'] as const
const [OWN, FIRST, SECOND] = AREAS
const paper = '新吴办〔2024〕9号'
const from = '2018-06-11'
const on = '2025-01-01'
const BEFORE = '2024-12-31'
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
const aTown = (code: string, input: object = {}) => aUnit({ name: '街道科协', type: 'TOWN', areaCode: code, from, ...input })
/** A street's association that covers all three streets. */
const aJointTown = () => aTown(OWN, { mode: 'JOINT_BY_AREA', alsoCovers: [FIRST, SECOND] })
/** An association of firms seated in a street, below a unit. */
const aFirm = (parentId: string, areaCode?: string) => aUnit({ name: '红豆集团科协', type: 'ENTERPRISE', parentId, areaCode, from })
const into = (unitId: string, areaCodes: string[], belowIds: string[] = []) => ({ unitId, areaCodes, belowIds })
const split = (unitId: string, parts: object[], said: object = {}, asking: object = {}) =>
  organization.command('splitUnit', { unitId, into: parts, on, paper, ...said }, asking)
const codesOf = (answers: { errors?: { extensions: { code: string } }[] }[]) =>
  answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code)
/** What a unit covers on a day, and what stands below it. */
const seen = async (id: string, day: string): Promise<[string[], string[]]> => {
  const fields = `covers(on: "${day}") { code } children(on: "${day}") { id }`
  const { unit } = await organization.answer<{ unit: { covers: { code: string }[]; children: { id: string }[] } }>(
    `{ unit(id: "${id}") { ${fields} } }`,
  )
  return [unit.covers.map(({ code }) => code), unit.children.map((child) => child.id)]
}

test('a joint association hands two streets over to their own ones: areas and what goes along change on the day, the days before stay', async () => {
  const [joint, first, second] = [await aJointTown(), await aTown(FIRST, { from: on }), await aTown(SECOND, { from: on })]
  const [firm, staying] = [await aFirm(joint, FIRST), await aFirm(joint)]
  const input = { unitId: joint, into: [into(first, [FIRST], [firm]), into(second, [SECOND])], on, paper }
  const { previewSplit } = await organization.answer<{ previewSplit: object }>(
    `query ($input: SplitUnitInput!) { previewSplit(input: $input) {
      conflicts { code } units { unit { id } ends unitsBelow unitsBelowAfter covers { code } coversAfter { code } seatsHeld } } }`,
    { input },
  )
  const code = (each: string) => ({ code: each })
  expect(previewSplit).toMatchObject({
    conflicts: [],
    units: [
      {
        unit: { id: joint },
        ends: false,
        unitsBelow: 2,
        unitsBelowAfter: 1,
        covers: AREAS.map(code),
        coversAfter: [code(OWN)],
        seatsHeld: 0,
      },
      { unit: { id: first }, unitsBelow: 0, unitsBelowAfter: 1, covers: [code(FIRST)], coversAfter: [code(FIRST)] },
      { unit: { id: second }, unitsBelow: 0, unitsBelowAfter: 0, covers: [code(SECOND)], coversAfter: [code(SECOND)] },
    ],
  })
  expect(codesOf([await organization.command('splitUnit', input)])).toEqual([])
  expect([await seen(joint, BEFORE), await seen(joint, on), await seen(first, on)]).toEqual([
    [[...AREAS], [firm, staying].sort()],
    [[OWN], [staying]],
    [[FIRST], [firm]],
  ])
  const fields = `splits { into { unit { id } areas { code } } from paper } takeovers { predecessor { id } areas { code } from paper }`
  const units = await organization.answer(`{ joint: unit(id: "${joint}") { ${fields} } second: unit(id: "${second}") { ${fields} } }`)
  expect(units).toEqual({
    joint: {
      splits: [
        {
          into: [
            { unit: { id: first }, areas: [code(FIRST)] },
            { unit: { id: second }, areas: [code(SECOND)] },
          ],
          from: on,
          paper,
        },
      ],
      takeovers: [],
    },
    second: { splits: [], takeovers: [{ predecessor: { id: joint }, areas: [code(SECOND)], from: on, paper }] },
  })
  const told = async (id: string) => {
    const facts = (await organization.log.read('organization.units')).map((text) => JSON.parse(text) as { type: string; subject: string })
    return facts.filter(({ subject }) => subject === id).map(({ type }) => type.replace('organization.', ''))
  }
  await until(async () => (await told(joint)).length === 2 && (await told(firm)).length === 2)
  expect([await told(joint), await told(second), await told(firm)]).toEqual([
    ['unit-established.v1', 'unit-split.v1'],
    ['unit-established.v1', 'unit-took-areas.v1'],
    ['unit-established.v1', 'unit-moved.v1'],
  ])
})

test('an area that was handed over comes back by a merger, by the order of days', async () => {
  const [joint, first] = [await aJointTown(), await aTown(FIRST)]
  expect(codesOf([await split(joint, [into(first, [FIRST])])])).toEqual([])
  const merge = (day: string) => organization.command('mergeUnits', { unitId: joint, predecessorIds: [first], on: day, paper })
  expect(codesOf([await merge('2024-06-01'), await merge(on)])).toEqual(['UNIT_TAKES_PART_LATER', 'UNIT_TAKES_PART_LATER'])
  expect(codesOf([await merge('2026-01-01')])).toEqual([])
  const covers = await Promise.all([BEFORE, on, '2026-01-01'].map(async (day) => (await seen(joint, day))[0].includes(FIRST)))
  expect(covers).toEqual([true, false, true])
})

test('a split that was sent again, or twice at once, is one, and is answered', async () => {
  const [joint, first] = [await aJointTown(), await aTown(FIRST)]
  const commandId = randomUUID()
  const sent = () => split(joint, [into(first, [FIRST])], {}, { commandId, fields: 'unit { id }' })
  expect(codesOf(await Promise.all([sent(), sent()]))).toEqual([])
  expect(codesOf([await sent()])).toEqual([])
  const { unit } = await organization.answer<{ unit: object }>(`{ unit(id: "${first}") { takeovers { from } splits { from } } }`)
  expect(unit).toEqual({ takeovers: [{ from: on }], splits: [] })
})

describe('at once', () => {
  test('of two splits of one area one is made', async () => {
    const race = async () => {
      const [joint, first, second] = [await aJointTown(), await aTown(FIRST), await aTown(FIRST)]
      const answers = await Promise.all([split(joint, [into(first, [SECOND])]), split(joint, [into(second, [SECOND])])])
      expect(codesOf(answers)).toEqual(['SPLIT_OF_AREA_NOT_COVERED'])
      const having = await Promise.all([first, second].map(async (id) => (await seen(id, on))[0].includes(SECOND)))
      expect(having.filter(Boolean)).toHaveLength(1)
    }
    await Promise.all([1, 2, 3].map(race))
  })

  test('who takes over does not end meanwhile: the area is never nobody’s', async () => {
    const race = async () => {
      const [joint, first] = [await aJointTown(), await aTown(FIRST)]
      const end = organization.command('dissolveUnit', { unitId: first, on: BEFORE, reason: '撤销' })
      const codes = codesOf(await Promise.all([split(joint, [into(first, [SECOND])]), end]))
      expect(codes).toHaveLength(1)
      expect(['UNIT_NOT_IN_FORCE', 'UNIT_TAKES_PART_LATER']).toContain(codes[0])
      expect((await seen(codes[0] === 'UNIT_NOT_IN_FORCE' ? joint : first, on))[0]).toContain(SECOND)
    }
    await Promise.all([1, 2, 3].map(race))
  })
})

describe('a split that was decided by a process that died then', () => {
  /** As the write at the unit that is split leaves it, with so many of its steps taken. */
  const decidedOnly = async (firstTookOver = false) => {
    const [joint, first] = [await aJointTown(), await aTown(FIRST)]
    const firm = await aFirm(joint, FIRST)
    const units = organization.database.collection<{ _id: string }>('units')
    const by = { accountId: randomUUID(), name: 'clerk' }
    const id = randomUUID()
    const decided = { id, from: on, paper, into: [{ unitId: first, areas: [FIRST, SECOND], below: [firm] }], by, carriedOut: false }
    if (firstTookOver) {
      // The same command, stopped before its last step: what it did at the others is there.
      expect(codesOf([await split(joint, [into(first, [FIRST, SECOND], [firm])], {}, { commandId: id })])).toEqual([])
      const last = { 'log.commands': { id: uuidv5('carried-out', id) } }
      await units.updateOne({ _id: joint }, { $set: { splits: [decided] }, $pull: last as never })
      return { joint, first, firm }
    }
    await units.updateOne({ _id: joint }, { $set: { splits: [decided] } })
    return { joint, first, firm }
  }

  test('leaves the areas where they are until it goes on', async () => {
    const { joint } = await decidedOnly()
    expect((await seen(joint, on))[0]).toEqual([...AREAS])
  })

  test('is carried out by whoever next changes a unit concerned, before anything else', async () => {
    const { joint, first, firm } = await decidedOnly()
    expect(codesOf([await organization.command('moveUnit', { unitId: firm, parentId: first, on, paper })])).toEqual(['MOVED_LATER_ALREADY'])
    expect([await seen(joint, on), await seen(first, on)]).toEqual([
      [[OWN], []],
      [[FIRST, SECOND], [firm]],
    ])
  })

  test('is carried out by the next instance that starts, and a step that was taken is not taken again', async () => {
    const { joint, first, firm } = await decidedOnly(true)
    const next = await OrganizationUnderTest.start(place())
    try {
      await until(async () => (await seen(joint, on))[0].length === 1)
      expect(await seen(first, on)).toEqual([[FIRST, SECOND], [firm]])
      const { unit } = await organization.answer<{ unit: { takeovers: object[] } }>(`{ unit(id: "${first}") { takeovers { from } } }`)
      expect(unit.takeovers).toHaveLength(1)
    } finally {
      await next.stop()
    }
  })
})

test('who may not change one of the units splits none', async () => {
  const [joint, first] = [await aJointTown(), await aTown(FIRST)]
  const grants = [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA' as const, code: OWN }, from, until: null }]
  expect(codesOf([await split(joint, [into(first, [FIRST])], {}, { grants })])).toEqual(['NOT_FOUND'])
  expect((await seen(joint, on))[0]).toEqual([...AREAS])
})

test('who lies beyond the reader’s jurisdiction is not named by a split', async () => {
  const [joint, first] = [await aJointTown(), await aTown(FIRST)]
  expect(codesOf([await split(joint, [into(first, [FIRST])])])).toEqual([])
  const grants = [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA' as const, code: OWN }, from, until: null }]
  const { data } = await organization.ask<{ unit: { splits: { into: { unit: object | null }[] }[] } }>(
    `{ unit(id: "${joint}") { splits { into { unit { id } } } } }`,
    { grants },
  )
  expect(data.unit.splits[0]?.into).toEqual([{ unit: null }])
})
