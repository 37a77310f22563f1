import { ListFile } from '../list-import/list-file'
import { SEAT_COLUMNS } from './seat-rows.domain'

/** The file of a list of seats. */
export const SEAT_FILE = new ListFile(SEAT_COLUMNS, {
  unit: '组织',
  kind: '机构类别',
  body: '机构名称',
  opened: '设立日期',
  term: '届次',
  from: '开始日期',
  until: '届满日期',
  title: '职务名称',
  rank: '职级',
  kinds: '可用方式',
  places: '名额',
  reserved_head: '保留给',
  by_post: '所任职务',
})
