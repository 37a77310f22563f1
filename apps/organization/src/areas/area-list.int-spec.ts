import { overOneLine } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { AREA_COLUMNS, areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
const AGGREGATES = ['areas', 'employers', 'units', 'bodies']
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const file = areaList([
  ...CITY_AND_COUNTY,
  aRow(),
  aRow({ code: '320205002', name: '安镇街道' }),
  aRow({ code: '320205003', name: '管理区', flag: 'placeholder' }),
])
let organization: OrganizationUnderTest

const importing = (body: string | Buffer, asking = {}) => organization.send('/files/areas', body, { 'content-type': 'text/csv' }, asking)
const exported = async (query = '', asking = {}) => organization.get(`/files/areas${query}`, asking)
const linesOf = (text: string) => text.trimEnd().split('\n')

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  expect((await importing(file)).status).toBe(201)
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

test('a list is imported once: the same file again changes nothing', async () => {
  expect(await (await importing(file)).json()).toEqual({ read: 5, established: 0, unchanged: 5, encoding: 'UTF-8' })
  const { area } = await organization.answer<{ area: object }>('{ area(code: "320205001") { name path { name } children { code } } }')
  expect(area).toEqual({ name: '东亭街道', path: [{ name: '无锡市' }, { name: '锡山区' }, { name: '东亭街道' }], children: [] })
})

test('a list with one bad row is refused as a whole, and the row is named in the reader’s language', async () => {
  const before = await organization.stored(AGGREGATES)
  const bad = `${file}\n320205004,好街道,town,320205,subdistrict,\n320206001,坏街道,town,320205,subdistrict,`
  const response = await importing(bad, { language: 'zh' })
  expect(response.status).toBe(400)
  const { error } = (await response.json()) as { error: { code: string; details: { rows: object[] } } }
  expect(error).toMatchObject({ code: 'IMPORT_REFUSED', field: 'file', details: { count: 1 } })
  expect(error.details.rows).toMatchObject([{ line: 8, columns: ['D'], field: 'parent_code', value: '320205', code: 'AREA_PARENT_WRONG' }])
  expect(JSON.stringify(error.details.rows)).toMatch(/[\u4e00-\u9fff]/)
  expect(await organization.stored(AGGREGATES)).toEqual(before)
})

test('the list comes out as it went in, by code: the file that was given, given back, changes nothing', async () => {
  const response = await exported()
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="areas.csv"')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  expect(linesOf(bytes.subarray(3).toString())).toEqual([AREA_COLUMNS, ...linesOf(file).slice(1).toSorted()])
  expect(await (await importing(bytes)).json()).toMatchObject({ read: 5, established: 0, unchanged: 5 })
})

test.each([
  ['of a county', '?within=320205', 5],
  ['of streets and towns', '?level=town', 4],
  ['of villages, of which there are none', '?level=village', 1],
])('it comes out %s alone', async (_, query, lines) => {
  expect(linesOf(await (await exported(query)).text())).toHaveLength(lines)
})

test('it has no formula for a spreadsheet, and the names come back as they were', async () => {
  const names = ['=1+1路', '+86村', '-3村', '@村', "'村", '"引"村,', '＝1路', '3-1', "'=1路"]
  // Whoever writes a list by hand writes a mark before a name that begins with one and a formula.
  const written = names.map((name) => (name === "'=1路" ? `'${name}` : name).replaceAll('"', '""'))
  const more = written.map((name, place) => `320205${101 + place},"${name}",town,320205,subdistrict,`)
  expect((await importing([AREA_COLUMNS, ...more].join('\n'))).status).toBe(201)
  const out = await (await exported()).text()
  expect(out).not.toMatch(/,[=+@＝-]/)
  const kept = await organization.database.collection('areas').distinct('name')
  expect(kept).toEqual(expect.arrayContaining(names))
  expect(await (await importing(out)).json()).toMatchObject({ established: 0, unchanged: 5 + names.length })
  await organization.database.collection('areas').deleteMany({ name: { $in: names } })
})

test.each([
  ['of an area that is not there', '?within=999999', {}, 404, 'NOT_FOUND'],
  ['of a level that is none', '?level=STREET', {}, 400, 'AREA_LEVEL_UNKNOWN'],
  ['to an account without a role', '', { grants: [] }, 403, 'FORBIDDEN'],
])('it is not given %s', async (_, query, asking, status, code) => {
  const response = await exported(query, asking)
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ error: { code } })
})

test.each([
  ['half of it', () => file.slice(0, -20), 400, 'FILE_ROW_NOT_WHOLE'],
  ['100 MB', () => Buffer.alloc(100 * 1024 * 1024, 'x'), 413, 'FILE_TOO_LARGE'],
  ['a page', () => '<p>404</p>', 400, 'FILE_IS_NO_TABLE'],
  ['a workbook', () => Buffer.from('504b030414000600', 'hex'), 400, 'FILE_IS_PACKED', WORKBOOK],
  ['in a form', () => '--x', 415, 'FILE_MEDIA_TYPE', 'multipart/form-data; boundary=x'],
  ['JSON', () => '{}', 415, 'FILE_MEDIA_TYPE', 'application/json'],
  ['text', () => file, 415, 'FILE_MEDIA_TYPE', 'text/plain'],
])('a list that is %s is refused', async (_, body, status, code, type = 'text/csv') => {
  const response = await organization.send('/files/areas', body(), { 'content-type': type })
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ error: { code, field: 'file', hint: expect.stringMatching(/.{5}/) } })
})

test('a list that is too large holds up nobody: the line takes the next request', async () => {
  const headers = { 'content-type': 'text/csv', authorization: await organization.authorization() }
  const statuses = await overOneLine(organization.url, [
    { method: 'POST', path: '/files/areas', headers, body: 'x'.repeat(20 * 1024 * 1024) },
    { method: 'GET', path: '/health/live' },
  ])
  expect(statuses).toEqual([413, 200])
})

test('a list is refused to an account without a role', async () => {
  const response = await importing(file, { grants: [] })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('what a list may be at most is told before it is sent', async () => {
  const { areaListLimits } = await organization.answer<{ areaListLimits: object }>('{ areaListLimits { megabytes rows signs } }')
  expect(areaListLimits).toEqual({ megabytes: 4, rows: 20_000, signs: 1_000 })
})
