import type { UnitRow } from '../unit-import/unit-rows.domain'

/** A row of a file of units: the association of the street, unless told otherwise. */
export function aUnitRow(said: Partial<UnitRow> = {}): UnitRow {
  const cells = { also_covers: '', parent: '', mode: '', host: '' }
  return { line: 2, name: '东亭街道科协', type: 'TOWN', area: '320205001', ...cells, from: '2018-06-11', ...said }
}

/** A list of units as CSV, with the heads that Chinese files have. */
export function unitList(rows: readonly UnitRow[]): string {
  const head = '名称,类型,区划代码,联建覆盖,上级组织,组建方式,依托单位,成立日期'
  const lines = rows.map((row) => [row.name, row.type, row.area, row.also_covers, row.parent, row.mode, row.host, row.from].join())
  return [head, ...lines].join('\n')
}
