import { refusals } from './refusal'

/** Refusals that reporting gives. */
export const reportingRefusals = refusals({
  TREND_ENDS_BEFORE_IT_STARTS: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3a',
    zh: { message: '走势的截止日期 {value} 早于起始日期 {from}', hint: '请核对起止日期。' },
    en: { message: 'The trend ends on {value}, before its first day {from}', hint: 'Check both days.' },
  },
  TREND_TOO_LONG: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3a',
    zh: { message: '走势超过 {max} 个月', hint: '请缩短时间范围，或分段查看。' },
    en: { message: 'The trend holds more than {max} months', hint: 'Choose a shorter time, or ask for it in parts.' },
  },
  GRID_TOO_LARGE: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3a',
    zh: { message: '网格共有 {count} 个区划，超过 {max} 个', hint: '请选择较小的区划范围。' },
    en: { message: 'The grid has {count} areas, more than {max}', hint: 'Choose a smaller area to look within.' },
  },
  WORK_ENDS_BEFORE_IT_STARTS: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.2',
    zh: { message: '统计的截止日期 {value} 须晚于起始日期 {from}', hint: '截止日期当天不计入，请核对起止日期。' },
    en: { message: 'The time ends on {value}, before or on its first day {from}', hint: 'The last day is not counted; check both days.' },
  },
})
