import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkFigures } from './figures'
import { loadPacks } from './load'
import { PacksInvalid } from './rules'

const ownPacks = join(__dirname, '..')
const guide = join(__dirname, '../../../docs/departments.md')
let dir: string

/** Writes the files that the guide shows, as a reader would copy them. */
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'departments-'))
  const shown = [...(await readFile(guide, 'utf8')).matchAll(/^`(meteorology\/[\w.]+)`\n\n```json\n(.+?)^```/gms)]
  expect(shown.map(([, file]) => file)).toEqual(['meteorology/pack.json', 'meteorology/texts.zh.json', 'meteorology/texts.en.json'])
  for (const [, file = '', content = ''] of shown) {
    await mkdir(dirname(join(dir, file)), { recursive: true })
    await writeFile(join(dir, file), content)
  }
})
afterAll(() => rm(dir, { recursive: true }))

test('the guide’s pack adds a fifth department beside the four, with a head of its own', async () => {
  const packs = await loadPacks([ownPacks, dir])
  expect(packs.departments().map(({ code }) => code)).toEqual([
    'health',
    'education',
    'agriculture',
    'enterprise',
    'meteorology',
    'general',
  ])
  expect(packs.heads().map(({ code, texts }) => [code, texts.zh.name])).toContainEqual(['WEATHER_STATION_HEAD', '气象站站长'])
  expect(packs.headOf('weather-station-head', 'TOWN')).toBe('WEATHER_STATION_HEAD')
  expect(packs.headOf('weather-warden', 'VILLAGE')).toBe('OTHER_KEY')
})

test('its activities are recorded with figures of its own and of all', async () => {
  const type = (await loadPacks([ownPacks, dir])).activityType('weather-open-day')
  expect(type?.figures.map(({ code, unit }) => [code, unit])).toEqual([
    ['audience', 'person-times'],
    ['sessions', 'sessions'],
    ['instruments-shown', 'instruments'],
    ['volunteer-hours', 'hours'],
  ])
  expect(checkFigures(type ?? { figures: [] }, [{ code: 'audience', value: 80 }])).toEqual([{ code: 'FIGURE_MISSING', figure: 'sessions' }])
})

test('alone it is not valid: what it uses is declared in the general pack', async () => {
  await expect(loadPacks([dir])).rejects.toThrow(PacksInvalid)
})

test('the guide shows the refusal as it is', async () => {
  const file = join(dir, 'meteorology/pack.json')
  const right = await readFile(file, 'utf8')
  await writeFile(file, right.replace('"levels": ["COUNTY", "TOWN"], "employerKinds"', '"levels": ["COUNTY", "STREET"], "employerKinds"'))
  const refusal: unknown = await loadPacks([ownPacks, dir]).catch((error: unknown) => error)
  await writeFile(file, right)
  expect(await readFile(guide, 'utf8')).toContain(
    refusal instanceof PacksInvalid ? refusal.message.replaceAll(dir, 'packs') : String(refusal),
  )
})
