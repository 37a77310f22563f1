import { AreaEstablished, type AreaCode, type AreaEnd, type AreaKind, type Level, type LocalDate } from '@sizhang/contracts'
import { decided, isLocalDate, plainText, problemOf, Rejected, type Decision, type RowProblem } from '@sizhang/service-kit/rules'

/** What an area is called, and what it is, from a day on. */
export interface Designation {
  /** The code that the list of areas has. */
  code: AreaCode
  name: string
  kind: AreaKind | null
  placeholder: boolean
  from: LocalDate
  /** The document it rests on. */
  paper: string
}

/** How an area ended, and what took its place. */
interface AreaEnding {
  on: LocalDate
  how: AreaEnd
  /** The first carries on what covered the area, and who has a right to it. */
  successors: AreaCode[]
  /** From the city down to the first successor; empty: there is none. */
  heir: AreaCode[]
  paper: string
}

/** 区划: an administrative area, as organization keeps it. What stands here first is how it was established; that is never written over. */
export interface Area {
  /** Its first code, which is its name in all records; the list may have it under another by now. */
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
  /** What it was called and what it was later, in order of time; absent: it never changed. */
  later?: Designation[]
  /** Absent: it is in force. */
  end?: AreaEnding
  /** The area that it was a part of; absent: none. */
  splitFrom?: AreaCode
  /** The document that it was established by; absent: it came with the first list. */
  paper?: string
  /** The proposals that established or changed it. */
  lists?: string[]
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
export function rowOfArea({ code, name, level, parent, kind, placeholder }: Omit<Area, 'path' | 'from'>): Omit<AreaRow, 'line'> {
  return {
    code,
    name,
    level: level.toLowerCase(),
    parent_code: parent ?? '',
    kind: (kind && KIND_CODES.get(kind)) ?? '',
    flag: placeholder ? 'placeholder' : '',
  }
}

/**
 * Checks a whole list against itself and against the areas that are known: codes, levels, kinds, parents, doubles (domain (i)).
 * @param known areas in force by the codes of the list, with those codes in the place of their first ones
 * @param borne first codes of areas: a new area cannot have one of them for a name
 */
export function checkAreaList(
  rows: readonly AreaRow[],
  known: ReadonlyMap<AreaCode, Area>,
  borne: ReadonlySet<AreaCode> = new Set(),
): CheckedList {
  const problems: RowProblem[] = []
  const inFile = new Map<AreaCode, { row: AreaRow; area: Area }>()
  for (const row of rows) {
    try {
      const other = inFile.get(row.code)
      if (other) throw new Rejected('AREA_CODE_TWICE', { field: 'code', value: row.code, other: other.row.line })
      inFile.set(row.code, { row, area: areaOf(row) })
    } catch (error) {
      if (!(error instanceof Rejected)) throw error
      problems.push(problemOf(row.line, error))
    }
  }
  const fresh: Area[] = []
  const find = (code: AreaCode) => inFile.get(code)?.area ?? known.get(code)
  for (const { row, area } of [...inFile.values()].sort((a, b) => ORDER.indexOf(a.area.level) - ORDER.indexOf(b.area.level))) {
    const refusal = placeBelowParent(area, find) ?? differenceFrom(known.get(area.code), area) ?? borneBefore(area.code, known, borne)
    if (refusal) problems.push(problemOf(row.line, refusal))
    else if (!known.has(area.code)) fresh.push({ ...area, parent: area.path.at(-2) ?? null })
  }
  problems.sort((a, b) => a.line - b.line)
  return { fresh, unchanged: rows.length - fresh.length - problems.length, problems }
}

/** An area enters the list. */
export function establishArea(area: Area): Decision<Area> {
  const { code, parent, level, kind, placeholder, path, from, splitFrom } = area
  const fact = { code, parent, level, kind, placeholder, path, from, ...(splitFrom ? { splitFrom } : {}) }
  return decided(area, AreaEstablished.of(fact))
}

/** A level by its name in a list of areas. */
export function levelOf(name: string): Level {
  const level = ORDER.find((known) => known.toLowerCase() === name)
  if (!level) throw new Rejected('AREA_LEVEL_UNKNOWN', { field: 'level', value: name })
  return level
}

/** A day as an address has it; undefined: none is said. */
export function dayOf(text: string | undefined): LocalDate | undefined {
  if (text !== undefined && !isLocalDate(text)) throw new Rejected('VALUE_INVALID', { field: 'on', value: text, type: 'LocalDate' })
  return text
}

function areaOf(row: AreaRow): Area {
  const level = levelOf(row.level)
  refuseRounded('code', row.code)
  refuseRounded('parent_code', row.parent_code)
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

/** A spreadsheet shows a code of twelve digits as `3.20205E+11`, and saves what it shows. */
export function refuseRounded(field: string, value: string): void {
  if (/^\d(\.\d+)?E\+\d+$/i.test(value)) throw new Rejected('AREA_CODE_ROUNDED', { field, value })
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

/** A code that another area bore first is that one's name in all records. */
function borneBefore(code: AreaCode, known: ReadonlyMap<AreaCode, Area>, borne: ReadonlySet<AreaCode>): Rejected | undefined {
  return known.has(code) || !borne.has(code) ? undefined : new Rejected('AREA_CODE_BORNE_BEFORE', { field: 'code', value: code })
}

function differenceFrom(known: Area | undefined, area: Area): Rejected | undefined {
  if (!known) return undefined
  const told = { name: 'name', level: 'level', kind: 'kind', placeholder: 'flag', parent: 'parent_code' } as const
  const fields = (Object.keys(told) as (keyof typeof told)[]).filter((field) => known[field] !== area[field]).map((field) => told[field])
  return fields.length === 0 ? undefined : new Rejected('AREA_DIFFERS', { field: fields.join(), value: area.code, fields: fields.join() })
}
