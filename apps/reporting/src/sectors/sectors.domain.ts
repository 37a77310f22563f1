import type { AreaCode, FormationMode, LocalDate } from '@sizhang/contracts'
import { inForce, type Interval } from '@sizhang/service-kit/rules'

/** 覆盖: that a unit covered an employer for a time. */
export interface Cover extends Interval {
  unitId: string
  mode: FormationMode
}

/** 单位: an employer with all that ever covered it. */
export interface Employer {
  id: string
  /** A kind of the packs. */
  kind: string
  path: readonly AreaCode[]
  /** Known from this day. */
  from: LocalDate
  covers: readonly Cover[]
}

/** How an employer is covered: by the mode of the unit, or by none. */
type EmployerState = FormationMode | 'UNCOVERED'

/** How one employer is covered on a day. */
export interface EmployerCoverage {
  id: string
  kind: string
  path: readonly AreaCode[]
  state: EmployerState
  /** Null where none covers it. */
  unitId: string | null
  since: LocalDate | null
}

/** Employers by how they are covered. */
export interface EmployerCount {
  known: number
  covered: number
  byState: Readonly<Record<EmployerState, number>>
}

/** How the employers that are known on a day are covered then: whatever mode the covering unit has, the employers count, never the units (N2.3d). */
export function employersOn(employers: readonly Employer[], on: LocalDate): EmployerCoverage[] {
  return employers
    .filter(({ from }) => from <= on)
    .map(({ id, kind, path, covers }) => {
      const cover = covers.find((known) => inForce(known, on))
      return { id, kind, path, state: cover?.mode ?? 'UNCOVERED', unitId: cover?.unitId ?? null, since: cover?.from ?? null }
    })
}

/** Counts employers by state; covered is each state but one. */
export function countEmployers(employers: readonly EmployerCoverage[]): EmployerCount {
  const byState: Record<EmployerState, number> = { OWN: 0, JOINT_BY_AREA: 0, BY_INDUSTRY: 0, HOSTED: 0, UNCOVERED: 0 }
  for (const { state } of employers) byState[state]++
  return { known: employers.length, covered: employers.length - byState.UNCOVERED, byState }
}

/** The kinds of a department, or of none. */
export interface Sector {
  /** Null: kinds that no loaded pack knows. */
  department: string | null
  kinds: readonly string[]
}

/** The departments with their kinds of employer, in the order of the packs; kinds of old facts that no pack knows any more come last. */
export function sectorsOf(kinds: readonly { code: string; department: string }[], employers: readonly EmployerCoverage[]): Sector[] {
  const departments = [...new Set(kinds.map(({ department }) => department))]
  const known = new Set(kinds.map(({ code }) => code))
  const others = [...new Set(employers.map(({ kind }) => kind).filter((kind) => !known.has(kind)))].sort()
  const sectors: Sector[] = departments.map((department) => ({
    department,
    kinds: kinds.filter((kind) => kind.department === department).map(({ code }) => code),
  }))
  return others.length > 0 ? [...sectors, { department: null, kinds: others }] : sectors
}
