import { Injectable } from '@nestjs/common'
import { Rejected, type Caller, type Command, type Stored, type Written } from '@sizhang/service-kit'
import type { Verb } from '@sizhang/service-kit/rights'
import type { Decision } from '@sizhang/service-kit/rules'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { designationIn, type Designation } from './designations.domain'
import { departmentsConcerned, grantsToFollow } from './pilot-catalogue.domain'

/** What a command says of the pilot that it makes. */
interface Said {
  category?: string | null | undefined
  department?: string | null | undefined
}

/** Designations are kept with their units. Officers of departments write those of their own department alone (A2): that is asked here. */
@Injectable()
export class PilotsStore {
  constructor(private readonly units: UnitsStore) {}

  /** Designates a unit as decided. Refused when there is none. */
  async designate(
    unitId: string,
    caller: Caller,
    command: Omit<Command, 'right'>,
    said: Said,
    decide: (unit: Unit) => Decision<Unit>,
  ): Promise<Written<Unit>> {
    if (!(await this.units.find(caller, unitId))) throw new Rejected('UNIT_UNKNOWN', { field: 'unitId', value: unitId })
    return this.units.change(unitId, following(caller, departmentsConcerned(said)), { ...command, right: 'pilots.designate' }, decide)
  }

  /** Changes what belongs to a designation as decided. Refused when there is none of that id. */
  async change(
    pilotId: string,
    caller: Caller,
    command: Command & { right: Verb },
    decide: (unit: Unit, unitId: string) => Decision<Unit>,
    said: Said = {},
  ): Promise<Written<Unit>> {
    const found = await this.units.withPilot(caller, pilotId)
    if (!found) throw new Rejected('NOT_FOUND', { field: 'pilotId', value: pilotId })
    const { department } = designationIn(found, pilotId)
    const follower = following(caller, [department, ...departmentsConcerned(said)])
    return this.units.change(found._id, follower, command, (unit) => decide(unit, found._id))
  }

  /** Whether the caller has a right over a designation, as its command would find. */
  may(caller: Caller, right: Verb, unit: Stored<Unit>, { department }: Designation): boolean {
    return this.units.may(following(caller, [department]), right, unit)
  }
}

/** The caller with what he may by those grants alone that hold for some departments' pilots. */
function following(caller: Caller, concerned: readonly string[]): Caller {
  return { ...caller, grants: grantsToFollow(caller.grants, concerned) }
}
