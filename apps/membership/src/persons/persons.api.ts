import { Args, Context, Mutation, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { Packs } from '@sizhang/packs'
import { Calendar, inOrder, loadOne, Pages, type Caller, type GraphContext, type Stored, type Written } from '@sizhang/service-kit'
import { inForce, plainText } from '@sizhang/service-kit/rules'
import type {
  HomeJobInput,
  MutationCorrectPersonArgs,
  MutationRegisterPersonArgs,
  PersonHeadArgs,
  QueryPersonArgs,
  QueryPersonsArgs,
} from '../graph.generated'
import { KnownEmployersStore } from './known-employers.store'
import {
  correctPerson,
  headOn,
  maskedIdentityNumber,
  maskedPhone,
  registerPerson,
  type HomeJob,
  type PersonSurroundings,
} from './persons.domain'
import { PersonsStore, type KeptPerson } from './persons.store'
import { fingerprint, PrivateFields } from './private-fields'

type PersonNode = Stored<KeptPerson>

const MOST_STAFF = 200

/** The graph's questions and commands about persons. Phones and identity numbers are sealed here, before anything else sees them. */
@Resolver('Person')
export class PersonsApi {
  constructor(
    private readonly persons: PersonsStore,
    private readonly employers: KnownEmployersStore,
    private readonly fields: PrivateFields,
    private readonly packs: Packs,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  person(@Args() { id }: QueryPersonArgs, @Context('caller') caller: Caller) {
    return this.persons.find(caller, id)
  }

  @Query('persons')
  list(@Args() { first, after, ...asked }: QueryPersonsArgs, @Context('caller') caller: Caller) {
    const search = plainText('search', asked.search ?? '', { min: 0, max: 60 })
    const filter = { ...asked, search, number: this.fields.numberIn(search) }
    return this.pages.page(
      caller,
      'persons',
      filter,
      { first, after },
      (behind, limit) => this.persons.list(caller, filter, behind, limit),
      (person) => [person.reading, person._id],
    )
  }

  @Mutation()
  async registerPerson(@Args() { commandId, input }: MutationRegisterPersonArgs, @Context('caller') caller: Caller) {
    const sealed = this.fields.sealGiven(commandId.toLowerCase(), input)
    const surroundings = await this.surroundings(caller, input.homeJob)
    const command = { commandId, name: 'registerPerson', input: { ...input, ...fingerprint(sealed) } }
    return payload(
      await this.persons.register(caller, command, (personId) => registerPerson(personId, { ...input, ...sealed }, surroundings)),
    )
  }

  @Mutation()
  async correctPerson(@Args() { commandId, expectedVersion, input }: MutationCorrectPersonArgs, @Context('caller') caller: Caller) {
    const { personId, name } = input
    const sealed = this.fields.sealGiven(personId, input)
    const surroundings = await this.surroundings(caller, input.homeJob)
    const command = { commandId, name: 'correctPerson', input: { ...input, ...fingerprint(sealed) }, expectedVersion }
    return payload(
      await this.persons.correct(personId, caller, command, (person) =>
        correctPerson(person, { ...input, name: name ?? undefined, ...sealed }, surroundings),
      ),
    )
  }

  @ResolveField()
  id(person: PersonNode) {
    return person._id
  }

  @ResolveField()
  phone({ _id, phone }: PersonNode) {
    return phone && maskedPhone(this.fields.open(_id, 'phone', phone))
  }

  @ResolveField()
  identityNumber({ _id, identityNumber }: PersonNode) {
    return identityNumber && maskedIdentityNumber(this.fields.open(_id, 'identityNumber', identityNumber))
  }

  @ResolveField()
  homeJobs({ homeJobs }: PersonNode) {
    return homeJobs.map((job) => ({ ...job, employer: { id: job.employerId }, title: this.titleOf(job) })).reverse()
  }

  @ResolveField()
  head(person: PersonNode, { on }: PersonHeadArgs) {
    const code = headOn(person, on ?? this.calendar.today())
    return code && { code }
  }

  @ResolveReference()
  personsById(representations: { id: string }[], context: GraphContext) {
    return Promise.all(representations.map(({ id }) => loadPerson(this.persons, context, String(id))))
  }

  private async surroundings({ language }: Caller, homeJob: HomeJobInput | null | undefined): Promise<PersonSurroundings> {
    const employer = homeJob ? await this.employers.find(homeJob.employerId) : null
    const title = homeJob ? this.packs.title(homeJob.title) : undefined
    const nameOf = (kind: string) => this.packs.text('employerKind', kind, language).name
    return {
      employer,
      title: title ? { ...title, packVersion: this.packs.version(title.department) ?? '' } : null,
      words: {
        title: title ? this.packs.text('title', title.code, language).name : '',
        kind: employer ? nameOf(employer.kind) : '',
        allowed: (title?.employerKinds ?? []).map(nameOf).join('、'),
      },
    }
  }

  /** The title of a home job as it was on its first day, whatever the pack says by now. */
  private titleOf({ title: code, department, head, countsAt: levels }: HomeJob) {
    return { code, department, head, levels, employerKinds: this.packs.title(code)?.employerKinds }
  }
}

/** Who works where, as membership knows it. */
@Resolver('Employer')
export class StaffApi {
  constructor(
    private readonly persons: PersonsStore,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  staff({ id }: { id: string }, _: unknown, context: GraphContext) {
    const today = this.calendar.today()
    return loadOne(context, 'staff', id, async (ids) => {
      const staff = await this.persons.staff(context.caller, ids)
      const isAt = (employerId: string, { homeJobs }: PersonNode) =>
        homeJobs.some((job) => job.employerId === employerId && inForce(job, today))
      return ids.map((employerId) => staff.filter((person) => isAt(employerId, person)).slice(0, MOST_STAFF))
    })
  }
}

/** One person by id, batched with the others that the request asks for. */
export function loadPerson(persons: PersonsStore, context: GraphContext, id: string): Promise<PersonNode | null> {
  return loadOne<PersonNode>(context, 'persons', id, async (ids) =>
    inOrder<PersonNode>(ids, await persons.findMany(context.caller, ids), (person) => person._id),
  )
}

function payload({ id, version, mark, state }: Written<KeptPerson>) {
  return { person: { ...state, _id: id, version }, version, mark }
}
