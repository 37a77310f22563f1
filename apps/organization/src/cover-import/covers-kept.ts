import { Injectable } from '@nestjs/common'
import { Packs } from '@sizhang/packs'
import { Rejected, type Caller } from '@sizhang/service-kit'
import { decided } from '@sizhang/service-kit/rules'
import { AreasStore } from '../areas/areas.store'
import { coverEmployer } from '../covered-employers/covered-employers.domain'
import { registerEmployer } from '../employers/employers.domain'
import { EmployersStore } from '../employers/employers.store'
import { Holds } from '../holds/holds.store'
import { inHeaps } from '../list-import/in-heaps'
import { UnitsStore } from '../units/units.store'
import type { FreshCover } from './cover-list.domain'

/** As the audit names each command of an import. */
const NAME = 'importCoveredEmployers'
const ORDER = {
  makes: ({ command }: FreshCover) => command.employerId,
  needs: ({ command }: FreshCover) => [command.employerId],
}

/** Keeps the covers of a file, each by a command of its own, and registers employers that are not known yet. */
@Injectable()
export class CoversKept {
  constructor(
    private readonly employers: EmployersStore,
    private readonly units: UnitsStore,
    private readonly areas: AreasStore,
    private readonly packs: Packs,
    private readonly holds: Holds,
  ) {}

  /** By the units and areas as they are now, which is later than the check. The units are held meanwhile, so that none of them ends (ADR 36). */
  async keep(caller: Caller, covers: readonly [FreshCover, ...FreshCover[]], kept: (cover: FreshCover) => void): Promise<void> {
    const shared = covers.map(({ command }) => command.unitId)
    const held = async () => ({ shared })
    await this.holds.during(covers[0].command.coverId, held, () => this.keepHeld(caller, covers, kept))
  }

  private async keepHeld(caller: Caller, covers: readonly FreshCover[], kept: (cover: FreshCover) => void): Promise<void> {
    const units = await this.units.named(
      caller,
      covers.map(({ command }) => command.unitId),
    )
    const area = await this.areas.placing(
      caller,
      covers.flatMap(({ register }) => register?.areaCode ?? []),
    )
    await inHeaps(covers, ORDER, async (cover) => {
      const { command, register } = cover
      const { coverId, employerId, unitId, from, ended } = command
      const unit = units.get(unitId)
      if (!unit || !this.units.may(caller, 'units.write', unit)) throw new Rejected('UNIT_UNKNOWN', { field: 'unit', value: cover.unit })
      if (register) {
        const surroundings = {
          area: area(register.areaCode, register.from) ?? null,
          kindKnown: this.packs.employerKind(register.kind) !== undefined,
        }
        const registering = { commandId: employerId, name: NAME, input: { ...register } }
        await this.employers.register(caller, registering, () => registerEmployer(register, surroundings))
      }
      const covering = { commandId: coverId, name: NAME, input: { employerId, unitId, from, ended: ended ?? null } }
      const until = ended?.on ?? unit.until
      await this.employers.change(employerId, caller, covering, (employer) => {
        // The same file may be on its way twice, and the other one was here first.
        const isThere = employer.covers?.some((known) => known.unitId === unitId && known.from === from && known.until === until)
        return isThere ? decided(employer) : coverEmployer(employer, command, unit)
      })
      kept(cover)
    })
  }
}
