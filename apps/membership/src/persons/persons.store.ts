import { Injectable } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import {
  AggregateStore,
  beginningsFilter,
  behind,
  everywhere,
  isWithinReach,
  reachOf,
  searchBeginnings,
  StoreParts,
  withinReach,
  AS_READ,
  type Audit,
  type Caller,
  type Command,
  type Reach,
  type SortKey,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import type { Grant, Verb } from '@sizhang/service-kit/rights'
import { Rejected, type Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { pinyin } from 'pinyin-pro'
import { AppointmentsStore } from '../appointments/appointments.store'
import { isMinor } from '../minors/minors.domain'
import type { Person } from './persons.domain'

/** A person as kept: with the words to find the name by, its reading, which puts names in order, and the place of the home job. */
export interface KeptPerson extends Person {
  /** Areas of the employer of the latest home job; empty: none yet. */
  path: AreaCode[]
  beginnings: string[]
  reading: string
}

/** What a list of persons can be narrowed by. */
export interface PersonFilter {
  /** Name or a part of it, pinyin or initials from any syllable on. */
  search?: string | null | undefined
  /** The keyed index of a whole phone or identity number, in the place of `search`. */
  number?: { field: 'phone' | 'identityNumber'; index: string } | undefined
  head?: string | null | undefined
  within?: AreaCode | null | undefined
  /** Only those whose request to be erased waits for an officer. */
  asksErasure?: boolean | null | undefined
  /** Only those who were not active since this day. */
  inactiveSince?: LocalDate | undefined
  /** Only children to whose registration no guardian agrees. */
  withoutGuardian?: boolean | null | undefined
}

const schema = new Schema({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  beginnings: [String],
  reading: String,
  path: [String],
})
schema.index({ reading: 1, _id: 1 })
schema.index({ beginnings: 1 })
schema.index({ path: 1, reading: 1, _id: 1 })
schema.index({ 'homeJobs.employerId': 1 })
schema.index({ 'homeJobs.path': 1 })
schema.index({ registeredOn: 1 })
schema.index({ 'minor.until': 1 }, { partialFilterExpression: { 'minor.until': { $exists: true } } })
schema.index({ 'phone.index': 1 }, { partialFilterExpression: { 'phone.index': { $exists: true } } })
schema.index({ 'erasureRequest.on': 1 }, { partialFilterExpression: { erasureRequest: { $exists: true } } })
schema.index(
  { 'identityNumber.index': 1 },
  { unique: true, name: 'identity-number', partialFilterExpression: { 'identityNumber.index': { $exists: true } } },
)

const PLACE = { areas: 'path' } as const
/** Of a child: no guardian agreed yet, or he withdrew. */
const NOBODY_AGREES = [{ 'minor.guardian': null }, { 'minor.withdrawnOn': { $exists: true } }]
const BY_NAME = { reading: 1, _id: 1 } as const

/** The persons of the network. A person belongs where the employer is, and where posts are held; who held one stays known there. */
@Injectable()
export class PersonsStore extends AggregateStore<KeptPerson> {
  private readonly audit: Audit

  constructor(
    parts: StoreParts,
    private readonly appointments: AppointmentsStore,
  ) {
    super(parts, {
      name: 'persons',
      place: PLACE,
      topic: 'membership.persons',
      schema,
      unique: { 'identity-number': { code: 'IDENTITY_NUMBER_TAKEN', field: 'identityNumber' } },
    })
    this.audit = parts.audit
  }

  /** Registers a person as decided. */
  register(caller: Caller, command: Command, decide: (id: string) => Decision<Person>): Promise<Written<KeptPerson>> {
    return this.create(caller, command, (id) => this.checkedForMinors(caller, findable(decide(id))))
  }

  /** Puts a person's record right as decided. */
  async correct(
    id: string,
    caller: Caller,
    command: Command,
    decide: (person: Stored<KeptPerson>) => Decision<Person>,
  ): Promise<Written<KeptPerson>> {
    const known = await this.itself(id)
    if (known && this.hides(caller, known)) throw new Rejected('NOT_FOUND', { value: id }, 'FORBIDDEN')
    return this.update(id, caller, command, (person) => {
      const decision = findable(decide(person))
      return isMinor(person, this.today()) ? decision : this.checkedForMinors(caller, decision)
    })
  }

  /** One person that the caller may change by a right; a child only where he may see children. */
  override async changeable(id: string, caller: Caller, right: Verb): Promise<Stored<KeptPerson>> {
    const person = await super.changeable(id, caller, right)
    if (this.hides(caller, person)) throw new Rejected('NOT_FOUND', { value: id }, 'FORBIDDEN')
    return person
  }

  /** What a person does to his own record, which needs no right. */
  ofHimself(
    id: string,
    caller: Caller,
    command: Command,
    decide: (person: Stored<KeptPerson>) => Decision<Person>,
  ): Promise<Written<KeptPerson>> {
    return this.correct(id, { ...caller, grants: [everywhere('CITY_ADMINISTRATOR')] }, command, decide)
  }

  /** Takes what tells of guardians, and that somebody was a child, once it was kept for its time. */
  async forgetGuardians(ids: readonly string[], filter: Record<string, unknown>): Promise<void> {
    await this.model.collection.updateMany({ ...filter, _id: { $in: ids as never } }, { $unset: { minor: '' } })
  }

  /** A person, for the service itself; null: there is none. */
  async itself(id: string): Promise<Stored<KeptPerson> | null> {
    return await this.model.findOne({ _id: id } as never, AS_READ).lean<Stored<KeptPerson>>()
  }

  protected override async findNamed(caller: Caller, filter: Record<string, unknown>, record: string): Promise<Stored<KeptPerson> | null> {
    const person = await super.findNamed(caller, filter, record)
    if (!person || !(this.hides(caller, person) || this.isWithdrawnFor(caller, person))) return person
    await this.audit.append(caller, { action: 'persons.read', kind: 'persons', record, refusal: 'FORBIDDEN' })
    return null
  }

  protected override async findWhere(
    caller: Caller,
    filter: Record<string, unknown>,
    options: { sort?: Record<string, 1 | -1>; limit?: number } = {},
  ): Promise<Stored<KeptPerson>[]> {
    const hidden = this.withoutHidden(caller)
    // Beside the filter, not around it: the ids that are asked for narrow what `reachFilter` has to look at.
    const { $and = [], ...asked } = filter as { $and?: Record<string, unknown>[] }
    return super.findWhere(caller, hidden.length > 0 ? { ...asked, $and: [...$and, ...hidden] } : filter, options)
  }

  /** Whether somebody is a child under fourteen whom the caller may not see: least privilege (PIPL Art.31). */
  private hides(caller: Pick<Caller, 'grants'>, person: KeptPerson): boolean {
    return isMinor(person, this.today()) && !isWithinReach(this.ofMinors(caller), PLACE, person)
  }

  /** Whether the guardian withdrew, and the caller may not erase the child: nobody else needs to find it any more. */
  private isWithdrawnFor(caller: Pick<Caller, 'grants'>, person: KeptPerson): boolean {
    return person.minor?.withdrawnOn !== undefined && !isWithinReach(this.ofErasures(caller), PLACE, person)
  }

  /** The same as filters: all but the children whom the caller may not see. */
  private withoutHidden(caller: Pick<Caller, 'grants'>): Record<string, unknown>[] {
    const seen = withinReach(this.ofMinors(caller), PLACE)
    const erased = withinReach(this.ofErasures(caller), PLACE)
    return [
      ...(seen ? [{ $or: [{ 'minor.until': { $not: { $gt: this.today() } } }, seen] }] : []),
      ...(erased ? [{ $or: [{ 'minor.withdrawnOn': { $exists: false } }, erased] }] : []),
    ]
  }

  /** Nobody makes a child of a record where he may not see children. */
  private checkedForMinors(caller: Caller, decision: Decision<KeptPerson>): Decision<KeptPerson> {
    if (this.hides(caller, decision.state)) throw new Rejected('MINOR_NOT_YOURS')
    return decision
  }

  private ofErasures(caller: Pick<Caller, 'grants'>): Reach {
    return reachOf(caller.grants, 'persons.erase', this.today())
  }

  private ofMinors(caller: Pick<Caller, 'grants'>): Reach {
    return reachOf(caller.grants, 'persons.minors', this.today())
  }

  protected override async reachFilter(reach: Reach, asked: Record<string, unknown>): Promise<Record<string, unknown> | null> {
    const byHomeJob = await super.reachFilter(reach)
    return byHomeJob && { $or: [byHomeJob, { _id: { $in: await this.appointments.personsWithin(reach, asked['_id']) } }] }
  }

  protected override async covers(reach: Reach, person: KeptPerson | Stored<KeptPerson>): Promise<boolean> {
    if (await super.covers(reach, person)) return true
    return '_id' in person && this.appointments.hasPostWithin(reach, person._id)
  }

  /** A record is put right where the person works or holds a post, now or from a day to come; no longer where posts were held. */
  protected override async coversForWriting(reach: Reach, person: KeptPerson | Stored<KeptPerson>): Promise<boolean> {
    if (await super.covers(reach, person)) return true
    return '_id' in person && this.appointments.hasPostWithin(reach, person._id, this.today())
  }

  /** Whether a person lies within a reach: what each look asks. */
  liesWithin(reach: Reach, person: Stored<KeptPerson>): Promise<boolean> {
    return this.covers(reach, person)
  }

  /** Whether grants that reach a person's record do not let see it all the same, as it is a child's. */
  isHiddenFrom(grants: readonly Grant[], person: Stored<KeptPerson>): boolean {
    return this.hides({ grants }, person) || this.isWithdrawnFor({ grants }, person)
  }

  /** How many persons lie within a reach; those who were erased are nobody, and children count where each of some others may see them. */
  async countWithin(reach: Reach, ...seenBy: readonly Pick<Caller, 'grants'>[]): Promise<number> {
    const seen = seenBy.flatMap((one) => this.withoutHidden(one))
    return this.model.countDocuments({
      $and: [{ erased: { $exists: false } }, (await this.reachFilter(reach, {})) ?? {}, ...seen],
    } as never)
  }

  /** A page of persons, by name in the order of pinyin. Head and area are those of the home job of today. */
  async list(caller: Caller, filter: PersonFilter, after: SortKey | null, limit: number): Promise<Stored<KeptPerson>[]> {
    const { search, number, head, within, asksErasure, inactiveSince, withoutGuardian } = filter
    const asked = {
      ...(number ? { [`${number.field}.index`]: number.index } : beginningsFilter(search)),
      ...(head || within ? { homeJobs: inForce(this.today(), { ...(head ? { head } : {}), ...(within ? { path: within } : {}) }) } : {}),
      ...(asksErasure ? { 'erasureRequest.declined': null, erasureRequest: { $exists: true } } : {}),
      ...(withoutGuardian ? { 'minor.until': { $gt: this.today() }, $and: [{ $or: NOBODY_AGREES }] } : {}),
      erased: { $exists: false },
    }
    const narrowed = { $and: [asked, behind(BY_NAME, after)] }
    if (!inactiveSince) return this.findWhere(caller, narrowed, { sort: BY_NAME, limit })
    const found: Stored<KeptPerson>[] = []
    for await (const persons of this.inactive(caller, inactiveSince, BY_NAME, narrowed)) {
      found.push(...persons)
      if (found.length >= limit) break
    }
    return found.slice(0, limit)
  }

  /**
   * Those who had neither post nor home job on a day or later, and were registered before it, in heaps: who holds posts is asked for one heap at a
   * time, as a list of all holders would outgrow a question to the database.
   */
  async *inactive(
    caller: Caller,
    since: LocalDate,
    sort: Record<string, 1 | -1>,
    among: Record<string, unknown> = {},
  ): AsyncGenerator<Stored<KeptPerson>[]> {
    const active = { $elemMatch: { $or: [{ until: null }, { until: { $gte: since } }] } }
    const idle = { registeredOn: { $lt: since }, homeJobs: { $not: active }, erased: { $exists: false } }
    for await (const persons of await this.eachWhere(caller, { $and: [idle, among, ...this.withoutHidden(caller)] }, sort)) {
      const ids = persons.map(({ _id }) => _id)
      const holders = await this.appointments.holdersSince(since, ids)
      yield persons.filter(({ _id }) => !holders.has(_id))
    }
  }

  /** Persons whose home job of today is at one of the employers, by name. */
  staff(caller: Caller, employerIds: readonly string[]): Promise<Stored<KeptPerson>[]> {
    const isAt = { homeJobs: inForce(this.today(), { employerId: { $in: employerIds } }) }
    return this.findWhere(caller, { ...isAt, erased: { $exists: false } }, { sort: BY_NAME })
  }
}

/** The database filter for a home job in force on a day. */
function inForce(on: LocalDate, job: Record<string, unknown>): Record<string, unknown> {
  return { $elemMatch: { ...job, from: { $lte: on }, $or: [{ until: null }, { until: { $gt: on } }] } }
}

/** A decided person as it is kept. */
export function findable({ state, facts }: Decision<Person>): Decision<KeptPerson> {
  const reading = pinyin(state.name, { mode: 'surname', toneType: 'none', v: true }).toLowerCase()
  const path = state.homeJobs.at(-1)?.path ?? []
  return { state: { ...state, path, beginnings: beginningsOf(state), reading }, facts }
}

/** What a person is found by: name, pinyin and initials, from each character on. */
export function beginningsOf({ name }: Pick<Person, 'name'>): string[] {
  return searchBeginnings(name, { surname: true, syllables: true })
}
