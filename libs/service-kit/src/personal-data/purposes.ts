import type { LocalDate } from '@sizhang/contracts'
import type { Language } from '../refusals'

/** 合法性基础: on what a purpose of processing can rest, in the order of PIPL Art.13 (1) to (7). */
export const basisKinds = ['CONSENT', 'CONTRACT', 'STATUTORY_DUTY', 'EMERGENCY', 'NEWS_REPORTING', 'MADE_PUBLIC', 'OTHER_LAW'] as const

/** One of the bases of PIPL Art.13. */
export type BasisKind = (typeof basisKinds)[number]

/** What a person is told of a purpose before he decides (PIPL Art.17). A text that was shown is never edited: another one gets the next version. */
export interface PurposeText extends Record<Language, string> {
  version: number
  /** The first day on which it was shown. */
  from: LocalDate
}

interface ProcessingPurpose {
  name: Record<Language, string>
  /** On what it rests where the installation says nothing else (`PERSONAL_DATA_FILE`). */
  basis: BasisKind
  /** Oldest first. */
  texts: readonly [PurposeText, ...PurposeText[]]
}

/** 处理目的: what personal data is used for. A purpose comes into the list with the feature that serves it, so each withdrawal has an effect. */
export const purposes = {
  MEMBERSHIP_AND_POSTS: {
    name: { zh: '会员和任职管理', en: 'Membership and posts' },
    basis: 'CONTRACT',
    texts: [
      {
        version: 1,
        from: '2026-01-01',
        zh: '科协按章程管理会员，办理选举、任职、兼职、挂职，为此处理姓名、身份证号、本职和任职记录，保存到不再需要为止；任职史以不透明的编号长期保存，用于统计。您可以查阅、复制、更正，并可申请删除。',
        en: 'The association keeps its members and holds elections and posts by its charter. For this it processes name, identity number, home jobs and posts, until they are not needed any more; the history of posts is kept under an opaque id, for the figures. You may read, copy and correct it, and ask to be erased.',
      },
    ],
  },
  CONTACT: {
    name: { zh: '电话联系', en: 'Contact by phone' },
    basis: 'CONSENT',
    texts: [
      {
        version: 1,
        from: '2026-01-01',
        zh: '科协工作人员为通知会议、办理任职等事项拨打您的电话。电话加密保存，页面和导出的名单只显示首尾几位；查看完整号码须写明事由并留下记录，您可以看到。您可以随时撤回，撤回后不再显示、不再导出、不再用于联系；不同意不影响会员和任职。',
        en: 'Staff of the association call you about meetings and posts. The phone is encrypted, and pages and exported lists show its first and last digits alone; whoever looks at the whole number says why, on a record that you can read. You may withdraw at any time: it is then neither shown nor exported nor used to call you. Membership and posts do not depend on it.',
      },
      {
        version: 2,
        from: '2026-03-01',
        zh: '科协工作人员为通知会议、办理任职等事项拨打您的电话。电话加密保存，页面和导出的名单只显示首尾几位；查看完整号码须写明用途和事由并留下记录，您可以看到。您可以随时撤回，撤回后不再显示、不再导出、不再用于联系，也不为其他用途查看；只有您本人要求办理的事项，工作人员才可写明事由查看。不同意不影响会员和任职。',
        en: 'Staff of the association call you about meetings and posts. The phone is encrypted, and pages and exported lists show its first and last digits alone; whoever looks at the whole number says what for and why, on a record that you can read. You may withdraw at any time: it is then neither shown nor exported nor used to call you, and looked at for no other purpose; for what you ask for yourself alone, staff may look at it, saying why. Membership and posts do not depend on it.',
      },
    ],
  },
  ACTIVITY_PARTICIPATION: {
    name: { zh: '参加活动', en: 'Taking part in activities' },
    basis: 'CONSENT',
    texts: [
      {
        version: 1,
        from: '2026-01-01',
        zh: '科协为您报名、登记所参加的活动，必要时向工作人员显示您的电话、身份证号，查看会留下记录。您可以随时撤回，撤回后不再为此查看；已经登记的活动不受影响。',
        en: 'The association registers you for activities; where it is needed, staff see your phone and identity number, on record. You may withdraw at any time: nobody looks for this any more. Activities that were registered before stay.',
      },
    ],
  },
} as const satisfies Record<string, ProcessingPurpose>

