import { ListFile } from '../list-import/list-file'
import { COVER_COLUMNS } from './cover-rows.domain'

/** The file of a list of covered employers. */
export const COVER_FILE = new ListFile(COVER_COLUMNS, {
  unit: '覆盖组织',
  employer: '单位名称',
  credit_code: '统一社会信用代码',
  area: '区划代码',
  kind: '单位类别',
  level: '层级',
  mode: '组建方式',
  from: '纳入日期',
  until: '终止日期',
  reason: '终止原因',
})
