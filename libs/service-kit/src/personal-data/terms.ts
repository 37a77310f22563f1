import type { Language } from '../refusals'

type Words = Record<Language, string>

/** 保存期限: how long something is kept, and within what bounds an installation may say otherwise (`PERSONAL_DATA_FILE`). */
export interface Term {
  name: Words
  /** What the months are counted from. */
  after: Words
  /** What is done once they are over. */
  does: Words
  months: number
  least: number
  most: number
}

/** What membership gives up when its time is over (PIPL Art.19, 47). No person is erased by the clock: an officer decides on each who is listed. */
export const terms = {
  ACCESS_REASONS: {
    name: { zh: '查看事由', en: 'Reasons of looks' },
    after: { zh: '查看之日', en: 'the look' },
    does: { zh: '删去事由；谁、何时、用途保留', en: 'the reason is deleted; who, when and what for stays' },
    months: 36,
    least: 36,
    most: 120,
  },
  GUARDIANS: {
    name: { zh: '监护人信息', en: 'Guardians' },
    after: { zh: '满十四周岁之日', en: 'the fourteenth birthday' },
    does: { zh: '删去监护人的姓名和电话', en: 'name and phone of the guardian are deleted' },
    months: 36,
    least: 1,
    most: 120,
  },
  UNOPENED_ACCOUNTS: {
    name: { zh: '未启用的账户', en: 'Accounts that nobody opened' },
    after: { zh: '邀请失效之日', en: 'the end of the invitation' },
    does: { zh: '停用账户，删去账户名和使用人', en: 'the account is closed, and its names are deleted' },
    months: 3,
    least: 1,
    most: 12,
  },
  PAPERS: {
    name: { zh: '扫描件', en: 'Scanned papers' },
    after: { zh: '上传之日', en: 'the day on which it was attached' },
    does: { zh: '删去文件、标题和文件名；曾有此件的记录保留', en: 'its bytes, title and file name are deleted; that it was there stays' },
    months: 120,
    least: 12,
    most: 600,
  },
  INACTIVE_PERSONS: {
    name: { zh: '不再任职的人员', en: 'Persons without a post' },
    after: { zh: '最后一次任职、本职或登记之日', en: 'the last post, home job or the registration' },
    does: { zh: '列入名单，由有权删除的人员决定', en: 'listed; whoever may erase decides' },
    months: 60,
    least: 24,
    most: 240,
  },
} as const satisfies Record<string, Term>

/** One of the terms. */
export type TermCode = keyof typeof terms

export const termCodes = Object.keys(terms) as TermCode[]

/** For how many months each thing is kept in an installation. */
export type KeptMonths = Readonly<Record<TermCode, number>>

/** The months where an installation says nothing else. */
export const usualMonths: KeptMonths = {
  ACCESS_REASONS: terms.ACCESS_REASONS.months,
  GUARDIANS: terms.GUARDIANS.months,
  UNOPENED_ACCOUNTS: terms.UNOPENED_ACCOUNTS.months,
  PAPERS: terms.PAPERS.months,
  INACTIVE_PERSONS: terms.INACTIVE_PERSONS.months,
}
