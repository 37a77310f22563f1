import { refusals } from './refusal'

/** Refusals about activities and their figures. */
export const activityRefusals = refusals({
  ACTIVITY_TYPE_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.2',
    zh: { message: '活动类型“{value}”不在部门包中', hint: '请从活动类型中选择。' },
    en: { message: 'Activity type “{value}” is in no pack', hint: 'Choose one of the types.' },
  },
  ACTIVITY_ENDS_BEFORE_IT_STARTS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '结束时间须晚于开始时间', hint: '请核对起止时间。' },
    en: { message: 'The activity ends before it starts', hint: 'Check both times.' },
  },
  ACTIVITY_NOT_HELD_YET: {
    family: 'BAD_USER_INPUT',
    zh: { message: '活动日期 {value} 晚于今天（{today}）', hint: '活动举办之后再登记。' },
    en: { message: 'The activity is on {value}, after today ({today})', hint: 'Record it once it was held.' },
  },
  ACTIVITY_WITHOUT_HOST: {
    family: 'BAD_USER_INPUT',
    zh: { message: '至少要有一个主办组织', hint: '请选择主办组织。' },
    en: { message: 'At least one unit must host it', hint: 'Choose the host.' },
  },
  ACTIVITY_HOSTS_TOO_MANY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '主办、协办组织合计 {value} 个，最多 20 个', hint: '请减少协办组织。' },
    en: { message: '{value} hosts in all; at most 20', hint: 'Name fewer co-hosts.' },
  },
  HOST_NOT_IN_FORCE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '该组织在 {on} 尚未成立或已撤销', hint: '请改日期，或选择当日有效的组织。' },
    en: { message: 'The unit was not in force on {on}', hint: 'Change the day, or choose a unit in force then.' },
  },
  PLACE_KIND_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '地点类别“{value}”不适用于此类活动', hint: '请从地点类别中选择。' },
    en: { message: 'Kind of place “{value}” does not fit this type of activity', hint: 'Choose one of the kinds of place.' },
  },
  LEADER_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.2',
    zh: { message: '没有找到带队人的任命“{value}”', hint: '请从当日在任的人员中选择。' },
    en: { message: 'No appointment “{value}” to lead it', hint: 'Choose among those in office that day.' },
  },
  LEADER_NOT_IN_OFFICE: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.2',
    zh: { message: '带队人在 {on} 不在任（任期 {from} 至 {until}）', hint: '请选择当日在任的人员，或更正日期。' },
    en: {
      message: 'The leader did not hold the post on {on} (held {from} to {until})',
      hint: 'Choose somebody in office that day, or mend the date.',
    },
  },
  LEADER_NOT_IN_OFFICE_THAT_DAY: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.2',
    zh: { message: '带队人在 {on} 不在任', hint: '请选择当日在任的人员，或更正日期；任期请向其所在组织核实。' },
    en: {
      message: 'The leader did not hold the post on {on}',
      hint: 'Choose somebody in office that day, or mend the date; the unit of the post knows its days.',
    },
  },
  ACTIVITY_WITHDRAWN_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '该活动已撤回', hint: '已撤回的活动不能再改；如需恢复请重新登记。' },
    en: { message: 'The activity was withdrawn', hint: 'A withdrawn record cannot be changed: record it anew.' },
  },
  FIGURE_MISSING: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.2',
    zh: { message: '缺少记录项“{figure}”', hint: '请填写，没有请填 0。' },
    en: { message: 'Figure “{figure}” is missing', hint: 'Give it; none is 0.' },
  },
  FIGURE_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.2',
    zh: { message: '此类活动没有记录项“{figure}”', hint: '请删去。' },
    en: { message: 'This type of activity has no figure “{figure}”', hint: 'Leave it out.' },
  },
  FIGURE_TWICE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '记录项“{figure}”填了两次', hint: '请保留一个。' },
    en: { message: 'Figure “{figure}” is given twice', hint: 'Keep one.' },
  },
  FIGURE_NOT_A_NUMBER: {
    family: 'BAD_USER_INPUT',
    zh: { message: '记录项“{figure}”不是数', hint: '请填写数字。' },
    en: { message: 'Figure “{figure}” is no number', hint: 'Give a number.' },
  },
  FIGURE_NEGATIVE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '记录项“{figure}”不能为负数（{value}）', hint: '请填 0 或正数。' },
    en: { message: 'Figure “{figure}” is negative ({value})', hint: 'Give 0 or more.' },
  },
  FIGURE_FRACTIONAL: {
    family: 'BAD_USER_INPUT',
    zh: { message: '记录项“{figure}”须为整数（{value}）', hint: '请填整数。' },
    en: { message: 'Figure “{figure}” must be whole ({value})', hint: 'Give a whole number.' },
  },
  FIGURE_TOO_LARGE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '记录项“{figure}”过大（{value}，上限 {max}）', hint: '请核对单位。' },
    en: { message: 'Figure “{figure}” is too large ({value}, at most {max})', hint: 'Check the unit.' },
  },
})
