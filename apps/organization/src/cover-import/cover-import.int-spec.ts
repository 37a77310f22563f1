import { everywhere, type Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { aCoverRow, coverList } from '../testing/list-rows'
import { sendsLists, type ListsSent } from '../testing/lists-sent'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
const [OWN, FOREIGN] = ['320205001', '320205002']
const secretary: Grant = { role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: OWN }, from: '2020-01-01', until: null }
const CODE = '91320200134750461D'
let organization: OrganizationUnderTest
let lists: ListsSent

const employers = () => organization.database.collection('employers')
const stored = () => organization.stored(['employers'])
const named = (name: string) => organization.database.collection('units').findOne({ name })
const many = (count: number, prefix: string) =>
  coverList(Array.from({ length: count }, (_, place) => aCoverRow({ employer: `${prefix}${place + 1}号企业` })))

async function established(name: string, areaCode: string, type = 'ENTERPRISE'): Promise<void> {
  const input = { name, type, mode: 'JOINT_BY_AREA', areaCode, from: '2018-06-11' }
  expect((await organization.command('establishUnit', input)).errors).toBeUndefined()
}

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  lists = sendsLists(organization, '/files/covered-employers')
  await organization.send('/files/areas', areaList([...CITY_AND_COUNTY, aRow(), aRow({ code: FOREIGN, name: '安镇街道' })]), {
    'content-type': 'text/csv',
  })
  await established('东亭企业科协', OWN)
  await established('安镇企业科协', FOREIGN)
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const known = aCoverRow({ employer: '红豆集团', credit_code: CODE, from: '2020/1/1' })
const fresh = aCoverRow({ employer: '远景能源', from: '2021年3月1日', until: '2024-01-01', reason: '迁出本市' })
const list = coverList([known, fresh])

test('a dry run says what would be covered and which employers registered, and stores nothing', async () => {
  const input = { name: '红豆集团', kind: 'tech-firm', level: 'TOWN', areaCode: OWN, creditCode: CODE, from: '2016-01-01' }
  expect((await organization.command('registerEmployer', input)).errors).toBeUndefined()
  const before = await stored()
  const { status, body } = await lists.checked(list, { language: 'zh' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ read: 2, covered: 2, registered: 1, unchanged: 0, wrong: 0, refused: { count: 0, rows: [] } })
  expect(body['preview']).toEqual([
    {
      line: 2,
      unit: '东亭企业科协',
      employer: '红豆集团',
      creditCode: CODE,
      area: OWN,
      kind: '科技型企业',
      from: '2020-01-01',
      until: '',
      isNew: false,
    },
    expect.objectContaining({ line: 3, employer: '远景能源', from: '2021-03-01', until: '2024-01-01', isNew: true }),
  ])
  expect(await stored()).toEqual(before)
})

test('every wrong cell is named by row, letter, value, rule and way out, in the reader’s language; nothing is stored', async () => {
  const before = await stored()
  const wrong = coverList([
    known,
    aCoverRow({ employer: '远景', area: '3.20205E+11', from: '六月' }),
    aCoverRow({ unit: '', employer: '新企业' }),
  ])
  const { body } = await lists.checked(wrong, { language: 'zh' })
  expect(body).toMatchObject({ covered: 1, wrong: 2, refused: { count: 3 } })
  expect(body['refused']).toMatchObject({
    rows: [
      { line: 3, columns: ['D'], field: 'area', value: '3.20205E+11', code: 'AREA_CODE_ROUNDED' },
      { line: 3, columns: ['H'], value: '六月', message: '“六月”不是一个日期', hint: expect.stringMatching(/2018-06-11/) },
      { line: 4, columns: ['A'], code: 'CELL_EMPTY', hint: expect.stringMatching(/合并过的单元格/) },
    ],
  })
  const refused = await lists.imported(wrong)
  expect(refused).toMatchObject({ status: 400, body: { error: { code: 'IMPORT_REFUSED', details: { count: 3 } } } })
  expect(await stored()).toEqual(before)
})

test('a list is imported: known employers are used, others registered, and each cover is there with its fact; the same file again changes nothing', async () => {
  expect((await lists.imported(list)).body).toEqual({ read: 2, covered: 2, registered: 1, unchanged: 0, encoding: 'UTF-8' })
  const { employers: found } = await organization.answer<{ employers: { nodes: object[] } }>(
    '{ employers { nodes { name kind creditCode covers { unit { name } mode from until endReason } } } }',
  )
  const covering = { unit: { name: '东亭企业科协' }, mode: 'JOINT_BY_AREA' }
  expect(found.nodes).toHaveLength(2)
  expect(found.nodes).toContainEqual({
    ...{ name: '红豆集团', kind: 'tech-firm', creditCode: CODE },
    covers: [{ ...covering, from: '2020-01-01', until: null, endReason: null }],
  })
  expect(found.nodes).toContainEqual({
    ...{ name: '远景能源', kind: 'tech-firm', creditCode: null },
    covers: [{ ...covering, from: '2021-03-01', until: '2024-01-01', endReason: '迁出本市' }],
  })
  const before = await stored()
  expect((await lists.imported(list)).body).toEqual({ read: 2, covered: 0, registered: 0, unchanged: 2, encoding: 'UTF-8' })
  expect(await stored()).toEqual(before)
  await until(async () => (await organization.log.read('organization.employers')).length === 4)
})

