import type { Language } from '@sizhang/service-kit'

/** A place where something of a person is kept, or where it goes. */
interface DataPlace {
  service: string
  topics: readonly string[]
  what: Record<Language, string>
  /** Whether a name or a number is among it. */
  inPlain: boolean
}

/** Where what is known of a person goes. Personal data lives in membership alone; what leaves it is the opaque id with codes and dates (design §4). */
export const PLACES: readonly DataPlace[] = [
  {
    service: 'membership',
    topics: [],
    what: {
      zh: '姓名、电话、身份证号（加密）、本职、任职、同意、查看记录；未满十四周岁时同意登记的监护人（加密）；账户的名称和使用人；写有您姓名的扫描件（加密）',
      en: 'name, phone and identity number (encrypted), home jobs, posts, consents, who looked; the guardian who agreed while you were under fourteen (encrypted); the names of the account; scanned papers that name you (encrypted)',
    },
    inPlain: true,
  },
  {
    service: 'activity',
    topics: ['membership.appointments'],
    what: { zh: '任职的编号和起止日期，用于登记谁带领活动', en: 'ids and days of posts, to record who led an activity' },
    inPlain: false,
  },
  {
    service: 'reporting',
    topics: ['membership.appointments', 'membership.persons'],
    what: { zh: '任职、本职的编号和起止日期，用于统计', en: 'ids and days of posts and home jobs, for the figures' },
    inPlain: false,
  },
  {
    service: 'organization',
    topics: ['membership.appointments'],
    what: { zh: '任职的编号和起止日期，用于判断职务是否空缺', en: 'ids and days of posts, to tell whether a seat is vacant' },
    inPlain: false,
  },
  {
    service: 'gateway',
    topics: ['membership.persons', 'membership.accesses', 'membership.appointments', 'membership.accounts'],
    what: {
      zh: '上述事实流，有权限的分析人员可订阅；只有编号、代码和日期',
      en: 'the streams of these facts, for analysts who may follow them: ids, codes and days alone',
    },
    inPlain: false,
  },
]
