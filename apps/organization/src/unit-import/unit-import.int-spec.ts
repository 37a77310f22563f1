import { everywhere, type Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { sendsLists, type ListsSent } from '../testing/lists-sent'
import { OrganizationUnderTest } from '../testing/service'
import { aUnitRow, unitList } from '../testing/unit-rows'

const names = freshNames()
const COUNTY = aUnitRow({ name: '锡山区科协', type: '县（市、区）科协', area: '320205', from: '2010/1/1' })
const STREET = aUnitRow({ type: '乡镇（街道）科协', parent: '锡山区科协' })
const FIRM = aUnitRow({ name: '红豆集团科协', type: '企业科协', area: '', parent: '东亭街道科协', mode: '依托组建', host: '锡山区科协' })
const PARK = aUnitRow({ name: '科技园科协', type: 'PARK', area: '320205002', parent: '锡山区科协' })
const list = unitList([COUNTY, STREET, FIRM, PARK])
const secretary: Grant = { role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: '320205001' }, from: '2020-01-01', until: null }
let organization: OrganizationUnderTest
let lists: ListsSent

const importing: ListsSent['imported'] = (...sent) => lists.imported(...sent)
const checking: ListsSent['checked'] = (...sent) => lists.checked(...sent)
const exported: ListsSent['exported'] = (...asked) => lists.exported(...asked)
const units = () => organization.database.collection('units')
const stored = () => organization.stored(['units', 'unit_holds'])
const linesOf = (text: string) => text.trimEnd().split('\n')

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  lists = sendsLists(organization, '/files/units')
  const streets = [aRow(), aRow({ code: '320205002', name: '安镇街道' }), aRow({ code: '320205003', name: '羊尖镇', kind: 'town' })]
  expect((await organization.send('/files/areas', areaList([...CITY_AND_COUNTY, ...streets]), { 'content-type': 'text/csv' })).status).toBe(
    201,
  )
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

test('a dry run says what would be established, and stores nothing', async () => {
  const { status, body } = await checking(list, { language: 'zh' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ read: 4, established: 4, unchanged: 0, wrong: 0, encoding: 'UTF-8', refused: { count: 0, rows: [] } })
  expect(body['preview']).toMatchObject([
    { line: 2, name: '锡山区科协', type: '县（市、区）科协', area: '320205', from: '2010-01-01' },
    { line: 3, parent: '锡山区科协', mode: '单独组建' },
    { line: 4, parent: '东亭街道科协', mode: '依托组建', host: '锡山区科协' },
    { line: 5 },
  ])
  expect(await units().countDocuments()).toBe(0)
})

test('every wrong cell is named by row, letter, value, rule and way out, in the reader’s language; nothing is stored', async () => {
  const wrong = unitList([COUNTY, { ...STREET, area: '320205', from: '六月' }, { ...FIRM, mode: '区域联建', also_covers: '320205009' }])
  const { body } = await checking(wrong, { language: 'zh' })
  expect(body).toMatchObject({ established: 1, unchanged: 0, wrong: 2, refused: { count: 3 } })
  expect(body['refused']).toMatchObject({
    rows: [
      { line: 3, columns: ['C'], field: 'area', value: '320205', code: 'AREA_LEVEL_WRONG', rule: 'N2.3a' },
      {
        line: 3,
        columns: ['H'],
        field: 'from',
        value: '六月',
        message: expect.stringMatching(/不是一个日期/),
        hint: expect.stringMatching(/2018-06-11/),
      },
      { line: 4, columns: ['G'], field: 'host', code: 'HOST_NOT_EXPECTED' },
    ],
  })
  const refused = await importing(wrong)
  expect(refused).toMatchObject({ status: 400, body: { error: { code: 'IMPORT_REFUSED', details: { count: 3 } } } })
  expect(await units().countDocuments()).toBe(0)
})

