import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Pages, Rejected, type Caller, type Stored, type Written } from '@sizhang/service-kit'
import type {
  MutationAddFoundingMembersArgs,
  MutationBeginFoundingArgs,
  MutationLapseFoundingArgs,
  MutationRemoveFoundingMemberArgs,
  MutationWithdrawFoundingArgs,
  QueryFoundingArgs,
  QueryFoundingsArgs,
} from '../graph.generated'
import { typesLike } from '../units/unit-types.domain'
import { foundingKinds } from './founding-kinds.domain'
import { addFoundingMembers, removeFoundingMember } from './founding-members.domain'
import type { Founding } from './founding-standing.domain'
import { FoundingsSurroundings } from './founding-surroundings'
import { beginFounding, closeFounding } from './foundings.domain'
import { FoundingsStore } from './foundings.store'

/** The graph's questions about foundings, and the commands that begin and end them and keep their lists. */
@Resolver()
export class FoundingsApi {
  constructor(
    private readonly foundings: FoundingsStore,
    private readonly surroundings: FoundingsSurroundings,
    private readonly pages: Pages,
  ) {}

  @Query()
  founding(@Args() { id }: QueryFoundingArgs, @Context('caller') caller: Caller) {
    return this.foundings.find(caller, id)
  }

  @Query('foundings')
  list(@Args() { first, after, ...filter }: QueryFoundingsArgs, @Context('caller') caller: Caller) {
    return this.pages.page(
      caller,
      'foundings',
      filter,
      { first, after },
      (behind, limit) => this.foundings.list(caller, filter, behind, limit),
      ({ due, _id }) => [due, _id],
    )
  }

  @Query('foundingCounts')
  async counts(@Context('caller') caller: Caller) {
    const count = (filter: object) => this.foundings.count(caller, filter)
    const [open, overdue, mine] = await Promise.all([count({}), count({ overdue: true }), count({ mine: true })])
    return { open, overdue, mine }
  }

  @Query('foundingKinds')
  kinds() {
    return foundingKinds.map((kind) => ({ ...kind, unitTypes: typesLike(kind.unitTypes) }))
  }

  @Mutation()
  async beginFounding(@Args() { commandId, input }: MutationBeginFoundingArgs, @Context('caller') caller: Caller) {
    const surroundings = await this.surroundings.toBegin(caller, input)
    const entering = this.surroundings.entering(caller)
    return foundingPayload(
      await this.foundings.begin(caller, { commandId, name: 'beginFounding', input }, (foundingId) =>
        beginFounding({ ...input, foundingId }, surroundings, entering),
      ),
    )
  }

  @Mutation()
  async addFoundingMembers(
    @Args() { commandId, expectedVersion, input }: MutationAddFoundingMembersArgs,
    @Context('caller') caller: Caller,
  ) {
    const known = await this.surroundings.known(caller, input.members)
    const command = { commandId, name: 'addFoundingMembers', input, expectedVersion }
    return foundingPayload(
      await this.foundings.change(input.foundingId, caller, command, (founding) => addFoundingMembers(founding, { ...input, known })),
    )
  }

  @Mutation()
  async removeFoundingMember(
    @Args() { commandId, expectedVersion, input }: MutationRemoveFoundingMemberArgs,
    @Context('caller') caller: Caller,
  ) {
    const command = { commandId, name: 'removeFoundingMember', input, expectedVersion }
    return foundingPayload(
      await this.foundings.change(input.foundingId, caller, command, (founding) => removeFoundingMember(founding, input)),
    )
  }

  @Mutation()
  async withdrawFounding(@Args() { commandId, expectedVersion, input }: MutationWithdrawFoundingArgs, @Context('caller') caller: Caller) {
    const unitStands = await this.unitStands(caller, input)
    const command = { commandId, name: 'withdrawFounding', input, expectedVersion }
    const entering = this.surroundings.entering(caller)
    return foundingPayload(
      await this.foundings.change(input.foundingId, caller, command, (founding) =>
        closeFounding(founding, { ...input, outcome: 'WITHDRAWN' }, { unitStands }, entering),
      ),
    )
  }

  @Mutation()
  async lapseFounding(@Args() { commandId, expectedVersion, input }: MutationLapseFoundingArgs, @Context('caller') caller: Caller) {
    const unitStands = await this.unitStands(caller, input)
    const command = { commandId, name: 'lapseFounding', input, expectedVersion }
    const entering = this.surroundings.entering(caller)
    return foundingPayload(
      await this.foundings.decideOn(input.foundingId, caller, command, (founding) =>
        closeFounding(founding, { ...input, outcome: 'LAPSED' }, { unitStands }, entering),
      ),
    )
  }

  private async unitStands(caller: Caller, { foundingId, on }: { foundingId: string; on: string }): Promise<boolean> {
    const founding = await this.foundings.find(caller, foundingId)
    if (!founding) throw new Rejected('NOT_FOUND', { field: 'foundingId', value: foundingId })
    return this.surroundings.unitStands(caller, founding, on)
  }
}

/** What a command about a founding answers. */
export function foundingPayload({ id, version, mark, state }: Written<Founding>) {
  const founding: Stored<Founding> = { ...state, _id: id, version }
  return { founding, version, mark }
}