/** One of the purposes. */
export type Purpose = keyof typeof purposes

/** On what each purpose rests in an installation. */
export type Bases = Readonly<Record<Purpose, BasisKind>>

export const purposeCodes = Object.keys(purposes) as Purpose[]

/** The bases where an installation says nothing else. */
export const usualBases: Bases = {
  MEMBERSHIP_AND_POSTS: purposes.MEMBERSHIP_AND_POSTS.basis,
  CONTACT: purposes.CONTACT.basis,
  ACTIVITY_PARTICIPATION: purposes.ACTIVITY_PARTICIPATION.basis,
}

/** The text that is shown now. */
export function currentText(purpose: Purpose): PurposeText {
  const { texts }: ProcessingPurpose = purposes[purpose]
  return texts.at(-1) ?? texts[0]
}

/** A text by its version; undefined: there was none. */
export function textOf(purpose: Purpose, version: number): PurposeText | undefined {
  const { texts }: ProcessingPurpose = purposes[purpose]
  return texts.find((text) => text.version === version)
}

/** What the guardian of a child under fourteen is told and signs (PIPL Art.31). Oldest first; a text that was shown is never edited. */
const guardianTexts: readonly [PurposeText, ...PurposeText[]] = [
  {
    version: 1,
    from: '2026-01-01',
    zh: '科协为组织青少年科技活动，需要处理您所监护的未满十四周岁儿童的姓名、电话、身份证号，并保存您的姓名和电话作为同意的凭证。这些信息加密保存，页面上全部遮盖；工作人员每次查看都须经另一位负责人批准，限五分钟，并留下记录。未经您同意，系统不登记儿童的任何信息。您可以随时要求查阅、更正、删除或撤回同意。',
    en: 'To hold science activities for the young, the association processes name, phone and identity number of the child under fourteen whose guardian you are, and keeps your name and phone as proof of your consent. They are encrypted and masked in full; each look by staff needs the approval of a second person, lasts five minutes and is on record. Without your consent nothing of the child is kept. You may ask to read, correct or erase it, or withdraw, at any time.',
  },
  {
    version: 2,
    from: '2026-03-01',
    zh: '科协为组织青少年科技活动，需要处理您所监护的未满十四周岁儿童的姓名、电话、身份证号，并保存您的姓名、电话和与儿童的关系，作为同意的凭证。只有具有专门权限的工作人员能看到这些记录：儿童的姓名、您的姓名和关系直接显示；电话和身份证号加密保存，页面上全部遮盖，每次查看都须经另一位负责人批准，限五分钟，并留下记录。您的姓名同样加密保存。未经您同意，系统不登记儿童的任何信息。您可以随时要求查阅、更正、删除或撤回同意；撤回后立即停止使用，直至删除。儿童满十四周岁后，凭证保存到规定期限（一般三年）为止。',
    en: 'To hold science activities for the young, the association processes name, phone and identity number of the child under fourteen whose guardian you are, and keeps your name, your phone and your relation to the child as proof of your consent. Only staff with a right of its own see these records: the name of the child, your name and the relation are shown; phones and identity number are encrypted and masked in full, each look at them needs the approval of a second person, lasts five minutes and is on record. Your name is encrypted, too. Without your consent nothing of the child is kept. You may ask to read, correct or erase it, or withdraw, at any time; once you withdraw it is used no more, until it is erased. When the child is fourteen, the proof is kept for its term, as a rule three years.',
  },
]

/** The text that guardians are shown now. */
export function currentGuardianText(): PurposeText {
  return guardianTexts.at(-1) ?? guardianTexts[0]
}

/** A text for guardians by its version; undefined: there was none. */
export function guardianTextOf(version: number): PurposeText | undefined {
  return guardianTexts.find((text) => text.version === version)
}
