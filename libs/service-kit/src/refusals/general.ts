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
  FILE_MEDIA_TYPE: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '文件不能以“{value}”格式上传',
      hint: '请用 content-type: text/csv（名录）或 application/octet-stream（扫描件），正文就是文件内容本身。',
    },
    en: {
      message: 'A file is not taken as “{value}”',
      hint: 'Send it as content-type: text/csv (lists) or application/octet-stream (scans), the body being the file itself.',
    },
  },
  FILE_TOO_LARGE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '文件过大：最多 {max} 兆字节', hint: '请把文件分成几份，逐份导入。' },
    en: { message: 'The file is too large: at most {max} MB', hint: 'Split it and import one part after the other.' },
  },
  FILE_TOO_MANY_ROWS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '行数过多：最多 {max} 行，到第 {line} 行已经超出', hint: '请把文件分成几份，逐份导入。' },
    en: { message: 'Too many rows: at most {max}, and row {line} is beyond', hint: 'Split it and import one part after the other.' },
  },
  FILE_TOO_MANY_COLUMNS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '第 {line} 行超过 {max} 列', hint: '请只保留说明中的列。' },
    en: { message: 'Row {line} has more than {max} columns', hint: 'Keep the columns that are asked for alone.' },
  },
  FILE_ROW_TOO_LONG: {
    family: 'BAD_USER_INPUT',
    zh: { message: '第 {line} 行超过 {max} 字节', hint: '多半是这一行有引号没有配对；请补上或删去。' },
    en: { message: 'Row {line} is longer than {max} bytes', hint: 'It most likely has a quote that is never closed: close or remove it.' },
  },
  FILE_CELL_TOO_LONG: {
    family: 'BAD_USER_INPUT',
    zh: { message: '第 {line} 行 {column} 列有 {length} 个字符，最多 {max} 个', hint: '请缩短这一格的内容。' },
    en: { message: 'Row {line}, column {column} has {length} signs, at most {max} are read', hint: 'Shorten this cell.' },
  },
  FILE_IS_PACKED: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '这是 Excel 工作簿或压缩文件，不是 CSV',
      hint: '请在表格软件中打开，另存为“CSV UTF-8（逗号分隔）”，再导入另存的文件。',
    },
    en: {
      message: 'This is an Excel workbook or an archive, not a CSV',
      hint: 'Open it in your spreadsheet, save it as “CSV UTF-8 (comma delimited)” and import that file.',
    },
  },
  FILE_IS_NO_TABLE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '文件内容不是表格文本（像是图片、文档、网页或 Unicode 文本）', hint: '请在表格软件中另存为“CSV UTF-8（逗号分隔）”。' },
    en: {
      message: 'The file holds no table as text (it looks like a picture, a document, a web page or Unicode text)',
      hint: 'Save the table as “CSV UTF-8 (comma delimited)” in your spreadsheet.',
    },
  },
  FILE_ENCODING_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '第 {line} 行有读不出的字：编码既不是完整的 UTF-8，也不是 GBK',
      hint: '请重新另存为“CSV UTF-8（逗号分隔）”；文件若是传来的，请重传。',
    },
    en: {
      message: 'Row {line} has signs that cannot be read: neither whole UTF-8 nor GBK',
      hint: 'Save it again as “CSV UTF-8 (comma delimited)”; if it was sent to you, have it sent again.',
    },
  },
  FILE_SIGN_LOST: {
    family: 'BAD_USER_INPUT',
    zh: { message: '第 {line} 行 {column} 列“{value}”里有已经丢失的字（�）', hint: '请对照原表补上；以前另存时编码没有选对。' },
    en: {
      message: 'Row {line}, column {column}: “{value}” has signs that are lost (�)',
      hint: 'Fill them in from the original: the file was once saved in a wrong encoding.',
    },
  },
  FILE_HAS_NO_ROWS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '文件中没有数据行', hint: '第一行是列名（{columns}），数据从第二行开始。' },
    en: { message: 'The file has no rows', hint: 'The first row names the columns ({columns}), the others follow from the second on.' },
  },
  FILE_COLUMN_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '{column} 列的列名“{value}”不在要求之列', hint: '列名为 {columns}，用逗号分隔；请更正，或删去多余的列。' },
    en: {
      message: 'Column {column} is named “{value}”, which is not asked for',
      hint: 'The columns are {columns}, divided by commas: mend the name, or remove the column.',
    },
  },
  FILE_COLUMN_TWICE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '列名“{value}”出现两次（另见 {column} 列）', hint: '请只保留一列。' },
    en: { message: 'There are two columns named “{value}” (column {column} is the second)', hint: 'Keep one of them.' },
  },
  FILE_COLUMNS_MISSING: {
    family: 'BAD_USER_INPUT',
    zh: { message: '缺少列：{value}', hint: '第 {line} 行应有全部列名：{columns}。' },
    en: { message: 'Columns are missing: {value}', hint: 'Row {line} has to name all of them: {columns}.' },
  },
  FILE_ROW_NOT_WHOLE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '第 {line} 行有 {actual} 格，应为 {expected} 格', hint: '文件可能只传了一半，或这一行多了、少了逗号。' },
    en: {
      message: 'Row {line} has {actual} cells instead of {expected}',
      hint: 'The file may have come in half, or the row has a comma too many or too few.',
    },
  },
  FILE_QUOTE_WRONG: {
    family: 'BAD_USER_INPUT',
    zh: { message: '第 {line} 行 {column} 列的引号不配对', hint: '文件可能只传了一半；格中的引号要写成两个（""），整格再加引号。' },
    en: {
      message: 'Row {line}, column {column}: a quote does not fit',
      hint: 'The file may have come in half. A quote within a cell is written twice (""), and the cell put in quotes.',
    },
  },
  IMPORT_REFUSED: {
    family: 'BAD_USER_INPUT',
    zh: { message: '文件中有 {count} 处错误，未保存任何内容', hint: '请按行号更正后重新导入。' },
    en: { message: 'Nothing was kept: the file is wrong in so many places: {count}', hint: 'Mend the rows named and import again.' },
  },
})
