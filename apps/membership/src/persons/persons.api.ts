import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { Packs } from '@sizhang/packs'
import {
  allOf,
  Calendar,
  inOrder,
  listsInOrder,
  loadOne,
  Pages,
  SETTINGS,
  type Caller,
  type GraphContext,
  type Loaded,
  type Language,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import { inForce, plainText } from '@sizhang/service-kit/rules'
import { AppointmentsStore } from '../appointments/appointments.store'
import type { MembershipSettings } from '../config'
import { mayProcess, type Processing } from '../consents/consents.domain'
import type {
  HomeJobInput,
  MutationCorrectPersonArgs,
  MutationRegisterPersonArgs,
  PersonHeadArgs,
  QueryPersonArgs,
  QueryPersonsArgs,
  RegisterPersonInput,
} from '../graph.generated'
import { KnownEmployersStore } from './known-employers.store'
import {
  correctPerson,
  headOn,
  HIDDEN_NUMBER,
  HIDDEN_PHONE,
  maskedIdentityNumber,
  maskedPhone,
  readIdentityNumber,
  registerPerson,
  type ErasureRequest,
  type HomeJob,
  type PersonSurroundings,
} from './persons.domain'
import { PersonsStore, type KeptPerson } from './persons.store'
import { bornOn, isMinor, type AgeGiven } from '../minors/minors.domain'
import { keptSince, lastActiveOn } from '../retention/retention.domain'
import { fingerprint, PrivateFields } from './private-fields'

type PersonNode = Stored<KeptPerson>
type AgeInput = Pick<RegisterPersonInput, 'identityNumber' | 'guardian' | 'birthDate'>

const MOST_STAFF = 200
/** Stands where a name was. */
export const ERASED: Record<Language, string> = { zh: '已删除', en: 'erased' }

/** The graph's questions and commands about persons. Phones and identity numbers are sealed here, before anything else sees them. */
@Resolver('Person')
export class PersonsApi {
  constructor(
    private readonly persons: PersonsStore,
    private readonly employers: KnownEmployersStore,
    private readonly appointments: AppointmentsStore,
    private readonly fields: PrivateFields,
    private readonly packs: Packs,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
    @Inject(SETTINGS) private readonly settings: Pick<MembershipSettings, 'personalData'>,
  ) {}

  @Query()
  person(@Args() { id }: QueryPersonArgs, @Context('caller') caller: Caller) {
    return this.persons.find(caller, id)
  }

  @Query('persons')
  list(@Args() { first, after, ...asked }: QueryPersonsArgs, @Context('caller') caller: Caller) {
    const search = plainText('search', asked.search ?? '', { min: 0, max: 60 })
    const { today } = this.processing(caller)
    const inactiveSince = asked.dueForErasure ? keptSince(today, this.settings.personalData.months.INACTIVE_PERSONS) : undefined
    const filter = { ...asked, search, number: this.fields.numberIn(search), inactiveSince }
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
    const sealed = { ...this.fields.sealGiven(commandId.toLowerCase(), input), ...this.age(commandId.toLowerCase(), input) }
    const surroundings = await this.surroundings(caller, input.homeJob)
    const fingerprints = { ...fingerprint(sealed), ...this.fields.fingerprintOfAge(input) }
    const command = { commandId, name: 'registerPerson', input: { ...input, ...fingerprints } }
    return payload(
      await this.persons.register(caller, command, (personId) =>
        registerPerson(personId, { ...input, ...sealed }, surroundings, this.processing(caller)),
      ),
    )
  }

  @Mutation()
  async correctPerson(@Args() { commandId, expectedVersion, input }: MutationCorrectPersonArgs, @Context('caller') caller: Caller) {
    const { personId, name } = input
    const sealed = { ...this.fields.sealGiven(personId, input), ...this.age(personId, input) }
    const hasPosts = sealed.bornOn !== undefined && (await this.appointments.heldBy(personId)).length > 0
    const surroundings = { ...(await this.surroundings(caller, input.homeJob)), hasPosts }
    const fingerprints = { ...fingerprint(sealed), ...this.fields.fingerprintOfAge(input) }
    const command = { commandId, name: 'correctPerson', input: { ...input, ...fingerprints }, expectedVersion }
    return payload(
      await this.persons.correct(personId, caller, command, (person) => {
        if (input.birthDate && !input.identityNumber) bornOn(input.birthDate, this.fields.opened(person).identityNumber ?? undefined)
        return correctPerson(person, { ...input, name: name ?? undefined, ...sealed }, surroundings)
      }),
    )
  }

  @ResolveField()
  id(person: PersonNode) {
    return person._id
  }

  @ResolveField()
  name({ name, erased }: PersonNode, _: unknown, { caller }: GraphContext) {
    return erased ? ERASED[caller.language] : name
  }

  @ResolveField()
  erasedOn({ erased }: PersonNode) {
    return erased?.on
  }

  @ResolveField()
  erasureRequest({ erasureRequest }: PersonNode) {
    return erasureRequest && erasureAnswer(erasureRequest)
  }

  @ResolveField()
  phone({ _id, phone, legalBases, minor }: PersonNode, _: unknown, { caller }: GraphContext) {
    const { bases, today } = this.processing(caller)
    if (!phone || isMinor({ minor }, today) || !mayProcess({ legalBases }, 'CONTACT', bases)) return phone && HIDDEN_PHONE
    return maskedPhone(this.fields.open(_id, 'phone', phone))
  }

  @ResolveField()
  identityNumber({ _id, identityNumber, minor }: PersonNode) {
    if (identityNumber && isMinor({ minor }, this.calendar.today())) return HIDDEN_NUMBER
    return identityNumber && maskedIdentityNumber(this.fields.open(_id, 'identityNumber', identityNumber))
  }

  @ResolveField()
  homeJobs({ homeJobs }: PersonNode) {
    return homeJobAnswers(homeJobs, this.packs)
  }

  @ResolveField()
  head(person: PersonNode, { on }: PersonHeadArgs) {
    const code = headOn(person, on ?? this.calendar.today())
    return code && { code }
  }

  @ResolveField()
  async lastActiveOn({ _id, homeJobs, registeredOn }: PersonNode, _: unknown, context: GraphContext) {
    const posts = await loadOne(context, 'posts-of-persons-themselves', _id, async (ids) => {
      const held = await this.appointments.heldBy(...ids)
      return listsInOrder(ids, held, ({ personId }) => [personId])
    })
    return lastActiveOn(registeredOn, [...homeJobs, ...(posts ?? [])], this.calendar.today())
  }

  @ResolveReference()
  personsById(representations: { id: string }[], context: GraphContext) {
    return allOf(representations.map(({ id }) => loadPerson(this.persons, context, String(id))))
  }

  /** What tells whether somebody is a child, and who agreed, sealed for him. */
  private age(personId: string, { identityNumber, birthDate, guardian }: AgeInput): AgeGiven {
    const number = identityNumber ? readIdentityNumber(identityNumber) : undefined
    return { bornOn: bornOn(birthDate, number), guardian: guardian && this.fields.sealGuardian(personId, guardian) }
  }

  private processing({ language }: Caller): Processing {
    return { bases: this.settings.personalData.bases, today: this.calendar.today(), language }
  }

  private async surroundings({ language }: Caller, homeJob: HomeJobInput | null | undefined): Promise<PersonSurroundings> {
    const employer = homeJob ? await this.employers.find(homeJob.employerId) : null
    const title = homeJob ? this.packs.title(homeJob.title) : undefined
    const nameOf = (kind: string) => this.packs.text('employerKind', kind, language).name
    return {
      today: this.calendar.today(),
      employer,
      title: title ? { ...title, packVersion: this.packs.version(title.department) ?? '' } : null,
      words: {
        title: title ? this.packs.text('title', title.code, language).name : '',
        kind: employer ? nameOf(employer.kind) : '',
        allowed: (title?.employerKinds ?? []).map(nameOf).join('、'),
      },
    }
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

/** Home jobs as the graph tells them, newest first: the title as it was on the first day, whatever the pack says by now. */
export function homeJobAnswers(homeJobs: readonly HomeJob[], packs: Packs) {
  return homeJobs
    .map(({ title: code, department, head, countsAt: levels, ...job }) => {
      const title = { code, department, head, levels, employerKinds: packs.title(code)?.employerKinds }
      return { ...job, employer: { id: job.employerId }, title }
    })
    .reverse()
}

/** A request to be erased as the graph tells it. */
export function erasureAnswer({ on, declined }: ErasureRequest) {
  return { on, declinedOn: declined?.on, reason: declined?.reason }
}

/** One person by id, batched with the others that the request asks for. */
export function loadPerson(persons: PersonsStore, context: GraphContext, id: string): Loaded<PersonNode> {
  return loadOne<PersonNode>(context, 'persons', id, async (ids) =>
    inOrder<PersonNode>(ids, await persons.findMany(context.caller, ids), (person) => person._id),
  )
}

function payload({ id, version, mark, state }: Written<KeptPerson>) {
  return { person: { ...state, _id: id, version }, version, mark }
}
