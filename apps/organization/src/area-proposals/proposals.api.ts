import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, loadOne, Pages, type Caller, type GraphContext, type Stored, type Written } from '@sizhang/service-kit'
import type {
  MutationAcceptAreaProposalArgs,
  MutationCorrectAreaProposalArgs,
  MutationDiscardAreaProposalArgs,
  QueryAreaProposalArgs,
  QueryAreaProposalsArgs,
} from '../graph.generated'
import { AreasStore } from '../areas/areas.store'
import { Carrying } from './carrying'
import type { AreaChange } from './lists.domain'
import { acceptAreaProposal, correctAreaProposal, discardAreaProposal, lossOf, type AreaProposal, type AreasNow } from './proposals.domain'
import { AreaProposalsStore } from './proposals.store'
import { countSteps } from './steps.domain'

/** A change with the proposal it stands in. */
export type ChangeIn = AreaChange & { proposal: Stored<AreaProposal> }

/** The graph's questions and commands about proposals of new lists of areas. */
@Resolver('AreaProposal')
export class AreaProposalsApi {
  constructor(
    private readonly proposals: AreaProposalsStore,
    private readonly areas: AreasStore,
    private readonly carrying: Carrying,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  areaProposal(@Args() { id }: QueryAreaProposalArgs, @Context('caller') caller: Caller) {
    return this.proposals.find(caller, id)
  }

  @Query('areaProposals')
  list(@Args() { first, after }: QueryAreaProposalsArgs, @Context('caller') caller: Caller) {
    return this.pages.page(
      caller,
      'area-proposals',
      {},
      { first, after },
      (behind, limit) => this.proposals.list(caller, behind, limit),
      (proposal) => [proposal._id],
    )
  }

  @Mutation()
  async correctAreaProposal(
    @Args() { commandId, expectedVersion, input }: MutationCorrectAreaProposalArgs,
    @Context('caller') caller: Caller,
  ) {
    const now = await this.areasOf(input.proposalId, caller)
    const command = { commandId, name: 'correctAreaProposal', input, expectedVersion }
    const said = { ...input, area: input.area ?? null, listCode: input.listCode ?? null }
    return payload(await this.proposals.change(input.proposalId, caller, command, (proposal) => correctAreaProposal(proposal, said, now)))
  }

  @Mutation()
  async acceptAreaProposal(
    @Args() { commandId, expectedVersion, input }: MutationAcceptAreaProposalArgs,
    @Context('caller') caller: Caller,
  ) {
    const now = await this.areasOf(input.proposalId, caller)
    const command = { commandId, name: 'acceptAreaProposal', input, expectedVersion }
    const written = await this.proposals.change(input.proposalId, caller, command, (proposal) =>
      acceptAreaProposal(proposal, input, now, caller.accountId),
    )
    this.carrying.wake()
    return payload(written)
  }

  @Mutation()
  async discardAreaProposal(
    @Args() { commandId, expectedVersion, input }: MutationDiscardAreaProposalArgs,
    @Context('caller') caller: Caller,
  ) {
    const command = { commandId, name: 'discardAreaProposal', input, expectedVersion }
    return payload(await this.proposals.change(input.proposalId, caller, command, (proposal) => discardAreaProposal(proposal, input)))
  }

  @ResolveField()
  id(proposal: Stored<AreaProposal>) {
    return proposal._id
  }

  @ResolveField()
  async lost(proposal: Stored<AreaProposal>, _: unknown, context: GraphContext) {
    return (await this.loss(proposal, context)).areas
  }

  @ResolveField()
  async lostCounties(proposal: Stored<AreaProposal>, _: unknown, context: GraphContext) {
    return (await this.loss(proposal, context)).counties
  }

  @ResolveField()
  async needsReason(proposal: Stored<AreaProposal>, _: unknown, context: GraphContext) {
    return (await this.loss(proposal, context)).tooMany
  }

  @ResolveField()
  done({ _id, standing }: Stored<AreaProposal>) {
    return standing === 'OPEN' ? 0 : this.areas.countOfList(_id)
  }

  @ResolveField()
  total({ changes }: Stored<AreaProposal>) {
    return countSteps(changes)
  }

  @ResolveField()
  changes(proposal: Stored<AreaProposal>): ChangeIn[] {
    return proposal.changes.map((change) => ({ ...change, proposal }))
  }

  private async loss(proposal: Stored<AreaProposal>, context: GraphContext) {
    return lossOf(proposal, (await loadAreasBefore(this.proposals, context, proposal)).present)
  }

  private async areasOf(proposalId: string, caller: Caller): Promise<AreasNow> {
    const proposal = await this.proposals.find(caller, proposalId)
    const { roots = [], on = this.calendar.today(), rows = [] } = proposal ?? {}
    return this.proposals.areasBefore(caller, roots, on, rows)
  }
}

/** The areas that a proposal was compared with, asked for once in a request. */
export async function loadAreasBefore(
  proposals: AreaProposalsStore,
  context: GraphContext,
  { _id, roots, on, rows }: Stored<AreaProposal>,
): Promise<AreasNow> {
  const before = await loadOne<AreasNow>(context, `areas-before-${_id}`, _id, async (ids) => {
    const now = await proposals.areasBefore(context.caller, roots, on, rows)
    return ids.map(() => now)
  })
  return before ?? { present: [], basis: '', lastChange: null, borne: new Set() }
}

function payload({ id, version, mark, state }: Written<AreaProposal>) {
  return { areaProposal: { ...state, _id: id, version }, version, mark }
}
