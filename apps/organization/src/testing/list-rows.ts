import type { CoverRow } from '../cover-import/cover-rows.domain'
import type { ConditionRow } from '../condition-import/condition-rows.domain'
import type { SeatRow } from '../seat-import/seat-rows.domain'

/** A row of a file of covered employers: a firm of the street, covered by the firms' association since 2020, unless told otherwise. */
export function aCoverRow(said: Partial<CoverRow> = {}): CoverRow {
  const cells = { credit_code: '', level: '', mode: '', until: '', reason: '' }
  return {
    line: 2,
    unit: '东亭企业科协',
    employer: '红豆集团',
    area: '320205001',
    kind: '科技型企业',
    from: '2020-01-01',
    ...cells,
    ...said,
  }
}

/** A list of covered employers as CSV, with the heads that Chinese files have. */
export function coverList(rows: readonly CoverRow[]): string {
  const head = '覆盖组织,单位名称,统一社会信用代码,区划代码,单位类别,层级,组建方式,纳入日期,终止日期,终止原因'
  const cells = (row: CoverRow) => [
    ...[row.unit, row.employer, row.credit_code, row.area, row.kind, row.level],
    ...[row.mode, row.from, row.until, row.reason],
  ]
  return [head, ...rows.map((row) => cells(row).join())].join('\n')
}

/** A row of a file of conditions: two posts of the street's association, by a paper of 2024, unless told otherwise. */
export function aConditionRow(said: Partial<ConditionRow> = {}): ConditionRow {
  const evidence = { source: '机构编制文件', evidence_title: '三定方案', evidence_number: '锡编〔2024〕3号' }
  return { line: 2, unit: '东亭街道科协', kind: '编制', value: '2', from: '2024-01-01', ...evidence, ...said }
}

/** A list of conditions as CSV, with the heads that Chinese files have. */
export function conditionList(rows: readonly ConditionRow[]): string {
  const head = '组织,条件类别,数值,起始日期,依据类别,依据名称,文号'
  const cells = (row: ConditionRow) => [row.unit, row.kind, row.value, row.from, row.source, row.evidence_title, row.evidence_number]
  return [head, ...rows.map((row) => cells(row).join())].join('\n')
}

/** A row of a file of seats: the chair of the third committee of the street's association, of 2021 to 2026, unless told otherwise. */
export function aSeatRow(said: Partial<SeatRow> = {}): SeatRow {
  const body = { unit: '东亭街道科协', kind: '委员会', body: '', opened: '2018-06-11', term: '3', from: '2021-06-01', until: '2026-06-01' }
  const seat = { title: '主席', rank: '主席', kinds: '任职', places: '1', reserved_head: '', by_post: '' }
  return { line: 2, ...body, ...seat, ...said }
}

/** A row of the leader of a street's leading group, who leads it by his post, unless told otherwise. */
export function aGroupSeatRow(said: Partial<SeatRow> = {}): SeatRow {
  const group = { kind: '领导小组', body: '试点工作领导小组', term: '', from: '', until: '' }
  return aSeatRow({ ...group, title: '组长', rank: '组长', kinds: '兼职', by_post: '街道党工委书记', ...said })
}

/** A list of seats as CSV, with the heads that Chinese files have. */
export function seatList(rows: readonly SeatRow[]): string {
  const head = '组织,机构类别,机构名称,设立日期,届次,开始日期,届满日期,职务名称,职级,可用方式,名额,保留给,所任职务'
  const cells = (row: SeatRow) => [
    ...[row.unit, row.kind, row.body, row.opened, row.term, row.from, row.until],
    ...[row.title, row.rank, row.kinds, row.places, row.reserved_head, row.by_post],
  ]
  return [head, ...rows.map((row) => cells(row).join())].join('\n')
}
