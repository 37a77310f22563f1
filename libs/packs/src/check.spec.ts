import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problems, put, water, write } from './pack.fixture'
import type { Rule } from './rules'

let dir: string
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'packs-'))))
afterEach(() => rm(dir, { recursive: true }))

test.each<[Rule, string, string, unknown]>([
  ['CODE', 'pack.json', 'department', 'Water'],
  ['CODE', 'pack.json', 'titles[0].code', 'works_head'],
  ['CODE', 'pack.json', 'titles[0].code', 'works-'],
  ['CODE', 'pack.json', 'units[0]', 'a'.repeat(61)],
  ['CODE', 'pack.json', 'activityTypes[0].code', undefined],
  ['CODE', 'pack.json', 'carryingSocieties[0]', 7],
  ['CAPITALS', 'pack.json', 'head', 'water-head'],
  ['CAPITALS', 'pack.json', 'head', 1],
  ['CAPITALS', 'pack.json', 'titles[0].head', `W${'A'.repeat(60)}`],
  ['CAPITALS', 'pack.json', 'unitTypes[0].code', 'water-station'],
  ['CAPITALS', 'pack.json', 'unitTypes[0].like', undefined],
  ['CAPITALS', 'pack.json', 'unitTypes[0].parents[1]', 'Town'],
  ['LEVEL', 'pack.json', 'titles[0].levels[1]', 'STREET'],
  ['LIST_EMPTY', 'pack.json', 'unitTypes[0].parents', []],
  ['NAMED_TWICE', 'pack.json', 'unitTypes[0].parents[1]', 'COUNTY'],
  ['LIST', 'pack.json', 'unitTypes', { code: 'WATER_STATION' }],
  ['FIELD_UNKNOWN', 'pack.json', 'unitTypes[0].bodies', []],
  ['LIST_EMPTY', 'pack.json', 'employerKinds[0].levels', []],
  ['LIST_EMPTY', 'pack.json', 'titles[0].employerKinds', []],
  ['LIST_EMPTY', 'pack.json', 'activityTypes[0].placeKinds', []],
  ['NAMED_TWICE', 'pack.json', 'titles[0].levels[1]', 'COUNTY'],
  ['NAMED_TWICE', 'pack.json', 'activityTypes[0].figures[2]', { code: 'audience', required: false }],
  ['LIST', 'pack.json', 'titles', { code: 'works-head' }],
  ['LIST', 'pack.json', 'titles[0].levels', 'COUNTY'],
  ['LIST', 'pack.json', 'employerKinds', 'none'],
  ['LIST', 'pack.json', 'units', {}],
  ['LIST', 'pack.json', 'figures', null],
  ['LIST', 'pack.json', 'placeKinds', 1],
  ['LIST', 'pack.json', 'activityTypes', false],
  ['LIST', 'pack.json', 'carryingSocieties', 'water-society'],
  ['OBJECT', 'pack.json', 'figures[1]', 'sessions'],
  ['FIELD_UNKNOWN', 'pack.json', 'titels', []],
  ['FIELD_UNKNOWN', 'pack.json', 'employerKinds[0].head', 'WATER_HEAD'],
  ['FIELD_UNKNOWN', 'pack.json', 'titles[0].level', 'COUNTY'],
  ['FIELD_UNKNOWN', 'pack.json', 'figures[0].min', 1],
  ['FIELD_UNKNOWN', 'pack.json', 'activityTypes[0].head', 'WATER_HEAD'],
  ['FIELD_UNKNOWN', 'pack.json', 'activityTypes[0].figures[0].unit', 'person-times'],
  ['VERSION', 'pack.json', 'version', '1'],
  ['VERSION', 'pack.json', 'version', undefined],
  ['ORDER', 'pack.json', 'order', -1],
  ['ORDER', 'pack.json', 'order', 1.5],
  ['ORDER', 'pack.json', 'order', 'last'],
  ['CLAUSE', 'pack.json', 'activityTypes[0].clause', '2.2'],
  ['CLAUSE', 'pack.json', 'activityTypes[0].clause', 2.2],
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
  await write(join(dir, 'water'), put(water(), file, field, value))
  expect(await problems(dir)).toContainEqual({ rule, folder: join(dir, 'water'), file, field, value })
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
  'unitTypes.WATER_STATION',
])('every code has a name in both languages, and no text is without its code: %s', async (field) => {
  for (const file of ['texts.zh.json', 'texts.en.json']) {
    await write(join(dir, 'water'), put(water(), file, field, undefined))
    expect(await problems(dir)).toEqual([{ rule: 'TEXT_MISSING', folder: join(dir, 'water'), file, field }])

    const unused = `${field.split('.')[0]}.lake`
    await write(join(dir, 'water'), put(water(), file, unused, { name: file === 'texts.zh.json' ? '湖' : 'Lake' }))
    expect(await problems(dir)).toMatchObject([{ rule: 'TEXT_UNUSED', file, field: unused }])
    await write(join(dir, 'water'), water())
  }
})

test.each([
  ['texts.zh.json', 'Water'],
  ['texts.en.json', 'Water (水)'],
])('each language keeps to itself: %s', async (file, name) => {
  await write(join(dir, 'water'), put(water(), file, 'titles.works-head.name', name))
  expect(await problems(dir)).toMatchObject([{ rule: 'TEXT_LANGUAGE', file, field: 'titles.works-head', value: { name } }])
  await write(join(dir, 'water'), put(water(), file, 'titles.works-head.description', name))
  expect(await problems(dir)).toMatchObject([{ rule: 'TEXT_LANGUAGE', value: { description: name } }])
})

test('every activity type requires audience and sessions', async () => {
  const wanted = { rule: 'SUMMED_FIGURES', file: 'pack.json', field: 'activityTypes[0].figures', value: 'river-walk' }
  await write(join(dir, 'water'), put(water(), 'pack.json', 'activityTypes[0].figures', [{ code: 'audience', required: true }]))
  expect(await problems(dir)).toMatchObject([wanted])
  await write(join(dir, 'water'), put(water(), 'pack.json', 'activityTypes[0].figures[1].required', false))
  expect(await problems(dir)).toMatchObject([wanted])
  await write(join(dir, 'water'), put(water(), 'pack.json', 'activityTypes[0].figures[1].code', 'depth'))
  expect(await problems(dir)).toContainEqual(expect.objectContaining(wanted))
})

test('a figure that no pack declares is not asked for', async () => {
  await write(join(dir, 'water'), put(water(), 'pack.json', 'activityTypes[0].figures[2]', { code: 'depth', required: false }))
  expect(await problems(dir)).toMatchObject([{ rule: 'NOT_DECLARED', field: 'activityTypes[0].figures[2].code', value: 'depth' }])
})
