import { refusals } from './refusal'

/** Refusals about pilots: their designations and their tasks. */
export const pilotRefusals = refusals({
  PILOT_CATEGORY_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'A2',
    zh: { message: '试点类别“{value}”不在目录中', hint: '请从十二个试点类别中选择。' },
    en: { message: 'Pilot category “{value}” is not in the catalogue', hint: 'Choose one of the twelve categories.' },
  },
  PILOT_CATEGORY_NOT_FOR_TYPE: {
    family: 'BAD_USER_INPUT',
    rule: 'A2',
    zh: { message: '“{unitType}”类组织不能作“{value}”类试点', hint: '这一类试点可以是：{allowed}。请改选类别或组织。' },
    en: {
      message: 'A unit of type “{unitType}” cannot be a pilot of category “{value}”',
      hint: 'This category takes: {allowed}. Choose another category or unit.',
    },
  },
  PILOT_DEPARTMENT_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'A2',
    zh: { message: '联系部门“{value}”不在目录中', hint: '请选择办公室、科普部、学会部或国际部。' },
    en: { message: 'Department “{value}” is not in the catalogue', hint: 'Choose one of the departments that follow pilots.' },
  },
  PILOT_ALREADY: {
    family: 'CONFLICT',
    rule: 'N4.1',
    zh: { message: '该组织自 {since} 起已是试点，与所填日期重叠', hint: '一个组织同一天只有一个试点类别：请变更原来的试点，或改日期。' },
    en: {
      message: 'The unit is a pilot from {since} on already, which overlaps',
      hint: 'A unit is a pilot of one category at a time: change that designation, or the days.',
    },
  },
  PILOT_ENDS_BEFORE_IT_STARTS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '终止日期 {value} 早于确定日期 {from}，或与之相同', hint: '请核对两个日期。' },
    en: { message: 'The pilot ends on {value}, not after its first day {from}', hint: 'Check both days.' },
  },
  PILOT_ENDED_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '该试点已定于 {value} 终止', hint: '只能改为更早的日期。' },
    en: { message: 'The pilot ends on {value} already', hint: 'It can only be ended earlier.' },
  },
  PILOT_NOT_IN_FORCE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '该组织在 {value} 还不是或已不是这一试点', hint: '请填写试点期间的日期。' },
    en: { message: 'This designation is not in force on {value}', hint: 'Give a day of the pilot.' },
  },
  PILOT_UNCHANGED: {
    family: 'BAD_USER_INPUT',
    zh: { message: '类别和联系部门都没有变', hint: '请改选类别或联系部门；要终止试点，请用“终止试点”。' },
    en: { message: 'Neither category nor department changes', hint: 'Choose another one; to end the pilot, end it.' },
  },
  PILOT_TASK_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N4.1',
    zh: { message: '任务“{value}”不是这一类试点的任务', hint: '请从该试点的任务中选择。' },
    en: { message: 'Task “{value}” is none of this category of pilots', hint: 'Choose one of the tasks of the pilot.' },
  },
  PILOT_TASK_NOT_YET: {
    family: 'BAD_USER_INPUT',
    rule: 'N4.2',
    zh: { message: '{value} 还没有到（今天是 {today}）', hint: '进展按实际日期登记；打算做的写在“下一步”。' },
    en: { message: '{value} has not come yet (today is {today})', hint: 'Record what is; what is planned is the next step.' },
  },
  PILOT_TASK_REASON_MISSING: {
    family: 'BAD_USER_INPUT',
    rule: 'N4.2',
    zh: { message: '不再开展的任务要写明原因', hint: '请在说明中填写原因。' },
    en: { message: 'A task that is dropped needs a reason', hint: 'Give it as the remark.' },
  },
  PILOT_NEXT_STEP_MISSING: {
    family: 'BAD_USER_INPUT',
    rule: 'N4.2',
    zh: { message: '填了下一步的期限，没有填下一步', hint: '请写明下一步做什么，或清空期限。' },
    en: { message: 'There is a day for the next step, but no next step', hint: 'Say what it is, or clear the day.' },
  },
})
