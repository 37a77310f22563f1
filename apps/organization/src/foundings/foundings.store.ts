import { Injectable } from '@nestjs/common'
import type { AreaCode } from '@sizhang/contracts'
import {
  AggregateStore,
  behind,
  isWithinReach,
  reachOf,
  Rejected,
  searchFilter,
  searchWords,
  StoreParts,
  type Caller,
  type Command,
  type SortKey,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import { isNowhere } from '@sizhang/service-kit/rights'
import type { Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { checkWithin } from '../units/units.store'
import type { FoundingStep } from './founding-kinds.domain'
import { standingOf, type Founding } from './founding-standing.domain'

/** What lists go by is derived from the state with each change of it. */
interface KeptFounding extends Founding {
  search: string[]
  step: FoundingStep | null
  desk: AreaCode | null
  /** Of the first area of its path: the city's own association has it. */
  atCity: boolean
  /** After all days where there is none. */
  due: string
  unsettled?: true
}

const schema = new Schema({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  path: { type: [String], required: true },
  step: String,
  desk: String,
  due: String,
  search: [String],
})
schema.index({ path: 1, due: 1, _id: 1 })
schema.index({ desk: 1, due: 1, _id: 1 })
schema.index({ due: 1, _id: 1 })
schema.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: true } })

const PLACE = { areas: 'path' }
const NO_DAY = '9999-12-31'

/** What a list of foundings can be narrowed by. */
export interface FoundingFilter {
  search?: string | null | undefined
  within?: AreaCode | null | undefined
  type?: string | null | undefined
  step?: FoundingStep | null | undefined
  /** Over, or still open; left out: open. */
  closed?: boolean | null | undefined
  overdue?: boolean | null | undefined
  /** Only those that wait for an association of the caller's, or for a group that it looks after. */
  mine?: boolean | null | undefined
}

/** The foundings of units. */
@Injectable()
export class FoundingsStore extends AggregateStore<KeptFounding> {
  constructor(parts: StoreParts) {
    super(parts, { name: 'foundings', place: PLACE, topic: 'organization.foundings', schema })
  }

  /** Refuses a founding of a caller's whose unit would cover an area beyond his reach. */
  checkMayCover(caller: Caller, areas: Parameters<typeof checkWithin>[1]): void {
    checkWithin(this.mayWrite(caller), areas)
  }

  /** Begins a founding as decided. */
  begin(caller: Caller, command: Command, decide: (id: string) => Decision<Founding>): Promise<Written<KeptFounding>> {
    return this.create(caller, command, (id) => kept(decide(id)))
  }

  /** Changes a founding as decided. */
  change(id: string, caller: Caller, command: Command, decide: (founding: Founding) => Decision<Founding>): Promise<Written<KeptFounding>> {
    return this.update(id, caller, command, ({ _id, version, search, step, desk, atCity, due, unsettled, ...founding }) =>
      kept(decide(founding)),
    )
  }

  /** The same for what the association that has it decides: whoever may do that for its area, or from above. */
  decideOn(
    id: string,
    caller: Caller,
    command: Command,
    decide: (founding: Founding) => Decision<Founding>,
  ): Promise<Written<KeptFounding>> {
    return this.change(id, caller, { ...command, right: 'foundings.review' }, (founding) => {
      if (!this.mayDecide(caller, founding)) {
        const { desk: value } = standingOf(founding) ?? {}
        throw new Rejected('FOUNDING_NOT_AT_YOUR_LEVEL', { field: 'foundingId', value })
      }
      return decide(founding)
    })
  }

  /** Whether a caller may decide where a founding lies now; of one that is over, its rule says more than a right could. */
  mayDecide(caller: Pick<Caller, 'grants'>, founding: Founding): boolean {
    const standing = standingOf(founding)
    const path = standing ? founding.path.slice(0, founding.path.indexOf(standing.desk) + 1) : founding.path
    return isWithinReach(reachOf(caller.grants, 'foundings.review', this.today()), PLACE, { path })
  }

  /** Whether a caller may do what the preparatory group does. */
  mayPrepare(caller: Pick<Caller, 'grants'>, founding: Founding): boolean {
    return isWithinReach(reachOf(caller.grants, 'foundings.write', this.today()), PLACE, founding)
  }

  /** Foundings that records elsewhere refer to: none for who may see foundings nowhere, as none is there for him. */
  async referredTo(caller: Caller, ids: readonly string[]): Promise<Stored<KeptFounding>[]> {
    return isNowhere(reachOf(caller.grants, 'foundings.read', this.today())) ? [] : this.findMany(caller, ids)
  }

  /** Foundings of which the reply is saved and the unit does not stand yet: whoever's they are. */
  async unsettled(): Promise<Stored<KeptFounding>[]> {
    return await this.model.find({ unsettled: true } as never, { log: 0 }).lean<Stored<KeptFounding>[]>()
  }

  /** A page of foundings, what is due first at the top. */
  list(caller: Caller, filter: FoundingFilter, after: SortKey | null, limit: number): Promise<Stored<KeptFounding>[]> {
    const sort = { due: 1, _id: 1 } as const
    return this.findWhere(caller, { $and: [this.narrowing(caller, filter), behind(sort, after)] }, { sort, limit })
  }

  /** How many there are of a list: some hundred in a city. */
  async count(caller: Caller, filter: FoundingFilter): Promise<number> {
    return (await this.findWhere(caller, this.narrowing(caller, filter))).length
  }

  private narrowing(caller: Caller, { search, within, type, step, closed, overdue, mine }: FoundingFilter): Record<string, unknown> {
    const { everywhere, areas } = reachOf(caller.grants, 'foundings.write', this.today())
    return {
      step: step ?? (closed ? null : { $ne: null }),
      ...(within ? { path: within } : {}),
      ...(type ? { unitType: type } : {}),
      ...(overdue ? { due: { $lt: this.today() } } : {}),
      ...(mine ? (everywhere ? { atCity: true } : { desk: { $in: areas } }) : {}),
      ...searchFilter(search),
    }
  }
}

function kept({ state, facts }: Decision<Founding>): Decision<KeptFounding> {
  const standing = standingOf(state)
  const desk = standing?.desk ?? null
  const derived = { search: searchWords(state.name), step: standing?.step ?? null, desk, atCity: desk !== null && desk === state.path[0] }
  return { state: { ...state, ...derived, due: standing?.due ?? NO_DAY, ...(state.unit ? { unsettled: true as const } : {}) }, facts }
}
