import { Injectable } from '@nestjs/common'
import type { AreaCode } from '@sizhang/contracts'
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
import { Schema } from 'mongoose'
import type { Decision } from '@sizhang/service-kit/rules'
import type { Employer } from './employers.domain'

interface KeptEmployer extends Employer {
  search: string[]
}

const schema = new Schema({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  kind: { type: String, required: true },
  path: { type: [String], required: true },
  creditCode: String,
  search: [String],
})
schema.index({ creditCode: 1 }, { unique: true, name: 'credit-code', partialFilterExpression: { creditCode: { $exists: true } } })
schema.index({ path: 1, _id: -1 })
schema.index({ kind: 1, _id: -1 })

/** What a list of employers can be narrowed by. */
export interface EmployerFilter {
  search?: string | null | undefined
  within?: AreaCode | null | undefined
  kind?: string | null | undefined
}

/** The employers of the city. */
@Injectable()
export class EmployersStore extends AggregateStore<KeptEmployer> {
  constructor(parts: StoreParts) {
    super(parts, {
      name: 'employers',
      topic: 'organization.employers',
      schema,
      unique: { 'credit-code': { code: 'CREDIT_CODE_TAKEN', field: 'creditCode' } },
    })
  }

  /** Registers an employer as decided. */
  register(caller: Caller, command: Command, decide: (id: string) => Decision<Employer>): Promise<Written<KeptEmployer>> {
    return this.create(caller, command, (id) => {
      const { state, facts } = decide(id)
      return { state: { ...state, search: searchWords(state.name, { codes: [state.creditCode] }) }, facts }
    })
  }

  /** A page of employers, newest first. */
  list(caller: Caller, { search, within, kind }: EmployerFilter, after: SortKey | null, limit: number): Promise<Stored<KeptEmployer>[]> {
    return this.findWhere(
      caller,
      { ...(within ? { path: within } : {}), ...(kind ? { kind } : {}), ...searchFilter(search), ...behind({ _id: -1 }, after) },
      { sort: { _id: -1 }, limit },
    )
  }
}
