import type { CoverRow } from '../cover-import/cover-rows.domain'
import type { ConditionRow } from '../condition-import/condition-rows.domain'

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
