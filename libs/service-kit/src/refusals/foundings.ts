import { refusals } from './refusal'

/** Refusals about the founding of units: members, steps, papers, the reply and the plate. */
export const foundingRefusals = refusals({
  FOUNDING_TYPE_NOT_FOUNDED: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '“{value}”类组织不走筹建程序', hint: '已经存在的组织，请用“成立组织”直接补录。' },
    en: { message: 'Units of type “{value}” are not founded step by step', hint: 'Enter one that exists already directly.' },
  },
  FOUNDING_NOBODY_REVIEWS: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '区划“{value}”之上没有可以审批这类组织的一级', hint: '请选择更低一级的区划作为所在地。' },
    en: { message: 'No level at area “{value}” decides on units of this type', hint: 'Choose an area further down as its seat.' },
  },
  FOUNDING_INDUSTRY_MISSING: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3d',
    zh: { message: '行业统建没有写明行业', hint: '请填写由哪个行业统一组建。' },
    en: { message: 'Founded by industry, but by none that is named', hint: 'Say which industry founds it.' },
  },
  FOUNDING_INDUSTRY_NOT_EXPECTED: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3d',
    zh: { message: '不是行业统建，却填了行业“{value}”', hint: '请清空行业，或把组建方式改为行业统建。' },
    en: { message: 'It is not founded by industry, but “{value}” is named', hint: 'Clear the industry, or found it by industry.' },
  },
  FOUNDING_STEP_NOT_YET: {
    family: 'BAD_USER_INPUT',
    zh: { message: '{value} 还没有到（今天是 {today}）', hint: '各步骤办完后按实际日期登记。' },
    en: { message: '{value} has not come yet (today is {today})', hint: 'Enter a step with its day once it was taken.' },
  },
  FOUNDING_STEP_BEFORE_LAST: {
    family: 'BAD_USER_INPUT',
    zh: { message: '{value} 早于上一步的日期 {last}', hint: '请核对日期；各步骤依次进行。' },
    en: { message: '{value} is before the step before, of {last}', hint: 'Check the day; steps follow each other.' },
  },
  FOUNDING_STEP_OUT_OF_ORDER: {
    family: 'CONFLICT',
    rule: 'N2.3',
    zh: { message: '还不能办“{stepZh}”：下一步是“{nextZh}”', hint: '请先办完“{nextZh}”，打开筹建页可以看到由谁办、还缺什么。' },
    en: {
      message: '“{stepEn}” is not due: next is “{nextEn}”',
      hint: 'Take “{nextEn}” first; the page of the founding says who has it and what is missing.',
    },
  },
  FOUNDING_PLATE_BEFORE_REPLY: {
    family: 'CONFLICT',
    rule: 'N2.3',
    zh: { message: '批复之前不能挂牌：下一步是“{nextZh}”', hint: '组织自批复之日起成立；请先取得批复，再开成立大会、备案，然后挂牌。' },
    en: {
      message: 'No plate before the reply: next is “{nextEn}”',
      hint: 'The unit is there from the day of its reply: get that first, then hold the meeting and file it.',
    },
  },
  FOUNDING_OVER: {
    family: 'CONFLICT',
    zh: { message: '这项筹建已经结束', hint: '要再次筹建，请新建一项。' },
    en: { message: 'This founding is over', hint: 'To found it after all, begin another.' },
  },
  FOUNDING_LIST_CLOSED: {
    family: 'CONFLICT',
    zh: { message: '申请已经提交，会员名单（{value} 个）不能再改', hint: '需要修改的，请审核单位退回申请。' },
    en: { message: 'The application went in: its list of {value} members stays', hint: 'To change it, have the application sent back.' },
  },
  FOUNDING_MEMBERS_OUT_OF_RANGE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '一次登记 {value} 个会员', hint: '一次请登记 1 至 {max} 个。' },
    en: { message: '{value} members at once', hint: 'Add 1 to {max} at once.' },
  },
  FOUNDING_TOO_MANY_MEMBERS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '名单上会有 {value} 个会员', hint: '筹建名单最多 {max} 个，其余的成立后再发展。' },
    en: { message: 'The list would hold {value} members', hint: 'It holds {max} at most; admit the others once the unit is there.' },
  },
  FOUNDING_MEMBER_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有登记过“{value}”，或者不是有效的组织', hint: '请先登记这个人员或单位，再列入名单。' },
    en: { message: 'There is no “{value}” on record, or it is no unit in force', hint: 'Register the person or employer first.' },
  },
  FOUNDING_MEMBER_TWICE: {
    family: 'CONFLICT',
    zh: { message: '“{value}”已在名单上', hint: '每个会员只列一次，请去掉重复的。' },
    en: { message: '“{value}” is on the list already', hint: 'Each member is listed once: leave it out.' },
  },
  FOUNDING_MEMBER_NOT_LISTED: {
    family: 'BAD_USER_INPUT',
    zh: { message: '“{value}”不在名单上', hint: '请刷新页面；可能别人已经去掉了。' },
    en: { message: '“{value}” is not on the list', hint: 'Load the page again; somebody may have taken it off.' },
  },
  FOUNDING_TOO_FEW_MEMBERS: {
    family: 'CONFLICT',
    rule: 'N2.3',
    zh: {
      message: '会员不够：名单上有个人 {persons} 名、单位 {units} 个',
      hint: '满足一项即可：再增加个人 {morePersons} 名，或单位 {moreUnits} 个，或合计 {together} 个。',
    },
    en: {
      message: 'Too few members: {persons} persons and {units} units on the list',
      hint: 'One is enough: {morePersons} more persons, {moreUnits} more units, or {together} more of both.',
    },
  },
  FOUNDING_PAPER_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '申请材料“{value}”不在目录中', hint: '请从目录中选择。' },
    en: { message: 'Paper “{value}” is not in the catalogue', hint: 'Choose one of the catalogue.' },
  },
  FOUNDING_PAPERS_MISSING: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '申请材料不齐，还缺：{namedZh}', hint: '请补齐后再提交申请；申请表和会员名单可以从筹建页生成。' },
    en: {
      message: 'Papers are missing: {namedEn}',
      hint: 'Add them; application form and member list can be made on the page of the founding.',
    },
  },
  FOUNDING_NOT_AT_YOUR_LEVEL: {
    family: 'FORBIDDEN',
    rule: 'N2.3',
    zh: { message: '这一步由“{value}”的科协办理，您没有这一级的权限', hint: '请由该级科协办理，或请其授权。' },
    en: {
      message: 'The association of “{value}” has this step; you have no right there',
      hint: 'Have that association take it, or give you the right.',
    },
  },
  FOUNDING_MORE_CAME_THAN_MAY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '到会 {value} 人，多于应到 {entitled} 人', hint: '请核对两个人数。' },
    en: { message: '{value} came, and {entitled} were entitled', hint: 'Check both figures.' },
  },
  FOUNDING_NO_QUORUM: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '到会 {value} 人，不足法定人数：应到 {entitled} 人，至少须到 {needed} 人', hint: '大会无效，请另行召开后登记。' },
    en: { message: '{value} of {entitled} came: at least {needed} must', hint: 'That meeting decides nothing: hold another and enter it.' },
  },
  FOUNDING_NOBODY_ELECTED: {
    family: 'BAD_USER_INPUT',
    zh: { message: '当选 {value} 人，应在 1 至 {present}（到会人数）之间', hint: '请填写选出的第一届委员会或理事会人数。' },
    en: { message: '{value} were elected: it takes 1 to {present}, as many as came', hint: 'Give the size of the first body.' },
  },
  FOUNDING_TERM_OVER: {
    family: 'BAD_USER_INPUT',
    zh: { message: '任期届满日 {value} 不晚于大会日期 {on}', hint: '请填写第一届任期届满的日期。' },
    en: { message: 'The term ends on {value}, not after the meeting of {on}', hint: 'Give the day on which the first term ends.' },
  },
  FOUNDING_NOT_OVERDUE: {
    family: 'CONFLICT',
    zh: { message: '{value} 还没有超过办理期限（{due}），不能作逾期终止', hint: '期限过后再办；筹备组自己不办了的，请用“撤回”。' },
    en: {
      message: 'On {value} its day ({due}) has not passed: it does not lapse',
      hint: 'Wait until it has, or have the group withdraw it.',
    },
  },
  FOUNDING_UNIT_STANDS: {
    family: 'CONFLICT',
    rule: 'N2.3',
    zh: { message: '组织已经批复成立，{value} 仍然有效，筹建不能撤回或终止', hint: '不办了的，请先撤销该组织。' },
    en: {
      message: 'The unit was granted and is in force on {value}: its founding can be neither withdrawn nor let lapse',
      hint: 'Dissolve the unit first.',
    },
  },
})
