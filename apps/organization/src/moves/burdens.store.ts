import { Injectable } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import type { Stored } from '@sizhang/service-kit'
import { EmployersStore } from '../employers/employers.store'
import { isPilotFrom } from '../pilots/designations.domain'
import { SeatsHeldStore } from '../units/seats-held.store'
import { coversOn, type Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'

/** What hangs on a unit on a day or later, and what a change of the network would leave of it. */
export interface Burden {
  unit: Stored<Unit>
  ends: boolean
  unitsBelow: number
  unitsBelowAfter: number
  covers: AreaCode[]
  coversAfter: AreaCode[]
  seatsHeld: number
  employersCovered: number
  pilot: boolean
}

/** Weighs what hangs on units, whoever may see it: a preview counts as the rules count. */
@Injectable()
export class Burdens {
  constructor(
    private readonly units: UnitsStore,
    private readonly seatsHeld: SeatsHeldStore,
    private readonly employers: EmployersStore,
  ) {}

  /** What hangs on a unit from a day on; the change leaves it as it is. */
  async of(unit: Stored<Unit>, on: LocalDate): Promise<Burden> {
    const { _id: id } = unit
    const covers = coversOn(unit, on)
    const [below, seatsHeld, employersCovered] = await Promise.all([
      this.units.below(id, on),
      this.seatsHeld.count(id, on),
      this.employers.countCoveredBy(id, on),
    ])
    const unitsBelow = below.length
    const same = { unitsBelowAfter: unitsBelow, coversAfter: covers, ends: false }
    return { unit, unitsBelow, covers, seatsHeld, employersCovered, pilot: isPilotFrom(unit, on), ...same }
  }
}
