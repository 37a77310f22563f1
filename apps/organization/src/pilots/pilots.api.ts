import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Calendar, Pages, type Caller, type SortKey, type Written } from '@sizhang/service-kit'
import type {
  MutationChangePilotDesignationArgs,
  MutationDesignatePilotArgs,
  MutationEndPilotDesignationArgs,
  MutationRecordPilotTaskArgs,
  QueryPilotArgs,
  QueryPilotsArgs,
} from '../graph.generated'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { designationOn } from './designations.domain'
import { pilotCategories, pilotDepartments } from './pilot-catalogue.domain'
import { progressOf, recordPilotTask, tasksOn } from './pilot-tasks.domain'
import { changePilotDesignation, designatePilot, endPilotDesignation } from './pilots.domain'
import { pilotIn, type Pilot } from './pilot.api'
import { PilotsStore } from './pilots.store'

/** The graph's questions and commands about pilots. */
@Resolver()
export class PilotsApi {
  constructor(
    private readonly pilots: PilotsStore,
    private readonly units: UnitsStore,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  async pilot(@Args() { id }: QueryPilotArgs, @Context('caller') caller: Caller) {
    const unit = await this.units.withPilot(caller, id)
    return unit && pilotIn(unit, id)
  }

  @Query('pilots')
  list(@Args() { first, after, ...filter }: QueryPilotsArgs, @Context('caller') caller: Caller) {
    return this.pages.page(
      caller,
      'pilots',
      filter,
      { first, after },
      async (behind, limit) => {
        const found = await this.found(caller, filter)
        return found.filter((pilot) => behind === null || compare(behind, keyOf(pilot)) < 0).slice(0, limit)
      },
      keyOf,
    )
  }

  @Query('pilotCategories')
  categories() {
    return pilotCategories
  }

  @Query('pilotDepartments')
  departments(@Context('caller') { language }: Caller) {
    return pilotDepartments.map((department) => ({ code: department.code, name: department[language] }))
  }

  @Mutation()
  async designatePilot(@Args() { commandId, expectedVersion, input }: MutationDesignatePilotArgs, @Context('caller') caller: Caller) {
    const pilotId = commandId.toLowerCase()
    const written = await this.pilots.designate(
      input.unitId,
      caller,
      { commandId, name: 'designatePilot', input, expectedVersion },
      input,
      (unit) => designatePilot(unit, { ...input, pilotId, enteredAt: this.now() }),
    )
    return payload(written, pilotId)
  }

  @Mutation()
  async changePilotDesignation(
    @Args() { commandId, expectedVersion, input }: MutationChangePilotDesignationArgs,
    @Context('caller') caller: Caller,
  ) {
    const nextId = commandId.toLowerCase()
    const written = await this.pilots.change(
      input.pilotId,
      caller,
      { commandId, name: 'changePilotDesignation', input, expectedVersion, right: 'pilots.designate' },
      (unit, unitId) => changePilotDesignation(unit, { ...input, unitId, nextId, enteredAt: this.now() }),
      input,
    )
    return payload(written, nextId)
  }

  @Mutation()
  async endPilotDesignation(
    @Args() { commandId, expectedVersion, input }: MutationEndPilotDesignationArgs,
    @Context('caller') caller: Caller,
  ) {
    const written = await this.pilots.change(
      input.pilotId,
      caller,
      { commandId, name: 'endPilotDesignation', input, expectedVersion, right: 'pilots.designate' },
      (unit, unitId) => endPilotDesignation(unit, { ...input, unitId }),
    )
    return payload(written, input.pilotId)
  }

  @Mutation()
  async recordPilotTask(@Args() { commandId, input }: MutationRecordPilotTaskArgs, @Context('caller') caller: Caller) {
    const today = this.calendar.today()
    const written = await this.pilots.change(
      input.pilotId,
      caller,
      { commandId, name: 'recordPilotTask', input, right: 'pilots.record' },
      (unit, unitId) => recordPilotTask(unit, { ...input, unitId, on: input.on ?? today }, today),
    )
    return payload(written, input.pilotId)
  }

  /** All that a list holds, in its order: a city has some dozen pilots, a province some hundred. */
  private async found(caller: Caller, { on, progress, ...filter }: Omit<QueryPilotsArgs, 'first' | 'after'>): Promise<Pilot[]> {
    const day = on ?? this.calendar.today()
    const units = await this.units.pilots(caller, { ...filter, on: day })
    return units
      .flatMap((unit) => {
        const designation = designationOn(unit, day)
        return designation ? [pilotIn(unit, designation.id)] : []
      })
      .filter((pilot) => !progress || progressOf(tasksOn(pilot.unit, pilot, day)) === progress)
      .sort((a, b) => compare(keyOf(a), keyOf(b)))
  }

  private now(): string {
    return this.calendar.now().toISOString()
  }
}

/** As the annex has them: by category, then by the day, then in the order in which they were entered. */
function keyOf({ category, from, enteredAt, id }: Pilot): SortKey {
  return [pilotCategories.findIndex(({ code }) => code === category), from, enteredAt, id]
}

function compare(a: SortKey, b: SortKey): number {
  const place = a.findIndex((part, index) => part !== b[index])
  return place < 0 ? 0 : (a[place] ?? 0) < (b[place] ?? 0) ? -1 : 1
}

function payload({ id, version, mark, state }: Written<Unit>, pilotId: string) {
  return { pilot: pilotIn({ ...state, _id: id, version }, pilotId), version, mark }
}
