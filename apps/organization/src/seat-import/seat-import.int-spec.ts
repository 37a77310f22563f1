import { everywhere, type Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import type { Body } from '../bodies/bodies.domain'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { aGroupSeatRow, aSeatRow, seatList } from '../testing/list-rows'
import { sendsLists, type ListsSent } from '../testing/lists-sent'
import { OrganizationUnderTest } from '../testing/service'
import { aUnitRow, unitList } from '../testing/unit-rows'
import type { SeatRow } from './seat-rows.domain'

const names = freshNames()
const [OWN, FOREIGN] = ['320205001', '320205002']
const UNITS = 60
let organization: OrganizationUnderTest
let lists: ListsSent

const bodies = () => organization.database.collection<Body & { _id: string }>('bodies')
const stored = () => organization.stored(['bodies'])
const linesOf = (text: string) => text.trimEnd().split('\n')
const idOf = async (name: string) => String((await organization.database.collection('units').findOne({ name }))?._id)
const bodyOf = async (name: string, kind = 'committee') => bodies().findOne({ unitId: await idOf(name), kind })
const seatsOf = async (name: string) => ((await bodyOf(name))?.terms ?? []).flatMap(({ seats }) => seats.map(({ title }) => title))
const SCHOOL = { opened: '2019-01-01', from: '2021-01-01', until: '2026-01-01' }
const SCHOOLS = Array.from({ length: UNITS }, (_, place) => `第${place + 1}中学科协`)
/** The chair and the vice-chair of each of many schools: two seats, one body. */
const many = (said: Partial<SeatRow> = {}) =>
  seatList(
    SCHOOLS.map((unit) => aSeatRow({ unit, ...SCHOOL, ...said })).flatMap((row) => [
      row,
      { ...row, opened: '', title: '副主席', rank: '副主席', places: '2' },
    ]),
  )

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  lists = sendsLists(organization, '/files/seats')
  const csv = { 'content-type': 'text/csv' }
  await organization.send('/files/areas', areaList([...CITY_AND_COUNTY, aRow(), aRow({ code: FOREIGN, name: '安镇街道' })]), csv)
  const units = [
    aUnitRow({}),
    aUnitRow({ name: '安镇街道科协', area: FOREIGN }),
    ...SCHOOLS.map((name) => aUnitRow({ name, type: 'SCHOOL', area: '' })),
  ]
  expect((await organization.send('/files/units', unitList(units), csv)).status).toBe(201)
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const vice = { title: '副主席', rank: '副主席', kinds: '兼职、挂职', opened: '' }
const list = seatList([
  aSeatRow(),
  aSeatRow({ ...vice, reserved_head: '医院院长' }),
  aSeatRow({ ...vice, reserved_head: '中小学校长', from: '2021年6月1日', places: '１' }),
  aSeatRow({ opened: '', term: '4', from: '2026-06-01', until: '2031-06-01' }),
  aGroupSeatRow(),
])

test('a dry run says what would be opened and created, and stores nothing', async () => {
  const { status, body } = await lists.checked(list, { language: 'zh' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ read: 5, created: 5, bodies: 2, terms: 2, unchanged: 0, wrong: 0, refused: { count: 0, rows: [] } })
  const committee = { unit: '东亭街道科协', body: '委员会', term: 3, from: '2021-06-01', until: '2026-06-01' }
  expect(body['preview']).toMatchObject([
    { line: 2, ...committee, opensBody: true, opensTerm: true, title: '主席', rank: '主席、会长', kinds: '任职', places: 1 },
    { line: 3, ...committee, opensBody: false, opensTerm: false, kinds: '兼职、挂职', reservedHead: '医院院长' },
    { line: 4, ...committee, reservedHead: '中小学校长' },
    { line: 5, ...committee, term: 4, from: '2026-06-01', until: '2031-06-01', opensTerm: true },
    { line: 6, body: '试点工作领导小组', term: null, from: '', byPost: '街道党工委书记' },
  ])
  expect(await bodies().countDocuments()).toBe(0)
})

test('every wrong cell is named by row, letter, value, rule and way out; nothing is stored', async () => {
  const wrong = seatList([aSeatRow(), aSeatRow({ kind: '党组', until: '46539', kinds: '坐班' }), aSeatRow({ unit: '' }), aSeatRow()])
  expect((await lists.checked(wrong, { language: 'zh' })).body).toMatchObject({
    ...{ created: 1, wrong: 3 },
    refused: {
      rows: [
        { line: 3, columns: ['B'], value: '党组', code: 'BODY_KIND_UNKNOWN' },
        { line: 3, columns: ['G'], value: '46539', code: 'DAY_UNREADABLE' },
        {
          line: 3,
          columns: ['J'],
          value: '坐班',
          code: 'HOLDING_KIND_UNKNOWN',
          rule: 'N1.1',
          hint: expect.stringMatching(/任职、兼职、挂职/),
        },
        { line: 4, columns: ['A'], code: 'CELL_EMPTY', hint: expect.stringMatching(/合并过的单元格/) },
        { line: 5, columns: ['H'], code: 'SEAT_ROW_TWICE', message: expect.stringMatching(/第 2 行已经写了/) },
      ],
    },
  })
  expect(await lists.imported(wrong)).toMatchObject({ status: 400, body: { error: { code: 'IMPORT_REFUSED', details: { count: 5 } } } })
  expect(await bodies().countDocuments()).toBe(0)
})

test('a list is imported: a body with its terms and seats is one command, told by the facts of those that a clerk gives; the same file again changes nothing', async () => {
  expect((await lists.imported(list)).body).toEqual({ read: 5, created: 5, bodies: 2, terms: 2, unchanged: 0, encoding: 'UTF-8' })
  const { unit } = await organization.answer<{ unit: { bodies: object[] } }>(
    `{ unit(id: "${await idOf('东亭街道科协')}") { bodies { version name kind { code } terms { number until seats { title reservedHead } } seats { title byPost } } } }`,
  )
  expect(unit.bodies).toHaveLength(2)
  expect(unit.bodies).toContainEqual(
    expect.objectContaining({
      ...{ version: 1, name: null, kind: { code: 'committee' } },
      terms: [
        {
          ...{ number: 3, until: '2026-06-01' },
          seats: [null, 'HOSPITAL_HEAD', 'SCHOOL_HEAD'].map((reservedHead) => ({ title: reservedHead ? '副主席' : '主席', reservedHead })),
        },
        { number: 4, until: '2031-06-01', seats: [{ title: '主席', reservedHead: null }] },
      ],
    }),
  )
  expect(unit.bodies).toContainEqual({
    ...{ version: 1, name: '试点工作领导小组', kind: { code: 'working-group' }, terms: [] },
    seats: [{ title: '组长', byPost: '街道党工委书记' }],
  })
  const before = await stored()
  expect((await lists.imported(list, { account: 'another' })).body).toMatchObject({ created: 0, bodies: 0, terms: 0, unchanged: 5 })
  expect(await stored()).toEqual(before)
  await until(async () => (await organization.log.read('organization.bodies')).length === 9)
  const types = (await organization.log.read('organization.bodies')).map((text) => (JSON.parse(text) as { type: string }).type)
  const told = (kind: string) => types.filter((type) => type === `organization.${kind}.v1`).length
  expect([told('body-opened'), told('term-opened'), told('seat-created')]).toEqual([2, 2, 5])
})

test.each(['zh', 'en'] as const)('the seats of a day come out as the file that goes in (%s)', async (language) => {
  const before = await stored()
  const out = await lists.exported('?on=2024-06-01', { language })
  expect(linesOf(out)).toHaveLength(5)
  expect(out).toContain(
    language === 'zh'
      ? "东亭街道科协,委员会,,'2018-06-11,3,'2021-06-01,'2026-06-01,副主席,副主席、副会长,兼职、挂职,1,医院院长,"
      : "东亭街道科协,working-group,试点工作领导小组,'2018-06-11,,,,组长,GROUP_LEADER,PART_TIME_POST,1,,街道党工委书记",
  )
  expect((await lists.imported(out)).body).toMatchObject({ read: 4, created: 0, unchanged: 4 })
  expect(await stored()).toEqual(before)
  expect(linesOf(await lists.exported('?on=2026-06-01'))).toHaveLength(3)
  expect(linesOf(await lists.exported('?on=2018-06-10'))).toHaveLength(1)
  expect(linesOf(await lists.exported(`?within=${FOREIGN}`))).toHaveLength(1)
})

test('what several bodies of one kind have comes out by their ids, and goes in again', async () => {
  const unitId = await idOf('第60中学科协')
  const seat = { title: '主席', rank: 'CHAIR', kinds: ['FULL_TIME_OFFICE'] }
  const open = { unitId, from: '2021-01-01', until: '2026-01-01', seats: [seat, seat] }
  for (const _ of ['one', 'two']) expect((await organization.command('openBody', open)).errors).toBeUndefined()
  const out = (await lists.exported('?on=2024-06-01', { language: 'zh' })).replaceAll(/.*东亭.*\n/g, '')
  expect(linesOf(out)).toHaveLength(5)
  expect((await lists.checked(out)).body).toMatchObject({ read: 4, created: 0, unchanged: 4, wrong: 0 })
  await bodies().deleteMany({ unitId })
})

test('the template has the columns, and only they are missing in it', async () => {
  expect(linesOf(await lists.exported('/template?language=zh'))).toEqual([seatList([])])
})

test('a list in GBK is read', async () => {
  const head = Buffer.from('unit,kind,body,opened,term,from,until,title,rank,kinds,places,reserved_head,by_post\n')
  // 东亭 in GBK, as the title of a seat.
  const row = [
    Buffer.from(`${await idOf('东亭街道科协')},committee,,,3,2021-06-01,2026-06-01,`),
    Buffer.from('b6abcda4', 'hex'),
    Buffer.from(',CHAIR,SECONDMENT,1,,\n'),
  ]
  expect((await lists.checked(Buffer.concat([head, ...row]))).body).toMatchObject({
    ...{ created: 1, bodies: 0, terms: 0, encoding: 'GBK' },
    preview: [{ title: '东亭' }],
  })
})

test('whoever imports creates seats in his jurisdiction alone: a secretary in her town, a clerk for his unit', async () => {
  const rows = seatList([aSeatRow({ title: '秘书长', rank: '秘书长' }), aSeatRow({ unit: '安镇街道科协' })])
  const within: Grant['within'][] = [
    { kind: 'AREA', code: OWN },
    { kind: 'UNIT', id: await idOf('东亭街道科协') },
  ]
  const before = await stored()
  for (const [place, role] of ['TOWN_SECRETARY', 'UNIT_CLERK'].entries()) {
    const grant = { role, within: within[place] ?? { kind: 'EVERYWHERE' as const }, from: '2020-01-01', until: null }
    expect((await lists.checked(rows, { grants: [grant] })).body).toMatchObject({
      created: 1,
      refused: { rows: [{ line: 3, columns: ['A'], code: 'UNIT_UNKNOWN' }] },
    })
    expect((await lists.imported(rows, { grants: [grant, everywhere('ANALYST')] })).body.error.details).toMatchObject({
      rows: [{ line: 3, columns: ['A'], value: '安镇街道科协', code: 'ROW_BEYOND_JURISDICTION' }],
    })
    expect(linesOf(await lists.exported('?on=2024-06-01', { grants: [grant] }))).toHaveLength(5)
  }
  expect(await stored()).toEqual(before)
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
  await organization.database.command({ collMod: 'bodies', validator: { unitId: { $ne: await idOf('第35中学科协') } } })
  expect((await lists.imported(file)).status).toBe(500)
  const kept = await bodies().countDocuments({ unitType: 'SCHOOL' })
  expect([kept >= 34, kept < UNITS]).toEqual([true, true])
  await organization.database.command({ collMod: 'bodies', validator: {} })
  expect((await lists.imported(file)).body).toMatchObject({
    read: 120,
    bodies: UNITS - kept,
    created: 2 * (UNITS - kept),
    unchanged: 2 * kept,
  })
  expect(await bodies().countDocuments({ 'terms.0.seats': { $size: 2 }, terms: { $size: 1 }, unitType: 'SCHOOL' })).toBe(UNITS)
})

test('two who send the same file at once open each body, term and seat once', async () => {
  for (const said of [{ kind: '代表大会' }, { title: '荣誉主席', opened: '' }]) {
    const file = many(said)
    const sent = await Promise.all([lists.imported(file), lists.imported(file, { account: 'second' })])
    expect(sent.map(({ status }) => status)).toEqual([201, 201])
  }
  expect(await bodies().countDocuments({ unitType: 'SCHOOL' })).toBe(2 * UNITS)
  expect(await bodies().countDocuments({ unitType: 'SCHOOL', kind: 'congress', 'terms.0.seats': { $size: 2 } })).toBe(UNITS)
  expect(await bodies().countDocuments({ unitType: 'SCHOOL', kind: 'committee', 'terms.0.seats': { $size: 3 } })).toBe(UNITS)
})

test.each([
  ['body', (opened: string) => seatList(SCHOOLS.map((unit) => aGroupSeatRow({ unit, opened })))],
  ['term', (from: string) => seatList(SCHOOLS.map((unit) => aSeatRow({ unit, term: '4', opened: '', from, until: '2031-01-01' })))],
])(
  'of two who open the same %s by different days at once one is stopped at least, and told why; none is there twice',
  async (what, listFrom) => {
    const sent = await Promise.all(['2026-01-01', '2026-02-01'].map((day) => lists.imported(listFrom(day), { language: 'zh' })))
    const stopped = sent.filter(({ status }) => status !== 201)
    expect(stopped.length).toBeGreaterThan(0)
    for (const { body } of stopped)
      expect(body.error).toMatchObject(
        body.error.code === 'IMPORT_STOPPED'
          ? { message: expect.stringMatching(/第 \d+ 行未能保存：(这个机构已经有了，设立日期是 2026|第 4 届已存在)/) }
          : { code: 'IMPORT_REFUSED' },
      )
    const kind = what === 'body' ? 'working-group' : 'committee'
    const made = await bodies().find({ unitType: 'SCHOOL', kind }).toArray()
    expect(new Set(made.map(({ unitId }) => unitId)).size).toBe(made.length)
    const opened = made.map(({ terms }) => terms.filter(({ from }) => from.startsWith('2026')).map(({ seats }) => seats.length))
    // Where each is stopped by what the other had opened before him, the rest is nobody's yet.
    expect(opened.every((seats) => seats.length <= 1 && seats.every((count) => count === 1))).toBe(true)
    expect(opened.flat().length).toBeGreaterThanOrEqual(stopped.length === 1 ? UNITS : 1)
  },
)

test('a body of more rows than are kept at once gets them all, in the order of the file', async () => {
  const titles = Array.from({ length: 130 }, (_, place) => `第${place + 1}代表团代表`)
  const rows = titles.map((title) => aSeatRow({ kind: '代表大会', title, rank: '代表', places: '3' }))
  const told = await lists.toldMeanwhile(seatList(rows))
  expect(told.at(-1)).toMatchObject({ read: 130, created: 130, bodies: 1, terms: 1 })
  const congress = await bodyOf('东亭街道科协', 'congress')
  expect(congress?.terms[0]?.seats.map(({ title }) => title)).toEqual(titles)
  expect((await lists.imported(seatList(rows))).body).toMatchObject({ created: 0, unchanged: 130 })
})

test('a unit that a clerk opened the body of after the check stops the import there, and says so', async () => {
  const rows = Array.from({ length: 1_030 }, (_, place) =>
    aSeatRow({ unit: `第${(place % 50) + 1}中学科协`, ...SCHOOL, opened: '', title: `第${Math.floor(place / 50) + 1}小组委员` }),
  )
  const last = aSeatRow({ unit: '安镇街道科协' })
  const sent = lists.imported(seatList([...rows, last]), { language: 'zh' })
  await until(async () => (await seatsOf('第1中学科协')).includes('第1小组委员'))
  const input = { unitId: await idOf('安镇街道科协'), from: '2019-01-01', until: '2024-01-01' }
  expect((await organization.command('openBody', input)).errors).toBeUndefined()
  expect(await sent).toMatchObject({
    status: 409,
    body: {
      error: {
        code: 'IMPORT_STOPPED',
        message: expect.stringMatching(/第 1032 行未能保存：这个机构已经有了，设立日期是 2019-01-01.*已保存 1030 行/),
      },
    },
  })
  expect(await bodies().countDocuments({ unitId: input.unitId })).toBe(1)
})

test('what a list may be at most is told before it is sent', async () => {
  const { limits } = await organization.answer<{ limits: object }>('{ limits: seatListLimits { megabytes rows signs } }')
  expect(limits).toEqual({ megabytes: 2, rows: 5_000, signs: 1_000 })
})
