import { EmployerCovered, EmployerCoverEnded, type LocalDate } from '@sizhang/contracts'
import { decided, inForce, overlaps, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import type { Cover, Employer } from '../employers/employers.domain'
import { unitTypeOf } from '../units/unit-types.domain'
import type { Unit } from '../units/units.domain'

/** So many employers are covered by one command at most. */
const MOST_EMPLOYERS = 20

/** What is said of one employer that a unit is to cover. */
export interface CoverEmployer {
  coverId: string
  employerId: string
  unitId: string
  from: LocalDate
  /** First day on which it no longer lasts, and why it ended before the unit did, where that is known already; absent: it lasts as long as the unit. */
  ended?: { on: LocalDate; reason: string }
}

/**
 * A unit covers an employer from a day on (N2.3d): a unit of a type that covers employers, in force on that day, and an employer that no unit
 * covers then or until it ends. It ends with the unit at the latest.
 */
export function coverEmployer(employer: Employer, command: CoverEmployer, unit: Unit): Decision<Employer> {
  const { coverId: id, employerId, unitId, from } = command
  const { unitType, mode } = unit
  if (!unitTypeOf(unitType)?.coversEmployers)
    throw new Rejected('UNIT_TYPE_COVERS_NO_EMPLOYERS', { field: 'unitId', value: unitId, type: unitType })
  if (!inForce(unit, from)) throw new Rejected('UNIT_NOT_IN_FORCE', { field: 'from', value: from })
  const { until, endReason } = endOf(command, unit)
  const covers = employer.covers ?? []
  const other = covers.find((known) => overlaps(known, { from, until }))
  if (other) {
    const told = { employer: employer.name, from, since: other.from }
    throw new Rejected('EMPLOYER_COVERED_ALREADY', { field: 'employerIds', value: employerId, ...told })
  }
  const cover: Cover = { id, unitId, unitType, mode, from, until, endReason }
  return decided({ ...employer, covers: [...covers, cover] }, EmployerCovered.of({ ...factOf(employerId, employer, cover), until }))
}

/** When a cover ends, as far as that is known when it is noted. */
function endOf({ from, ended }: CoverEmployer, unit: Unit): Pick<Cover, 'until' | 'endReason'> {
  if (!ended) return { until: unit.until, endReason: null }
  const { on } = ended
  if (on <= from) throw new Rejected('COVER_LASTS_NO_DAY', { field: 'until', value: on, from })
  if (unit.until !== null && on > unit.until) throw new Rejected('COVER_OUTLASTS_UNIT', { field: 'until', value: on, until: unit.until })
  return { until: on, endReason: on === unit.until ? null : plainText('reason', ended.reason, { min: 2, max: 200 }) }
}

/** What is said of the end of a cover. */
export interface EndEmployerCover {
  employerId: string
  coverId: string
  /** First day on which it no longer lasts. */
  on: LocalDate
  reason: string
}

/** A cover ends on a day, never later than it would have. Ended on its first day it never was: so what was noted by mistake is taken back. */
export function endEmployerCover(employer: Employer, command: EndEmployerCover): Decision<Employer> {
  const { employerId, coverId, on } = command
  const endReason = plainText('reason', command.reason, { min: 2, max: 200 })
  const covers = employer.covers ?? []
  const cover = covers.find(({ id }) => id === coverId)
  if (!cover) throw new Rejected('NOT_FOUND', { field: 'coverId', value: coverId })
  const { from, until } = cover
  if (until !== null && until <= on) throw new Rejected('COVER_ENDED_ALREADY', { field: 'coverId', value: coverId, until })
  if (on < from) throw new Rejected('COVER_ENDS_BEFORE_IT_STARTS', { field: 'on', value: on, from })
  const ended = covers.flatMap((known) => (known !== cover ? [known] : on > from ? [{ ...cover, until: on, endReason }] : []))
  return decided({ ...employer, covers: ended }, EmployerCoverEnded.of({ ...factOf(employerId, employer, cover), until: on }))
}

/** The cover that lasts on a day, if one does. */
export function coverOn({ covers }: Pick<Employer, 'covers'>, on: LocalDate): Cover | undefined {
  return covers?.find((cover) => inForce(cover, on))
}

/** The employers of a command, each once. Refused when they are none or too many. */
export function eachOnce(employerIds: readonly string[]): string[] {
  const ids = [...new Set(employerIds)]
  if (ids.length === 0 || ids.length > MOST_EMPLOYERS)
    throw new Rejected('EMPLOYERS_OUT_OF_RANGE', { field: 'employerIds', value: ids.length, max: MOST_EMPLOYERS })
  return ids
}

function factOf(employerId: string, { kind, level, areaCode: area, path }: Employer, { id: coverId, unitId, unitType, mode, from }: Cover) {
  return { employerId, coverId, kind, level, area, path, unitId, unitType, mode, from }
}