test.each(['zh', 'en'] as const)('the covers of a day come out as the file that goes in (%s)', async (language) => {
  const out = await lists.exported('?on=2023-06-01', { language })
  expect(out.trimEnd().split('\n')).toHaveLength(3)
  expect(out).toContain(
    language === 'zh' ? ',红豆集团,91320200134750461D,320205001,科技型企业,乡级,区域联建,' : ',tech-firm,TOWN,JOINT_BY_AREA,',
  )
  const before = await stored()
  expect((await lists.imported(out)).body).toMatchObject({ read: 2, covered: 0, unchanged: 2 })
  expect(await stored()).toEqual(before)
  expect((await lists.exported()).trimEnd().split('\n')).toHaveLength(2)
  expect((await lists.exported(`?within=${FOREIGN}`)).trimEnd().split('\n')).toHaveLength(1)
})

test('the template has the columns, and only they are missing in it', async () => {
  expect((await lists.exported('/template?language=zh')).trimEnd()).toBe(coverList([]))
})

test('a list in GBK is read', async () => {
  const head = Buffer.from('unit,employer,credit_code,area,kind,level,mode,from,until,reason\n')
  // 东亭 in GBK, as the name of an employer.
  const row = [
    Buffer.from(`${(await named('东亭企业科协'))?._id},`),
    Buffer.from('b6abcda4', 'hex'),
    Buffer.from(`,,${OWN},tech-firm,,,2020-01-01,,\n`),
  ]
  const { body } = await lists.checked(Buffer.concat([head, ...row]))
  expect(body).toMatchObject({ covered: 1, encoding: 'GBK', preview: [{ employer: '东亭' }] })
})

test('whoever imports covers in his jurisdiction alone, and is told nothing of what lies beyond it', async () => {
  const beyond = { name: '安镇药业', kind: 'tech-firm', level: 'TOWN', areaCode: FOREIGN, creditCode: '91320200713528542B' }
  expect((await organization.command('registerEmployer', beyond)).errors).toBeUndefined()
  const rows = coverList([
    aCoverRow({ employer: '本街企业' }),
    aCoverRow({ unit: '安镇企业科协', employer: '又一企业' }),
    aCoverRow({ employer: '安镇企业', area: FOREIGN }),
    aCoverRow({ employer: '第三企业', credit_code: beyond.creditCode }),
  ])
  const asking = { grants: [secretary], account: 'town' }
  const before = await stored()
  expect((await lists.checked(rows, asking)).body).toMatchObject({
    covered: 1,
    wrong: 3,
    refused: {
      rows: [
        { line: 3, columns: ['A'], value: '安镇企业科协', code: 'UNIT_UNKNOWN' },
        { line: 4, columns: ['D'], value: FOREIGN, code: 'ROW_BEYOND_JURISDICTION' },
        { line: 5, columns: ['C'], code: 'CREDIT_CODE_TAKEN' },
      ],
    },
  })
  expect((await lists.imported(rows, asking)).status).toBe(400)
  expect(await stored()).toEqual(before)
  expect(
    (await lists.exported('?on=2023-06-01', { ...asking, grants: [{ ...secretary, within: { kind: 'AREA', code: FOREIGN } }] }))
      .trimEnd()
      .split('\n'),
  ).toHaveLength(1)
})

test.each([
  ['an account without a role', { grants: [] }],
  ['who may only look', { grants: [everywhere('ANALYST')] }],
  ['who may register employers and change no unit', { grants: [everywhere('POPULARISATION_OFFICER')] }],
])('%s imports nothing and checks nothing', async (_, asking) => {
  for (const answer of [await lists.imported(list, asking), await lists.checked(list, asking)])
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } })
})

test('an import that broke off goes on with the same file, and nothing is doubled', async () => {
  const file = many(250, '断')
  const already = await employers().countDocuments()
  // The database takes all but one, as if it went away in the middle of a piece.
  await organization.database.command({ collMod: 'employers', validator: { name: { $ne: '断170号企业' } } })
  expect((await lists.imported(file)).status).toBe(500)
  const kept = await employers().countDocuments({ name: /^断/, 'covers.0': { $exists: true } })
  expect([kept >= 160, kept < 250]).toEqual([true, true])
  await organization.database.command({ collMod: 'employers', validator: {} })
  expect((await lists.imported(file)).body).toMatchObject({ read: 250, covered: 250 - kept, unchanged: kept })
  expect(await employers().countDocuments()).toBe(already + 250)
  expect(await employers().countDocuments({ name: /^断/, covers: { $size: 1 } })).toBe(250)
})

