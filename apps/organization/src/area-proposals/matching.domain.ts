import type { AreaCode, Level } from '@sizhang/contracts'
import type { AreaChange, AreaChangeKind, Compared, Correction, ListedRow, PresentArea } from './lists.domain'

/** Which rows of a new list stand for which areas in force, level by level from the city down: what is decided above decides below. */
export class Matching {
  readonly changes: AreaChange[] = []
  /** Areas of this level that no row stands for yet. */
  areas: PresentArea[] = []
  /** Rows of this level that stand for no area yet. */
  rows: ListedRow[] = []
  private level: Level = 'CITY'
  private ofLevel: AreaChange[] = []
  private readonly listed: ReadonlyMap<AreaCode, ListedRow>
  private readonly missing: ReadonlySet<AreaCode>
  /** Areas by their codes in the new list; a new one is named by that code. */
  private readonly byListCode = new Map<AreaCode, AreaCode>()
  /** What carries an area on that ends: by its code in the new list. */
  private readonly heirs = new Map<AreaCode, AreaCode>()

  constructor(private readonly compared: Compared) {
    const { present, rows, missing } = compared
    this.missing = new Set(missing)
    const unchanged = present.filter(({ id }) => !this.missing.has(id))
    this.listed = new Map([...unchanged, ...rows].map((row) => [row.code, row]))
    for (const { code, id } of unchanged) this.byListCode.set(code, id)
  }

  begin(level: Level): void {
    this.level = level
    this.areas = this.compared.present.filter((area) => area.level === level && this.missing.has(area.id))
    this.rows = this.compared.rows.filter((row) => row.level === level)
    this.ofLevel = []
  }

  /** Does as a clerk said, where it is about this level. */
  correct({ as, area: id, listCode }: Correction): void {
    const area = this.areas.find((one) => one.id === id)
    const row = this.rows.find(({ code }) => code === listCode)
    if (as === 'CONTINUED' && area && row) this.pair(area, row)
    if (as === 'MERGED' && area && listCode) this.merge(area, listCode)
    if (as === 'GONE' && area) this.end(area, 'GONE', null)
    if (as === 'SPLIT' && row && id) this.split(row, id)
    if (as === 'ADDED' && row) this.add(row, 'ADDED', null)
  }

  /** The area above, as what it goes on. */
  aboveArea({ parentId }: PresentArea): AreaCode | null {
    if (parentId === null) return null
    const heir = this.heirs.get(parentId)
    return heir === undefined ? parentId : (this.byListCode.get(heir) ?? heir)
  }

  aboveRow({ parent }: ListedRow): AreaCode | null {
    return parent === null ? null : (this.byListCode.get(parent) ?? parent)
  }

  /** Pairs what has the same sign, where one area and one row alone have it. */
  pairUnique(signOfArea: (area: PresentArea) => string, signOfRow: (row: ListedRow) => string): void {
    const areas = bySign(this.areas, signOfArea)
    for (const [sign, [row, ...others]] of bySign(this.rows, signOfRow)) {
      const [area, ...more] = areas.get(sign) ?? []
      if (area && row && others.length === 0 && more.length === 0) this.pair(area, row)
    }
  }

  /** A row stands for an area: under the same area above it goes on, under another it was moved there. */
  pair(area: PresentArea, row: ListedRow): void {
    this.take(area, row)
    if (this.aboveArea(area) !== this.aboveRow(row)) {
      this.heirs.set(area.id, row.code)
      this.byListCode.set(row.code, row.code)
      this.ofLevel.push({ kind: 'MOVED', area: area.id, row, other: null })
      return
    }
    this.byListCode.set(row.code, area.id)
    const kind = differenceBetween(area, row)
    if (kind) this.ofLevel.push({ kind, area: area.id, row, other: null })
  }

  /** An area became a part of another, which the new list has under this code. */
  merge(area: PresentArea, into: AreaCode): void {
    this.heirs.set(area.id, into)
    this.end(area, 'MERGED', into)
  }

  /** Whether an area of this level became a part of that of a row. */
  isMergedInto(code: AreaCode): boolean {
    return this.ofLevel.some(({ kind, other }) => kind === 'MERGED' && other === code)
  }

  /** A row is a part of what was an area. */
  split(row: ListedRow, from: AreaCode): void {
    this.add(row, 'SPLIT', from)
  }

  /** Whether the new list has an area of this level under a code, below the same area as another one. */
  isListedBeside(code: AreaCode, area: PresentArea): boolean {
    const row = this.listed.get(code)
    return row?.level === this.level && this.aboveRow(row) === this.aboveArea(area)
  }

  /** What stands alone at the end is gone, or new; an area that is not in the list and has parts in it was split up. */
  finish(): void {
    for (const row of [...this.rows]) this.add(row, 'ADDED', null)
    for (const area of [...this.areas]) {
      const first = this.ofLevel.find(({ kind, other }) => kind === 'SPLIT' && other === area.id)?.row
      if (first) this.heirs.set(area.id, first.code)
      this.end(area, first ? 'SPLIT' : 'GONE', null)
    }
    this.changes.push(...this.ofLevel.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)))
  }

  private add(row: ListedRow, kind: AreaChangeKind, other: AreaCode | null): void {
    this.rows = this.rows.filter((one) => one !== row)
    this.byListCode.set(row.code, row.code)
    this.ofLevel.push({ kind, area: null, row, other })
  }

  private end(area: PresentArea, kind: AreaChangeKind, other: AreaCode | null): void {
    this.areas = this.areas.filter((one) => one !== area)
    this.ofLevel.push({ kind, area: area.id, row: null, other })
  }

  private take(area: PresentArea, row: ListedRow): void {
    this.areas = this.areas.filter((one) => one !== area)
    this.rows = this.rows.filter((one) => one !== row)
  }
}

function differenceBetween(area: ListedRow, row: ListedRow): AreaChangeKind | null {
  if (area.code !== row.code) return 'RECODED'
  if (area.name !== row.name) return 'RENAMED'
  return area.kind === row.kind && area.placeholder === row.placeholder ? null : 'RECLASSIFIED'
}

function placeOf({ area, row }: AreaChange): string {
  return row?.code ?? area ?? ''
}

function bySign<Item>(items: readonly Item[], signOf: (item: Item) => string): Map<string, Item[]> {
  const signs = new Map<string, Item[]>()
  for (const item of items) signs.set(signOf(item), [...(signs.get(signOf(item)) ?? []), item])
  return signs
}
