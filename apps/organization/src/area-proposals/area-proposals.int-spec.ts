import { eventByType } from '@sizhang/contracts'
import { everywhere } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import type { AreaRow } from '../areas/areas.domain'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
const town = (code: string, name: string, said: Partial<AreaRow> = {}) => aRow({ code, name, parent_code: code.slice(0, 6), ...said })
const village = (code: string, name: string) => aRow({ code, name, level: 'village', parent_code: code.slice(0, 9), kind: 'community' })
const OTHER = aRow({ code: '320206', name: '惠山区', level: 'county', parent_code: '320200', kind: '' })
const BEFORE = [
  ...CITY_AND_COUNTY,
  OTHER,
  town('320205001', '东亭街道'),
  town('320205002', '安镇街道'),
  village('320205002001', '谈村社区'),
  town('320205101', '东港镇', { kind: 'town' }),
  town('320205102', '羊尖镇', { kind: 'town' }),
  town('320206001', '堰桥街道'),
]
/** 安镇 is merged into 东亭, 东港 became a street, 羊尖 lies in the other county, 堰桥 is split. */
const AFTER = [
  ...CITY_AND_COUNTY,
  OTHER,
  town('320205001', '东亭街道'),
  village('320205001001', '谈村社区'),
  town('320205010', '东港街道'),
  town('320206001', '堰桥街道'),
  town('320206002', '长安街道'),
  town('320206102', '羊尖镇', { kind: 'town' }),
]
const PAPER = encodeURIComponent('苏政复〔2025〕9号')
let organization: OrganizationUnderTest
let unitId: string

const importing = (rows: readonly AreaRow[]) => organization.send('/files/areas', areaList(rows), { 'content-type': 'text/csv' })
const proposing = (rows: readonly AreaRow[], query = `on=2026-01-01&paper=${PAPER}`, asking = {}) =>
  organization.send(`/files/area-proposals?${query}`, areaList(rows), { 'content-type': 'text/csv' }, asking)
const proposed = async (rows: readonly AreaRow[], query?: string) => {
  const response = await proposing(rows, query)
  expect(response.status).toBe(201)
  return ((await response.json()) as { proposalId: string }).proposalId
}
const proposal = async <Told>(id: string, fields: string) =>
  (await organization.answer<{ areaProposal: Told }>(`{ areaProposal(id: "${id}") { ${fields} } }`)).areaProposal
const carriedOut = (id: string) => until(async () => (await proposal<{ standing: string }>(id, 'standing')).standing === 'CARRIED_OUT')
const treeOn = async (on: string) => {
  const { areaTree } = await organization.answer<{ areaTree: { listCode: string; name: string; parent: { code: string } | null }[] }>(
    `{ areaTree(on: "${on}") { listCode(on: "${on}") name(on: "${on}") parent(on: "${on}") { code } } }`,
  )
  return areaTree.map(({ listCode, name, parent }) => [listCode, name, parent?.code ?? null])
}
const codeOf = async (command: string, input: object) => (await organization.command(command, input)).errors?.[0]?.extensions.code

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  expect((await importing(BEFORE)).status).toBe(201)
  const unit = { name: '安镇街道科协', type: 'TOWN', areaCode: '320205002', from: '2018-06-11' }
  const { data } = await organization.command<{ unit: { id: string } }>('establishUnit', unit, { fields: 'unit { id }' })
  unitId = data['establishUnit']?.unit.id ?? ''
  for (const areaCode of ['320205002', '320205002', '320205002001']) {
    const employer = { name: '安镇医院', kind: 'hospital', level: 'TOWN', areaCode, from: '2019-01-01' }
    expect((await organization.command('registerEmployer', employer)).errors).toBeUndefined()
  }
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

