import type { HoldingKind, Rank } from '@sizhang/contracts'
import { bodyKinds } from '../bodies/body-kinds.domain'
import { codesByName } from '../list-import/cells.domain'

interface Word {
  zh: string
  en: string
}

/** 职级 as a file names it: as the pages do, or by one of the words of that name. */
const RANK_WORDS: Readonly<Record<Rank, Word>> = {
  CHAIR: { zh: '主席、会长', en: 'Chair' },
  VICE_CHAIR: { zh: '副主席、副会长', en: 'Vice-chair' },
  SECRETARY_GENERAL: { zh: '秘书长', en: 'Secretary-general' },
  STANDING_COMMITTEE_MEMBER: { zh: '常委', en: 'Standing-committee member' },
  COMMITTEE_MEMBER: { zh: '委员、理事', en: 'Committee member' },
  DELEGATE: { zh: '代表', en: 'Delegate' },
  TEAM_MEMBER: { zh: '工作队伍成员', en: 'Team member' },
  GROUP_LEADER: { zh: '组长', en: 'Group leader' },
  DEPUTY_GROUP_LEADER: { zh: '副组长', en: 'Deputy group leader' },
  GROUP_MEMBER: { zh: '成员', en: 'Group member' },
  OFFICE_HEAD: { zh: '办公室主任', en: 'Head of the office' },
}
/** 任职方式 as a file names it. */
const HOLDING_WORDS: Readonly<Record<HoldingKind, Word>> = {
  FULL_TIME_OFFICE: { zh: '任职', en: 'Full office' },
  PART_TIME_POST: { zh: '兼职', en: 'Part-time post' },
  SECONDMENT: { zh: '挂职', en: 'Secondment' },
}

export const RANKS = codesOf(RANK_WORDS)
export const HOLDING_KINDS = codesOf(HOLDING_WORDS)
export const BODY_KINDS = codesByName(bodyKinds.map(({ code, ...word }) => ({ code, names: namesOf(word) })))

/** How a file writes codes: in Chinese by their names, else as they are. */
export interface SeatWords {
  bodyKind: (code: string) => string
  rank: (rank: Rank) => string
  kinds: (kinds: readonly HoldingKind[]) => string
  head: (code: string) => string
}

/** The words of files in a language; of heads, as the packs say. */
export function seatWords(language: 'zh' | 'en', head: (code: string) => string): SeatWords {
  const isChinese = language === 'zh'
  return {
    bodyKind: (code) => (isChinese ? (bodyKinds.find((kind) => kind.code === code)?.zh ?? code) : code),
    rank: (rank) => (isChinese ? RANK_WORDS[rank].zh : rank),
    kinds: (kinds) => kinds.map((kind) => (isChinese ? HOLDING_WORDS[kind].zh : kind)).join(isChinese ? '、' : '; '),
    head: (code) => (isChinese ? head(code) : code),
  }
}

function codesOf<Code extends string>(words: Readonly<Record<Code, Word>>): ReadonlyMap<string, Code> {
  const entries = Object.entries<Word>(words) as [Code, Word][]
  return codesByName(entries.map(([code, word]) => ({ code, names: namesOf(word) })))
}

/** 主席、会长 is also said by one of the two. */
function namesOf({ zh, en }: Word): string[] {
  return [zh, ...zh.split('、'), en]
}
