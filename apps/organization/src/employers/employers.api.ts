import { Args, Context, Mutation, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { Packs } from '@sizhang/packs'
import { Calendar, inOrder, Pages, type Caller, type GraphContext, type Stored } from '@sizhang/service-kit'
import { loadArea } from '../areas/areas.api'
import { AreasStore } from '../areas/areas.store'
import type { MutationRegisterEmployerArgs, QueryEmployerArgs, QueryEmployersArgs } from '../graph.generated'
import { registerEmployer, type Employer } from './employers.domain'
import { EmployersStore } from './employers.store'

/** The graph's questions and commands about employers. */
@Resolver('Employer')
export class EmployersApi {
  constructor(
    private readonly employers: EmployersStore,
    private readonly areas: AreasStore,
    private readonly packs: Packs,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  employer(@Args() { id }: QueryEmployerArgs, @Context('caller') caller: Caller) {
    return this.employers.find(caller, id)
  }

  @Query('employers')
  list(@Args() { first, after, on, ...asked }: QueryEmployersArgs, @Context('caller') caller: Caller) {
    const filter = { ...asked, on: on ?? this.calendar.today() }
    return this.pages.page(
      caller,
      'employers',
      filter,
      { first, after },
      (behind, limit) => this.employers.list(caller, filter, behind, limit),
      (employer) => [employer._id],
    )
  }

  @Query()
  employerKinds(@Context('caller') { language }: Caller) {
    return this.packs
      .employerKinds()
      .map(({ code, department }) => ({ code, department, name: this.packs.text('employerKind', code, language).name }))
  }

  @Mutation()
  async registerEmployer(@Args() { commandId, input }: MutationRegisterEmployerArgs, @Context('caller') caller: Caller) {
    const from = input.from ?? this.calendar.today()
    const [area = null] = await this.areas.placed(caller, [input.areaCode], from)
    const surroundings = { area, kindKnown: this.packs.employerKind(input.kind) !== undefined }
    const written = await this.employers.register(caller, { commandId, name: 'registerEmployer', input }, (employerId) =>
      registerEmployer({ ...input, employerId, from }, surroundings),
    )
    return { ...written, employer: { ...written.state, _id: written.id, version: written.version } }
  }

  @ResolveField()
  id(employer: Stored<Employer>) {
    return employer._id
  }

  @ResolveField()
  area(employer: Employer, _: unknown, context: GraphContext) {
    return loadArea(this.areas, context, employer.areaCode)
  }

  @ResolveField()
  kindName(employer: Employer, _: unknown, { caller }: GraphContext) {
    return this.packs.text('employerKind', employer.kind, caller.language).name
  }

  @ResolveReference()
  async employersById(representations: { id: string }[], { caller }: GraphContext) {
    const ids = representations.map(({ id }) => id)
    return inOrder(ids, await this.employers.findMany(caller, ids), (employer) => employer._id)
  }
}
