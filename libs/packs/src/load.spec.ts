import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPacks } from './load'
import { PacksInvalid, type PackProblem, type Rule } from './rules'

type Files = Record<string, unknown>

const water = (): Files => ({
  'pack.json': {
    department: 'water',
    version: '2026.1',
    order: 5,
    head: 'WATER_HEAD',
    employerKinds: [{ code: 'water-works', levels: ['COUNTY'] }],
    titles: [{ code: 'works-head', head: 'WATER_HEAD', levels: ['COUNTY', 'TOWN'], employerKinds: ['water-works'] }],
    units: ['person-times', 'sessions'],
    figures: [
      { code: 'audience', unit: 'person-times', integer: true, max: 1000 },
      { code: 'sessions', unit: 'sessions', integer: true },
    ],
    placeKinds: ['river'],
    activityTypes: [
      {
        code: 'river-walk',
        clause: 'N2.2c',
        placeKinds: ['river'],
        figures: [
          { code: 'audience', required: true },
          { code: 'sessions', required: true },
        ],
      },
    ],
    carryingSocieties: ['water-society'],
  },
  'texts.zh.json': texts('水', '说明'),
  'texts.en.json': texts('Water', 'In words'),
})

function texts(name: string, description: string) {
  return {
    departments: { water: { name } },
    heads: { WATER_HEAD: { name } },
    titles: { 'works-head': { name, description } },
    employerKinds: { 'water-works': { name } },
    activityTypes: { 'river-walk': { name } },
    figures: { audience: { name }, sessions: { name } },
    units: { 'person-times': { name }, sessions: { name } },
    placeKinds: { river: { name } },
    carryingSocieties: { 'water-society': { name } },
  }
}

let dir: string
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'packs-'))))
afterEach(() => rm(dir, { recursive: true }))

/** Writes a pack's folder; a string or bytes are written as they are. */
async function write(folder: string, files: Files): Promise<void> {
  await mkdir(join(dir, folder), { recursive: true })
  for (const [file, content] of Object.entries(files)) {
    const raw = typeof content === 'string' || content instanceof Uint8Array
    await writeFile(join(dir, folder, file), raw ? content : JSON.stringify(content))
  }
}

/** Puts a value at a field such as `titles[0].levels[1]`; `undefined` takes the field out. */
function put(files: Files, file: string, field: string, value: unknown): Files {
  const keys = field.split(/[.[\]]+/).filter(Boolean)
  const last = keys.pop() ?? ''
  const owner = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), files[file])
  if (value === undefined) Reflect.deleteProperty(Object(owner), last)
  else Reflect.set(Object(owner), last, value)
  return files
}

async function problems(...dirs: string[]): Promise<readonly PackProblem[]> {
  const error: unknown = await loadPacks(dirs.length ? dirs : [dir]).then(
    () => 'the packs were loaded',
    (reason: unknown) => reason,
  )
  if (error instanceof PacksInvalid) return error.problems
  throw new Error(String(error))
}

test('a pack that keeps every rule is loaded', async () => {
  await write('water', water())
  const packs = await loadPacks([dir])
  expect(packs.departments()).toEqual([{ code: 'water', version: '2026.1', head: 'WATER_HEAD', carryingSocieties: ['water-society'] }])
  expect(packs.title('works-head')?.employerKinds).toEqual(['water-works'])
})

test('folders without a pack are passed over, and a byte order mark does no harm', async () => {
  await write('src', { 'index.ts': 'export {}' })
  await write('.hidden', { 'pack.json': 'half' })
  await write('water', { ...water(), 'pack.json': `\uFEFF${JSON.stringify(water()['pack.json'])}` })
  expect((await loadPacks([dir])).version('water')).toBe('2026.1')
})

