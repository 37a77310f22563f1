import { refusals } from './refusal'

/** Refusals about kinds of bodies, groups without terms, and congresses held early or late. */
export const bodyAndTermRefusals = refusals({
  BODY_KIND_NOT_FOR_TYPE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '“{unitType}”类组织不设{value}', hint: '这一类组织可以设：{allowed}。' },
    en: { message: 'A unit of type “{unitType}” has no {value}', hint: 'It may have: {allowed}.' },
  },
  BODY_NAMED_BY_KIND: {
    family: 'BAD_USER_INPUT',
    zh: { message: '{kind}不另取名称，填的是“{value}”', hint: '请清空名称；只有领导小组、工作组有自己的名称。' },
    en: {
      message: 'The {kind} has no name of its own; “{value}” was given',
      hint: 'Leave the name out: only leading and working groups have one.',
    },
  },
  BODY_WITHOUT_TERMS: {
    family: 'BAD_USER_INPUT',
    rule: 'A1',
    zh: { message: '领导小组、工作组不分届，一直存续到撤销', hint: '请清空届次和届满日期；增加人员用“增设职务”，不再需要时用“撤销机构”。' },
    en: {
      message: 'A leading or working group has no terms: it stands until it is ended',
      hint: 'Leave number and end out; add seats to it, or end it when it is no longer needed.',
    },
  },
  BODY_IS_PERMANENT: {
    family: 'BAD_USER_INPUT',
    rule: 'A1',
    zh: { message: '有届期的机构不能单独撤销', hint: '届满换届；组织撤销时，机构随之结束。' },
    en: { message: 'A body with terms is not ended by itself', hint: 'It holds a congress when its term ends; it ends with its unit.' },
  },
  BODY_ENDED_ALREADY: {
    family: 'CONFLICT',
    rule: 'A1',
    zh: { message: '该机构已于 {value} 撤销', hint: '如需恢复工作，请另设一个机构。' },
    en: { message: 'The body was ended on {value}', hint: 'Open another one if the work is taken up again.' },
  },
  BODY_ENDS_BEFORE_IT_STARTS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '撤销日期 {value} 须晚于设立日期 {from}', hint: '请核对日期。' },
    en: { message: 'The body ends on {value}, before or on its first day {from}', hint: 'Check the day.' },
  },
  BODY_HAS_SEATS_HELD: {
    family: 'CONFLICT',
    rule: 'A1',
    zh: { message: '该机构在 {value} 及以后还有 {count} 人任职', hint: '请先在机构页面逐一免职，生效日期不晚于这一天。' },
    en: {
      message: '{count} people hold seats of the body on or after {value}',
      hint: 'End these posts on the body’s page first, by that day.',
    },
  },
  TERM_HAS_SEATS_HELD: {
    family: 'CONFLICT',
    zh: {
      message: '第 {number} 届在 {value} 及以后还有 {count} 人任职',
      hint: '请先以“提前换届”为由逐一免职，生效日期不晚于这一天，再开始新一届。',
    },
    en: {
      message: '{count} people hold seats of term {number} on or after {value}',
      hint: 'End these posts by that day, because of the early congress; then open the next term.',
    },
  },
  CONGRESS_NOT_EARLY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '{value} 没有正在进行的一届，不是提前换届', hint: '请清空提前换届的文号，或核对开始日期。' },
    en: {
      message: 'No term runs on {value}, so the congress is not early',
      hint: 'Leave the paper of the early congress out, or check the day.',
    },
  },
  CONGRESS_HELD_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '第 {value} 届之后，第 {next} 届已定于 {from} 开始', hint: '已经换届，不再延期。' },
    en: { message: 'Term {next} begins on {from}, after term {value}', hint: 'The congress is held; nothing is to be put off.' },
  },
  CONGRESS_POSTPONED_TO_EARLIER: {
    family: 'BAD_USER_INPUT',
    zh: { message: '延期到 {value}，不晚于原定的 {due}', hint: '请填写更晚的日期。' },
    en: { message: 'The congress is put off to {value}, not later than {due} as it is', hint: 'Give a later day.' },
  },
  CONGRESS_POSTPONED_TOO_LONG: {
    family: 'BAD_USER_INPUT',
    zh: { message: '延期到 {value}，距届满 {ended} 超过一年', hint: '最迟可以延期到 {latest}。' },
    en: {
      message: 'The congress is put off to {value}, more than a year after the term ended on {ended}',
      hint: 'The latest day is {latest}.',
    },
  },
})
