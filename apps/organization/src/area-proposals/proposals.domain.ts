import {
  AreaProposalAccepted,
  AreaProposalCarriedOut,
  AreaProposalDiscarded,
  AreaProposalMade,
  type AreaCode,
  type LocalDate,
} from '@sizhang/contracts'
import { decided, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { compareLists } from './comparison.domain'
import { differenceOf, type AreaChange, type Correction, type ListedRow, type PresentArea } from './lists.domain'

/** 变更方案: what a new list of areas would change, from the comparison to the yes and until it is carried out. */
export interface AreaProposal {
  /** The day from which the list holds. */
  on: LocalDate
  paper: string
  enteredAt: string
  standing: 'OPEN' | 'ACCEPTED' | 'CARRIED_OUT' | 'DISCARDED' | 'OUTDATED'
  /** The cities that the list is of. */
  roots: AreaCode[]
  /** The areas as they were when it was made: by their count and the sum of their versions, which only grow. */
  basis: string
  /** How many areas were in force, without placeholders. */
  present: number
  rows: ListedRow[]
  missing: AreaCode[]
  corrections: Correction[]
  changes: AreaChange[]
  /** Why it was accepted although it loses many areas, or why it was put away. */
  reason: string | null
  acceptedBy: string | null
  /** While it is accepted and not carried out: one at a time, an index sees to that. */
  carrying?: true
  /** The basis held when the first step was about to be taken. */
  begun?: true
}

/** What a decision has to know of the areas. */
export interface AreasNow {
  present: readonly PresentArea[]
  basis: string
  /** The last day on which one of them changed. */
  lastChange: LocalDate | null
  /** Which of the new list's codes areas had for their first ones. */
  borne: ReadonlySet<AreaCode>
}

/** What is said of a new list. */
export interface ProposeAreaList {
  proposalId: string
  list: readonly ListedRow[]
  on: LocalDate
  paper: string
  roots: AreaCode[]
  enteredAt: string
}

const MOST_CHANGES = 2_000
/** A year's list loses a few; more than these, or a whole county, is more likely a mistake. */
const FEW = 3
const SHARE = 0.05

/** 提出方案: a new list is compared with the areas in force on its day, which comes after every change that is known of them. */
export function proposeAreaList(command: ProposeAreaList, now: AreasNow): Decision<AreaProposal> {
  const { proposalId, on, roots, enteredAt, list } = command
  const paper = plainText('paper', command.paper, { min: 2, max: 200 })
  if (now.lastChange !== null && now.lastChange >= on)
    throw new Rejected('AREA_LIST_TOO_EARLY', { field: 'on', value: on, last: now.lastChange })
  const { rows, missing } = differenceOf(now.present, list)
  const changes = changesOf({ rows, missing }, [], now)
  const present = now.present.filter(({ placeholder }) => !placeholder).length
  const proposal: AreaProposal = {
    ...{ on, paper, enteredAt, standing: 'OPEN', roots, basis: now.basis, present, rows, missing },
    ...{ corrections: [], changes, reason: null, acceptedBy: null },
  }
  return decided(proposal, AreaProposalMade.of({ proposalId, on, changes: changes.length }))
}

/** What a clerk knows better. */
export interface CorrectAreaProposal extends Correction {
  proposalId: string
}

/** 更正: a row or an area is understood otherwise; what lies below it is compared anew. The last word on an area or a row counts. */
export function correctAreaProposal(
  proposal: AreaProposal,
  { as, area, listCode }: CorrectAreaProposal,
  now: AreasNow,
): Decision<AreaProposal> {
  checkOpen(proposal)
  checkBasis(proposal, now)
  const needs = { CONTINUED: [true, true], MERGED: [true, true], GONE: [true, false], SPLIT: [true, true], ADDED: [false, true] }[as]
  if (needs[0] !== (area !== null)) throw new Rejected('AREA_CORRECTION_UNFIT', { field: 'area', value: area, as })
  if (needs[1] !== (listCode !== null)) throw new Rejected('AREA_CORRECTION_UNFIT', { field: 'listCode', value: listCode, as })
  const before = now.present.find(({ id }) => id === area)
  if (area !== null && (!before || (as !== 'SPLIT' && !proposal.missing.includes(area))))
    throw new Rejected('AREA_NOT_IN_PROPOSAL', { field: 'area', value: area })
  const after = listedIn(proposal, now, as === 'MERGED').find(({ code }) => code === listCode)
  if (listCode !== null && (!after || (before && before.level !== after.level)))
    throw new Rejected('AREA_NOT_IN_NEW_LIST', { field: 'listCode', value: listCode })
  const others = proposal.corrections.filter((known) => !isAboutTheSame(known, { as, area, listCode }))
  const corrections = [...others, { as, area, listCode }]
  return decided({ ...proposal, corrections, changes: changesOf(proposal, corrections, now) })
}

/** What is said with a yes. */
export interface AcceptAreaProposal {
  proposalId: string
  /** Needed where the list loses more than a year's list does. */
  reason?: string | null | undefined
}

/** 同意: what stands in the proposal is to be carried out. One that drops a county, or many areas, only with a reason. */
export function acceptAreaProposal(
  proposal: AreaProposal,
  { proposalId, reason }: AcceptAreaProposal,
  now: AreasNow,
  by: string,
): Decision<AreaProposal> {
  checkOpen(proposal)
  checkBasis(proposal, now)
  const { on, changes } = proposal
  if (changes.length === 0) throw new Rejected('AREA_LIST_THE_SAME', { field: 'proposalId', value: on })
  const lost = lossOf(proposal, now.present)
  if (lost.tooMany && !reason)
    throw new Rejected('AREA_LIST_LOSES_TOO_MANY', {
      field: 'reason',
      value: lost.areas,
      present: proposal.present,
      counties: lost.counties,
    })
  const why = lost.tooMany ? plainText('reason', reason ?? '', { min: 2, max: 200 }) : null
  const fact = { proposalId, on, changes: changes.length, forced: lost.tooMany }
  return decided({ ...proposal, standing: 'ACCEPTED', carrying: true, reason: why, acceptedBy: by }, AreaProposalAccepted.of(fact))
}

/** How many areas a list loses for whom nobody carries on, and whether that is more than a year's list does (a rule of proportion). */
export function lossOf(
  { changes, present: of }: AreaProposal,
  present: readonly PresentArea[],
): { areas: number; counties: number; tooMany: boolean } {
  const gone = new Set(changes.flatMap(({ kind, area }) => (kind === 'GONE' && area ? [area] : [])))
  const lost = present.filter(({ id, placeholder }) => gone.has(id) && !placeholder)
  const counties = lost.filter(({ level }) => level === 'CITY' || level === 'COUNTY').length
  return { areas: lost.length, counties, tooMany: counties > 0 || lost.length > Math.max(FEW, of * SHARE) }
}

/** What is said when a proposal is put away. */
export interface DiscardAreaProposal {
  proposalId: string
  reason: string
}

/** 放弃: a proposal that waits for a yes gets a no. */
export function discardAreaProposal(proposal: AreaProposal, { proposalId, reason }: DiscardAreaProposal): Decision<AreaProposal> {
  checkOpen(proposal)
  const why = plainText('reason', reason, { min: 2, max: 200 })
  return decided(
    { ...proposal, standing: 'DISCARDED', reason: why },
    AreaProposalDiscarded.of({ proposalId, on: proposal.on, outdated: false }),
  )
}

/** Before the first step: where the areas changed between the look and the yes, nothing is carried out. Begun once, it goes on to its end. */
export function beginCarrying(proposal: AreaProposal, { proposalId }: { proposalId: string }, basis: string): Decision<AreaProposal> {
  const { on, begun } = proposal
  if (begun || proposal.standing !== 'ACCEPTED') return decided(proposal)
  if (basis === proposal.basis) return decided({ ...proposal, begun: true })
  const { carrying: _, ...rest } = proposal
  return decided({ ...rest, standing: 'OUTDATED' }, AreaProposalDiscarded.of({ proposalId, on, outdated: true }))
}

/** After the last step. */
export function finishCarrying(proposal: AreaProposal, { proposalId }: { proposalId: string }): Decision<AreaProposal> {
  const { carrying, on, changes, ...rest } = proposal
  if (!carrying) return decided(proposal)
  const fact = { proposalId, on, changes: changes.length }
  return decided({ ...rest, on, changes, standing: 'CARRIED_OUT' }, AreaProposalCarriedOut.of(fact))
}

function changesOf(
  { rows, missing }: Pick<AreaProposal, 'rows' | 'missing'>,
  corrections: readonly Correction[],
  { present, borne }: AreasNow,
): AreaChange[] {
  const changes = compareLists({ present, rows, missing }, corrections)
  if (changes.length > MOST_CHANGES)
    throw new Rejected('AREA_LIST_DIFFERS_TOO_MUCH', { field: 'file', value: changes.length, max: MOST_CHANGES })
  const anew = changes.find(({ kind, area, row }) => row && (kind === 'MOVED' || !area) && borne.has(row.code))
  if (anew) throw new Rejected('AREA_CODE_BORNE_BEFORE', { field: 'file', value: anew.row?.code })
  return changes
}

function listedIn({ rows, missing }: AreaProposal, { present }: AreasNow, unchangedToo: boolean): readonly ListedRow[] {
  return unchangedToo ? [...present.filter(({ id }) => !missing.includes(id)), ...rows] : rows
}

/** Two corrections speak of the same area where it is one that may end, and of the same row where it is one that may be new. */
function isAboutTheSame(one: Correction, other: Correction): boolean {
  const areaOf = ({ as, area }: Correction) => (as === 'SPLIT' ? null : area)
  const rowOf = ({ as, listCode }: Correction) => (as === 'MERGED' ? null : listCode)
  const sameArea = areaOf(one) !== null && areaOf(one) === areaOf(other)
  return sameArea || (rowOf(one) !== null && rowOf(one) === rowOf(other))
}

function checkOpen({ standing }: AreaProposal): void {
  if (standing !== 'OPEN') throw new Rejected('AREA_PROPOSAL_CLOSED', { field: 'proposalId', value: standing })
}

function checkBasis({ basis }: AreaProposal, now: AreasNow): void {
  if (basis !== now.basis) throw new Rejected('AREA_PROPOSAL_OUTDATED', { field: 'proposalId', value: basis })
}