test.each<[Rule, string, string, unknown]>([
  ['CODE', 'pack.json', 'department', 'Water'],
  ['CODE', 'pack.json', 'titles[0].code', 'works_head'],
  ['CODE', 'pack.json', 'titles[0].code', 'works-'],
  ['CODE', 'pack.json', 'units[0]', 'a'.repeat(61)],
  ['CODE', 'pack.json', 'activityTypes[0].code', undefined],
  ['CODE', 'pack.json', 'carryingSocieties[0]', 7],
  ['HEAD_CODE', 'pack.json', 'head', 'water-head'],
  ['HEAD_CODE', 'pack.json', 'titles[0].head', `W${'A'.repeat(60)}`],
  ['LEVEL', 'pack.json', 'titles[0].levels[1]', 'STREET'],
  ['LIST_EMPTY', 'pack.json', 'employerKinds[0].levels', []],
  ['LIST_EMPTY', 'pack.json', 'titles[0].employerKinds', []],
  ['LIST_EMPTY', 'pack.json', 'activityTypes[0].placeKinds', []],
  ['NAMED_TWICE', 'pack.json', 'titles[0].levels[1]', 'COUNTY'],
  ['NAMED_TWICE', 'pack.json', 'activityTypes[0].figures[2]', { code: 'audience', required: false }],
  ['LIST', 'pack.json', 'titles', { code: 'works-head' }],
  ['OBJECT', 'pack.json', 'figures[1]', 'sessions'],
  ['FIELD_UNKNOWN', 'pack.json', 'titels', []],
  ['FIELD_UNKNOWN', 'pack.json', 'activityTypes[0].figures[0].unit', 'person-times'],
  ['VERSION', 'pack.json', 'version', '1'],
  ['VERSION', 'pack.json', 'version', undefined],
  ['ORDER', 'pack.json', 'order', -1],
  ['CLAUSE', 'pack.json', 'activityTypes[0].clause', '2.2'],
  ['TRUE_OR_FALSE', 'pack.json', 'figures[0].integer', 'yes'],
  ['TRUE_OR_FALSE', 'pack.json', 'activityTypes[0].figures[1].required', undefined],
  ['MAX', 'pack.json', 'figures[0].max', 0],
  ['MAX', 'pack.json', 'figures[0].max', 10.5],
  ['MAX', 'pack.json', 'figures[0].max', 1e12 + 1],
  ['NOT_DECLARED', 'pack.json', 'titles[0].head', 'LAKE_HEAD'],
  ['NOT_DECLARED', 'pack.json', 'titles[0].employerKinds[0]', 'lake-works'],
  ['NOT_DECLARED', 'pack.json', 'figures[0].unit', 'sheep'],
  ['NOT_DECLARED', 'pack.json', 'activityTypes[0].placeKinds[0]', 'lake'],
  ['TEXT', 'texts.zh.json', 'titles.works-head.name', ''],
  ['TEXT', 'texts.zh.json', 'titles.works-head.name', '水 '],
  ['TEXT', 'texts.zh.json', 'titles.works-head.name', '水'.repeat(61)],
  ['TEXT', 'texts.zh.json', 'titles.works-head.description', '水'.repeat(201)],
  ['TEXT', 'texts.en.json', 'units.sessions.name', undefined],
  ['FIELD_UNKNOWN', 'texts.en.json', 'units.sessions.hint', 'a hint'],
  ['FIELD_UNKNOWN', 'texts.en.json', 'places', {}],
  ['OBJECT', 'texts.en.json', 'units', 'many'],
  ['OBJECT', 'texts.en.json', 'units.sessions', 'Sessions'],
])('%s is named: %s %s = %p', async (rule, file, field, value) => {
  await write('water', put(water(), file, field, value))
  expect(await problems()).toContainEqual({ rule, folder: join(dir, 'water'), file, field, value })
})

test.each([
  'departments.water',
  'heads.WATER_HEAD',
  'titles.works-head',
  'employerKinds.water-works',
  'activityTypes.river-walk',
  'figures.sessions',
  'units.person-times',
  'placeKinds.river',
  'carryingSocieties.water-society',
])('every code has a name in both languages, and no text is without its code: %s', async (field) => {
  for (const file of ['texts.zh.json', 'texts.en.json']) {
    await write('water', put(water(), file, field, undefined))
    expect(await problems()).toEqual([{ rule: 'TEXT_MISSING', folder: join(dir, 'water'), file, field }])

    const unused = `${field.split('.')[0]}.lake`
    await write('water', put(water(), file, unused, { name: file === 'texts.zh.json' ? '湖' : 'Lake' }))
    expect(await problems()).toMatchObject([{ rule: 'TEXT_UNUSED', file, field: unused }])
    await write('water', water())
  }
})

test.each([
  ['texts.zh.json', 'Water'],
  ['texts.en.json', 'Water (水)'],
])('each language keeps to itself: %s', async (file, name) => {
  await write('water', put(water(), file, 'titles.works-head.name', name))
  expect(await problems()).toMatchObject([{ rule: 'TEXT_LANGUAGE', file, field: 'titles.works-head', value: { name } }])
  await write('water', put(water(), file, 'titles.works-head.description', name))
  expect(await problems()).toMatchObject([{ rule: 'TEXT_LANGUAGE', value: { description: name } }])
})