test('a list is imported with what stands under what, and each unit is there with its fact; the same file again changes nothing', async () => {
  expect((await importing(list)).body).toEqual({ read: 4, established: 4, unchanged: 0, encoding: 'UTF-8' })
  const { units: found } = await organization.answer<{ units: { nodes: object[] } }>(
    '{ units { nodes { name type { code } parent { name } host { name } mode from area { code } } } }',
  )
  expect(found.nodes).toHaveLength(4)
  expect(found.nodes).toContainEqual({
    name: '红豆集团科协',
    type: { code: 'ENTERPRISE' },
    parent: { name: '东亭街道科协' },
    host: { name: '锡山区科协' },
    mode: 'HOSTED',
    from: '2018-06-11',
    area: null,
  })
  const before = await stored()
  expect((await importing(list)).body).toEqual({ read: 4, established: 0, unchanged: 4, encoding: 'UTF-8' })
  expect(await stored()).toEqual(before)
  await until(async () => (await organization.log.read('organization.units')).length === 4)
})

test.each(['zh', 'en'] as const)('the units of a day come out as the file that goes in, what stands above first (%s)', async (language) => {
  const before = await stored()
  const out = await exported('', { language })
  expect(linesOf(out)).toHaveLength(5)
  expect(linesOf(out)[1]).toMatch(
    language === 'zh' ? /^锡山区科协,县（市、区）科协,320205,,,单独组建,,'2010-01-01/ : /^锡山区科协,COUNTY,320205,,,OWN,/,
  )
  expect((await importing(out)).body).toMatchObject({ read: 4, established: 0, unchanged: 4 })
  expect(await stored()).toEqual(before)
})

test.each([
  ['of one type', '?type=TOWN', 2],
  ['of one area', '?within=320205001', 3],
  ['of a day before most of them', '?on=2015-01-01', 2],
])('they come out %s alone', async (_, query, lines) => {
  expect(linesOf(await exported(query))).toHaveLength(lines)
})

test('the template has the columns, and only they are missing in it', async () => {
  expect(linesOf(await exported('/template?language=zh'))).toEqual(['名称,类型,区划代码,联建覆盖,上级组织,组建方式,依托单位,成立日期'])
})

test('a list in GBK is read', async () => {
  // 东亭 in GBK, as the name of a unit.
  const bytes = Buffer.concat([
    Buffer.from('name,type,area,also_covers,parent,mode,host,from\n'),
    Buffer.from('b6abcda4', 'hex'),
    Buffer.from(',SOCIETY,,,,,,2019-01-01\n'),
  ])
  expect((await checking(bytes, { language: 'zh' })).body).toMatchObject({ established: 1, encoding: 'GBK', preview: [{ name: '东亭' }] })
})

test('a name that two units bear is refused with both, and taken by id', async () => {
  const second = unitList([{ ...STREET, area: '320205003' }])
  expect((await importing(second)).body).toMatchObject({ established: 1 })
  const below = { ...FIRM, name: '第二企业科协', mode: '', host: '' }
  const { body } = await checking(unitList([below]))
  expect(body).toMatchObject({ established: 0, wrong: 1, refused: { rows: [{ columns: ['E'], code: 'UNIT_NAME_AMBIGUOUS' }] } })
  const ids = (await units().find({ name: STREET.name }).toArray()).map(({ _id }) => String(_id))
  for (const id of ids) expect(JSON.stringify(body['refused'])).toContain(id)
  expect((await checking(unitList([{ ...below, parent: ids[1] ?? '' }]))).body).toMatchObject({ established: 1, wrong: 0 })
  expect(linesOf(await exported('?type=ENTERPRISE'))[1]).toMatch(new RegExp(ids.join('|')))
})

