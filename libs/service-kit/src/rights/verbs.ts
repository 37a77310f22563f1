import type { Language } from '../refusals'

/**
 * 权限: what can be done, as `<what>.<how>`: the name of a store and `read` or `write`, or a word of its own. Each field of the graph's roots
 * declares one of these; each store asks for its own two.
 */
export const verbs = {
  'areas.read': { zh: '查看区划', en: 'see areas' },
  'areas.write': { zh: '导入区划', en: 'import areas' },
  'area-proposals.read': { zh: '查看区划变更方案', en: 'see proposals of new lists of areas' },
  'area-proposals.write': { zh: '提出、更正、同意和放弃区划变更方案', en: 'propose new lists of areas, correct, accept and discard them' },
  'units.read': { zh: '查看组织', en: 'see units' },
  'units.write': { zh: '成立和撤销组织', en: 'establish and dissolve units' },
  'foundings.read': { zh: '查看筹建', en: 'see foundings' },
  'foundings.write': { zh: '办理筹建：会员、章程、申请、成立大会', en: 'found units: members, rules, application, meeting' },
  'foundings.review': { zh: '审批筹建：审核、批复、备案、挂牌、终止', en: 'decide on foundings: review, reply, filing, plate, lapse' },
  'employers.read': { zh: '查看单位', en: 'see employers' },
  'employers.write': { zh: '登记单位', en: 'register employers' },
  'conditions.read': { zh: '查看组织的条件（四缺）', en: 'see what units have and lack' },
  'conditions.write': { zh: '登记和更正组织的条件（四缺）', en: 'note and correct what units have and lack' },
  'papers.read': { zh: '下载筹建和条件的扫描件（留下记录）', en: 'download the scanned papers of foundings and conditions, on record' },
  'papers.write': { zh: '上传和撤回扫描件', en: 'attach scanned papers and take them back' },
  'bodies.read': { zh: '查看机构、届次和职务', en: 'see bodies, terms and seats' },
  'bodies.write': { zh: '开设机构、届次和职务', en: 'open bodies, terms and seats' },
  'pilots.record': { zh: '登记试点任务的进展', en: 'record the tasks of pilots' },
  'pilots.designate': {
    zh: '确定、变更和终止试点（部门干事限于本部门联系的类别）',
    en: 'designate pilots, change and end it; officers for the categories that their department follows',
  },
  'persons.read': { zh: '查看人员（隐私信息遮盖）', en: 'see persons, private fields masked' },
  'persons.write': { zh: '登记和更正人员', en: 'register and correct persons' },
  'persons.minors': { zh: '登记和查看未满十四周岁的人员', en: 'register and see persons under fourteen' },
  'persons.erase': { zh: '删除人员的个人信息', en: 'erase the personal data of persons' },
  'accesses.read': { zh: '查看谁看过电话和身份证号', en: 'see who looked at phones and identity numbers' },
  'accesses.write': { zh: '查看完整的电话和身份证号（留下记录）', en: 'look at whole phones and identity numbers, on record' },
  'accesses.approve': { zh: '批准查看未成年人的号码', en: 'approve looks at the numbers of minors' },
  'appointments.read': { zh: '查看任职', en: 'see who holds a seat' },
  'appointments.write': { zh: '任免', en: 'appoint and end appointments' },
  'activities.read': { zh: '查看活动', en: 'see activities' },
  'activities.write': { zh: '登记、更正和撤回活动', en: 'record, correct and withdraw activities' },
  'figures.read': { zh: '查看统计', en: 'see figures' },
  'facts.follow': { zh: '订阅事实流', en: 'follow the streams of facts' },
  'accounts.read': { zh: '查看账户和授权', en: 'see accounts and grants' },
  'accounts.write': { zh: '邀请账户，授权和收回', en: 'invite accounts, give and end grants' },
  'audit.read': { zh: '查看审计', en: 'see the audit' },
  'graph.ask': { zh: '自拟查询', en: 'ask the graph in own words' },
  'operation.read': { zh: '查看运行状况', en: 'see how the services run' },
  'operation.write': { zh: '重试搁置的记录', en: 'retry what is parked' },
} as const satisfies Record<string, Record<Language, string>>

/** One of the verbs. */
export type Verb = keyof typeof verbs

/** What everybody who is signed in may ask: his own account, and the catalogues of words. */
export const SIGNED_IN = 'signed-in'

/** What a field of the graph's roots can ask for. */
export type Right = Verb | typeof SIGNED_IN

/** Whether a text is a verb. */
export function isVerb(text: string): text is Verb {
  return Object.hasOwn(verbs, text)
}
