import { EmployerRegistered, type AreaCode, type FormationMode, type Level, type LocalDate } from '@sizhang/contracts'
import { decided, isCreditCode, plainText, Rejected, type Decision, type Interval } from '@sizhang/service-kit/rules'

/** 覆盖: that a unit covers an employer from a day to a day (N2.3d); the unit's type and mode are as they were when it was noted. */
export interface Cover extends Interval {
  id: string
  unitId: string
  unitType: string
  mode: FormationMode
  /** Why it ended before the unit did; null: it did not. */
  endReason: string | null
}

/** 单位: where the four heads work. */
export interface Employer {
  name: string
  /** A kind of the packs. */
  kind: string
  level: Level
  areaCode: AreaCode
  path: AreaCode[]
  /** 统一社会信用代码; absent where none is known. */
  creditCode?: string
  from: LocalDate
  /** In the order in which they were noted; absent where there never was one. */
  covers?: Cover[]
}

/** What is said of a new employer. */
export interface RegisterEmployer {
  employerId: string
  name: string
  kind: string
  level: Level
  areaCode: AreaCode
  creditCode?: string | null | undefined
  from: LocalDate
}

/** What the decision has to know of others. */
export interface EmployerSurroundings {
  area: { path: AreaCode[]; placeholder: boolean } | null
  kindKnown: boolean
}

/** An employer becomes known. Its kind stands in a pack, its area in the list, and its credit code fits its check character (GB 32100). */
export function registerEmployer(command: RegisterEmployer, { area, kindKnown }: EmployerSurroundings): Decision<Employer> {
  const { employerId, kind, level, areaCode, from } = command
  const name = plainText('name', command.name, { min: 2, max: 80 })
  if (!kindKnown) throw new Rejected('EMPLOYER_KIND_UNKNOWN', { field: 'kind', value: kind })
  if (!area) throw new Rejected('AREA_UNKNOWN', { field: 'areaCode', value: areaCode })
  if (area.placeholder) throw new Rejected('AREA_PLACEHOLDER', { field: 'areaCode', value: areaCode })
  const creditCode = command.creditCode?.trim().toUpperCase()
  if (creditCode && !isCreditCode(creditCode)) throw new Rejected('CREDIT_CODE_INVALID', { field: 'creditCode', value: command.creditCode })
  return decided(
    { name, kind, level, areaCode, path: area.path, ...(creditCode ? { creditCode } : {}), from },
    EmployerRegistered.of({ employerId, kind, level, area: areaCode, path: area.path, from }),
  )
}