test('a list that was sent to the wrong place, or says no day, makes no proposal', async () => {
  const codes = async (response: Response) => ((await response.json()) as { error: { code: string; field: string } }).error
  expect(await codes(await proposing(AFTER, `paper=${PAPER}`))).toMatchObject({ code: 'VALUE_INVALID', field: 'on' })
  expect(await codes(await proposing([{ ...OTHER, code: '3211', level: 'city', parent_code: '' }]))).toMatchObject({
    code: 'AREA_LIST_CITY_UNKNOWN',
  })
  expect(await codes(await proposing([...AFTER, town('320299001', '坏街道')]))).toMatchObject({ code: 'IMPORT_REFUSED' })
  expect(await codes(await proposing(AFTER, undefined, { grants: [everywhere('GENERAL_OFFICE_OFFICER')] }))).toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('a list that drops a county is stopped, and put away', async () => {
  const id = await proposed(AFTER.filter(({ code }) => !code.startsWith('320206')))
  expect(await proposal(id, 'needsReason lost lostCounties present')).toEqual({ needsReason: true, lost: 3, lostCounties: 1, present: 9 })
  expect(await codeOf('acceptAreaProposal', { proposalId: id })).toBe('AREA_LIST_LOSES_TOO_MANY')
  expect(await codeOf('discardAreaProposal', { proposalId: id, reason: '名录缺了惠山区' })).toBeUndefined()
  expect(await codeOf('acceptAreaProposal', { proposalId: id, reason: '确实撤销' })).toBe('AREA_PROPOSAL_CLOSED')
})

test('a year’s list is proposed, corrected, accepted and carried out; each year has its own tree, and nothing of the past is another', async () => {
  const before = await treeOn('2025-12-31')
  const id = await proposed(AFTER)
  const correct = (said: object) => organization.command('correctAreaProposal', { proposalId: id, ...said })
  await correct({ as: 'SPLIT', area: '320206001', listCode: '320206002' })
  const { data } = await correct({ as: 'MERGED', area: '320205002', listCode: '320205001' })
  expect(data).toMatchObject({ correctAreaProposal: { version: 3 } })

  const change = 'kind area { code } before { code name } row { code name } into { code } splitFrom { code }'
  const asked = await proposal<{ changes: object[] }>(
    id,
    `standing done total changes { ${change} unitsSeated unitsCovering employers areasBelow }`,
  )
  expect(asked).toMatchObject({ standing: 'OPEN', done: 0, total: 6 })
  expect(asked.changes).toMatchObject([
    {
      kind: 'MERGED',
      area: { code: '320205002' },
      into: { code: '320205001' },
      unitsSeated: 1,
      unitsCovering: 1,
      employers: 2,
      areasBelow: 1,
    },
    { kind: 'RECODED', before: { code: '320205101', name: '东港镇' }, row: { code: '320205010', name: '东港街道' } },
    { kind: 'SPLIT', area: null, row: { code: '320206002' }, splitFrom: { code: '320206001' } },
    { kind: 'MOVED', before: { code: '320205102' }, row: { code: '320206102' }, into: null },
    { kind: 'RECODED', before: { code: '320205002001' }, row: { code: '320205001001' } },
  ])

  expect(await codeOf('acceptAreaProposal', { proposalId: id })).toBeUndefined()
  await carriedOut(id)
  expect(await proposal(id, 'done total')).toEqual({ done: 6, total: 6 })
  expect(await treeOn('2025-12-31')).toEqual(before)
  expect(await treeOn('2026-01-01')).toEqual([
    ['320200', '无锡市', null],
    ['320205', '锡山区', '320200'],
    ['320205001', '东亭街道', '320205'],
    ['320205001001', '谈村社区', '320205001'],
    ['320205010', '东港街道', '320205'],
    ['320206', '惠山区', '320200'],
    ['320206001', '堰桥街道', '320206'],
    ['320206002', '长安街道', '320206'],
    ['320206102', '羊尖镇', '320206'],
  ])
})

test('each change is a fact of its area, and none says a name', async () => {
  const told = () => organization.log.read('organization.areas')
  const of = async () => (await told()).map((text) => JSON.parse(text) as { type: string; subject: string; data: Record<string, unknown> })
  await until(async () => (await of()).filter(({ type }) => type.includes('area-ended')).length === 2)
  const facts = (await of()).filter(({ data }) => data['on'] === '2026-01-01' || data['from'] === '2026-01-01')
  for (const { type, data } of facts) expect(eventByType(type)?.data.safeParse(data).success).toBe(true)
  expect(facts.map(({ type, subject, data }) => `${type.split('.')[1]} ${subject} ${String(data['how'] ?? '')}`).sort()).toEqual([
    'area-ended 320205002 MERGED',
    'area-ended 320205102 MOVED',
    'area-established 320206002 ',
    'area-established 320206102 ',
    'area-reclassified 320205101 ',
    'area-recoded 320205002001 ',
    'area-recoded 320205101 ',
    'area-renamed 320205101 ',
  ])
  expect((await told()).join()).not.toMatch(/[\u4e00-\u9fff]/)
})

test('predecessor and successor are named both ways, with all that an area was called', async () => {
  const links = 'predecessors { code } successors { code }'
  const answer = await organization.answer<Record<string, object>>(
    `{ into: area(code: "320205001") { ${links} } merged: area(code: "320205002") { until ended ${links} }
       origin: area(code: "320206001") { ${links} } part: area(code: "320206002") { from ${links} }
       recoded: area(code: "320205101") { listCode kind designations { code name until } } }`,
  )
  expect(answer).toEqual({
    into: { predecessors: [{ code: '320205002' }], successors: [] },
    merged: { until: '2026-01-01', ended: 'MERGED', predecessors: [], successors: [{ code: '320205001' }] },
    origin: { predecessors: [], successors: [{ code: '320206002' }] },
    part: { from: '2026-01-01', predecessors: [{ code: '320206001' }], successors: [] },
    recoded: {
      listCode: '320205010',
      kind: 'STREET',
      designations: [
        { code: '320205101', name: '东港镇', until: '2026-01-01' },
        { code: '320205010', name: '东港街道', until: null },
      ],
    },
  })
})

test('what lies below, and within, is asked by the day', async () => {
  const { then, now, within } = await organization.answer<Record<string, { children: object[] } & { nodes: object[] }>>(
    `{ then: area(code: "320205001") { children(on: "2025-12-31") { code } } now: area(code: "320205001") { children { code path { code } } }
       within: areas(within: "320205", level: TOWN) { nodes { code } } }`,
  )
  expect(then?.children).toEqual([])
  expect(now?.children).toEqual([
    { code: '320205002001', path: ['320200', '320205', '320205001', '320205002001'].map((code) => ({ code })) },
  ])
  expect(within?.nodes.map((area) => (area as { code: string }).code)).toEqual(['320205001', '320205101'])
})

test('the list of each day comes out as that day had it, and the present one changes nothing when it comes again', async () => {
  const lines = async (query: string) =>
    (await (await organization.get(`/files/areas${query}`)).text())
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^'/, ''))
  const cells = ({ code, name, level, parent_code: parent, kind, flag }: AreaRow) => [code, name, level, parent, kind, flag].join()
  expect((await lines('?on=2025-12-31')).sort()).toEqual(BEFORE.map(cells).sort())
  expect((await lines('')).sort()).toEqual(AFTER.map(cells).sort())
  expect(await (await importing(AFTER)).json()).toMatchObject({ established: 0, unchanged: 9 })
  const again = await proposed(AFTER, `on=2026-06-01&paper=${PAPER}`)
  expect(await codeOf('acceptAreaProposal', { proposalId: again })).toBe('AREA_LIST_THE_SAME')
})

test('a unit stays with its area, and none is founded in one that is over', async () => {
  const { unit } = await organization.answer<{ unit: object }>(`{ unit(id: "${unitId}") { until area { code successors { code } } } }`)
  expect(unit).toEqual({ until: null, area: { code: '320205002', successors: [{ code: '320205001' }] } })
  const late = { name: '安镇街道新科协', type: 'TOWN', areaCode: '320205002', from: '2026-01-01' }
  expect(await codeOf('establishUnit', late)).toBe('AREA_NOT_IN_FORCE')
  expect(await codeOf('establishUnit', { ...late, areaCode: '320206002', from: '2025-12-31' })).toBe('AREA_NOT_IN_FORCE')
})

test('what stops half way is gone on with by whoever starts next, and nothing is done twice', async () => {
  const rows = [...AFTER.filter(({ code }) => code !== '320206002'), town('320206003', '前洲街道'), town('320206004', '玉祁街道')]
  const id = await proposed(rows, `on=2026-07-01&paper=${PAPER}`)
  const collection = organization.database.collection<{ _id: string }>('areas')
  const proposals = organization.database.collection<{ _id: string }>('area-proposals')
  // As a crash leaves it: accepted and begun, one of two areas established, and nobody at work.
  expect(await codeOf('acceptAreaProposal', { proposalId: id })).toBeUndefined()
  await carriedOut(id)
  await proposals.updateOne({ _id: id }, { $set: { standing: 'ACCEPTED', carrying: true, begun: true, 'log.commands': [] } })
  await collection.deleteOne({ _id: '320206004' })
  const seq = async () => (await collection.find({}, { projection: { version: 1 } }).toArray()).filter(({ _id }) => _id !== '320206004')
  const before = await seq()
  await carriedOut(id)
  expect(await seq()).toEqual(before)
  expect(await collection.countDocuments({ _id: '320206004', lists: id })).toBe(1)
})
