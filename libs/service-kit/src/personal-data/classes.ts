import type { Language } from '../refusals'

/** What a class of data asks for. */
interface DataClass {
  name: Record<Language, string>
  /** Who sees it, and how. */
  shown: Record<Language, string>
  /** For how long it is kept. */
  kept: Record<Language, string>
}

const WITH_THE_PERSON = {
  zh: '到删除该人员的个人信息为止（PIPL 第 47 条）',
  en: 'until the personal data of the person is erased (PIPL Art.47)',
}
const FOR_FIGURES = { zh: '长期，以不透明编号保存，用于统计', en: 'for good, under an opaque id, for the figures' }

/** 分类: the classes of data about persons, from the most open one down (PIPL Art.28, 31 and 51). */
export const dataClasses = {
  OPEN: {
    name: { zh: '公开', en: 'open' },
    shown: { zh: '有权限者都可以看', en: 'to everybody with the right to the record' },
    kept: FOR_FIGURES,
  },
  INTERNAL: {
    name: { zh: '内部', en: 'internal' },
    shown: { zh: '辖区内有权限者', en: 'within the jurisdiction, to who has the right' },
    kept: FOR_FIGURES,
  },
  PERSONAL: {
    name: { zh: '个人信息', en: 'personal' },
    shown: {
      zh: '辖区内有权限者；不进入事实流、日志和导出以外的任何地方',
      en: 'within the jurisdiction, to who has the right; never in facts or logs',
    },
    kept: WITH_THE_PERSON,
  },
  SENSITIVE: {
    name: { zh: '敏感个人信息', en: 'sensitive' },
    shown: {
      zh: '遮盖显示；写明用途和事由后查看五分钟，留下记录，本人可查',
      en: 'masked; in plain for five minutes to who says what for and why, on record for the person to read',
    },
    kept: WITH_THE_PERSON,
  },
  MINOR: {
    name: { zh: '未满十四周岁未成年人的信息', en: 'of a minor under fourteen' },
    shown: {
      zh: '只对有专门权限者显示；号码全部遮盖，每次查看经另一人批准，五分钟，留下记录',
      en: 'to who has a right of its own; numbers masked in full, each look after approval by a second person, for five minutes, on record',
    },
    kept: {
      zh: '监护人同意之后；满十四周岁起按一般规则，监护人信息另有期限',
      en: 'once the guardian agreed; from fourteen on as of anybody else, and what tells the guardian for a term of its own',
    },
  },
} as const satisfies Record<string, DataClass>

/** One of the classes. */
export type DataClassCode = keyof typeof dataClasses
