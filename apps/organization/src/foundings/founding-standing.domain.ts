import type { AreaCode, FormationMode, Level, LocalDate } from '@sizhang/contracts'
import { addDays, type Decision } from '@sizhang/service-kit/rules'
import type { Unit } from '../units/units.domain'
import { FOUNDING_STEPS, foundingKindOf, minimumOf, type FoundingMinimum, type FoundingStep } from './founding-kinds.domain'

/** How a founding ended: 办结 不予批准 撤回申请 逾期终止. */
type FoundingOutcome = 'DONE' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED'

/** 会员或覆盖单位: who is to belong to the unit. */
export interface FoundingMember {
  kind: 'PERSON' | 'EMPLOYER' | 'UNIT'
  id: string
}

/** 申请材料: a paper that went in with an application. */
export interface FoundingPaper {
  code: string
  title: string
  /** 文号; null: it has none. */
  number: string | null
}

/** 成立大会: who came, and how many were elected into the first body. Who they are stands with its seats. */
export interface FoundingMeeting {
  entitled: number
  present: number
  elected: number
  termUntil: LocalDate
}

/** 办理记录: what was done, when and by whom. Records are only added. */
export interface FoundingRecord {
  step: FoundingStep | 'PREPARATION' | 'CLOSING'
  /** The level whose association did it; null: the preparatory group. */
  level: Level | null
  on: LocalDate
  returned: boolean
  /** Title or number of the paper that it rests on. */
  paper: string | null
  reason: string | null
  papers?: FoundingPaper[]
  meeting?: FoundingMeeting
  enteredAt: string
  by: string
}

/** 筹建: the founding of a unit, from the preparatory group to the plate. */
export interface Founding {
  name: string
  unitType: string
  areaCode: AreaCode
  path: AreaCode[]
  alsoCovers: AreaCode[]
  parentId: string | null
  mode: FormationMode
  hostId: string | null
  /** 行业; null: it is not founded by industry. */
  industry: string | null
  /** Whose associations decide, from below; the last one replies. */
  reviewers: { level: Level; area: AreaCode }[]
  members: FoundingMember[]
  records: FoundingRecord[]
  outcome: FoundingOutcome | null
  /** The unit as the reply decided it, until it stands in the network with all that it covers; null: nothing is left to do. */
  unit: Decision<Unit> | null
  /** Employers that another unit came to cover between the check and the reply: they are not covered by this one. */
  notCovered: string[]
}

/** How many members a founding has: persons, and employers and units together. */
export interface MemberCounts {
  persons: number
  units: number
}

/** Where an open founding stands: what is to be done next, by whom, since when and until when. */
export interface FoundingStanding {
  step: FoundingStep
  /** The level whose association has it; null: the preparatory group. */
  level: Level | null
  /** The area whose association has it, or looks after the group that has it. */
  desk: AreaCode
  since: LocalDate
  /** The last day on which it is in time; null: there is none. */
  due: LocalDate | null
}

/** What the group brings before it applies. */
const PREPARING: readonly FoundingStep[] = ['COLLECTION', 'RULES', 'APPLICATION']

/** How many members there are. */
export function countsOf({ members }: Pick<Founding, 'members'>): MemberCounts {
  const persons = members.filter(({ kind }) => kind === 'PERSON').length
  return { persons, units: members.length - persons }
}

/** What of the members is missing, each figure by itself: one of them is enough. Empty: there are enough. */
export function membersMissing(founding: Founding): FoundingMinimum {
  const { persons, units } = countsOf(founding)
  const minimum = minimumNeeded(founding)
  const missing: FoundingMinimum = {}
  if (minimum.persons !== undefined) missing.persons = minimum.persons - persons
  if (minimum.units !== undefined) missing.units = minimum.units - units
  if (minimum.together !== undefined) missing.together = minimum.together - persons - units
  return Object.values(missing).some((count: number) => count <= 0) ? {} : missing
}

