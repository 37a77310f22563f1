import { Injectable } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import {
  AggregateStore,
  behind,
  searchFilter,
  searchWords,
  StoreParts,
  type Caller,
  type Command,
  type SortKey,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { pinyin } from 'pinyin-pro'
import type { Person } from './persons.domain'

/** A person as kept: with the words to find the name by, and its reading, which puts names in order. */
export interface KeptPerson extends Person {
  search: string[]
  reading: string
}

/** What a list of persons can be narrowed by. */
export interface PersonFilter {
  /** Name, pinyin or initials, or a part of it. */
  search?: string | null | undefined
  /** The keyed index of a whole phone or identity number, in the place of `search`. */
  number?: { field: 'phone' | 'identityNumber'; index: string } | undefined
  head?: string | null | undefined
  within?: AreaCode | null | undefined
}

const schema = new Schema({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  search: [String],
  reading: String,
})
schema.index({ reading: 1, _id: 1 })
schema.index({ search: 1 })
schema.index({ 'homeJobs.employerId': 1 })
schema.index({ 'homeJobs.path': 1 })
schema.index({ 'phone.index': 1 }, { partialFilterExpression: { 'phone.index': { $exists: true } } })
schema.index(
  { 'identityNumber.index': 1 },
  { unique: true, name: 'identity-number', partialFilterExpression: { 'identityNumber.index': { $exists: true } } },
)

const BY_NAME = { reading: 1, _id: 1 } as const

/** The persons of the network. */
@Injectable()
export class PersonsStore extends AggregateStore<KeptPerson> {
  constructor(parts: StoreParts) {
    super(parts, {
      name: 'persons',
      topic: 'membership.persons',
      schema,
      unique: { 'identity-number': { code: 'IDENTITY_NUMBER_TAKEN', field: 'identityNumber' } },
    })
  }

  /** Registers a person as decided. */
  register(caller: Caller, command: Command, decide: (id: string) => Decision<Person>): Promise<Written<KeptPerson>> {
    return this.create(caller, command, (id) => findable(decide(id)))
  }

  /** Puts a person's record right as decided. */
  correct(
    id: string,
    caller: Caller,
    command: Command,
    decide: (person: Stored<KeptPerson>) => Decision<Person>,
  ): Promise<Written<KeptPerson>> {
    return this.update(id, caller, command, (person) => findable(decide(person)))
  }

  /** A page of persons, by name in the order of pinyin. Head and area are those of the home job of today. */
  list(caller: Caller, filter: PersonFilter, after: SortKey | null, limit: number): Promise<Stored<KeptPerson>[]> {
    const { search, number, head, within } = filter
    return this.findWhere(
      caller,
      {
        ...(number ? { [`${number.field}.index`]: number.index } : searchFilter(search)),
        ...(head || within ? { homeJobs: inForce(this.today(), { ...(head ? { head } : {}), ...(within ? { path: within } : {}) }) } : {}),
        ...behind(BY_NAME, after),
      },
      { sort: BY_NAME, limit },
    )
  }

  /** Persons whose home job of today is at one of the employers, by name. */
  staff(caller: Caller, employerIds: readonly string[]): Promise<Stored<KeptPerson>[]> {
    return this.findWhere(caller, { homeJobs: inForce(this.today(), { employerId: { $in: employerIds } }) }, { sort: BY_NAME })
  }
}

/** The database filter for a home job in force on a day. */
function inForce(on: LocalDate, job: Record<string, unknown>): Record<string, unknown> {
  return { $elemMatch: { ...job, from: { $lte: on }, $or: [{ until: null }, { until: { $gt: on } }] } }
}

function findable({ state, facts }: Decision<Person>): Decision<KeptPerson> {
  const reading = pinyin(state.name, { mode: 'surname', toneType: 'none', v: true }).toLowerCase()
  return { state: { ...state, search: searchWords(state.name, { surname: true }), reading }, facts }
}
