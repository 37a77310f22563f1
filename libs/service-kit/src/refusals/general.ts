import { refusals } from './refusal'

/** Refusals that every service gives. */
export const generalRefusals = refusals({
  UNAUTHENTICATED: {
    family: 'UNAUTHENTICATED',
    zh: { message: '请先登录', hint: '登录后重试。' },
    en: { message: 'Please sign in first', hint: 'Sign in and try again.' },
  },
  FORBIDDEN: {
    family: 'FORBIDDEN',
    zh: { message: '您没有这项权限', hint: '请联系市科协管理员。' },
    en: { message: 'You have no right to do this', hint: 'Ask the administrator of the city association.' },
  },
  NOT_FOUND: {
    family: 'NOT_FOUND',
    zh: { message: '没有找到“{value}”', hint: '请核对编号，或从列表中重新选择。' },
    en: { message: 'Nothing found for “{value}”', hint: 'Check the id, or choose from the list again.' },
  },
  CONFLICT: {
    family: 'CONFLICT',
    zh: { message: '记录已被他人修改：您看到的是第 {expected} 版，现在是第 {current} 版', hint: '请刷新后再改。' },
    en: {
      message: 'Somebody else changed the record: you saw version {expected}, it is now {current}',
      hint: 'Reload and change it again.',
    },
  },
  IDEMPOTENCY_KEY_REUSED: {
    family: 'IDEMPOTENCY_KEY_REUSED',
    zh: { message: '命令编号“{value}”已用于另一内容', hint: '新的操作请用新的命令编号。' },
    en: { message: 'Command id “{value}” was used before with other content', hint: 'Use a new command id for a new command.' },
  },
  COMMAND_ID_INVALID: {
    family: 'BAD_USER_INPUT',
    zh: { message: '命令编号“{value}”不是 UUID', hint: '请用 UUID 作命令编号。' },
    en: { message: 'Command id “{value}” is no UUID', hint: 'Use a UUID as command id.' },
  },
  UNAVAILABLE: {
    family: 'UNAVAILABLE',
    zh: { message: '服务暂时不可用', hint: '请稍后重试；重发操作请用同一命令编号，不会重复记录。' },
    en: { message: 'The service is not available now', hint: 'Try again soon; a command sent again with its id is not recorded twice.' },
  },
  DATABASE_OUTDATED: {
    family: 'UNAVAILABLE',
    zh: { message: '该服务的数据库早于已发布的记录，暂不接受修改', hint: '请联系运维人员恢复最新的数据库备份。' },
    en: {
      message: "The service's database is older than what it has published: nothing can be changed now",
      hint: 'Ask the operator to restore a later copy of the database.',
    },
  },
  RECORD_TOO_LARGE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '记录过大（{size} 字节，上限 {max} 字节）', hint: '请减少内容后重试。' },
    en: { message: 'The record is too large ({size} bytes, at most {max})', hint: 'Shorten it and try again.' },
  },
  GRAPH_REQUEST_INVALID: {
    family: 'BAD_USER_INPUT',
    zh: { message: '请求不符合接口定义：{problem}', hint: '请对照接口文档修改。' },
    en: { message: 'The request does not fit the graph: {problem}', hint: 'Compare it with the documentation of the graph.' },
  },
  FIRST_OUT_OF_RANGE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '每页条数“{value}”超出范围（1 至 200）', hint: '请用 1 至 200 之间的整数。' },
    en: { message: 'Page size “{value}” is out of range (1 to 200)', hint: 'Use a whole number from 1 to 200.' },
  },
  CURSOR_INVALID: {
    family: 'BAD_USER_INPUT',
    zh: { message: '翻页标记无效', hint: '请从第一页重新开始；翻页标记只对原来的筛选条件和本人有效。' },
    en: { message: 'The cursor is not valid', hint: 'Start from the first page: a cursor belongs to one filter and one reader.' },
  },
  VALUE_INVALID: {
    family: 'BAD_USER_INPUT',
    zh: { message: '“{value}”不是有效的 {type}', hint: '请按接口定义填写，日期如 2018-06-11。' },
    en: { message: '“{value}” is no valid {type}', hint: 'Give it as the graph says; a day as 2018-06-11.' },
  },
  TEXT_TOO_SHORT: {
    family: 'BAD_USER_INPUT',
    zh: { message: '内容过短：至少 {min} 个字', hint: '请填写完整。' },
    en: { message: 'Too short: at least {min} characters', hint: 'Write it in full.' },
  },
  TEXT_TOO_LONG: {
    family: 'BAD_USER_INPUT',
    zh: { message: '内容过长：{length} 个字，最多 {max} 个字', hint: '请缩短。' },
    en: { message: 'Too long: {length} characters, at most {max}', hint: 'Shorten it.' },
  },
  TEXT_HAS_CONTROL_SIGNS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '内容含有不可见的控制字符', hint: '请重新键入，不要粘贴。' },
    en: { message: 'The text holds invisible control signs', hint: 'Type it again instead of pasting it.' },
  },
})