test('an employer that was registered when the service died is covered by the same file', async () => {
  const file = coverList([aCoverRow({ employer: '半途企业' })])
  await organization.database.command({
    collMod: 'employers',
    validator: { $or: [{ name: { $ne: '半途企业' } }, { covers: { $exists: false } }] },
  })
  expect((await lists.imported(file)).status).toBe(500)
  expect(await employers().countDocuments({ name: '半途企业' })).toBe(1)
  await organization.database.command({ collMod: 'employers', validator: {} })
  expect((await lists.imported(file)).body).toMatchObject({ covered: 1, registered: 0 })
  expect(await employers().countDocuments({ name: '半途企业', covers: { $size: 1 } })).toBe(1)
})

test('two who send the same file at once cover each employer once', async () => {
  const file = many(60, '同')
  const sent = await Promise.all([lists.imported(file), lists.imported(file, { account: 'second' })])
  expect(sent.map(({ status }) => status)).toEqual([201, 201])
  expect(await employers().countDocuments({ name: /^同/ })).toBe(60)
  expect(await employers().countDocuments({ name: /^同/, covers: { $size: 1 } })).toBe(60)
})

test('a file that is sent again while it is still being kept is not stopped, and nothing is doubled', async () => {
  const file = many(250, '续')
  const first = lists.imported(file)
  await until(async () => (await employers().countDocuments({ name: /^续/, 'covers.0': { $exists: true } })) > 20)
  const second = await lists.imported(file)
  expect([(await first).status, second.status]).toEqual([201, 201])
  expect(second.body['covered']).not.toBe(250)
  expect(await employers().countDocuments({ name: /^续/, covers: { $size: 1 } })).toBe(250)
})

test('of two who cover the same employers by different units at once one is stopped, and told by which row', async () => {
  const rows = Array.from({ length: 40 }, (_, place) => aCoverRow({ employer: `争${place + 1}号企业` }))
  const sent = await Promise.all([
    lists.imported(coverList(rows), { language: 'zh' }),
    lists.imported(coverList(rows.map((row) => ({ ...row, unit: '安镇企业科协' }))), { language: 'zh' }),
  ])
  expect(await employers().countDocuments({ name: /^争/, 'covers.1': { $exists: true } })).toBe(0)
  for (const { status, body } of sent.filter((answer) => answer.status !== 201)) {
    expect(status).toBe(409)
    expect(body.error).toMatchObject({ code: 'IMPORT_STOPPED', message: expect.stringMatching(/第 \d+ 行未能保存：/) })
  }
})

test('a cover that was taken back is noted again when the file comes again', async () => {
  const file = coverList([aCoverRow({ employer: '误登企业' })])
  await lists.imported(file)
  const employer = await employers().findOne<{ _id: string; covers: { id: string }[] }>({ name: '误登企业' } as never)
  const input = { employerId: employer?._id, coverId: employer?.covers[0]?.id, on: '2020-01-01', reason: '登记有误' }
  expect((await organization.command('endEmployerCover', input)).errors).toBeUndefined()
  expect(await employers().countDocuments({ name: '误登企业', covers: { $size: 0 } })).toBe(1)
  expect((await lists.imported(file)).body).toMatchObject({ covered: 1, registered: 0 })
  expect(await employers().countDocuments({ name: '误登企业', covers: { $size: 1 } })).toBe(1)
})

test('whoever asks for it is told line by line how many rows are kept, and last what came of all', async () => {
  const told = await lists.toldMeanwhile(many(120, '步'))
  expect(told[0]).toEqual({ kept: 0, of: 120 })
  expect(told.slice(1, -1).map((line) => line['kept'])).toEqual(Array.from({ length: 60 }, (_, place) => 2 * (place + 1)))
  expect(told.at(-1)).toEqual({ read: 120, covered: 120, registered: 120, unchanged: 0, encoding: 'UTF-8' })
})

test('what stops an import in its course is the last line: a refusal in words, a fault by its trace alone', async () => {
  await organization.database.command({ collMod: 'employers', validator: { name: { $ne: '障1号企业' } } })
  const told = await lists.toldMeanwhile(many(1, '障'))
  await organization.database.command({ collMod: 'employers', validator: {} })
  expect(told).toEqual([{ kept: 0, of: 1 }, { error: { code: 'INTERNAL', traceId: expect.any(String) } }])
})

test('what a list may be at most is told before it is sent', async () => {
  const { limits } = await organization.answer<{ limits: object }>('{ limits: coveredEmployerListLimits { megabytes rows signs } }')
  expect(limits).toEqual({ megabytes: 2, rows: 5_000, signs: 1_000 })
})

test('a unit that is dissolved while a list comes in covers none of it, or is not dissolved', async () => {
  for (const place of Array.from({ length: 10 }).keys()) {
    const name = `撤并${place}科协`
    await established(name, OWN)
    const unitId = (await named(name))?._id
    const rows = coverList([aCoverRow({ unit: name, employer: `撤并${place}企业`, from: '2024-07-01' })])
    const dissolve = organization.command('dissolveUnit', { unitId, on: '2024-06-30', reason: '并入街道科协' })
    await Promise.all([lists.imported(rows), dissolve])
    const isDissolved = (await named(name))?.['until'] !== null
    expect([place, await employers().countDocuments({ 'covers.unitId': unitId })]).toEqual([place, isDissolved ? 0 : 1])
  }
})
