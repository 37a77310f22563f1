import type { AreaCode, Level } from '@sizhang/contracts'
import { Injectable } from '@nestjs/common'
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
} from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import { establishArea, type Area } from './areas.domain'

interface KeptArea extends Area {
  search: string[]
}

const schema = new Schema({
  _id: { type: String, required: true },
  code: { type: String, required: true },
  name: { type: String, required: true },
  level: { type: String, required: true },
  path: { type: [String], required: true },
  search: [String],
})
schema.index({ path: 1, level: 1, _id: 1 })
schema.index({ level: 1, _id: 1 })
schema.index({ parent: 1, _id: 1 })

/** The list of areas; an area's id is its code. */
@Injectable()
export class AreasStore extends AggregateStore<KeptArea> {
  constructor(parts: StoreParts) {
    super(parts, { name: 'areas', topic: 'organization.areas', schema })
  }

  /** Puts new areas into the list, in order; those that are there already stay as they are. Answers how many were new. */
  async establish(caller: Caller, command: Command, areas: readonly Area[]): Promise<number> {
    return this.createMany(
      caller,
      command,
      areas.map((area) => {
        const { state, facts } = establishArea(area)
        return { id: area.code, decision: { state: { ...state, search: searchWords(area.name, { codes: [area.code] }) }, facts } }
      }),
    )
  }

  /** All areas by code. */
  async all(caller: Caller): Promise<Map<AreaCode, Area>> {
    return new Map((await this.findWhere(caller, {})).map((area) => [area.code, area]))
  }

  /** The areas of a root, down to the last, by code. */
  tree(caller: Caller, root: AreaCode | null, limit: number): Promise<Stored<KeptArea>[]> {
    return this.findWhere(caller, root ? { path: root } : {}, { sort: { _id: 1 }, limit })
  }

  /** The areas directly below some areas, by code. */
  children(caller: Caller, parents: readonly AreaCode[]): Promise<Stored<KeptArea>[]> {
    return this.findWhere(caller, { parent: { $in: parents } }, { sort: { _id: 1 } })
  }

  /** A page of areas by code. */
  list(caller: Caller, filter: AreaFilter, after: SortKey | null, limit: number): Promise<Stored<KeptArea>[]> {
    return this.findWhere(caller, { ...conditions(filter), ...behind({ _id: 1 }, after) }, { sort: { _id: 1 }, limit })
  }

  /** All areas of a list by code, in heaps as they come. */
  heaps(caller: Caller, filter: AreaFilter): AsyncGenerator<Stored<KeptArea>[]> {
    return this.eachWhere(caller, conditions(filter), { _id: 1 })
  }
}

function conditions({ within, level, search }: AreaFilter): Record<string, unknown> {
  return { ...(within ? { path: within } : {}), ...(level ? { level } : {}), ...searchFilter(search) }
}

/** What a list of areas can be narrowed by. */
export interface AreaFilter {
  within?: AreaCode | null | undefined
  level?: Level | null | undefined
  search?: string | null | undefined
}
