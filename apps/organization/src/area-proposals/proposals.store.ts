import { Injectable } from '@nestjs/common'
import { addDays } from '@sizhang/service-kit/rules'
import type { Decision } from '@sizhang/service-kit/rules'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import {
  AggregateStore,
  behind,
  StoreParts,
  type Caller,
  type Command,
  type SortKey,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import { lastChangeOf } from '../area-succession/succession.domain'
import { AreasStore } from '../areas/areas.store'
import { presentOn, type ListedRow } from './lists.domain'
import type { AreaProposal, AreasNow } from './proposals.domain'

const schema = new Schema({ _id: { type: String, required: true }, on: String, standing: String, carrying: Boolean })
// Of all proposals one at a time is carried out: whoever says yes to a second meets this index.
schema.index({ carrying: 1 }, { unique: true, name: 'carrying', partialFilterExpression: { carrying: true } })

/** The proposals of new lists of areas, those that are done with too. */
@Injectable()
export class AreaProposalsStore extends AggregateStore<AreaProposal> {
  constructor(
    parts: StoreParts,
    private readonly areas: AreasStore,
  ) {
    super(parts, {
      name: 'area-proposals',
      place: null,
      topic: 'organization.area-proposals',
      schema,
      unique: { carrying: { code: 'AREA_PROPOSAL_UNDER_WAY', field: 'proposalId' } },
    })
  }

  /** Keeps a proposal as decided. */
  propose(caller: Caller, command: Command, decide: (id: string) => Decision<AreaProposal>): Promise<Written<AreaProposal>> {
    return this.create(caller, command, decide)
  }

  /** Changes a proposal as decided. */
  change(
    id: string,
    caller: Caller,
    command: Command,
    decide: (proposal: AreaProposal) => Decision<AreaProposal>,
  ): Promise<Written<AreaProposal>> {
    return this.update(id, caller, command, ({ _id, version, ...proposal }) => decide(proposal as AreaProposal))
  }

  /** A page of proposals, the newest first. */
  list(caller: Caller, after: SortKey | null, limit: number): Promise<Stored<AreaProposal>[]> {
    return this.findWhere(caller, behind({ _id: -1 }, after), { sort: { _id: -1 }, limit })
  }

  /** The proposal that is to be carried out; null: none waits. */
  async underWay(): Promise<Stored<AreaProposal> | null> {
    return await this.model.findOne({ carrying: true } as never).lean<Stored<AreaProposal>>()
  }

  /**
   * The areas of some cities as they are on the day before a list holds: what it is compared with. While it is carried out they stay the same, since
   * all of its changes come later.
   */
  async areasBefore(caller: Caller, roots: readonly AreaCode[], on: LocalDate, rows: readonly ListedRow[]): Promise<AreasNow> {
    const areas = await this.areas.below(caller, roots)
    const named = await this.areas.findMany(
      caller,
      rows.map(({ code }) => code),
    )
    const changes = areas.flatMap((area) => lastChangeOf(area) ?? []).sort()
    return {
      present: presentOn(areas, addDays(on, -1)),
      basis: `${areas.length}/${areas.reduce((sum, { version }) => sum + version, 0)}`,
      lastChange: changes.at(-1) ?? null,
      borne: new Set(named.map(({ code }) => code)),
    }
  }
}
