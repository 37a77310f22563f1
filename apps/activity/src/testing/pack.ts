import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const texts = (name: string, figure: string) => ({
  departments: { water: { name } },
  heads: { WATER_HEAD: { name } },
  titles: { 'works-head': { name } },
  employerKinds: { 'water-works': { name } },
  activityTypes: { 'river-walk': { name } },
  figures: { 'bank-cleared': { name: figure } },
  units: { metres: { name: figure } },
})

/** A fifth department as a folder: it has a head, a title and an activity of its own, and one figure that nobody else has. */
export async function writeWaterPack(said: { version?: string; figures?: object[]; name?: string } = {}, dir?: string): Promise<string> {
  const { version = '2026.1', name = 'River walk' } = said
  const figures = said.figures ?? [
    { code: 'audience', required: true },
    { code: 'sessions', required: true },
    { code: 'bank-cleared', required: true },
  ]
  const pack = {
    department: 'water',
    version,
    order: 50,
    head: 'WATER_HEAD',
    employerKinds: [{ code: 'water-works', levels: ['COUNTY', 'TOWN'] }],
    titles: [{ code: 'works-head', head: 'WATER_HEAD', levels: ['COUNTY', 'TOWN'], employerKinds: ['water-works'] }],
    units: ['metres'],
    figures: [{ code: 'bank-cleared', unit: 'metres', integer: true }],
    activityTypes: [{ code: 'river-walk', clause: 'N2.2c', figures }],
  }
  const packs = dir ?? (await mkdtemp(join(tmpdir(), 'packs-')))
  const files = { 'pack.json': pack, 'texts.zh.json': texts('巡河', '清理岸线'), 'texts.en.json': texts(name, 'Bank cleared') }
  await mkdir(join(packs, 'water'), { recursive: true })
  for (const [file, content] of Object.entries(files)) await writeFile(join(packs, 'water', file), JSON.stringify(content))
  return packs
}