/** How many members it needs, by the data of its kind (a society: 50 persons or 30 units, domain (b)). */
export function minimumNeeded({ unitType, mode }: Pick<Founding, 'unitType' | 'mode'>): FoundingMinimum {
  const kind = foundingKindOf(unitType)
  return kind ? minimumOf(kind, mode) : {}
}

/** A step with the level whose association takes it; null: the preparatory group does. */
interface TrackStep {
  step: FoundingStep
  level: Level | null
}

/** The steps of a founding in order, each review by its level; the last of the levels replies. */
function trackOf({ unitType, reviewers }: Pick<Founding, 'unitType' | 'reviewers'>): TrackStep[] {
  const kind = foundingKindOf(unitType)
  const last = reviewers.at(-1)?.level ?? null
  return FOUNDING_STEPS.filter((step) => kind?.steps.includes(step)).flatMap((step): TrackStep[] => {
    if (step === 'REVIEW') return reviewers.slice(0, -1).map(({ level }) => ({ step, level }))
    return [{ step, level: ['REPLY', 'FILING', 'PLATE'].includes(step) ? last : null }]
  })
}

/** Whether the rules were drafted, or are not asked for. */
export function rulesDrafted({ unitType, records }: Pick<Founding, 'unitType' | 'records'>): boolean {
  return !foundingKindOf(unitType)?.steps.includes('RULES') || records.some(({ step }) => step === 'RULES')
}

/** Where it stands; null: it is over. */
export function standingOf(founding: Founding): FoundingStanding | null {
  if (founding.outcome !== null) return null
  const track = trackOf(founding)
  const applies = track.findIndex(({ step }) => step === 'APPLICATION')
  // A draft moves nothing: the preparation is one stretch of time, from the group's first day or from the day of the return.
  const moves = founding.records.filter(({ step }) => step !== 'RULES')
  const place = moves.reduce((at, { step, returned }) => (step === 'PREPARATION' || returned ? applies : at + 1), applies)
  const next = track[place]
  if (!next) return null
  const step = next.step === 'APPLICATION' ? preparing(founding) : next.step
  const since = moves.at(-1)?.on ?? ''
  const days = foundingKindOf(founding.unitType)?.days[next.step]
  const reviewer = founding.reviewers.find(({ level }) => level === next.level) ?? founding.reviewers[0]
  return {
    step,
    level: next.level,
    desk: reviewer?.area ?? founding.areaCode,
    since,
    due: days === undefined ? null : addDays(since, days),
  }
}

/** The steps with the day on which each was taken since the application was last sent back; null: not yet. */
export function daysOfTrack(founding: Founding): (TrackStep & { on: LocalDate | null })[] {
  const { records } = founding
  const sentBack = records.findLastIndex(({ returned }) => returned)
  const isShort = Object.keys(membersMissing(founding)).length > 0
  return trackOf(founding).map(({ step, level }) => {
    const record = records.findLast(
      (known, place) => known.step === step && (step === 'RULES' || (known.level === level && place > sentBack)),
    )
    const collected = step === 'COLLECTION' && !isShort ? (records[0]?.on ?? null) : null
    return { step, level, on: record?.on ?? collected }
  })
}

/** Whether the group still prepares: members and rules may change. */
export function isPreparing(founding: Founding): boolean {
  const standing = standingOf(founding)
  return standing !== null && PREPARING.includes(standing.step)
}

/** Whether it was replied that the unit may be there. */
export function isGranted({ records, outcome }: Pick<Founding, 'records' | 'outcome'>): boolean {
  return outcome !== 'REFUSED' && records.some(({ step, returned }) => step === 'REPLY' && !returned)
}

function preparing(founding: Founding): FoundingStep {
  if (Object.keys(membersMissing(founding)).length > 0) return 'COLLECTION'
  return rulesDrafted(founding) ? 'APPLICATION' : 'RULES'
}