test('every activity type requires audience and sessions', async () => {
  const wanted = { rule: 'SUMMED_FIGURES', file: 'pack.json', field: 'activityTypes[0].figures', value: 'river-walk' }
  await write('water', put(water(), 'pack.json', 'activityTypes[0].figures', [{ code: 'audience', required: true }]))
  expect(await problems()).toMatchObject([wanted])
  await write('water', put(water(), 'pack.json', 'activityTypes[0].figures[1].required', false))
  expect(await problems()).toMatchObject([wanted])
})

test('a figure that no pack declares is not asked for', async () => {
  await write('water', put(water(), 'pack.json', 'activityTypes[0].figures[2]', { code: 'depth', required: false }))
  expect(await problems()).toMatchObject([{ rule: 'NOT_DECLARED', field: 'activityTypes[0].figures[2].code', value: 'depth' }])
})

test('a department has the name of its folder', async () => {
  await write('lake', water())
  expect(await problems()).toEqual([
    { rule: 'FOLDER_NAME', folder: join(dir, 'lake'), file: 'pack.json', field: 'department', value: 'water' },
  ])
})

test('a code is declared once over all packs, and each second place is named with the first', async () => {
  await write('a/water', water())
  await write('b/water', water())
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
    ].map((field) => ['CODE_TAKEN', field]),
  )
  expect(taken[0]).toMatchObject({ folder: join(dir, 'b/water'), value: 'water', also: `${join(dir, 'a/water')}/pack.json department` })
})

test('a pack uses what another pack declares', async () => {
  const lake = { department: 'lake', version: '2026.1', titles: [{ code: 'lake-head', head: 'WATER_HEAD', levels: ['TOWN'] }] }
  await write('water', water())
  await write('lake', {
    'pack.json': lake,
    'texts.zh.json': { departments: { lake: { name: '湖' } }, titles: { 'lake-head': { name: '湖长' } } },
    'texts.en.json': { departments: { lake: { name: 'Lake' } }, titles: { 'lake-head': { name: 'Lake head' } } },
  })
  expect((await loadPacks([dir])).headOf('lake-head')).toBe('WATER_HEAD')
})

test('a file that is missing, of another encoding or half written is named', async () => {
  const gbk = Uint8Array.of(0x7b, 0x22, 0xb2, 0xbf, 0xc3, 0xc5, 0x22, 0x7d)
  await write('water', { ...water(), 'texts.zh.json': gbk, 'texts.en.json': '{"departments": {' })
  await rm(join(dir, 'water/pack.json'))
  const folder = join(dir, 'water')
  expect(await problems()).toEqual([
    { rule: 'FILE', folder, file: 'pack.json', value: 'ENOENT' },
    { rule: 'UTF8', folder, file: 'texts.zh.json', value: 'GBK' },
    { rule: 'JSON', folder, file: 'texts.en.json', value: expect.stringContaining('SyntaxError') },
  ])
})

test('an encoding that is neither is said to be unknown', async () => {
  await write('water', { ...water(), 'texts.zh.json': Uint8Array.of(0x7b, 0xff, 0xff, 0x7d) })
  expect(await problems()).toMatchObject([{ rule: 'UTF8', file: 'texts.zh.json', value: 'unknown' }])
})

test('a file that holds no object is named', async () => {
  await write('water', { ...water(), 'pack.json': '[]' })
  expect(await problems()).toEqual([{ rule: 'OBJECT', folder: join(dir, 'water'), file: 'pack.json', value: [] }])
})

test('a directory that is missing or holds no pack is named', async () => {
  expect(await problems(join(dir, 'nowhere'))).toEqual([{ rule: 'DIRECTORY', folder: join(dir, 'nowhere'), value: 'ENOENT' }])
  expect(await problems()).toEqual([{ rule: 'NO_PACK', folder: dir, value: [] }])
})

test('the message names folder, file, field, value and rule in both languages, one problem a line', async () => {
  const files = put(put(water(), 'pack.json', 'titles[0].levels[1]', 'STREET'), 'pack.json', 'version', undefined)
  await write('water', put(files, 'texts.en.json', 'places', 'x'.repeat(100)))
  const message = new PacksInvalid(await problems()).message.replaceAll(dir, 'packs')
  expect(message.split('\n')).toEqual([
    'The packs are not valid / 部门包有误:',
    '  packs/water/pack.json version: missing / 缺: 版本为年份加序号,如 2026.1 / a version is the year and a number, as in 2026.1 [VERSION]',
    '  packs/water/pack.json titles[0].levels[1]: "STREET": 级别为 CITY、COUNTY、TOWN 或 VILLAGE / a level is CITY, COUNTY, TOWN or VILLAGE [LEVEL]',
    `  packs/water/texts.en.json places: "${'x'.repeat(78)}…: 没有此字段 / there is no such field [FIELD_UNKNOWN]`,
  ])
})
