import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A code with its name in both languages. */
type Named = Record<string, readonly [zh: string, en: string]>

const audience = { code: 'audience', required: true }
const sessions = { code: 'sessions', required: true }

const pack = {
  department: 'culture',
  version: '2026.1',
  order: 50,
  head: 'CULTURE_STATION_HEAD',
  employerKinds: [{ code: 'culture-station', levels: ['COUNTY', 'TOWN'] }],
  titles: [
    { code: 'culture-station-head', head: 'CULTURE_STATION_HEAD', levels: ['TOWN'], employerKinds: ['culture-station'] },
    { code: 'culture-steward', head: 'OTHER_KEY', levels: ['TOWN', 'VILLAGE'], employerKinds: ['culture-station'] },
  ],
  units: ['display-panels'],
  figures: [
    { code: 'panels-displayed', unit: 'display-panels', integer: true, max: 10000 },
    { code: 'screening-hours', unit: 'hours', integer: false, max: 10000 },
    { code: 'ticket-support', unit: 'fen', integer: true },
  ],
  placeKinds: ['culture-station'],
  activityTypes: [
    {
      code: 'travelling-science-show',
      clause: 'N2.2a',
      placeKinds: ['culture-station', 'school'],
      figures: [audience, sessions, { code: 'panels-displayed', required: true }, { code: 'volunteers', required: false }],
    },
    {
      code: 'science-film-evening',
      placeKinds: ['culture-station', 'village'],
      figures: [audience, sessions, { code: 'screening-hours', required: true }, { code: 'ticket-support', required: false }],
    },
  ],
}

const names: Record<string, Named> = {
  departments: { culture: ['文化', 'Culture'] },
  heads: { CULTURE_STATION_HEAD: ['文化站站长', 'Culture station head'] },
  titles: {
    'culture-station-head': ['文化站站长', 'Head of a culture station'],
    'culture-steward': ['文化管理员', 'Culture steward'],
  },
  employerKinds: { 'culture-station': ['文化站', 'Culture station'] },
  activityTypes: {
    'travelling-science-show': ['科普流动展览', 'Travelling science show'],
    'science-film-evening': ['科普电影晚会', 'Science film evening'],
  },
  figures: {
    'panels-displayed': ['展出图版', 'Panels displayed'],
    'screening-hours': ['放映时长', 'Screening time'],
    'ticket-support': ['票价补贴', 'Ticket support'],
  },
  units: { 'display-panels': ['块', 'panels'] },
  placeKinds: { 'culture-station': ['文化站', 'Culture station'] },
}

/** Codes that no other pack, and so no code, may know. */
export const CULTURE_CODES = [
  ...['CULTURE_STATION_HEAD', 'culture-station-head', 'culture-steward', 'culture-station', 'travelling-science-show'],
  ...['science-film-evening', 'panels-displayed', 'screening-hours', 'ticket-support', 'display-panels', '文化站', '科普流动展览'],
]

/** A fifth department, that the product does not ship, as a folder in `dir`: written as `docs/departments.md` describes. */
export async function writeCulturePack(dir: string): Promise<void> {
  await write(dir, pack, names)
}

/** The same department a year on: one title and one figure are gone, one figure has another name, a third is asked for besides. */
export async function changeCulturePack(dir: string): Promise<void> {
  const { 'panels-displayed': _, ...figures } = names['figures'] ?? {}
  const { 'culture-steward': __, ...titles } = names['titles'] ?? {}
  const changed = {
    ...pack,
    version: '2027.1',
    titles: pack.titles.filter(({ code }) => code !== 'culture-steward'),
    units: ['display-rooms'],
    figures: [
      ...pack.figures.filter(({ code }) => code !== 'panels-displayed'),
      { code: 'rooms-displayed', unit: 'display-rooms', integer: true, max: 100 },
    ],
    activityTypes: pack.activityTypes.map((type) => ({
      ...type,
      figures: type.figures.map((figure) => (figure.code === 'panels-displayed' ? { ...figure, code: 'rooms-displayed' } : figure)),
    })),
  }
  await write(dir, changed, {
    ...names,
    titles,
    units: { 'display-rooms': ['间', 'rooms'] },
    figures: { ...figures, 'screening-hours': ['放映小时数', 'Hours on screen'], 'rooms-displayed': ['展厅', 'Rooms opened'] },
  })
}

async function write(dir: string, data: object, texts: Record<string, Named>): Promise<void> {
  const folder = join(dir, 'culture')
  const spoken = (place: 0 | 1) =>
    Object.fromEntries(
      Object.entries(texts).map(([kind, list]) => [
        kind,
        Object.fromEntries(Object.entries(list).map(([code, both]) => [code, { name: both[place] }])),
      ]),
    )
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'pack.json'), JSON.stringify(data))
  await writeFile(join(folder, 'texts.zh.json'), JSON.stringify(spoken(0)))
  await writeFile(join(folder, 'texts.en.json'), JSON.stringify(spoken(1)))
}
