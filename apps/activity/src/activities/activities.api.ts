import { Args, Context, Mutation, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { checkFigures, Packs } from '@sizhang/packs'
import { Calendar, inOrder, Pages, sightOf, type Caller, type GraphContext, type Stored, type Written } from '@sizhang/service-kit'
import { describeType } from '../departments/departments.api'
import type {
  MutationCorrectActivityArgs,
  MutationRecordActivityArgs,
  MutationWithdrawActivityArgs,
  QueryActivitiesArgs,
  QueryActivityArgs,
  RecordActivityInput,
} from '../graph.generated'
import { correctActivity, recordActivity, withdrawActivity, type Activity, type ActivitySurroundings } from './activities.domain'
import { ActivitiesStore } from './activities.store'
import { KnownStore } from './known.store'

/** The graph's questions and commands about activities. */
@Resolver('Activity')
export class ActivitiesApi {
  constructor(
    private readonly store: ActivitiesStore,
    private readonly known: KnownStore,
    private readonly packs: Packs,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  activity(@Args() { id }: QueryActivityArgs, @Context('caller') caller: Caller) {
    return this.store.find(caller, id)
  }

  @Query()
  activities(@Args() { first, after, ...filter }: QueryActivitiesArgs, @Context('caller') caller: Caller) {
    return this.pages.page(
      caller,
      'activities',
      filter,
      { first, after },
      (behind, limit) => this.store.list(caller, filter, behind, limit),
      (activity) => [activity.on, activity._id],
    )
  }

  @Mutation()
  async recordActivity(@Args() { commandId, input }: MutationRecordActivityArgs, @Context('caller') caller: Caller) {
    const surroundings = await this.surroundings(input, caller)
    const command = { commandId, name: 'recordActivity', input }
    return payload(await this.store.record(caller, command, (activityId) => recordActivity({ ...input, activityId }, surroundings)))
  }

  @Mutation()
  async correctActivity(@Args() { commandId, expectedVersion, input }: MutationCorrectActivityArgs, @Context('caller') caller: Caller) {
    const { activityId, record } = input
    const surroundings = await this.surroundings(record, caller)
    const command = { commandId, name: 'correctActivity', input, expectedVersion }
    return payload(
      await this.store.change(activityId, caller, command, (activity) =>
        correctActivity(activity, { ...record, activityId }, surroundings),
      ),
    )
  }

  @Mutation()
  async withdrawActivity(@Args() { commandId, expectedVersion, input }: MutationWithdrawActivityArgs, @Context('caller') caller: Caller) {
    const command = { commandId, name: 'withdrawActivity', input, expectedVersion }
    const today = this.calendar.today()
    return payload(await this.store.change(input.activityId, caller, command, (activity) => withdrawActivity(activity, input, today)))
  }

  @ResolveField()
  id(activity: Stored<Activity>) {
    return activity._id
  }

  @ResolveField()
  type({ activityType, department }: Activity, _: unknown, { caller }: GraphContext) {
    const type = this.packs.activityType(activityType)
    return type
      ? describeType(this.packs, type, caller.language)
      : { code: activityType, name: activityType, department, figures: [], placeKinds: [], clause: null }
  }

  @ResolveField()
  hosts({ hosts }: Activity, _: unknown, { caller }: GraphContext) {
    return this.hostsSeen(hosts, 'HOST', caller)
  }

  @ResolveField()
  coHosts({ hosts }: Activity, _: unknown, { caller }: GraphContext) {
    return this.hostsSeen(hosts, 'CO_HOST', caller)
  }

  @ResolveField()
  ledBy({ ledBy }: Activity) {
    return ledBy && { id: ledBy.appointmentId }
  }

  @ResolveField()
  placeKind({ placeKind }: Activity, _: unknown, { caller }: GraphContext) {
    return { code: placeKind, name: this.packs.text('placeKind', placeKind, caller.language).name }
  }

  @ResolveField()
  area({ areaCode }: Activity) {
    return areaCode && { code: areaCode }
  }

  @ResolveField()
  figures({ figures }: Activity, _: unknown, { caller: { language } }: GraphContext) {
    return figures.map(({ code, value, unit }) => ({
      code,
      value,
      name: this.packs.text('figure', code, language).name,
      unitName: this.packs.text('unit', unit, language).name,
    }))
  }

  @ResolveReference()
  async activitiesById(representations: { id: string }[], { caller }: GraphContext) {
    const ids = representations.map(({ id }) => id)
    return inOrder(ids, await this.store.findMany(caller, ids), (activity) => activity._id)
  }

  /** One beyond the reader's sight is null: that there is one is told, and not which. */
  private hostsSeen(hosts: Activity['hosts'], asked: 'HOST' | 'CO_HOST', caller: Caller) {
    const sees = sightOf(caller, 'units.read', this.calendar.today())
    return hosts.filter(({ role }) => role === asked).map((host) => (sees(host) ? { id: host.unitId } : null))
  }

  private async surroundings(
    { type: code, hostIds, coHostIds, ledById, areaCode, figures }: RecordActivityInput,
    caller: Caller,
  ): Promise<ActivitySurroundings> {
    const type = this.packs.activityType(code)
    const [units, areaKnown, post] = await Promise.all([
      this.known.unitsById([...hostIds, ...(coHostIds ?? [])]),
      areaCode ? this.known.hasArea(areaCode) : false,
      ledById ? this.known.post(ledById) : null,
    ])
    const today = this.calendar.today()
    const figureProblems = type ? checkFigures(type, figures) : []
    const sight = { seesUnit: sightOf(caller, 'units.read', today), seesPost: sightOf(caller, 'appointments.read', today) }
    return { today, type, figureProblems, placeKinds: this.packs.placeKinds(), units, areaKnown, post, ...sight }
  }
}

function payload({ id, version, mark, state }: Written<Activity>) {
  return { activity: { ...state, _id: id, version }, version, mark }
}
