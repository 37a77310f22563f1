import { ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, type Caller, type GraphContext, type Stored } from '@sizhang/service-kit'
import { isNowhere, reachOf } from '@sizhang/service-kit/rights'
import { typesLike } from '../units/unit-types.domain'
import type { Unit } from '../units/units.domain'
import { designationIn, designationOn, type Designation } from './designations.domain'
import {
  grantsToFollow,
  pilotCategoryOf,
  pilotDepartmentOf,
  pilotTasksOf,
  type PilotCategory,
  type PilotTask,
} from './pilot-catalogue.domain'
import { progressOf, tasksOn } from './pilot-tasks.domain'
import { PilotsStore } from './pilots.store'

/** A designation with its unit. */
export type Pilot = Designation & { unit: Stored<Unit> }

interface OnDay {
  on?: string | null
}

/** What a pilot says of itself. */
@Resolver('Pilot')
export class PilotApi {
  constructor(
    private readonly pilots: PilotsStore,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  category({ category }: Pilot) {
    return pilotCategoryOf(category)
  }

  @ResolveField()
  department({ department }: Pilot, _: unknown, { caller }: GraphContext) {
    return departmentNamed(department, caller)
  }

  @ResolveField()
  tasks(pilot: Pilot, { on }: OnDay, { caller }: GraphContext) {
    return tasksOn(pilot.unit, pilot, on ?? this.calendar.today()).map((standing) => ({
      ...standing,
      task: taskNamed(standing.task, caller),
    }))
  }

  @ResolveField()
  progress(pilot: Pilot, { on }: OnDay) {
    return progressOf(tasksOn(pilot.unit, pilot, on ?? this.calendar.today()))
  }

  @ResolveField()
  mayDesignate(pilot: Pilot, _: unknown, { caller }: GraphContext) {
    return this.pilots.may(caller, 'pilots.designate', pilot.unit, pilot)
  }

  @ResolveField()
  mayRecord(pilot: Pilot, _: unknown, { caller }: GraphContext) {
    return this.pilots.may(caller, 'pilots.record', pilot.unit, pilot)
  }

  @ResolveField()
  version({ unit }: Pilot) {
    return unit.version
  }
}

/** What a category says of itself. */
@Resolver('PilotCategory')
export class PilotCategoryApi {
  constructor(private readonly calendar: Calendar) {}

  @ResolveField()
  name(category: PilotCategory, _: unknown, { caller }: GraphContext) {
    return category[caller.language]
  }

  @ResolveField()
  unitTypes({ unitTypes }: PilotCategory) {
    return typesLike(unitTypes)
  }

  @ResolveField()
  department({ department }: PilotCategory, _: unknown, { caller }: GraphContext) {
    return departmentNamed(department, caller)
  }

  @ResolveField()
  tasks({ code }: PilotCategory, _: unknown, { caller }: GraphContext) {
    return pilotTasksOf(code).map((task) => taskNamed(task, caller))
  }

  @ResolveField()
  mayDesignate({ department }: PilotCategory, _: unknown, { caller }: GraphContext) {
    return !isNowhere(reachOf(grantsToFollow(caller.grants, [department]), 'pilots.designate', this.calendar.today()))
  }
}

/** What pilots add to a unit. */
@Resolver('Unit')
export class PilotOfUnitApi {
  constructor(private readonly calendar: Calendar) {}

  @ResolveField()
  pilot(unit: Stored<Unit>, { on }: OnDay) {
    const designation = designationOn(unit, on ?? this.calendar.today())
    return designation ? pilotIn(unit, designation.id) : null
  }

  @ResolveField()
  pilotCategory(unit: Unit) {
    return designationOn(unit, this.calendar.today())?.category ?? unit.pilotCategory ?? null
  }
}

/** The designation of an id, as the graph has it. */
export function pilotIn(unit: Stored<Unit>, id: string): Pilot {
  return { ...designationIn(unit, id), unit }
}

function departmentNamed(code: string, { language }: Caller) {
  return { code, name: pilotDepartmentOf(code)?.[language] ?? code }
}

function taskNamed({ code, clause, ...texts }: PilotTask, { language }: Caller) {
  return { code, clause, name: texts[language] }
}
