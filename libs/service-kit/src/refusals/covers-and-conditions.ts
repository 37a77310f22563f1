import { refusals } from './refusal'

/** Refusals about what hangs on units: the employers that they cover, and what they have and lack. */
export const coverAndConditionRefusals = refusals({
  UNIT_TYPE_COVERS_NO_EMPLOYERS: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3d',
    zh: { message: '“{type}”类组织不覆盖单位', hint: '请选择企业、学校、医院、园区、楼宇等类型的组织。' },
    en: {
      message: 'A unit of type “{type}” covers no employers',
      hint: 'Choose an association of a firm, school, hospital, park or the like.',
    },
  },
  EMPLOYERS_OUT_OF_RANGE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '一次可纳入 1 至 {max} 个单位，这里是 {value} 个', hint: '请分几次办理。' },
    en: { message: 'A command covers 1 to {max} employers, these are {value}', hint: 'Split them up.' },
  },
  EMPLOYER_COVERED_ALREADY: {
    family: 'CONFLICT',
    rule: 'N2.3d',
    zh: {
      message: '“{employer}”在 {from} 及以后已由一个组织覆盖（自 {since} 起）',
      hint: '同一单位同一天只由一个组织覆盖：请从名单中去掉，或先终止原来的覆盖。',
    },
    en: {
      message: '“{employer}” is covered by a unit on or after {from} already (since {since})',
      hint: 'One unit covers an employer on one day: leave it out, or end that cover first.',
    },
  },
  COVER_ENDED_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '这项覆盖已于 {until} 终止', hint: '无须再次终止。' },
    en: { message: 'This cover ended on {until} already', hint: 'Nothing is left to do.' },
  },
  COVER_ENDS_BEFORE_IT_STARTS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '终止日期 {value} 早于开始日期 {from}', hint: '请填写开始当天或之后的日期；填开始当天，等于没有覆盖过。' },
    en: {
      message: 'The cover ends on {value}, before its first day {from}',
      hint: 'Give that day or a later one; ended on its first day, it never was.',
    },
  },
  COVER_LASTS_NO_DAY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '终止日期 {value} 不晚于纳入日期 {from}', hint: '终止当天起不再覆盖：请填纳入日期以后的日期；仍在覆盖的留空。' },
    en: {
      message: 'The cover ends on {value}, no later than its first day {from}',
      hint: 'Give a later day; leave it empty while the cover lasts.',
    },
  },
  COVER_OUTLASTS_UNIT: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3d',
    zh: { message: '组织已于 {until} 撤销，覆盖不能到 {value}', hint: '请填 {until} 或更早的日期；留空则随组织终止。' },
    en: {
      message: 'The unit ended on {until}: a cover cannot last until {value}',
      hint: 'Give that day or an earlier one; left empty, it ends with the unit.',
    },
  },
  CONDITION_KIND_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N3.2',
    zh: { message: '条件类别“{value}”不在目录中', hint: '请从条件类别中选择。' },
    en: { message: 'Kind of condition “{value}” is not in the catalogue', hint: 'Choose one of the kinds.' },
  },
  CONDITION_VALUE_INVALID: {
    family: 'BAD_USER_INPUT',
    zh: { message: '数值“{value}”有误：应为 0 至 {max}，至多 {decimals} 位小数', hint: '没有填 0；不清楚的不要登记，保持未知。' },
    en: {
      message: 'The value “{value}” is wrong: from 0 to {max}, with at most {decimals} decimals',
      hint: 'Give 0 where there is none; what is not known is not noted, and stays unknown.',
    },
  },
  CONDITION_SOURCE_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N3.2',
    zh: { message: '依据类别“{value}”不在目录中', hint: '请从依据类别中选择。' },
    en: { message: 'Kind of evidence “{value}” is not in the catalogue', hint: 'Choose one of them.' },
  },
  CONDITION_NOTED_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '这一类自 {value} 起的情况已经登记过', hint: '登记有误的，请更正那一条；情况有变的，起始日期填变化当天。' },
    en: {
      message: 'Of this kind it is noted already what there is from {value} on',
      hint: 'Correct that note if it is wrong; if things changed, give the day of the change.',
    },
  },
  CONDITION_CORRECTED_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '这条登记已经更正过', hint: '请更正后来的那一条。' },
    en: { message: 'This note was corrected already', hint: 'Correct the one that was noted instead.' },
  },
})
