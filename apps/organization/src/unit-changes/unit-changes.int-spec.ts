import type { Grant } from '@sizhang/service-kit'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
const paper = '锡科协发〔2020〕2号'
const [OWN, NEXT, FAR] = ['320205001', '320205002', '320205003'] as const
let organization: OrganizationUnderTest
const made = { county: '', other: '', own: '', next: '', far: '' }

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  const rows = [OWN, NEXT, FAR].map((code, at) => aRow({ line: 4 + at, code, name: `第${at}街道` }))
  const areas = areaList([...CITY_AND_COUNTY, ...rows])
  expect((await organization.send('/files/areas', areas, { 'content-type': 'text/csv' })).status).toBe(201)
  made.county = await aUnit({ name: '锡山区科协', type: 'COUNTY', areaCode: '320205', from: '2010-01-01' })
  made.other = await aUnit({ name: '锡山区科协（筹）', type: 'COUNTY', areaCode: '320205', from: '2010-01-01' })
  made.own = await aUnit({ name: '第一街道科协', type: 'TOWN', areaCode: OWN, parentId: made.county, from: '2018-06-11' })
  made.next = await aUnit({ name: '第二街道科协', type: 'TOWN', areaCode: NEXT, from: '2018-06-11' })
  made.far = await aUnit({ name: '第三街道科协', type: 'TOWN', areaCode: FAR, from: '2019-03-01' })
  await done('renameUnit', { unitId: made.own, name: '东亭街道科协', on: '2019-01-01', paper })
  await done('moveUnit', { unitId: made.own, parentId: made.other, on: '2020-05-01', paper })
  await done('mergeUnits', { unitId: made.own, predecessorIds: [made.next], on: '2021-01-01', paper })
  await done('splitUnit', { unitId: made.own, into: [{ unitId: made.far, areaCodes: [NEXT] }], on: '2021-06-01', paper })
  await done('dissolveUnit', { unitId: made.far, on: '2022-01-01', reason: '撤并' })
  await done('renameUnit', { unitId: made.far, name: '安镇街道科协', on: '2020-01-01', paper })
  await done('withdrawRenaming', { unitId: made.far, from: '2020-01-01' })
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const done = async (name: string, input: object) => expect((await organization.command(name, input)).errors).toBeUndefined()
const aUnit = async (input: object) => {
  const { data, errors } = await organization.command<{ unit: { id: string } }>('establishUnit', input, { fields: 'unit { id }' })
  expect(errors).toBeUndefined()
  return data['establishUnit']?.unit.id ?? ''
}

