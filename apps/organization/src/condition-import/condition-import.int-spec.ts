import { everywhere, type Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { aConditionRow, conditionList } from '../testing/list-rows'
import { sendsLists, type ListsSent } from '../testing/lists-sent'
import { OrganizationUnderTest } from '../testing/service'
import { aUnitRow, unitList } from '../testing/unit-rows'

const names = freshNames()
const [OWN, FOREIGN] = ['320205001', '320205002']
const UNITS = 60
let organization: OrganizationUnderTest
let lists: ListsSent

const conditions = () => organization.database.collection<{ _id: string; notes: { id: string; value: number }[] }>('conditions')
const stored = () => organization.stored(['conditions'])
const linesOf = (text: string) => text.trimEnd().split('\n')
const idOf = async (name: string) => String((await organization.database.collection('units').findOne({ name }))?._id)
const notesOf = async (name: string) => (await conditions().findOne({ _id: await idOf(name) }))?.notes ?? []
const many = (said: Parameters<typeof aConditionRow>[0] = {}) =>
  conditionList(Array.from({ length: UNITS }, (_, place) => aConditionRow({ unit: `学会${place + 1}`, ...said })))

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  lists = sendsLists(organization, '/files/conditions')
  const csv = { 'content-type': 'text/csv' }
  await organization.send('/files/areas', areaList([...CITY_AND_COUNTY, aRow(), aRow({ code: FOREIGN, name: '安镇街道' })]), csv)
  const units = [
    aUnitRow({}),
    aUnitRow({ name: '安镇街道科协', area: FOREIGN }),
    ...Array.from({ length: UNITS }, (_, place) => aUnitRow({ name: `学会${place + 1}`, type: 'SOCIETY', area: '' })),
  ]
  expect((await organization.send('/files/units', unitList(units), csv)).status).toBe(201)
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const FUNDS = { kind: '列入预算的经费', value: '5万元', source: '预算文件', evidence_title: '2024年预算', evidence_number: '' }
const list = conditionList([
  aConditionRow(),
  aConditionRow(FUNDS),
  aConditionRow({ kind: '科普活动站', value: '无', from: '2024年3月1日' }),
])

test('a dry run says what would be noted, and stores nothing', async () => {
  const { status, body } = await lists.checked(list, { language: 'zh' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ read: 3, noted: 3, unchanged: 0, wrong: 0, refused: { count: 0, rows: [] } })
  expect(body['preview']).toMatchObject([
    {
      line: 2,
      unit: '东亭街道科协',
      kind: '编制',
      value: '2',
      from: '2024-01-01',
      source: '机构编制文件',
      evidenceNumber: '锡编〔2024〕3号',
    },
    { line: 3, kind: '列入预算的经费', value: '50000', evidenceNumber: '' },
    { line: 4, value: '无', from: '2024-03-01' },
  ])
  expect(await conditions().countDocuments()).toBe(0)
})

test('every wrong cell is named by row, letter, value, rule and way out; nothing is stored', async () => {
  const wrong = conditionList([aConditionRow(), aConditionRow({ kind: '经费', value: '', from: '43262' }), aConditionRow({ unit: '' })])
  expect((await lists.checked(wrong, { language: 'zh' })).body).toMatchObject({
    ...{ noted: 1, wrong: 2 },
    refused: {
      rows: [
        { line: 3, columns: ['B'], value: '经费', code: 'CONDITION_KIND_UNKNOWN', rule: 'N3.2' },
        { line: 3, columns: ['C'], code: 'CELL_EMPTY', hint: expect.stringMatching(/合并过的单元格/) },
        { line: 3, columns: ['D'], value: '43262', code: 'DAY_UNREADABLE' },
        { line: 4, columns: ['A'], code: 'CELL_EMPTY' },
      ],
    },
  })
  expect(await lists.imported(wrong)).toMatchObject({ status: 400, body: { error: { code: 'IMPORT_REFUSED', details: { count: 4 } } } })
  expect(await conditions().countDocuments()).toBe(0)
})

test('a list is imported, the report can count it, each note with its fact; the same file again changes nothing', async () => {
  expect((await lists.imported(list)).body).toEqual({ read: 3, noted: 3, unchanged: 0, encoding: 'UTF-8' })
  const { unit } = await organization.answer<{
    unit: { conditions: { kind: { code: string }; note: object | null; lacking: boolean | null }[] }
  }>(
    `{ unit(id: "${await idOf('东亭街道科协')}") { conditions(on: "2024-06-01") { kind { code } note { value until evidenceTitle } lacking } } }`,
  )
  expect(unit.conditions.filter(({ note }) => note)).toEqual([
    { kind: { code: 'posts' }, note: { value: 2, until: null, evidenceTitle: '三定方案' }, lacking: false },
    { kind: { code: 'funds' }, note: { value: 5_000_000, until: '2025-01-01', evidenceTitle: '2024年预算' }, lacking: false },
    { kind: { code: 'popularisation-station' }, note: { value: 0, until: null, evidenceTitle: '三定方案' }, lacking: null },
  ])
  const before = await stored()
  expect((await lists.imported(list, { account: 'another' })).body).toEqual({ read: 3, noted: 0, unchanged: 3, encoding: 'UTF-8' })
  expect(await stored()).toEqual(before)
  await until(async () => (await organization.log.read('organization.conditions')).length === 3)
})

test.each(['zh', 'en'] as const)('what is known on a day comes out as the file that goes in (%s)', async (language) => {
  const before = await stored()
  const out = await lists.exported('?on=2024-06-01', { language })
  expect(linesOf(out)).toHaveLength(4)
  expect(out).toContain(language === 'zh' ? '东亭街道科协,列入预算的经费,50000,' : '东亭街道科协,funds,50000,')
  expect((await lists.imported(out)).body).toMatchObject({ read: 3, noted: 0, unchanged: 3 })
  expect(await stored()).toEqual(before)
  expect(linesOf(await lists.exported('?on=2025-06-01'))).toHaveLength(3)
  expect(linesOf(await lists.exported(`?within=${FOREIGN}`))).toHaveLength(1)
})

test('the template has the columns, and only they are missing in it', async () => {
  expect(linesOf(await lists.exported('/template?language=zh'))).toEqual([conditionList([])])
})

test('whoever imports notes in his jurisdiction alone: a secretary in her town, a clerk for his unit', async () => {
  const rows = conditionList([aConditionRow({ kind: '专职工作人员' }), aConditionRow({ unit: '安镇街道科协' })])
  const within: Grant['within'][] = [
    { kind: 'AREA', code: OWN },
    { kind: 'UNIT', id: await idOf('东亭街道科协') },
  ]
  for (const [place, role] of ['TOWN_SECRETARY', 'UNIT_CLERK'].entries()) {
    const grant = { role, within: within[place] ?? { kind: 'EVERYWHERE' as const }, from: '2020-01-01', until: null }
    expect((await lists.checked(rows, { grants: [grant] })).body).toMatchObject({
      noted: 1,
      refused: { rows: [{ line: 3, columns: ['A'], code: 'UNIT_UNKNOWN' }] },
    })
    const everywhereSeen = [grant, everywhere('ANALYST')]
    expect((await lists.imported(rows, { grants: everywhereSeen })).body.error.details).toMatchObject({
      rows: [{ line: 3, columns: ['A'], value: '安镇街道科协', code: 'ROW_BEYOND_JURISDICTION' }],
    })
    expect(linesOf(await lists.exported('?on=2024-06-01', { grants: [grant] }))).toHaveLength(4)
  }
  expect(await conditions().countDocuments()).toBe(1)
})

test.each([
  ['an account without a role', { grants: [] }],
  ['who may only look', { grants: [everywhere('ANALYST')] }],
])('%s imports nothing and checks nothing', async (_, asking) => {
  for (const answer of [await lists.imported(list, asking), await lists.checked(list, asking)])
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } })
})

