/** What a pack must keep to, in both languages: the writers of packs are departments, the readers of the log are operators. */
export const rules = {
  DIRECTORY: { zh: '部门包目录须存在且可读', en: 'the directory of packs exists and can be read' },
  NO_PACK: { zh: '目录中至少有一个含 pack.json 的文件夹', en: 'the directory holds at least one folder with a pack.json' },
  FILE: { zh: '文件夹须含 pack.json、texts.zh.json、texts.en.json', en: 'the folder holds pack.json, texts.zh.json and texts.en.json' },
  UTF8: { zh: '文件编码为 UTF-8', en: 'the file is encoded in UTF-8' },
  JSON: { zh: '文件为合法的 JSON', en: 'the file is valid JSON' },
  OBJECT: { zh: '此处为对象 { … }', en: 'here stands an object { … }' },
  LIST: { zh: '此处为列表 [ … ]', en: 'here stands a list [ … ]' },
  LIST_EMPTY: { zh: '列表至少一项；不限时不写此字段', en: 'the list has at least one entry; leave the field out for no limit' },
  NAMED_TWICE: { zh: '同一列表中不重复', en: 'nothing is named twice in one list' },
  FIELD_UNKNOWN: { zh: '没有此字段', en: 'there is no such field' },
  CODE: {
    zh: '代码为小写字母、数字，以连字符相连，字母开头，至多 60 位',
    en: 'a code has small letters and digits joined by hyphens, a letter first, 60 at most',
  },
  CAPITALS: {
    zh: '长和组织类型的代码为大写字母、数字，以下划线相连，字母开头，至多 60 位',
    en: 'the code of a head or a type of unit has capital letters and digits joined by underscores, a letter first, 60 at most',
  },
  LEVEL: { zh: '级别为 CITY、COUNTY、TOWN 或 VILLAGE', en: 'a level is CITY, COUNTY, TOWN or VILLAGE' },
  VERSION: { zh: '版本为年份加序号，如 2026.1', en: 'a version is the year and a number, as in 2026.1' },
  ORDER: { zh: '排列次序为不小于 0 的整数', en: 'the order is a whole number from 0' },
  CLAUSE: { zh: '条款为通知的条款号，如 N2.2a', en: 'a clause is one of the notice, as in N2.2a' },
  TRUE_OR_FALSE: { zh: '此处为 true 或 false', en: 'here stands true or false' },
  MAX: { zh: '上限为不超过一万亿的正整数', en: 'the largest value is a whole number from 1 to a million millions' },
  FOLDER_NAME: { zh: '部门代码与文件夹同名', en: 'the department has the name of its folder' },
  CODE_TAKEN: { zh: '同类代码在所有部门包中只声明一次', en: 'a code is declared once of its kind over all packs' },
  NOT_DECLARED: { zh: '所用代码须由某个已载入的部门包声明', en: 'a code that is used is declared by one of the loaded packs' },
  UNIT_TYPE_BUILT_IN: { zh: '组织类型的代码不与内置类型相同', en: 'the code of a type of unit is none of the built-in ones' },
  UNIT_TYPE_LIKE: { zh: 'like 为内置组织类型之一', en: 'like is one of the built-in types of unit' },
  UNIT_TYPE_PARENT: {
    zh: 'parents 为内置组织类型或部门包声明的组织类型',
    en: 'parents are types of unit, built in or declared by a pack',
  },
  UNIT_TYPE_CIRCLE: {
    zh: '组织类型的上下级不成环：不能经任何路径挂靠到自己之下',
    en: 'what may stand under what goes one way: no type stands under itself, at any depth',
  },
  SUMMED_FIGURES: {
    zh: '每种活动都须把受众人次（audience）和场次（sessions）列为必填，以便汇总',
    en: 'every activity type requires the figures audience and sessions, so that they can be summed',
  },
  TEXT: {
    zh: '文字不为空，首尾无空格，不换行，名称至多 60 字，说明至多 200 字',
    en: 'a text is one line without outer spaces, a name 60 and a description 200 long at most',
  },
  TEXT_MISSING: { zh: '每个声明的代码都有名称', en: 'every declared code has a name' },
  TEXT_UNUSED: { zh: '文字只写给本包声明的代码', en: 'a text belongs to a code that this pack declares' },
  TEXT_LANGUAGE: { zh: '中文文字含汉字，英文文字不含汉字', en: 'a Chinese text has Chinese characters, an English one has none' },
} as const
export type Rule = keyof typeof rules

/** Where a pack breaks which rule. */
export interface PackProblem {
  rule: Rule
  folder: string
  file?: string
  field?: string
  value?: unknown
  /** Where the same code stands already. */
  also?: string
}

/** The packs cannot be used: a service must not start with them. Names every problem found. */
export class PacksInvalid extends Error {
  constructor(readonly problems: readonly PackProblem[]) {
    super(['The packs are not valid / 部门包有误：', ...problems.map(line)].join('\n'))
    this.name = 'PacksInvalid'
  }
}

/** The rule's name as the message of a schema's issue. */
export const byRule = (rule: Rule): Rule => rule

/** The rule for an object's issues: either it is none, or it has a field too many. */
export const isObjectOf = (issue: { code?: string }): Rule => (issue.code === 'unrecognized_keys' ? 'FIELD_UNKNOWN' : 'OBJECT')

function line({ rule, folder, file, field, value, also }: PackProblem): string {
  const place = [file ? `${folder}/${file}` : folder, field].filter(Boolean).join(' ')
  const shown = value === undefined ? 'missing / 缺' : short(JSON.stringify(value))
  const taken = also ? ` (${also})` : ''
  return `  ${place}: ${shown}: ${rules[rule].zh} / ${rules[rule].en} [${rule}]${taken}`
}

function short(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value
}
