import { refusals } from './refusal'

/** Refusals about lists that come in as files. */
export const listFileRefusals = refusals({
  CELL_EMPTY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '这一格不能为空', hint: '请填写。合并过的单元格另存为 CSV 以后，只有最上面一行有内容，下面各行要逐行填上。' },
    en: {
      message: 'This cell must not be empty',
      hint: 'Fill it in. Of merged cells only the topmost row keeps its content in a CSV: fill in the rows below.',
    },
  },
  CELL_IS_FORMULA: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '“{value}”是公式，或者是出错的公式，不是内容',
      hint: '请在表格软件中复制这一列，选择性粘贴为“数值”，再另存为 CSV。',
    },
    en: {
      message: '“{value}” is a formula, or one that failed, and no content',
      hint: 'Copy the column, paste it as values, and save it as CSV again.',
    },
  },
  DAY_UNREADABLE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '“{value}”不是一个日期', hint: '请填年、月、日，如 2018-06-11 或 2018/6/11。' },
    en: { message: '“{value}” is no day', hint: 'Give year, month and day, as 2018-06-11 or 2018/6/11.' },
  },
  UNIT_MODE_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3d',
    zh: { message: '组建方式“{value}”不明', hint: '请填单独组建、区域联建、行业统建或依托组建；留空即单独组建。' },
    en: { message: 'Formation mode “{value}” is unknown', hint: 'Use OWN, JOINT_BY_AREA, BY_INDUSTRY or HOSTED; empty is OWN.' },
  },
  UNIT_ROW_TWICE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '“{value}”在文件中出现两次（另见第 {other} 行）：名称、类型、区划、成立日期都相同', hint: '请删去重复的一行。' },
    en: {
      message: '“{value}” stands twice in the file (also row {other}): name, type, area and day are the same',
      hint: 'Remove one of the rows.',
    },
  },
  IMPORTED_UNIT_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '“{value}”既不是您看得到的组织，也不在文件的前面各行',
      hint: '请核对名称（全称）或组织编号；上级在同一文件里的，请把它的一行移到前面。',
    },
    en: {
      message: '“{value}” is no unit that you can see, and in no earlier row of the file',
      hint: 'Check the whole name or the id; where it is in the same file, move its row up.',
    },
  },
  UNIT_NAME_AMBIGUOUS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '有 {count} 个组织都叫“{value}”：{candidates}', hint: '请改填其中一个的组织编号（每项末尾的一串）。' },
    en: {
      message: '“{value}” is the name of {count} units: {candidates}',
      hint: 'Give the id of the one that is meant: it ends each of them.',
    },
  },
  ROW_BEYOND_JURISDICTION: {
    family: 'FORBIDDEN',
    zh: { message: '“{value}”不在您可以办理此事的辖区内', hint: '请删去这一行，或交有这一辖区权限的人员导入。' },
    en: {
      message: '“{value}” lies beyond the jurisdiction in which you may do this',
      hint: 'Remove the row, or have it imported by somebody whose jurisdiction it is.',
    },
  },
  IMPORT_STOPPED: {
    family: 'CONFLICT',
    zh: {
      message: '检查之后情况有变，第 {line} 行未能保存：{reason}。已保存 {count} 行',
      hint: '请再次选择同一文件：已保存的计为“已有”，改正以后接着导入其余的。',
    },
    en: {
      message: 'Something changed after the check, and row {line} could not be kept: {reason}. {count} rows were kept',
      hint: 'Choose the same file again: those count as there already. Mend the row, and the rest goes on.',
    },
  },
  EMPLOYER_LEVEL_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '层级“{value}”不明', hint: '请填市级、县级、乡级或村级；留空即所在区划的层级。' },
    en: { message: 'Level “{value}” is unknown', hint: 'Use CITY, COUNTY, TOWN or VILLAGE; empty is the level of the area.' },
  },
  EMPLOYER_NAME_AMBIGUOUS: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '这一区划有 {count} 个单位都叫“{value}”',
      hint: '请填其中一个的统一社会信用代码；没有登记代码的，请到组织页面逐个纳入。',
    },
    en: {
      message: '“{value}” is the name of {count} employers in this area',
      hint: 'Give the social credit code of the one that is meant; without one, cover it on the page of the unit.',
    },
  },
  EMPLOYER_REGISTERED_OTHERWISE: {
    family: 'CONFLICT',
    zh: {
      message: '“{employer}”已经登记，登记的是“{registered}”，不是“{value}”',
      hint: '请按登记的填写，或把这一格留空；确是另一个单位的，请把名称写全，以示区别。',
    },
    en: {
      message: '“{employer}” is registered with “{registered}”, not with “{value}”',
      hint: 'Write it as registered, or leave the cell empty; if another employer is meant, write its whole name to tell them apart.',
    },
  },
  EMPLOYER_COVERED_BY: {
    family: 'CONFLICT',
    rule: 'N2.3d',
    zh: {
      message: '“{employer}”在 {from} 及以后已由“{unit}”覆盖（自 {since} 起）',
      hint: '同一单位同一天只由一个组织覆盖：请删去这一行，或先终止原来的覆盖。',
    },
    en: {
      message: '“{employer}” is covered by “{unit}” on or after {from} already (since {since})',
      hint: 'One unit covers an employer on one day: remove the row, or end that cover first.',
    },
  },
  EMPLOYER_COVERED_IN_ROW: {
    family: 'CONFLICT',
    rule: 'N2.3d',
    zh: {
      message: '“{employer}”在 {from} 及以后已由文件第 {other} 行的“{unit}”覆盖（自 {since} 起）',
      hint: '同一单位同一天只由一个组织覆盖：请删去其中一行，或填上前一项的终止日期。',
    },
    en: {
      message: '“{employer}” is covered by “{unit}” of row {other} on or after {from} already (since {since})',
      hint: 'One unit covers an employer on one day: remove one of the rows, or give the day on which the earlier cover ended.',
    },
  },
  COVER_MODE_DIFFERS: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3d',
    zh: { message: '“{unit}”是{registered}的组织，不是“{value}”', hint: '请核对是哪个组织；这一格也可以留空，以组织登记的为准。' },
    en: {
      message: '“{unit}” was founded as {registered}, not as “{value}”',
      hint: 'Check which unit is meant; the cell may be left empty: the mode is that of the unit.',
    },
  },
  COVER_ENDS_OTHERWISE: {
    family: 'CONFLICT',
    zh: {
      message: '这项覆盖已经登记，登记的终止日期是“{registered}”，不是“{value}”',
      hint: '请把这一格留空；要终止覆盖的，请到组织页面办理。',
    },
    en: {
      message: 'This cover is noted already, with “{registered}” as its end and not “{value}”',
      hint: 'Leave the cell empty; a cover is ended on the page of the unit.',
    },
  },
  CONDITION_VALUE_UNREADABLE: {
    family: 'BAD_USER_INPUT',
    rule: 'N3.2',
    zh: {
      message: '“{value}”不是这一类条件的数值',
      hint: '数量和平方米填数字，经费按元填（也可以写“5万元”），有没有填“有”或“无”。没有填 0 或“无”；不清楚的删去这一行。',
    },
    en: {
      message: '“{value}” is no value of this kind',
      hint: 'Give a number, money in yuan, yes or no. Give 0 or no where there is none; remove the row of what is not known.',
    },
  },
  CONDITION_ROW_TWICE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '同一组织同一类自“{value}”起的情况，文件第 {other} 行已经写了', hint: '请删去其中一行。' },
    en: { message: 'What this unit has of this kind from “{value}” on stands in row {other} already', hint: 'Remove one of the rows.' },
  },
  CONDITION_ROW_CORRECTED: {
    family: 'CONFLICT',
    zh: { message: '这一条登记过，后来已经更正：{reason}', hint: '请删去这一行；确实属实的，请到组织页面“登记条件”。' },
    en: {
      message: 'This was noted before, and corrected since: {reason}',
      hint: 'Remove the row; if it is true all the same, note it on the page of the unit.',
    },
  },
})