interface Told {
  nodes: { kind: string; on: string; unit: { id: string } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
const FIELDS = `nodes { kind on unit { id } formerName newName formerParent { id } hadParent newParent { id } mergedInto { id } splitInto { id } paper }
  pageInfo { hasNextPage endCursor }`
const ask = (asked: string, asking: { grants?: Grant[] } = {}) =>
  organization.ask<{ unitChanges: Told }>(`{ unitChanges(${asked}) { ${FIELDS} } }`, asking)
const told = async (asked: string, asking: { grants?: Grant[] } = {}) => {
  const { data, errors } = await ask(asked, asking)
  expect(errors).toBeUndefined()
  return data.unitChanges
}
const WHOLE = 'from: "2018-01-01", to: "2026-01-01"'
const secretaryOf = (code: string): { grants: Grant[] } => ({
  grants: [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA', code }, from: '2018-01-01', until: null }],
})
const nothing = {
  formerName: null,
  newName: null,
  formerParent: null,
  hadParent: false,
  newParent: null,
  mergedInto: null,
  splitInto: [],
  paper: null,
}
const founded = (id: string, on: string) => ({ ...nothing, kind: 'FOUNDED', on, unit: { id } })
const renamed = () => ({
  ...nothing,
  kind: 'RENAMED',
  on: '2019-01-01',
  unit: { id: made.own },
  formerName: '第一街道科协',
  newName: '东亭街道科协',
  paper,
})
const moved = () => ({ ...nothing, kind: 'MOVED', on: '2020-05-01', unit: { id: made.own }, hadParent: true, paper })
const split = () => ({ ...nothing, kind: 'SPLIT', on: '2021-06-01', unit: { id: made.own }, paper })
const merged = () => ({ ...nothing, kind: 'MERGED', on: '2021-01-01', unit: { id: made.next }, paper })

test('what happened to the network is told by day: founded, renamed, moved, merged, split, dissolved; what was taken back is not', async () => {
  const [first = '', second = ''] = [made.own, made.next].sort()
  expect((await told(WHOLE)).nodes).toEqual([
    founded(first, '2018-06-11'),
    founded(second, '2018-06-11'),
    renamed(),
    founded(made.far, '2019-03-01'),
    { ...moved(), formerParent: { id: made.county }, newParent: { id: made.other } },
    { ...merged(), mergedInto: { id: made.own } },
    { ...split(), splitInto: [{ id: made.far }] },
    { ...nothing, kind: 'DISSOLVED', on: '2022-01-01', unit: { id: made.far } },
  ])
})

test('the first day is what is compared with, the second is told, and an area narrows it', async () => {
  const kinds = async (asked: string) => (await told(asked)).nodes.map(({ kind }) => kind)
  expect(await kinds('from: "2018-06-11", to: "2019-01-01"')).toEqual(['RENAMED'])
  expect(await kinds('from: "2019-01-01", to: "2019-02-28"')).toEqual([])
  expect(await kinds(`${WHOLE}, within: "${FAR}"`)).toEqual(['FOUNDED', 'DISSOLVED'])
  expect(await kinds(`${WHOLE}, within: "320205"`)).toHaveLength(8)
})

test('a town secretary is told of her own town, and of units beyond it not even the id', async () => {
  expect((await told(WHOLE, secretaryOf(OWN))).nodes).toEqual([founded(made.own, '2018-06-11'), renamed(), moved(), split()])
  expect((await told(WHOLE, secretaryOf(NEXT))).nodes).toEqual([founded(made.next, '2018-06-11'), merged()])
  expect((await told(`${WHOLE}, within: "${FAR}"`, secretaryOf(OWN))).nodes).toEqual([])
})

test.each([1, 2, 3])('read %i at a time it is the same, each change once', async (first) => {
  const whole = (await told(WHOLE)).nodes
  const read: Told['nodes'] = []
  for (let after = ''; ;) {
    const { nodes, pageInfo } = await told(`${WHOLE}, first: ${first}${after}`)
    read.push(...nodes)
    expect(nodes.length).toBeLessThanOrEqual(first)
    if (!pageInfo.hasNextPage) break
    after = `, after: "${pageInfo.endCursor}"`
  }
  expect(read).toEqual(whole)
})

test('a page goes on behind its cursor also when something was entered before it meanwhile', async () => {
  const { pageInfo } = await told('from: "2017-01-01", to: "2026-01-01", first: 3')
  await aUnit({ name: '新来科协', type: 'ENTERPRISE', areaCode: FAR, from: '2017-06-01' })
  const rest = await told(`from: "2017-01-01", to: "2026-01-01", after: "${pageInfo.endCursor}"`)
  expect(rest.nodes.map(({ on }) => on)).toEqual(['2019-03-01', '2020-05-01', '2021-01-01', '2021-06-01', '2022-01-01'])
})

test.each([
  ['the wrong order of days', 'from: "2020-01-02", to: "2020-01-01"', 'CHANGES_END_BEFORE_THEY_START', 'to'],
  ['days more than twenty years apart', 'from: "2000-01-01", to: "2020-01-02"', 'CHANGES_OVER_TOO_LONG', 'from'],
  ['an area that is not in the list', `${WHOLE}, within: "320299"`, 'AREA_UNKNOWN', 'within'],
  ['a page of none', `${WHOLE}, first: 0`, 'FIRST_OUT_OF_RANGE', 'first'],
  ['a page of too many', `${WHOLE}, first: 201`, 'FIRST_OUT_OF_RANGE', 'first'],
  ['a cursor of its own making', `${WHOLE}, after: "x.y"`, 'CURSOR_INVALID', 'after'],
])('%s is refused', async (_, asked, code, field) => {
  expect((await ask(asked)).errors).toMatchObject([{ extensions: { code, field } }])
})

test('a cursor is good for the same two days and place alone', async () => {
  const { pageInfo } = await told(`${WHOLE}, first: 1`)
  const other = await ask(`from: "2018-01-02", to: "2026-01-01", after: "${pageInfo.endCursor}"`)
  expect(other.errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }])
})
