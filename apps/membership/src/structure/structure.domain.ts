import type { AreaCode, HoldingKind, LocalDate, Rank } from '@sizhang/contracts'
import { inForce, type Interval } from '@sizhang/service-kit/rules'
import catalogue from './structure-rules.json'

/** What a rule counts: key persons, which of the four heads there are, or the share whose home job lies below the county, in per cent. */
type Measure = 'KEY_PERSONS' | 'EACH_HEAD' | 'SHARE_BELOW_COUNTY'

/** 结构要求: a quota of structure, in force from a day to a day. The rules are data: a city's numbers are its own (domain (d) 4). */
export interface StructureRule extends Interval {
  code: string
  unitTypes: string[]
  measure: Measure
  ranks: Rank[]
  /** Only those who hold the seat so; null: all. */
  kinds: HoldingKind[] | null
  least: number
  /** The clause that asks for it. */
  basis: string
  zh: string
  en: string
}

/** Somebody who holds a seat of the body, as far as is known: `head` of his home job and its areas; undefined: no home job is known. */
export interface Sitting {
  personId: string
  rank: Rank
  kind: HoldingKind
  homeJob: { head: string | null; path: readonly AreaCode[] } | undefined
}

/** Where a rule stands: how many count, how many are not known, of how many. */
export interface RuleStanding {
  rule: StructureRule
  state: 'MET' | 'NOT_MET' | 'UNKNOWN'
  counted: number
  unknown: number
  of: number
}

const FOUR_HEADS = ['HOSPITAL_HEAD', 'SCHOOL_HEAD', 'AGRI_TECH_HEAD', 'TECH_ENTREPRENEUR']
/** An area below a county has city, county and itself on its path. */
const BELOW_COUNTY = 3

/** The rules for bodies of a type of unit on a day. */
export function rulesOf(unitType: string, on: LocalDate): StructureRule[] {
  return (catalogue as StructureRule[]).filter((rule) => rule.unitTypes.includes(unitType) && inForce(rule, on))
}

/**
 * Whether a rule is met by those who sit in a body. Who is not known could count or not: it is met when it is met without them, not met when it is
 * not met with all of them, and unknown in between. Nobody counts twice, whatever seats he holds (domain (c) 5).
 */
export function standingOf(rule: StructureRule, sitting: readonly Sitting[]): RuleStanding {
  const asked = sitting.filter(({ rank, kind }) => rule.ranks.includes(rank) && (rule.kinds?.includes(kind) ?? true))
  const persons = [...new Map(asked.map((one) => [one.personId, one])).values()]
  const jobs = persons.flatMap(({ homeJob }) => homeJob ?? [])
  const unknown = persons.length - jobs.length
  const of = persons.length
  if (rule.measure === 'SHARE_BELOW_COUNTY') {
    const counted = jobs.filter(({ path }) => path.length >= BELOW_COUNTY).length
    const reaches = (count: number) => 100 * count >= rule.least * of
    return { rule, counted, unknown, of, state: of === 0 ? 'UNKNOWN' : stateOf(reaches(counted), reaches(counted + unknown)) }
  }
  const heads = jobs.flatMap(({ head }) => head ?? [])
  const counted = rule.measure === 'EACH_HEAD' ? new Set(heads.filter((head) => FOUR_HEADS.includes(head))).size : heads.length
  return { rule, counted, unknown, of, state: stateOf(counted >= rule.least, counted + unknown >= rule.least) }
}

function stateOf(without: boolean, withThem: boolean): RuleStanding['state'] {
  return without ? 'MET' : withThem ? 'UNKNOWN' : 'NOT_MET'
}
