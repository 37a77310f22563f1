import { refusals } from './refusal'

/** Refusals about persons, their home jobs and the seats they hold. None of them repeats a phone or an identity number. */
export const membershipRefusals = refusals({
  PHONE_INVALID: {
    family: 'BAD_USER_INPUT',
    zh: { message: '电话号码有误', hint: '请填写 11 位手机号，或带区号的固定电话，如 0510-8xxxxxxx。' },
    en: { message: 'The phone number is wrong', hint: 'Give a mobile number of 11 digits, or a fixed one with its area code.' },
  },
  IDENTITY_NUMBER_INVALID: {
    family: 'BAD_USER_INPUT',
    rule: 'GB 11643-1999',
    zh: { message: '身份证号有误：应为 18 位，出生日期真实，且校验码相符', hint: '请对照证件逐位核对；不填也可以登记。' },
    en: {
      message: 'The identity number is wrong: 18 characters, a real birth date and a fitting check character',
      hint: 'Compare it with the card; a person can be registered without it.',
    },
  },
  IDENTITY_NUMBER_TAKEN: {
    family: 'CONFLICT',
    zh: { message: '该身份证号已登记给另一人', hint: '请在人员列表中用完整的身份证号查找。' },
    en: { message: 'The identity number belongs to another person', hint: 'Look for that person by the whole identity number.' },
  },
  EMPLOYER_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N1.1',
    zh: { message: '没有找到单位“{value}”', hint: '请从单位列表中选择，或先登记单位。' },
    en: { message: 'No employer “{value}”', hint: 'Choose from the list of employers, or register it first.' },
  },
  TITLE_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.1',
    zh: { message: '职务“{value}”不在部门包中', hint: '请从职务名称中选择。' },
    en: { message: 'Title “{value}” is in no pack', hint: 'Choose one of the titles.' },
  },
  TITLE_NOT_AT_EMPLOYER: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.1',
    zh: { message: '“{kind}”类单位没有职务“{title}”', hint: '该职务属于：{allowed}。请核对单位或职务。' },
    en: {
      message: 'An employer of kind “{kind}” has no title “{title}”',
      hint: 'The title belongs to: {allowed}. Check employer and title.',
    },
  },
  HOME_JOB_NOT_LATER: {
    family: 'BAD_USER_INPUT',
    zh: { message: '新本职自 {value} 起，须在上一本职（{from} 起）之后', hint: '请核对任职日期。' },
    en: { message: 'The new home job starts on {value}, not after the one before ({from})', hint: 'Check the first day.' },
  },
  HOME_JOB_NONE: {
    family: 'CONFLICT',
    zh: { message: '此人没有可离任的本职', hint: '无须填写离职日期。' },
    en: { message: 'The person has no home job to leave', hint: 'Leave the day out.' },
  },
  HOME_JOB_LEFT_TOO_EARLY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '离职日期 {value} 须晚于任职日期 {from}', hint: '请核对日期。' },
    en: { message: 'Left on {value}, but taken up on {from}', hint: 'Check both days.' },
  },
  PERSON_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有找到人员“{value}”', hint: '请从人员列表中选择，或先登记。' },
    en: { message: 'No person “{value}”', hint: 'Choose from the list of persons, or register the person first.' },
  },
  SEAT_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有找到职务“{value}”', hint: '请从组织页面选择职务；刚设置的职务请稍候再试。' },
    en: { message: 'No seat “{value}”', hint: 'Choose it on the page of the unit; one created a moment ago appears soon.' },
  },
  APPOINTMENT_ENDS_BEFORE_IT_STARTS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '结束日期 {value} 须晚于开始日期 {from}', hint: '请核对起止日期。' },
    en: { message: 'It ends on {value}, before or on its first day {from}', hint: 'Check both days.' },
  },
  HOLDING_KIND_NOT_ALLOWED: {
    family: 'BAD_USER_INPUT',
    rule: 'N1.1',
    zh: { message: '该职务不可以“{kind}”方式担任', hint: '可用方式：{allowed}。' },
    en: { message: 'The seat cannot be held as {kind}', hint: 'Allowed: {allowed}.' },
  },
  APPOINTMENT_OUTSIDE_TERM: {
    family: 'BAD_USER_INPUT',
    zh: { message: '{value} 不在本届任期内（{termFrom} 至 {termUntil}）', hint: '任职、兼职须在届内；挂职不受届期限制。' },
    en: {
      message: '{value} is outside the term ({termFrom} to {termUntil})',
      hint: 'A full office and a part-time post stay inside the term; a secondment is not bound to it.',
    },
  },
  RESERVED_HEAD_NOT_MET: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.1',
    zh: { message: '该职务保留给“{reservedFor}”，此人在 {value} 不是', hint: '请选择当日任相应本职的人员，或先更正其本职。' },
    en: {
      message: 'The seat is reserved for “{reservedFor}”, which the person is not on {value}',
      hint: 'Choose somebody with such a home job on that day, or correct the home job first.',
    },
  },
  SEAT_FULL: {
    family: 'CONFLICT',
    zh: { message: '该职务 {places} 个名额，期间已有 {taken} 人同时在任', hint: '请改日期，或先办理免职。' },
    en: {
      message: 'The seat has {places} places; {taken} people hold it at once in that time',
      hint: 'Change the days, or end a holding first.',
    },
  },
  SEAT_HELD_BY_SAME_PERSON: {
    family: 'CONFLICT',
    zh: { message: '此人在 {from} 至 {until} 已任该职务', hint: '同一人同一职务不能重复任职。' },
    en: { message: 'The person holds this seat from {from} to {until} already', hint: 'Nobody holds one seat twice at once.' },
  },
  APPOINTMENT_ENDED_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '该任命已于 {value} 终止', hint: '无须再次免职。' },
    en: { message: 'The appointment was ended on {value} already', hint: 'Nothing is left to do.' },
  },
  APPOINTMENT_END_OUTSIDE_IT: {
    family: 'BAD_USER_INPUT',
    zh: { message: '终止日期 {value} 须在任期之内（{from} 至 {until}）', hint: '请核对日期。' },
    en: { message: 'It cannot end on {value}: it is held from {from} to {until}', hint: 'Check the day.' },
  },
  INVITATION_INVALID: {
    family: 'BAD_USER_INPUT',
    zh: { message: '邀请链接已失效', hint: '链接七天内有效，只能使用一次；请联系邀请您的人重新发送。' },
    en: {
      message: 'The invitation holds no more',
      hint: 'A link holds for seven days and is used once; ask whoever invited you for a new one.',
    },
  },
  PERSON_ERASED: {
    family: 'CONFLICT',
    rule: 'PIPL Art.47',
    zh: { message: '此人的个人信息已于 {value} 删除', hint: '删除后不能恢复；如需要，请重新登记。' },
    en: {
      message: 'The personal data of this person was erased on {value}',
      hint: 'There is no way back; register the person anew if needed.',
    },
  },
  PERSON_HOLDS_POST: {
    family: 'CONFLICT',
    rule: 'PIPL Art.47',
    zh: { message: '此人还有 {count} 个在任或将任的职务，不能删除', hint: '请先办理免职，或等任期结束。' },
    en: { message: 'The person holds {count} posts now or from a day to come', hint: 'End them first, or wait for their end.' },
  },
  ACCESS_FIELDS_NONE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有选择要查看的内容', hint: '请选择电话或身份证号。' },
    en: { message: 'Nothing was chosen to look at', hint: 'Choose the phone or the identity number.' },
  },
  ACCESS_FIELD_NOT_NEEDED: {
    family: 'BAD_USER_INPUT',
    rule: 'PIPL Art.6',
    zh: {
      message: '这一用途不需要查看 {value}，未显示也未记录',
      hint: '请只选该用途所需的号码：联系只看电话，核验身份只看身份证号；或改选实际用途。',
    },
    en: {
      message: 'The purpose does not need {value}: nothing was shown or recorded',
      hint: 'Choose the numbers that the purpose needs: the phone to call, the identity number to verify an identity; or the purpose that it is for.',
    },
  },
  ACCESS_OVER: {
    family: 'CONFLICT',
    rule: 'PIPL Art.6',
    zh: { message: '这次查看已于 {value} 结束', hint: '如仍需要，请重新说明用途和事由。' },
    en: { message: 'This look was over at {value}', hint: 'Say purpose and reason again if it is still needed.' },
  },
  ERASURE_ASKED_ALREADY: {
    family: 'CONFLICT',
    rule: 'PIPL Art.47',
    zh: { message: '您已于 {value} 申请删除，尚在办理', hint: '请等候办理结果。' },
    en: { message: 'You asked to be erased on {value}; nobody has decided yet', hint: 'Wait for the decision.' },
  },
  ERASURE_NOT_ASKED: {
    family: 'CONFLICT',
    rule: 'PIPL Art.50',
    zh: { message: '此人没有待办理的删除申请', hint: '请刷新页面，可能已由他人办理。' },
    en: { message: 'No request of this person to be erased waits', hint: 'Reload: somebody else may have decided it.' },
  },
  ACCOUNT_WITHOUT_PERSON: {
    family: 'NOT_FOUND',
    zh: { message: '您的账户没有关联人员', hint: '请联系市科协管理员关联后再办理。' },
    en: { message: 'Your account is linked to no person', hint: 'Ask the administrator of the city association to link it.' },
  },
})