test('whoever imports establishes in his jurisdiction alone, and is told nothing of units beyond it', async () => {
  const rows = unitList([
    { ...FIRM, name: '新企业科协', mode: '', host: '' },
    { ...PARK, name: '新园区科协', parent: '' },
    { ...FIRM, name: '又一企业科协', mode: '', host: '', parent: '锡山区科协' },
  ])
  const asking = { grants: [secretary], account: 'town' }
  const before = await stored()
  const { body } = await checking(rows, asking)
  expect(body).toMatchObject({ established: 1, wrong: 2 })
  expect(body['refused']).toMatchObject({
    rows: [
      { line: 3, columns: ['C'], value: '320205002', code: 'ROW_BEYOND_JURISDICTION' },
      { line: 4, columns: ['E'], value: '锡山区科协', code: 'IMPORTED_UNIT_UNKNOWN' },
    ],
  })
  expect((await importing(rows, asking)).status).toBe(400)
  expect(await stored()).toEqual(before)
  expect(linesOf(await exported('', asking))).toHaveLength(3)
})

test.each([
  ['an account without a role', { grants: [] }],
  ['who may only look', { grants: [everywhere('ANALYST')] }],
])('%s imports nothing and checks nothing', async (_, asking) => {
  for (const send of [importing, checking])
    expect(await send(list, asking)).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } })
})

test('an import that broke off goes on with the same file, and nothing is doubled', async () => {
  const rows = Array.from({ length: 250 }, (_, place) =>
    aUnitRow({ name: `学会${place}`, type: 'SOCIETY', area: '', parent: '锡山区科协' }),
  )
  const file = unitList(rows)
  const already = await units().countDocuments()
  // The database takes all but one, as if it went away in the middle of a piece.
  await organization.database.command({ collMod: 'units', validator: { name: { $ne: '学会170' } } })
  expect((await importing(file)).status).toBe(500)
  const kept = (await units().countDocuments()) - already
  expect([kept >= 170, kept < 250]).toEqual([true, true])
  await organization.database.command({ collMod: 'units', validator: {} })
  expect((await importing(file)).body).toEqual({ read: 250, established: 250 - kept, unchanged: kept, encoding: 'UTF-8' })
  expect(await units().countDocuments()).toBe(already + 250)
  expect(await units().countDocuments({ name: /^学会/ })).toBe(250)
})

test('a unit that was dissolved after the check, before anything came under it, stops the import there, and says so', async () => {
  const above = unitList([aUnitRow({ name: '羊尖镇科协', area: '320205003', from: '2012-01-01' })])
  expect((await importing(above)).body).toMatchObject({ established: 1 })
  const below = aUnitRow({ name: '羊尖企业科协', type: 'ENTERPRISE', area: '', parent: '羊尖镇科协' })
  // Enough rows between the first that is written and the one below, whatever else the machine does.
  const others = Array.from({ length: 1_000 }, (_, place) =>
    aUnitRow({ name: `协会${place}`, type: 'SOCIETY', area: '', parent: '锡山区科协' }),
  )
  const sent = importing(unitList([...others, below]), { language: 'zh' })
  await until(async () => (await units().countDocuments({ name: /^协会/ })) > 0)
  await units().updateOne({ name: '羊尖镇科协' }, { $set: { until: '2015-01-01' } })
  expect(await sent).toMatchObject({
    status: 409,
    body: {
      error: { code: 'IMPORT_STOPPED', message: expect.stringMatching(/第 1002 行未能保存：上级组织在 2018-06-11.*已保存 1000 行/) },
    },
  })
  expect(await units().countDocuments({ name: '羊尖企业科协' })).toBe(0)
})

test('two who send the same file at once establish each unit once', async () => {
  const file = unitList(
    Array.from({ length: 60 }, (_, place) => aUnitRow({ name: `研究会${place}`, type: 'SOCIETY', area: '', parent: '锡山区科协' })),
  )
  const sent = await Promise.all([importing(file), importing(file)])
  expect(sent.map(({ status }) => status)).toEqual([201, 201])
  expect(await units().countDocuments({ name: /^研究会/ })).toBe(60)
})

test('what a list may be at most is told before it is sent', async () => {
  const { unitListLimits } = await organization.answer<{ unitListLimits: object }>('{ unitListLimits { megabytes rows signs } }')
  expect(unitListLimits).toEqual({ megabytes: 2, rows: 5_000, signs: 1_000 })
})