test('an import that broke off goes on with the same file, and nothing is doubled', async () => {
  const file = many()
  const fault = { unitId: { $ne: await idOf('学会35') } }
  await organization.database.command({ collMod: 'conditions', validator: fault })
  expect((await lists.imported(file)).status).toBe(500)
  const kept = (await conditions().countDocuments()) - 1
  expect([kept >= 34, kept < UNITS]).toEqual([true, true])
  await organization.database.command({ collMod: 'conditions', validator: {} })
  expect((await lists.imported(file)).body).toMatchObject({ read: UNITS, noted: UNITS - kept, unchanged: kept })
  expect(await conditions().countDocuments({ notes: { $size: 1 } })).toBe(UNITS)
})

test('two who send the same file at once note each condition once', async () => {
  const file = many({ kind: '专职工作人员' })
  const sent = await Promise.all([lists.imported(file), lists.imported(file, { account: 'second' })])
  expect(sent.map(({ status }) => status)).toEqual([201, 201])
  expect(await conditions().countDocuments({ notes: { $size: 2 } })).toBe(UNITS)
})

test('what was corrected does not come back by the file that said it', async () => {
  const file = conditionList([aConditionRow({ unit: '学会1', kind: '办公场所', value: '60㎡' })])
  await lists.imported(file)
  const noteId = (await notesOf('学会1')).at(-1)?.id
  const input = { unitId: await idOf('学会1'), noteId, reason: '误登到别的组织' }
  expect((await organization.command('correctCondition', input, { fields: 'version' })).errors).toBeUndefined()
  expect((await lists.checked(file, { language: 'zh' })).body).toMatchObject({
    noted: 0,
    refused: { rows: [{ code: 'CONDITION_ROW_CORRECTED', message: expect.stringMatching(/误登到别的组织/) }] },
  })
})

test('a unit that was dissolved after the check stops the import there, and says so', async () => {
  const rows = Array.from({ length: 130 }, (_, place) =>
    aConditionRow({ unit: `学会${(place % 50) + 2}`, from: `2025-0${Math.floor(place / 50) + 1}-01` }),
  )
  const file = conditionList([
    ...rows.map((row) => ({ ...row, kind: '科普中国e站' })),
    aConditionRow({ unit: '学会60', kind: '科普中国e站' }),
  ])
  const sent = lists.imported(file, { language: 'zh' })
  await until(async () => (await notesOf('学会2')).length === 3)
  await organization.database.collection('units').updateOne({ name: '学会60' }, { $set: { until: '2020-01-01' } })
  expect(await sent).toMatchObject({
    status: 409,
    body: { error: { code: 'IMPORT_STOPPED', message: expect.stringMatching(/第 132 行未能保存：该组织在 2024-01-01.*已保存 130 行/) } },
  })
})

test('what a list may be at most is told before it is sent', async () => {
  const { limits } = await organization.answer<{ limits: object }>('{ limits: conditionListLimits { megabytes rows signs } }')
  expect(limits).toEqual({ megabytes: 2, rows: 5_000, signs: 1_000 })
})
