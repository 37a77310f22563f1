import { refusals } from './refusal'

/** Refusals about the use of personal data: consent, minors, and the time for which it is kept. None of them repeats a value of a person. */
export const personalDataRefusals = refusals({
  CONSENT_MISSING: {
    family: 'CONFLICT',
    rule: 'PIPL Art.13',
    zh: {
      message: '此人没有同意用于“{purpose}”，或已撤回同意',
      hint: '请先征得本人同意：本人可在“我的信息”中同意，或签署纸质同意书后由您在人员页面登记。',
    },
    en: {
      message: 'The person does not consent to “{purpose}”, or withdrew',
      hint: 'Ask for it first: the person consents under “My data”, or signs a paper that you note on the page of the person.',
    },
  },
  CONSENT_NOT_ASKED: {
    family: 'BAD_USER_INPUT',
    rule: 'PIPL Art.13',
    zh: { message: '“{purpose}”不以同意为依据，无须同意，也不能撤回', hint: '如不希望继续处理，可以申请删除。' },
    en: { message: '“{purpose}” does not rest on consent: none is given or withdrawn', hint: 'Ask to be erased if it should end.' },
  },
  CONSENT_TEXT_OTHER: {
    family: 'CONFLICT',
    rule: 'PIPL Art.14',
    zh: {
      message: '告知书第 {value} 版不是可以同意的版本，现行为第 {version} 版',
      hint: '请刷新页面，按现行文本征得同意；纸质同意书请填写所印的版本。',
    },
    en: {
      message: 'Version {value} of the text cannot be agreed to: the present one is {version}',
      hint: 'Reload and show the present text; of a paper, give the version that is printed on it.',
    },
  },
  CONSENT_DAY_WRONG: {
    family: 'BAD_USER_INPUT',
    zh: { message: '同意日期 {value} 应在 {from} 至 {today} 之间', hint: '请填写签字当天；早于文本启用日期或撤回日期的同意不算。' },
    en: {
      message: 'Consent on {value} is not between {from} and {today}',
      hint: 'Give the day of the signature: one of before the text was shown, or the consent withdrawn, does not count.',
    },
  },
  CONSENT_GIVEN_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '已于 {on} 同意用于“{purpose}”', hint: '无须再次同意。' },
    en: { message: 'Consent to “{purpose}” was given on {on}', hint: 'Nothing is left to do.' },
  },
  GUARDIAN_MISSING: {
    family: 'BAD_USER_INPUT',
    rule: 'PIPL Art.31',
    zh: {
      message: '此人未满十四周岁，须先取得监护人同意，未登记任何内容',
      hint: '请监护人签署同意书，再勾选“未满十四周岁”，填写监护人的姓名、电话、关系和签字日期。',
    },
    en: {
      message: 'The person is under fourteen: the guardian has to consent first, and nothing was kept',
      hint: 'Have the guardian sign the paper, tick “under fourteen” and give name, phone, relation and the day of the signature.',
    },
  },
  GUARDIAN_NOT_AGREED: {
    family: 'CONFLICT',
    rule: 'PIPL Art.31',
    zh: {
      message: '没有监护人对登记这名儿童的有效同意：还没有取得，或已撤回',
      hint: '请监护人签署同意书，在“更正人员”中填写监护人；已撤回的，请由有权删除的人员删除儿童的个人信息。',
    },
    en: {
      message: 'No guardian agrees that this child is on record: nobody did yet, or he withdrew',
      hint: 'Have the guardian sign and note it under “Correct”; after a withdrawal, have whoever may erase erase the child.',
    },
  },
  GUARDIAN_NOT_NEEDED: {
    family: 'BAD_USER_INPUT',
    rule: 'PIPL Art.6',
    zh: { message: '此人已满十四周岁，或没有填写出生日期，不登记监护人', hint: '请核对出生日期；已满十四周岁的，请删去监护人一栏。' },
    en: {
      message: 'The person is fourteen or older, or no birth date is given: no guardian is kept',
      hint: 'Check the birth date; leave the guardian out if the person is fourteen.',
    },
  },
  BIRTH_DATE_WRONG: {
    family: 'BAD_USER_INPUT',
    zh: { message: '出生日期有误：晚于今天，或与身份证号不符', hint: '请对照证件核对；填写了身份证号的，可以不填出生日期。' },
    en: {
      message: 'The birth date is wrong: it is yet to come, or differs from the identity number',
      hint: 'Compare it with the card; it may be left out beside an identity number.',
    },
  },
  MINOR_HOLDS_POST: {
    family: 'CONFLICT',
    rule: 'PIPL Art.31',
    zh: { message: '未满十四周岁的人员没有本职，也不能任职', hint: '请核对身份证号或出生日期，或改选他人。' },
    en: {
      message: 'Whoever is under fourteen has no home job and holds no post',
      hint: 'Check identity number and birth date, or choose somebody else.',
    },
  },
  MINOR_ON_RECORD: {
    family: 'CONFLICT',
    rule: 'PIPL Art.31',
    zh: {
      message: '此人登记为未满十四周岁，不能改为更早满十四周岁：儿童的保护到期才解除',
      hint: '请核对证件；如当初确实登记有误，请由有权删除的人员删除此人的个人信息，再重新登记。',
    },
    en: {
      message: 'The person is on record as under fourteen and is not made fourteen earlier: the protection of a child ends by time alone',
      hint: 'Check the card; if it was registered wrongly, have whoever may erase erase the person, and register anew.',
    },
  },
  MINOR_NOT_YOURS: {
    family: 'FORBIDDEN',
    rule: 'PIPL Art.31',
    zh: { message: '未满十四周岁的人员由有专门权限的人员登记', hint: '请由市科协管理员或科普部办理。' },
    en: {
      message: 'Persons under fourteen are registered by who has a right of its own',
      hint: 'Ask the administrator or the department of popularisation of the city association.',
    },
  },
  LOOK_OWN: {
    family: 'CONFLICT',
    rule: 'PIPL Art.31',
    zh: { message: '不能批准自己的查看申请', hint: '请由另一位有权批准的人员办理。' },
    en: { message: 'Nobody approves a look of his own', hint: 'Ask another person who may approve.' },
  },
  LOOK_DECIDED: {
    family: 'CONFLICT',
    zh: { message: '这次查看无须批准，或已经批准', hint: '请刷新页面。' },
    en: { message: 'The look needs no approval, or has it already', hint: 'Reload the page.' },
  },
  LOOK_REQUEST_OVER: {
    family: 'CONFLICT',
    zh: { message: '查看申请已于 {value} 失效', hint: '如仍需要，请重新申请。' },
    en: { message: 'The request to look was over at {value}', hint: 'Ask again if it is still needed.' },
  },
  RETENTION_UNDER_WAY: {
    family: 'CONFLICT',
    zh: { message: '到期处理正在由另一个实例进行', hint: '请稍候再看结果。' },
    en: { message: 'Another instance is giving up what is due', hint: 'See in a moment what came of it.' },
  },
  CONSENT_NONE: {
    family: 'CONFLICT',
    zh: { message: '没有可撤回的“{purpose}”同意', hint: '请刷新页面，可能已经撤回。' },
    en: { message: 'There is no consent to “{purpose}” to withdraw', hint: 'Reload: it may have been withdrawn already.' },
  },
})
