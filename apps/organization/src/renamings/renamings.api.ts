import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, type Caller } from '@sizhang/service-kit'
import type { MutationRenameUnitArgs, MutationWithdrawRenamingArgs } from '../graph.generated'
import { payload } from '../units/units.api'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { nameOn, namesOf, renameUnit, withdrawRenaming } from './renamings.domain'

/** The names of units over time, and the commands that change them. */
@Resolver('Unit')
export class RenamingsApi {
  constructor(
    private readonly units: UnitsStore,
    private readonly calendar: Calendar,
  ) {}

  @Mutation()
  async renameUnit(@Args() { commandId, expectedVersion, input }: MutationRenameUnitArgs, @Context('caller') caller: Caller) {
    const command = { commandId, name: 'renameUnit', input, expectedVersion }
    return payload(await this.units.change(input.unitId, caller, command, (unit) => renameUnit(unit, input)))
  }

  @Mutation()
  async withdrawRenaming(@Args() { commandId, expectedVersion, input }: MutationWithdrawRenamingArgs, @Context('caller') caller: Caller) {
    const command = { commandId, name: 'withdrawRenaming', input, expectedVersion }
    return payload(await this.units.change(input.unitId, caller, command, (unit) => withdrawRenaming(unit, input)))
  }

  @ResolveField()
  name(unit: Unit, { on }: { on?: string | null }) {
    return nameOn(unit, on ?? this.calendar.today())
  }

  @ResolveField()
  names(unit: Unit) {
    return namesOf(unit)
  }
}
