import { ResolveField, Resolver } from '@nestjs/graphql'
import type { AreaCode } from '@sizhang/contracts'
import { loadOne, type GraphContext } from '@sizhang/service-kit'
import { addDays } from '@sizhang/service-kit/rules'
import { loadArea } from '../areas/areas.api'
import { AreasStore } from '../areas/areas.store'
import { EmployersStore } from '../employers/employers.store'
import { coversOn } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import type { ListedRow, PresentArea } from './lists.domain'
import { loadAreasBefore, type ChangeIn } from './proposals.api'
import { AreaProposalsStore } from './proposals.store'

/** What a change says of itself, and what hangs on the area. */
@Resolver('AreaChange')
export class AreaChangesApi {
  constructor(
    private readonly proposals: AreaProposalsStore,
    private readonly areas: AreasStore,
    private readonly units: UnitsStore,
    private readonly employersHere: EmployersStore,
  ) {}

  @ResolveField()
  area({ area }: ChangeIn, _: unknown, context: GraphContext) {
    return area && loadArea(this.areas, context, area)
  }

  @ResolveField()
  async before(change: ChangeIn, _: unknown, context: GraphContext) {
    return (await this.present(change, context)).find(({ id }) => id === change.area)
  }

  @ResolveField()
  async into(change: ChangeIn, _: unknown, context: GraphContext): Promise<ListedRow | undefined> {
    if (change.kind !== 'MERGED') return undefined
    const inList = [...change.proposal.rows, ...(await this.present(change, context))]
    return inList.find(({ code }) => code === change.other)
  }

  @ResolveField()
  splitFrom({ kind, other }: ChangeIn, _: unknown, context: GraphContext) {
    return kind === 'SPLIT' && other ? loadArea(this.areas, context, other) : null
  }

  @ResolveField()
  async unitsSeated(change: ChangeIn, _: unknown, context: GraphContext) {
    return (await this.unitsOf(change, context)).seated
  }

  @ResolveField()
  async unitsCovering(change: ChangeIn, _: unknown, context: GraphContext) {
    return (await this.unitsOf(change, context)).covering
  }

  @ResolveField()
  async employers({ area }: ChangeIn, _: unknown, context: GraphContext) {
    if (!area) return 0
    const count = await loadOne(context, 'employers-in-areas', area, async (codes) => {
      const counts = await this.employersHere.countIn(context.caller, codes)
      return codes.map((code) => counts.get(code) ?? 0)
    })
    return count ?? 0
  }

  @ResolveField()
  async areasBelow(change: ChangeIn, _: unknown, context: GraphContext) {
    return (await this.present(change, context)).filter(({ parentId }) => parentId !== null && parentId === change.area).length
  }

  private async present({ proposal }: ChangeIn, context: GraphContext): Promise<readonly PresentArea[]> {
    return (await loadAreasBefore(this.proposals, context, proposal)).present
  }

  private async unitsOf({ area, proposal }: ChangeIn, context: GraphContext): Promise<{ seated: number; covering: number }> {
    const none = { seated: 0, covering: 0 }
    if (!area) return none
    const day = addDays(proposal.on, -1)
    const counts = await loadOne(context, `units-on-areas-${day}`, area, async (codes: readonly AreaCode[]) => {
      const units = await this.units.on(context.caller, codes, day)
      return codes.map((code) => ({
        seated: units.filter(({ areaCode }) => areaCode === code).length,
        covering: units.filter((unit) => coversOn(unit, day).includes(code)).length,
      }))
    })
    return counts ?? none
  }
}
