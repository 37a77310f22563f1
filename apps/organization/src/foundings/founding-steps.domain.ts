import { FoundingClosed, FoundingStepTaken, type LocalDate } from '@sizhang/contracts'
import { decided, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { coverEmployer } from '../covered-employers/covered-employers.domain'
import type { Employer } from '../employers/employers.domain'
import { unitTypeOf } from '../units/unit-types.domain'
import { establishUnit, type UnitSurroundings } from '../units/units.domain'
import { FOUNDING_STEPS, foundingKindOf, foundingPapers, stepNames, type FoundingStep } from './founding-kinds.domain'
import { countsOf, isPreparing, membersMissing, rulesDrafted, standingOf } from './founding-standing.domain'
import type { Founding, FoundingMeeting, FoundingPaper, FoundingRecord } from './founding-standing.domain'
import { checkDay, factOf, stillOpen, unitOf, type Entering } from './foundings.domain'

/** What is said of a step: when it was taken, and the paper that it rests on. */
export interface TakeFoundingStep {
  foundingId: string
  on: LocalDate
  paper?: string | null | undefined
}

/** What can be done without a paper of its own. */
const WITHOUT_PAPER: readonly FoundingStep[] = ['REVIEW', 'PLATE']

/** 章程草案: the group has drafted the rules, once or again, before it applies. */
export function draftFoundingRules(founding: Founding, command: TakeFoundingStep, entering: Entering): Decision<Founding> {
  const { step } = stillOpen(founding)
  if (!foundingKindOf(founding.unitType)?.steps.includes('RULES') || !isPreparing(founding)) throw outOfOrder('RULES', step)
  return taken(founding, 'RULES', command, entering)
}

/** What is said of an application. */
export interface ApplyForFounding extends TakeFoundingStep {
  papers: readonly { code: string; title: string; number?: string | null | undefined }[]
}

/** 申请: the group applies with all papers, once the rules are drafted and there are as many members as the unit's type asks for (domain (b)). */
export function applyForFounding(founding: Founding, command: ApplyForFounding, entering: Entering): Decision<Founding> {
  const { step } = stillOpen(founding)
  if (!isPreparing(founding)) throw outOfOrder('APPLICATION', step)
  checkEnough(founding)
  if (!rulesDrafted(founding)) throw outOfOrder('APPLICATION', 'RULES')
  return taken(founding, 'APPLICATION', command, entering, { papers: papersOf(founding, command) })
}

/** What is said of a decision on an application. */
export interface ReviewFounding extends TakeFoundingStep {
  /** Why it is sent back; null: it goes on. */
  returnedBecause?: string | null | undefined
}

/** 审核: an association below the one that replies lets the application go on, or sends it back with reasons. */
export function reviewFounding(founding: Founding, command: ReviewFounding, entering: Entering): Decision<Founding> {
  const { step } = stillOpen(founding)
  if (step !== 'REVIEW' && !(step === 'REPLY' && command.returnedBecause)) throw outOfOrder('REVIEW', step)
  const reason = command.returnedBecause ? plainText('returnedBecause', command.returnedBecause, { min: 2, max: 200 }) : null
  return taken(founding, step, command, entering, { returned: reason !== null, reason })
}

/** What is said of the reply. */
export interface ReplyToFounding extends TakeFoundingStep {
  /** Why the unit is refused; null: it is granted. */
  refusedBecause?: string | null | undefined
}

/** What the reply has to know of others: what the unit needs, and the employers on the list. */
export interface ReplySurroundings extends UnitSurroundings {
  employers: ReadonlyMap<string, Employer>
}

/**
 * 批复: the unit counts from this day (N2.3). What it will be and cover is decided here and kept with the reply, so that nothing that happens
 * before it stands in the network can take it back; a refusal ends the founding.
 */
export function replyToFounding(
  founding: Founding,
  command: ReplyToFounding,
  surroundings: ReplySurroundings,
  entering: Entering,
): Decision<Founding> {
  const { step } = stillOpen(founding)
  if (step !== 'REPLY') throw outOfOrder('REPLY', step)
  if (command.refusedBecause) {
    const reason = plainText('refusedBecause', command.refusedBecause, { min: 2, max: 200 })
    return closedBy(taken(founding, 'REPLY', command, entering, { reason }), command, 'REFUSED')
  }
  checkEnough(founding)
  const { foundingId, on } = command
  const unit = establishUnit(unitOf({ ...founding, foundingId, type: founding.unitType, on }), surroundings)
  for (const employerId of coveredBy(founding)) {
    const employer = surroundings.employers.get(employerId)
    if (!employer) throw new Rejected('EMPLOYER_UNKNOWN', { field: 'foundingId', value: employerId })
    coverEmployer(employer, { coverId: foundingId, employerId, unitId: foundingId, from: on }, unit.state)
  }
  const { state, facts } = taken(founding, 'REPLY', command, entering)
  return finished(decided({ ...state, unit }, ...facts), command)
}

/** What is said of the founding meeting. */
export interface HoldFoundingMeeting extends TakeFoundingStep, FoundingMeeting {}

/** 成立大会: those who came are enough, hear the reply and elect the first body (domain (b)). */
export function holdFoundingMeeting(founding: Founding, command: HoldFoundingMeeting, entering: Entering): Decision<Founding> {
  const { entitled, present, elected, termUntil, on } = command
  checkStep(founding, 'MEETING')
  if (present > entitled) throw new Rejected('FOUNDING_MORE_CAME_THAN_MAY', { field: 'present', value: present, entitled })
  const quorum = foundingKindOf(founding.unitType)?.quorum
  if (quorum && present * quorum.of < entitled * quorum.share) {
    const needed = Math.ceil((entitled * quorum.share) / quorum.of)
    throw new Rejected('FOUNDING_NO_QUORUM', { field: 'present', value: present, entitled, needed })
  }
  if (elected < 1 || elected > present) throw new Rejected('FOUNDING_NOBODY_ELECTED', { field: 'elected', value: elected, present })
  if (termUntil <= on) throw new Rejected('FOUNDING_TERM_OVER', { field: 'termUntil', value: termUntil, on })
  return finished(taken(founding, 'MEETING', command, entering, { meeting: { entitled, present, elected, termUntil } }), command)
}

/** 备案: the result of the election is filed with the association that replied (domain (b)). */
export function fileFounding(founding: Founding, command: TakeFoundingStep, entering: Entering): Decision<Founding> {
  checkStep(founding, 'FILING')
  return finished(taken(founding, 'FILING', command, entering), command)
}

/** 挂牌: the plate is hung, never before the reply; with it the founding is done. */
export function hangFoundingPlate(founding: Founding, command: TakeFoundingStep, entering: Entering): Decision<Founding> {
  checkStep(founding, 'PLATE')
  return finished(taken(founding, 'PLATE', command, entering), command)
}

/** The unit stands in the network; employers that another unit came to cover first are kept as not covered. */
export function settleFounding(founding: Founding, { notCovered }: { notCovered: readonly string[] }): Decision<Founding> {
  return decided({ ...founding, unit: null, notCovered: [...notCovered] })
}

/** The employers that the unit is to cover: those on the list, where its type covers employers (N2.3d). */
export function coveredBy({ unitType, members }: Pick<Founding, 'unitType' | 'members'>): string[] {
  if (!unitTypeOf(unitType)?.coversEmployers) return []
  return members.filter(({ kind }) => kind === 'EMPLOYER').map(({ id }) => id)
}

function taken(
  founding: Founding,
  step: FoundingStep,
  { foundingId, on, paper: given }: TakeFoundingStep,
  { by, now: enteredAt, today }: Entering,
  more: Partial<FoundingRecord> = {},
): Decision<Founding> {
  checkDay(founding, on, today)
  const paper = !given && WITHOUT_PAPER.includes(step) ? null : plainText('paper', given ?? '', { min: 2, max: 200 })
  const level = step === 'RULES' ? null : (standingOf(founding)?.level ?? null)
  const record = { step, level, on, returned: false, paper, reason: null, ...more, enteredAt, by }
  const { persons, units } = countsOf(founding)
  return decided(
    { ...founding, records: [...founding.records, record] },
    FoundingStepTaken.of({ ...factOf(foundingId, founding), step, level, returned: record.returned, persons, units, on }),
  )
}

/** With its last step a founding is done. */
function finished(decision: Decision<Founding>, command: TakeFoundingStep): Decision<Founding> {
  return standingOf(decision.state) ? decision : closedBy(decision, command, 'DONE')
}

function closedBy({ state, facts }: Decision<Founding>, { foundingId, on }: TakeFoundingStep, outcome: 'DONE' | 'REFUSED') {
  return decided({ ...state, outcome }, ...facts, FoundingClosed.of({ ...factOf(foundingId, state), outcome, on }))
}

function checkStep(founding: Founding, step: FoundingStep): void {
  const standing = stillOpen(founding)
  if (standing.step !== step) throw outOfOrder(step, standing.step)
}

function outOfOrder(value: FoundingStep, next: FoundingStep): Rejected {
  const [step, due] = [stepNames[value], stepNames[next]]
  const details = { field: 'foundingId', value, stepZh: step.zh, stepEn: step.en, nextZh: due.zh, nextEn: due.en }
  const isEarly = FOUNDING_STEPS.indexOf(next) <= FOUNDING_STEPS.indexOf('REPLY')
  return new Rejected(value === 'PLATE' && isEarly ? 'FOUNDING_PLATE_BEFORE_REPLY' : 'FOUNDING_STEP_OUT_OF_ORDER', details)
}

function checkEnough(founding: Founding): void {
  const missing = membersMissing(founding)
  if (Object.keys(missing).length === 0) return
  const { persons, units } = countsOf(founding)
  const { persons: morePersons = '—', units: moreUnits = '—', together = '—' } = missing
  throw new Rejected('FOUNDING_TOO_FEW_MEMBERS', {
    field: 'foundingId',
    value: persons + units,
    persons,
    units,
    morePersons,
    moreUnits,
    together,
  })
}

function papersOf({ unitType }: Founding, { papers: given }: ApplyForFounding): FoundingPaper[] {
  const papers = given.map(({ code, title, number }): FoundingPaper => {
    if (!foundingPapers.some((known) => known.code === code)) throw new Rejected('FOUNDING_PAPER_UNKNOWN', { field: 'papers', value: code })
    return {
      code,
      title: plainText('papers', title, { min: 2, max: 100 }),
      number: number ? plainText('papers', number, { min: 1, max: 60 }) : null,
    }
  })
  const missing = foundingKindOf(unitType)?.papers.filter((code) => !papers.some((paper) => paper.code === code)) ?? []
  if (missing.length > 0) {
    const named = (language: 'zh' | 'en') =>
      missing.map((code) => foundingPapers.find((known) => known.code === code)?.[language]).join('、')
    throw new Rejected('FOUNDING_PAPERS_MISSING', { field: 'papers', value: missing.join(), namedZh: named('zh'), namedEn: named('en') })
  }
  return papers
}
