import { Injectable } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import {
  AggregateStore,
  beginningsFilter,
  behind,
  isWithinReach,
  Rejected,
  searchBeginnings,
  StoreParts,
  type Caller,
  type Command,
  type SortKey,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import type { Decision } from '@sizhang/service-kit/rules'
import type { Employer } from './employers.domain'

interface KeptEmployer extends Employer {
  beginnings: string[]
}

const schema = new Schema({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  kind: { type: String, required: true },
  path: { type: [String], required: true },
  creditCode: String,
  beginnings: [String],
})
schema.index({ creditCode: 1 }, { unique: true, name: 'credit-code', partialFilterExpression: { creditCode: { $exists: true } } })
schema.index({ name: 1 })
schema.index({ beginnings: 1 })
schema.index({ path: 1, _id: -1 })
schema.index({ kind: 1, _id: -1 })
schema.index({ 'covers.unitId': 1, _id: -1 })

const LOOKED_UP_AT_ONCE = 1_000

/** An employer lies in its area, and with the units that cover it. */
const PLACE = { areas: 'path', unit: 'covers.unitId' }

/** What a list of employers can be narrowed by. */
export interface EmployerFilter {
  search?: string | null | undefined
  within?: AreaCode | null | undefined
  kind?: string | null | undefined
  /** Only those that a unit covers on the day, or those that none does. */
  covered?: boolean | null | undefined
  on: LocalDate
}

/** That lasts on a day or longer. */
const lasting = (from: LocalDate) => ({ $or: [{ until: null }, { until: { $gt: from } }] })

/** A cover in force on a day, by one unit or by any. */
const coverOn = (on: LocalDate, unitId?: string) => ({ $elemMatch: { ...(unitId ? { unitId } : {}), from: { $lte: on }, ...lasting(on) } })

function narrowing({ search, within, kind, covered, on }: EmployerFilter): Record<string, unknown> {
  const covers = covered ? coverOn(on) : { $not: coverOn(on) }
  return {
    ...(within ? { path: within } : {}),
    ...(kind ? { kind } : {}),
    ...(typeof covered === 'boolean' ? { covers } : {}),
    ...beginningsFilter(search),
  }
}

/** What an employer is found by: name, pinyin and initials, from each character on, and how its credit code begins. */
export function beginningsOf({ name, creditCode }: Pick<Employer, 'name' | 'creditCode'>): string[] {
  return searchBeginnings(name, { codes: [creditCode], syllables: true })
}

function heapsOf(values: readonly string[]): string[][] {
  const each = [...new Set(values)]
  return Array.from({ length: Math.ceil(each.length / LOOKED_UP_AT_ONCE) }, (_, place) =>
    each.slice(place * LOOKED_UP_AT_ONCE, (place + 1) * LOOKED_UP_AT_ONCE),
  )
}

/** The employers of the city. */
@Injectable()
export class EmployersStore extends AggregateStore<KeptEmployer> {
  constructor(parts: StoreParts) {
    super(parts, {
      name: 'employers',
      place: PLACE,
      topic: 'organization.employers',
      schema,
      unique: { 'credit-code': { code: 'CREDIT_CODE_TAKEN', field: 'creditCode' } },
    })
  }

  /** Registers an employer as decided. */
  register(caller: Caller, command: Command, decide: (id: string) => Decision<Employer>): Promise<Written<KeptEmployer>> {
    return this.create(caller, command, (id) => {
      const { state, facts } = decide(id)
      return { state: { ...state, beginnings: beginningsOf(state) }, facts }
    })
  }

  /** Changes an employer as decided; the words it is found by stay. */
  change(id: string, caller: Caller, command: Command, decide: (employer: Employer) => Decision<Employer>): Promise<Written<KeptEmployer>> {
    return this.update(id, caller, command, ({ _id, version, beginnings, ...employer }) => {
      const { state, facts } = decide(employer)
      return { state: { ...state, beginnings }, facts }
    })
  }

  /** Refuses employers of which the caller may see one and not change it: before the first of several is changed. */
  checkMayChange(caller: Caller, employers: readonly Stored<Employer>[]): void {
    const reach = this.mayWrite(caller)
    const beyond = employers.find((employer) => !isWithinReach(reach, PLACE, employer))
    if (beyond) throw new Rejected('FORBIDDEN', { field: 'employerIds', value: beyond._id })
  }

  /** How far a caller may change employers, or register one that lies there. Refused when he may nowhere. */
  reachForChange(caller: Caller): (employer: Pick<Employer, 'path' | 'covers'>) => boolean {
    const reach = this.mayWrite(caller)
    return (employer) => isWithinReach(reach, PLACE, employer)
  }

  /** A page of employers, newest first. */
  list(caller: Caller, filter: EmployerFilter, after: SortKey | null, limit: number): Promise<Stored<KeptEmployer>[]> {
    return this.findWhere(caller, { ...narrowing(filter), ...behind({ _id: -1 }, after) }, { sort: { _id: -1 }, limit })
  }

  /** All employers, newest first, in heaps as they come. */
  heaps(caller: Caller, filter: EmployerFilter): Promise<AsyncGenerator<Stored<KeptEmployer>[]>> {
    return this.eachWhere(caller, narrowing(filter), { _id: -1 })
  }

  /** Employers that bear one of some names or have one of some credit codes; so many as there may be, a heap at a time. */
  async alike(caller: Caller, names: readonly string[], creditCodes: readonly string[]): Promise<Stored<KeptEmployer>[]> {
    const found = new Map<string, Stored<KeptEmployer>>()
    for (const [field, values] of [
      ['name', names],
      ['creditCode', creditCodes],
    ] as const)
      for (const some of heapsOf(values))
        for (const employer of await this.findWhere(caller, { [field]: { $in: some } })) found.set(employer._id, employer)
    return [...found.values()]
  }

  /** Which of some credit codes an employer has, whoever may see it: a rule asks all. */
  async codesTaken(creditCodes: readonly string[]): Promise<ReadonlySet<string>> {
    const taken = new Set<string>()
    for (const some of heapsOf(creditCodes))
      for (const code of await this.model.distinct('creditCode', { creditCode: { $in: some } } as never)) taken.add(String(code))
    return taken
  }

  /** A page of the employers that a unit covers on a day, newest first. */
  coveredBy(caller: Caller, unitId: string, on: LocalDate, after: SortKey | null, limit: number): Promise<Stored<KeptEmployer>[]> {
    const filter = { covers: coverOn(on, unitId), ...behind({ _id: -1 }, after) }
    return this.findWhere(caller, filter, { sort: { _id: -1 }, limit })
  }

  /** How many employers lie directly in some areas, area by area. */
  countIn(caller: Caller, codes: readonly AreaCode[]): Promise<Map<AreaCode, number>> {
    return this.countsBy(caller, 'areaCode', { path: { $in: codes }, areaCode: { $in: codes } })
  }

  /** How many employers a unit covers on a day or later, whoever may see them: a rule counts all. */
  countCoveredBy(unitId: string, from: LocalDate): Promise<number> {
    return this.model.countDocuments({ covers: { $elemMatch: { unitId, ...lasting(from) } } } as never)
  }
}
