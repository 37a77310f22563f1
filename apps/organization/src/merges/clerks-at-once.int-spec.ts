import { inForce } from '@sizhang/service-kit/rules'
import { engines, freshNames } from '@sizhang/testing'
import { parentOn } from '../moves/moves.domain'
import { areasHandedOver } from '../splits/handovers.domain'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'
import { coversOn, type Unit } from '../units/units.domain'

const names = freshNames()
const AREAS = ['320205001', '320205002', '320205003', '320205004']
const FOUNDED = '2018-06-11'
const PAST = '2019-12-31'
const CLERKS = 8
const CHANGES_EACH = 8
const paper = '锡科协发〔2020〕2号'
let organization: OrganizationUnderTest

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
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

/** The same run each time: a small generator of numbers, one for each clerk. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

const stored = async () => {
  const units = await organization.database.collection<Unit & { _id: string }>('units').find().sort({ _id: 1 }).toArray()
  return new Map(units.map((unit) => [unit._id, unit]))
}

/** The tree of a day, as its edges and the areas that each unit covers. */
const treeOn = (units: Map<string, Unit>, day: string) =>
  [...units].filter(([, unit]) => inForce(unit, day)).map(([id, unit]) => [id, parentOn(unit, day), coversOn(unit, day).join()])

/** What a unit handed over to somebody who does not have it on that day, and did not hand it on. */
const handedOverNowhere = ({ splits = [] }: Unit, units: Map<string, Unit>) =>
  splits.flatMap(({ into, from }) =>
    into.filter(({ unitId, areas }) => {
      const successor = units.get(unitId)
      const having = successor && inForce(successor, from) ? coversOn(successor, from) : []
      const handedOn = (successor?.splits ?? []).flatMap(areasHandedOver)
      return !areas.every((code) => having.includes(code) || handedOn.includes(code))
    }),
  )

test('eight clerks move, found, dissolve, merge and split at once: on each day it is a tree, no area is lost, and no day of the past changes', async () => {
  const counties = await Promise.all([1, 2].map(() => aUnit({ name: '锡山区科协', type: 'COUNTY', areaCode: '320205', from: FOUNDED })))
  const town = (at: number) => ({
    name: `第${at}街道科协`,
    type: 'TOWN',
    areaCode: AREAS[at % 4],
    mode: 'JOINT_BY_AREA',
    alsoCovers: [AREAS[(at + 1) % 4], AREAS[(at + 2) % 4]],
    parentId: counties[at % 2],
    from: FOUNDED,
  })
  const towns = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((at) => aUnit(town(at))))
  const firm = { name: '红豆集团科协', type: 'ENTERPRISE', from: FOUNDED }
  const firms = await Promise.all(towns.map((parentId) => aUnit({ ...firm, parentId })))
  const past = treeOn(await stored(), PAST)

  const clerk = async (seed: number) => {
    const chance = chanceOf(seed)
    const one = (of: readonly string[]) => of[chance(of.length)] ?? ''
    const codes: string[] = []
    for (let change = 0; change < CHANGES_EACH; change++) {
      const on = `202${chance(5)}-0${1 + chance(9)}-01`
      const joint = chance(towns.length)
      const commands: [string, object][] = [
        ['moveUnit', { unitId: one(firms), parentId: one([...towns, ...counties]), on, paper }],
        ['moveUnit', { unitId: one(towns), parentId: one(counties), on, paper }],
        ['mergeUnits', { unitId: one(towns), predecessorIds: [one(towns)], on, paper }],
        ['splitUnit', { unitId: towns[joint], into: [{ unitId: one(towns), areaCodes: [AREAS[(joint + 1 + chance(2)) % 4]] }], on, paper }],
        ['dissolveUnit', { unitId: one([...firms, ...counties]), on, reason: '撤销' }],
        ['establishUnit', { name: '新建企业科协', type: 'ENTERPRISE', parentId: one(towns), from: on }],
      ]
      const [name, input] = commands[chance(commands.length)] ?? ['', {}]
      codes.push((await organization.command(name, input)).errors?.[0]?.extensions.code ?? 'done')
    }
    return codes
  }
  const codes = (await Promise.all(Array.from({ length: CLERKS }, (_, seed) => clerk(seed + 1)))).flat()
  expect(codes).toHaveLength(CLERKS * CHANGES_EACH)
  expect(codes.filter((code) => code === 'done').length).toBeGreaterThan(10)
  expect(codes).not.toContain('INTERNAL')

  const units = await stored()
  const days = ['2018-06-11', '2020-01-01', '2021-06-15', '2023-02-01', '2024-12-31', '2030-01-01']
  for (const day of days)
    for (const [, parentId] of treeOn(units, day)) {
      const parent = units.get(parentId ?? '')
      expect([day, parentId, parentId === null || (parent !== undefined && inForce(parent, day))]).toEqual([day, parentId, true])
    }
  for (const unit of units.values()) {
    expect([...(unit.mergers ?? []), ...(unit.splits ?? [])].filter(({ carriedOut }) => !carriedOut)).toEqual([])
    expect(handedOverNowhere(unit, units)).toEqual([])
    const into = unit.mergedInto && units.get(unit.mergedInto)
    if (into) expect(inForce(into, unit.until ?? '')).toBe(true)
  }
  for (const day of days.slice(1)) {
    const covered = new Set(treeOn(units, day).flatMap(([, , codesCovered]) => codesCovered?.split(',') ?? []))
    expect(AREAS.filter((code) => !covered.has(code))).toEqual([])
  }
  expect(treeOn(units, PAST)).toEqual(past)
}, 300_000)
