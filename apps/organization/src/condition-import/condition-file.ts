import { ListFile } from '../list-import/list-file'
import { CONDITION_COLUMNS } from './condition-rows.domain'

/** The file of a list of conditions. */
export const CONDITION_FILE = new ListFile(CONDITION_COLUMNS, {
  unit: '组织',
  kind: '条件类别',
  value: '数值',
  from: '起始日期',
  source: '依据类别',
  evidence_title: '依据名称',
  evidence_number: '文号',
})
