import { ResolveField, Resolver } from '@nestjs/graphql'
import type { AreaCode } from '@sizhang/contracts'
import { Calendar, loadOne, type GraphContext } from '@sizhang/service-kit'
import type { AreaCoverageArgs, AreaCoverageStateArgs, UnitFunctioningArgs } from '../graph.generated'
import { coverageAnswer, loadNetwork } from './coverage.api'
import { coverageOn, isFunctioning } from './coverage.domain'
import { CoverageStore } from './coverage.store'

/** What reporting adds to an area. */
@Resolver('Area')
export class AreaCoverageApi {
  constructor(
    private readonly store: CoverageStore,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  async coverage({ code }: { code: AreaCode }, { level, on }: AreaCoverageArgs, context: GraphContext) {
    const network = await loadNetwork(this.store, context, level, code)
    return network && coverageAnswer({ level, within: code, network, on: on ?? this.calendar.today() }, context.caller)
  }

  @ResolveField()
  async coverageState({ code }: { code: AreaCode }, { on }: AreaCoverageStateArgs, context: GraphContext) {
    const network = await loadOne(context, 'coverage-state', code, (codes) => this.store.themselves(context.caller, codes))
    const [area] = network ? coverageOn(network.places, network.covering, on ?? this.calendar.today()) : []
    return area?.state ?? null
  }
}

/** What reporting adds to a unit. */
@Resolver('Unit')
export class UnitFunctioningApi {
  constructor(
    private readonly store: CoverageStore,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  async functioning({ id }: { id: string }, { on }: UnitFunctioningArgs, context: GraphContext) {
    const unit = await loadOne(context, 'functioning', id, (ids) => this.store.associations(context.caller, ids))
    return unit && isFunctioning(unit, on ?? this.calendar.today())
  }
}
