import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadPacks } from './load'
import { PacksInvalid, type PackProblem } from './rules'

export type Files = Record<string, unknown>

/** The files of a small pack that stands alone and keeps every rule. */
export const water = (): Files => ({
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
    unitTypes: [{ code: 'WATER_STATION', like: 'HOSPITAL', parents: ['COUNTY', 'TOWN'] }],
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
    unitTypes: { WATER_STATION: { name } },
  }
}

/** Writes a pack's folder; a string or bytes are written as they are. */
export async function write(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [file, content] of Object.entries(files)) {
    const raw = typeof content === 'string' || content instanceof Uint8Array
    await writeFile(join(folder, file), raw ? content : JSON.stringify(content))
  }
}

/** Puts a value at a field such as `titles[0].levels[1]`; `undefined` takes the field out. */
export function put(files: Files, file: string, field: string, value: unknown): Files {
  const keys = field.split(/[.[\]]+/).filter(Boolean)
  const last = keys.pop() ?? ''
  const owner = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), files[file])
  if (value === undefined) Reflect.deleteProperty(Object(owner), last)
  else Reflect.set(Object(owner), last, value)
  return files
}

/** What is wrong with the packs in the directories. */
export async function problems(...dirs: string[]): Promise<readonly PackProblem[]> {
  const error: unknown = await loadPacks(dirs).then(
    () => 'the packs were loaded',
    (reason: unknown) => reason,
  )
  if (error instanceof PacksInvalid) return error.problems
  throw new Error(String(error))
}
