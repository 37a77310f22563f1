import { PaperWithdrawn, type AreaCode } from '@sizhang/contracts'
import { decided, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { MOST_PAPERS, type PaperKind } from '../paper-files/paper-kinds.domain'

/** What a paper hangs on: a record of a founding, or a note of what a unit has or lacks. */
export type PaperSubject = 'FOUNDING' | 'UNIT'

/** Why a paper was taken back: a code and no words, which could name somebody for good. The last one is the clock's alone. */
export type WithdrawalReason = 'WRONG_FILE' | 'UNREADABLE' | 'NAMES_SOMEBODY' | 'TERM_OVER'

/** 撤回: that a paper was there once. Its bytes, its title and its file name are gone. */
interface Withdrawal {
  at: Date
  /** The account; null: its time was over. */
  by: string | null
  reason: WithdrawalReason
}

/** 扫描件: a scanned paper. What it says and what it is called is kept apart, encrypted, and goes for good when it is withdrawn. */
export interface Paper {
  /** It follows from the record and the content: the same file, sent again, is the same paper. */
  id: string
  kind: PaperKind
  size: number
  /** Of the content, hexadecimal. */
  sha256: string
  attachedAt: Date
  attachedBy: string
  /** Persons whom it names, as far as somebody marked them. */
  names: string[]
  /** Under which its bytes lie. */
  upload: string
  withdrawn: Withdrawal | null
}

/** All papers that were ever attached to one record. */
export interface Papers {
  subject: PaperSubject
  subjectId: string
  /** Of a founding the number of its record, of a unit the id of its note. */
  record: string
  /** Only where it is a unit's: a founding is reached by its area alone. */
  unitId: string | null
  path: AreaCode[]
  papers: Paper[]
  /** Uploads that were taken back, and whose bytes may still lie there. */
  clearing: string[]
}

const MOST_NAMES = 50

/** Papers that are there. */
export function attached({ papers }: Pick<Papers, 'papers'>): Paper[] {
  return papers.filter(({ withdrawn }) => withdrawn === null)
}

/**
 * A paper is attached to a record. The same one again changes nothing. What was taken back does not come back: it was there by mistake, or names
 * somebody who asked to be forgotten.
 */
export function attachPaper(known: Papers, paper: Paper): Decision<Papers> {
  const same = known.papers.find(({ id }) => id === paper.id)
  if (same) {
    checkThere(same)
    return decided(known)
  }
  checkRoom(known)
  return decided({ ...known, papers: [...known.papers, { ...paper, names: namesOf(paper.names) }] })
}

/** Refuses one more paper where as many hang as may. */
export function checkRoom(known: Pick<Papers, 'papers'>): void {
  const count = attached(known).length
  if (count >= MOST_PAPERS) throw new Rejected('PAPERS_TOO_MANY', { field: 'file', value: count, max: MOST_PAPERS })
}

/** Refuses what was taken back. */
export function checkThere({ id, withdrawn }: Paper): void {
  if (withdrawn) throw new Rejected('PAPER_WITHDRAWN', { field: 'paperId', value: id })
}

/** Marks the persons whom a paper names, in place of those who were marked before. */
export function markPersonsInPaper(known: Papers, paperId: string, personIds: readonly string[]): Decision<Papers> {
  const paper = paperIn(known, paperId)
  checkThere(paper)
  return decided(withPaper(known, { ...paper, names: namesOf(personIds) }))
}

/** Who takes a paper back, when and why. */
interface Withdrawing {
  recordId: string
  at: Date
  by: string | null
  reason: WithdrawalReason
}

/** A paper is taken back: its bytes go for good, that it was there stays. */
export function withdrawPaper(known: Papers, paperId: string, { recordId, ...withdrawn }: Withdrawing): Decision<Papers> {
  const paper = paperIn(known, paperId)
  checkThere(paper)
  const without = withPaper(known, { ...paper, names: [], withdrawn })
  return decided(
    { ...without, clearing: [...known.clearing, paper.upload] },
    PaperWithdrawn.of({ recordId, paperId, reason: withdrawn.reason }),
  )
}

/** Papers that were attached before an instant have been kept for their time: all of them are taken back. */
export function giveUpPapers(known: Papers, before: Date, recordId: string, at: Date): Decision<Papers> {
  const over = attached(known).filter(({ attachedAt }) => attachedAt < before)
  return over.reduce<Decision<Papers>>(({ state, facts }, { id }) => {
    const next = withdrawPaper(state, id, { recordId, at, by: null, reason: 'TERM_OVER' })
    return decided(next.state, ...facts, ...next.facts)
  }, decided(known))
}

/** One paper of a record. Refused where it has none of that id. */
export function paperIn({ papers }: Pick<Papers, 'papers'>, paperId: string): Paper {
  const paper = papers.find(({ id }) => id === paperId)
  if (!paper) throw new Rejected('NOT_FOUND', { field: 'paperId', value: paperId })
  return paper
}

function withPaper(known: Papers, paper: Paper): Papers {
  return { ...known, papers: known.papers.map((one) => (one.id === paper.id ? paper : one)) }
}

function namesOf(personIds: readonly string[]): string[] {
  const names = [...new Set(personIds)]
  if (names.length > MOST_NAMES) throw new Rejected('PAPER_NAMES_TOO_MANY', { field: 'personIds', value: names.length, max: MOST_NAMES })
  return names
}
