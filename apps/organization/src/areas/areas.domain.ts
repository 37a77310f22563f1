import { AreaEstablished, type AreaCode, type AreaKind, type Level, type LocalDate } from '@sizhang/contracts'
import { decided, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'

/** 区划: an administrative area, as organization keeps it. */
export interface Area {
  code: AreaCode
  name: string
  level: Level
  kind: AreaKind | null
  placeholder: boolean
  parent: AreaCode | null
  /** From the city down to this area, itself included. */
  path: AreaCode[]
  /** Valid from; null: since ever. */
  from: LocalDate | null
}

/** A row of a list of areas, as it stands in the file. */
export interface AreaRow {
  line: number
  code: string
  name: string
  level: string
  parent_code: string
  kind: string
  flag: string
}

/** What is wrong with a row. */
export interface RowProblem {
  line: number
  refusal: Rejected
}

/** A checked list: the areas that are new, and what is wrong. With a problem nothing of the list may be kept. */
export interface CheckedList {
  fresh: Area[]
  unchanged: number
  problems: RowProblem[]
}

const ORDER: readonly Level[] = ['CITY', 'COUNTY', 'TOWN', 'VILLAGE']
const DIGITS: Record<Level, readonly number[]> = { CITY: [4, 6], COUNTY: [6], TOWN: [9], VILLAGE: [12] }
const KINDS: Record<string, { level: Level; kind: AreaKind }> = {
  subdistrict: { level: 'TOWN', kind: 'STREET' },
  town: { level: 'TOWN', kind: 'TOWN' },
  township: { level: 'TOWN', kind: 'TOWNSHIP' },
  quasi: { level: 'TOWN', kind: 'ZONE' },
  community: { level: 'VILLAGE', kind: 'COMMUNITY' },
  village: { level: 'VILLAGE', kind: 'VILLAGE' },
  'quasi-community': { level: 'VILLAGE', kind: 'QUASI_COMMUNITY' },
  'quasi-village': { level: 'VILLAGE', kind: 'QUASI_VILLAGE' },
}

const KIND_CODES = new Map(Object.entries(KINDS).map(([code, { kind }]) => [kind, code]))

/** An area as a list of areas writes it: what `checkAreaList` finds unchanged. */
export function rowOfArea({ code, name, level, parent, kind, placeholder }: Area): Omit<AreaRow, 'line'> {
  return {
    code,
    name,
    level: level.toLowerCase(),
    parent_code: parent ?? '',
    kind: (kind && KIND_CODES.get(kind)) ?? '',
    flag: placeholder ? 'placeholder' : '',
  }
}

/** Checks a whole list against itself and against the areas that are known: codes, levels, kinds, parents, doubles (domain (i)). */
export function checkAreaList(rows: readonly AreaRow[], known: ReadonlyMap<AreaCode, Area>): CheckedList {
  const problems: RowProblem[] = []
  const inFile = new Map<AreaCode, { row: AreaRow; area: Area }>()
  for (const row of rows) {
    try {
      const other = inFile.get(row.code)
      if (other) throw new Rejected('AREA_CODE_TWICE', { field: 'code', value: row.code, other: other.row.line })
      inFile.set(row.code, { row, area: areaOf(row) })
    } catch (error) {
      if (!(error instanceof Rejected)) throw error
      problems.push({ line: row.line, refusal: error })
    }
  }
  const fresh: Area[] = []
  const find = (code: AreaCode) => inFile.get(code)?.area ?? known.get(code)
  for (const { row, area } of [...inFile.values()].sort((a, b) => ORDER.indexOf(a.area.level) - ORDER.indexOf(b.area.level))) {
    const refusal = placeBelowParent(area, find) ?? differenceFrom(known.get(area.code), area)
    if (refusal) problems.push({ line: row.line, refusal })
    else if (!known.has(area.code)) fresh.push(area)
  }
  problems.sort((a, b) => a.line - b.line)
  return { fresh, unchanged: rows.length - fresh.length - problems.length, problems }
}

/** An area enters the list. */
export function establishArea(area: Area): Decision<Area> {
  const { name: _, ...fact } = area
  return decided(area, AreaEstablished.of(fact))
}

/** A level by its name in a list of areas. */
export function levelOf(name: string): Level {
  const level = ORDER.find((known) => known.toLowerCase() === name)
  if (!level) throw new Rejected('AREA_LEVEL_UNKNOWN', { field: 'level', value: name })
  return level
}

function areaOf(row: AreaRow): Area {
  const level = levelOf(row.level)
  if (!/^\d+$/.test(row.code) || !DIGITS[level].includes(row.code.length))
    throw new Rejected('AREA_CODE_INVALID', { field: 'code', value: row.code, level })
  const kind = KINDS[row.kind]
  const kindFits = level === 'TOWN' || level === 'VILLAGE' ? kind?.level === level : row.kind === ''
  if (!kindFits) throw new Rejected('AREA_KIND_UNKNOWN', { field: 'kind', value: row.kind, level })
  if (row.flag !== '' && row.flag !== 'placeholder') throw new Rejected('AREA_FLAG_UNKNOWN', { field: 'flag', value: row.flag })
  return {
    code: row.code,
    name: plainText('name', row.name, { min: 2, max: 60 }),
    level,
    kind: kind?.kind ?? null,
    placeholder: row.flag === 'placeholder',
    parent: row.parent_code === '' ? null : row.parent_code,
    path: [row.code],
    from: null,
  }
}

/** Sets the path of an area below its parent; the refusal when the parent is missing or no parent of it. */
function placeBelowParent(area: Area, find: (code: AreaCode) => Area | undefined): Rejected | undefined {
  if (area.parent === null)
    return area.level === 'CITY' ? undefined : new Rejected('AREA_PARENT_UNKNOWN', { field: 'parent_code', value: '' })
  const parent = find(area.parent)
  if (!parent) return new Rejected('AREA_PARENT_UNKNOWN', { field: 'parent_code', value: area.parent })
  const oneUp = ORDER.indexOf(parent.level) === ORDER.indexOf(area.level) - 1
  const prefix = parent.level === 'CITY' ? parent.code.slice(0, 4) : parent.code
  if (!oneUp || !area.code.startsWith(prefix)) return new Rejected('AREA_PARENT_WRONG', { field: 'parent_code', value: area.parent })
  area.path = [...parent.path, area.code]
  return undefined
}

function differenceFrom(known: Area | undefined, area: Area): Rejected | undefined {
  if (!known) return undefined
  const fields = (['name', 'level', 'kind', 'placeholder', 'parent'] as const).filter((field) => known[field] !== area[field])
  return fields.length === 0 ? undefined : new Rejected('AREA_DIFFERS', { field: fields.join(), value: area.code, fields: fields.join() })
}
