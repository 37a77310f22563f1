import { ListFile } from '../list-import/list-file'
import { UNIT_COLUMNS } from './unit-rows.domain'

/** The file of a list of units. */
export const UNIT_FILE = new ListFile(UNIT_COLUMNS, {
  name: '名称',
  type: '类型',
  area: '区划代码',
  also_covers: '联建覆盖',
  parent: '上级组织',
  mode: '组建方式',
  host: '依托单位',
  from: '成立日期',
})
