import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Calendar, type Caller, type Written } from '@sizhang/service-kit'
import type { MutationDeclineErasureArgs, MutationErasePersonArgs, QueryPreviewErasePersonArgs } from '../graph.generated'
import { PapersStore } from '../papers/papers.store'
import { PersonsStore, type KeptPerson } from '../persons/persons.store'
import { declineErasure, postsInTheWay } from './erasures.domain'
import { Erasures } from './erasures.store'

/** The graph's questions and commands about erasing a person. */
@Resolver()
export class ErasuresApi {
  constructor(
    private readonly erasures: Erasures,
    private readonly persons: PersonsStore,
    private readonly papers: PapersStore,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  async previewErasePerson(@Args() { personId }: QueryPreviewErasePersonArgs, @Context('caller') caller: Caller) {
    const { person, posts, accounts, today } = await this.erasures.before(personId, caller)
    const inTheWay = postsInTheWay(posts, today)
    const { seen, beyond } = await this.papers.naming(caller, personId)
    return {
      person,
      postsInTheWay: inTheWay,
      pastPosts: posts.length - inTheWay.length,
      homeJobs: person.homeJobs.length,
      accounts: accounts.length,
      papers: seen,
      papersBeyond: beyond,
    }
  }

  @Mutation()
  async erasePerson(@Args() { commandId, input }: MutationErasePersonArgs, @Context('caller') caller: Caller) {
    return payload(await this.erasures.erase(input.personId, caller, { commandId, name: 'erasePerson', input }, input.ground))
  }

  @Mutation()
  async declineErasure(@Args() { commandId, input }: MutationDeclineErasureArgs, @Context('caller') caller: Caller) {
    const command = { commandId, name: 'declineErasure', input, right: 'persons.erase' } as const
    const today = this.calendar.today()
    return payload(await this.persons.correct(input.personId, caller, command, (person) => declineErasure(person, input.reason, today)))
  }
}

function payload({ id, version, mark, state }: Written<KeptPerson>) {
  return { person: { ...state, _id: id, version }, version, mark }
}
