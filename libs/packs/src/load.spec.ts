import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPacks } from './load'
import { problems, put, water, write } from './pack.fixture'
import { PacksInvalid } from './rules'

let dir: string
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'packs-'))))
afterEach(() => rm(dir, { recursive: true }))

test('a pack that keeps every rule is loaded', async () => {
  await write(join(dir, 'water'), water())
  const packs = await loadPacks([dir])
  expect(packs.departments()).toEqual([{ code: 'water', version: '2026.1', head: 'WATER_HEAD', carryingSocieties: ['water-society'] }])
  expect(packs.title('works-head')?.employerKinds).toEqual(['water-works'])
})

test('folders without a pack are passed over, another file or a byte order mark does no harm', async () => {
  await write(join(dir, 'src'), { 'index.ts': 'export {}' })
  await write(join(dir, '.hidden'), { 'pack.json': 'half' })
  await write(join(dir, 'water'), { ...water(), 'README.md': '# Water', 'pack.json': `\uFEFF${JSON.stringify(water()['pack.json'])}` })
  expect((await loadPacks([dir])).version('water')).toBe('2026.1')
})

test('a department has the name of its folder', async () => {
  await write(join(dir, 'lake'), water())
  expect(await problems(dir)).toEqual([
    { rule: 'FOLDER_NAME', folder: join(dir, 'lake'), file: 'pack.json', field: 'department', value: 'water' },
  ])
})

test('a code is declared once over all packs, and each second place is named with the first', async () => {
  await write(join(dir, 'a/water'), water())
  await write(join(dir, 'b/water'), water())
  const taken = await problems(join(dir, 'a'), join(dir, 'b'))
  expect(taken.map(({ rule, field }) => [rule, field])).toEqual(
    [
      'department',
      'head',
      'employerKinds[0].code',
      'titles[0].code',
      'units[0]',
      'units[1]',
      'figures[0].code',
      'figures[1].code',
      'placeKinds[0]',
      'activityTypes[0].code',
      'carryingSocieties[0]',
      'unitTypes[0].code',
    ].map((field) => ['CODE_TAKEN', field]),
  )
  expect(taken[0]).toMatchObject({
    folder: join(dir, 'b/water'),
    file: 'pack.json',
    value: 'water',
    also: `${join(dir, 'a/water')}/pack.json department`,
  })
})

test('a pack uses what another pack declares', async () => {
  const lake = { department: 'lake', version: '2026.1', titles: [{ code: 'lake-head', head: 'WATER_HEAD', levels: ['TOWN'] }] }
  await write(join(dir, 'water'), water())
  await write(join(dir, 'lake'), {
    'pack.json': lake,
    'texts.zh.json': { departments: { lake: { name: '湖' } }, titles: { 'lake-head': { name: '湖长' } } },
    'texts.en.json': { departments: { lake: { name: 'Lake' } }, titles: { 'lake-head': { name: 'Lake head' } } },
  })
  expect((await loadPacks([dir])).headOf('lake-head')).toBe('WATER_HEAD')
})

test('departments stand by their order, then by their code', async () => {
  const department = (code: string, order: number) =>
    write(join(dir, code), {
      'pack.json': { department: code, version: '2026.1', order },
      'texts.zh.json': { departments: { [code]: { name: '部门' } } },
      'texts.en.json': { departments: { [code]: { name: 'Department' } } },
    })
  await write(join(dir, 'water'), water())
  for (const [code, order] of [
    ['a', 7],
    ['c', 4],
    ['b', 4],
  ] as const)
    await department(code, order)
  expect((await loadPacks([dir])).departments().map(({ code }) => code)).toEqual(['b', 'c', 'water', 'a'])
})

test('a file that is missing, of another encoding or half written is named', async () => {
  const gbk = Uint8Array.of(0x7b, 0x22, 0xb2, 0xbf, 0xc3, 0xc5, 0x22, 0x7d)
  await write(join(dir, 'water'), { ...water(), 'texts.zh.json': gbk, 'texts.en.json': '{"departments": {' })
  await rm(join(dir, 'water/pack.json'))
  const folder = join(dir, 'water')
  expect(await problems(dir)).toEqual([
    { rule: 'FILE', folder, file: 'pack.json', value: 'ENOENT' },
    { rule: 'UTF8', folder, file: 'texts.zh.json', value: 'GBK' },
    { rule: 'JSON', folder, file: 'texts.en.json', value: expect.stringContaining('SyntaxError') },
  ])
})

test('an encoding that is neither is said to be unknown', async () => {
  await write(join(dir, 'water'), { ...water(), 'texts.zh.json': Uint8Array.of(0x7b, 0xff, 0xff, 0x7d) })
  expect(await problems(dir)).toMatchObject([{ rule: 'UTF8', file: 'texts.zh.json', value: 'unknown' }])
})

test('a file that holds no object is named', async () => {
  await write(join(dir, 'water'), { ...water(), 'pack.json': '[]' })
  expect(await problems(dir)).toEqual([{ rule: 'OBJECT', folder: join(dir, 'water'), file: 'pack.json', value: [] }])
})

test('a directory that is missing or holds no pack is named', async () => {
  expect(await problems(join(dir, 'nowhere'))).toEqual([{ rule: 'DIRECTORY', folder: join(dir, 'nowhere'), value: 'ENOENT' }])
  expect(await problems(dir)).toEqual([{ rule: 'NO_PACK', folder: dir, value: [] }])
})

test('the message names folder, file, field, value and rule in both languages, one problem a line', async () => {
  const files = put(put(water(), 'pack.json', 'titles[0].levels[1]', 'STREET'), 'pack.json', 'version', undefined)
  await write(join(dir, 'water'), put(files, 'texts.en.json', 'places', 'x'.repeat(100)))
  const message = new PacksInvalid(await problems(dir)).message.replaceAll(dir, 'packs')
  expect(message.split('\n')).toEqual([
    'The packs are not valid / 部门包有误：',
    '  packs/water/pack.json version: missing / 缺: 版本为年份加序号，如 2026.1 / a version is the year and a number, as in 2026.1 [VERSION]',
    '  packs/water/pack.json titles[0].levels[1]: "STREET": 级别为 CITY、COUNTY、TOWN 或 VILLAGE / a level is CITY, COUNTY, TOWN or VILLAGE [LEVEL]',
    `  packs/water/texts.en.json places: "${'x'.repeat(78)}…: 没有此字段 / there is no such field [FIELD_UNKNOWN]`,
  ])
})
