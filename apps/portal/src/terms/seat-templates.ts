import type { HoldingKind, Rank, SeatInput } from '../graph.generated'

/** A seat of a form; `key` tells it from others while it is edited. */
export type SeatDraft = Required<Omit<SeatInput, 'reservedHead'>> & { key: string; reservedHead: string | null }

/** A line of a template: title as printed, rank, kinds, places, head that it is reserved for. */
type Line = [title: string, rank: Rank, kinds: readonly HoldingKind[], places: number, reservedHead?: string]

const OFFICE: readonly HoldingKind[] = ['FULL_TIME_OFFICE']
const OFFICE_OR_PART: readonly HoldingKind[] = ['FULL_TIME_OFFICE', 'PART_TIME_POST']
const PART_OR_SENT: readonly HoldingKind[] = ['PART_TIME_POST', 'SECONDMENT']
const PART: readonly HoldingKind[] = ['PART_TIME_POST']

const fourHeads = ['HOSPITAL_HEAD', 'SCHOOL_HEAD', 'AGRI_TECH_HEAD', 'TECH_ENTREPRENEUR']

/** A county's leading body: two vice-chairs for heads as part-time or seconded, four of them on the standing committee, eight on the committee (domain (c)). */
const county: Line[] = [
  ['主席', 'CHAIR', OFFICE, 1],
  ['副主席', 'VICE_CHAIR', OFFICE, 2],
  ['副主席（兼职、挂职）', 'VICE_CHAIR', PART_OR_SENT, 2],
  ['秘书长', 'SECRETARY_GENERAL', OFFICE, 1],
  ['常委', 'STANDING_COMMITTEE_MEMBER', OFFICE_OR_PART, 4],
  ['委员', 'COMMITTEE_MEMBER', OFFICE_OR_PART, 8],
]

/** A street's or town's committee: four vice-chairs, one for each head (domain (c)). */
const town: Line[] = [
  ['主席', 'CHAIR', OFFICE_OR_PART, 1],
  ...fourHeads.map((head): Line => ['副主席', 'VICE_CHAIR', PART_OR_SENT, 1, head]),
  ['秘书长', 'SECRETARY_GENERAL', OFFICE_OR_PART, 1],
  ['委员', 'COMMITTEE_MEMBER', OFFICE_OR_PART, 5],
]

/** A village's working team: a leader, a place for each head, and the person who spreads science (N2.1c). */
const village: Line[] = [
  ['组长', 'CHAIR', OFFICE_OR_PART, 1],
  ...fourHeads.map((head): Line => ['成员', 'TEAM_MEMBER', PART, 1, head]),
  ['科普宣传员', 'TEAM_MEMBER', OFFICE_OR_PART, 1],
]

/** A society's, farmers' or firms' council. */
const council: Line[] = [
  ['会长', 'CHAIR', OFFICE_OR_PART, 1],
  ['副会长', 'VICE_CHAIR', OFFICE_OR_PART, 2],
  ['秘书长', 'SECRETARY_GENERAL', OFFICE_OR_PART, 1],
  ['理事', 'COMMITTEE_MEMBER', PART, 7],
]

/** Any other committee, such as a firm's or a school's. */
const committee: Line[] = [
  ['主席', 'CHAIR', OFFICE_OR_PART, 1],
  ['副主席', 'VICE_CHAIR', OFFICE_OR_PART, 2],
  ['秘书长', 'SECRETARY_GENERAL', OFFICE_OR_PART, 1],
  ['委员', 'COMMITTEE_MEMBER', PART, 5],
]

const byUnitType: Record<string, Line[]> = { CITY: county, COUNTY: county, TOWN: town, VILLAGE: village }
const byBodyKind: Record<string, Line[]> = { council, 'working-team': village }

/** The seats that a term of such a body usually has. Reserved heads that no pack knows are left out. */
export function usualSeats(unitType: string, bodyKind: string, knownHeads: readonly string[]): SeatDraft[] {
  const usual = bodyKind === 'committee' || bodyKind === 'working-team' ? byUnitType[unitType] : undefined
  return (usual ?? byBodyKind[bodyKind] ?? committee)
    .filter(([, , , , head]) => head === undefined || knownHeads.includes(head))
    .map(([title, rank, kinds, places, reservedHead = null], place) => {
      return { key: String(place), title, rank, kinds: [...kinds], places, reservedHead }
    })
}

/** A further seat to fill in. */
export function blankSeat(): SeatDraft {
  return { key: crypto.randomUUID(), title: '', rank: 'COMMITTEE_MEMBER', kinds: ['PART_TIME_POST'], places: 1, reservedHead: null }
}

/** The seat as it is sent. */
export function seatInput({ key: _, title, ...seat }: SeatDraft): SeatInput {
  return { ...seat, title: title.trim() }
}
