import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, Pages, type Caller, type GraphContext, type Stored, type Written } from '@sizhang/service-kit'
import type { Cover, Employer } from '../employers/employers.domain'
import { EmployersStore } from '../employers/employers.store'
import type {
  EmployerCoverArgs,
  MutationCoverEmployersArgs,
  MutationEndEmployerCoverArgs,
  UnitCoveredEmployersArgs,
} from '../graph.generated'
import { Holds } from '../holds/holds.store'
import { loadUnit } from '../units/units.api'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { coverOn, endEmployerCover } from './covered-employers.domain'
import { CoveredEmployers } from './covered-employers.store'

type CoverOfEmployer = Cover & { employer: Stored<Employer> }

/** The graph's commands about the employers that units cover. */
@Resolver()
export class CoveredEmployersApi {
  constructor(
    private readonly covered: CoveredEmployers,
    private readonly employers: EmployersStore,
    private readonly units: UnitsStore,
    private readonly holds: Holds,
  ) {}

  /** The unit is held meanwhile, so that it does not end (ADR 36). */
  @Mutation()
  async coverEmployers(@Args() { commandId, input }: MutationCoverEmployersArgs, @Context('caller') caller: Caller) {
    const { unitId } = input
    await this.units.changeable(unitId, caller, 'units.write')
    return this.holds.during(
      commandId,
      async () => ({ shared: [unitId] }),
      async () => {
        const unit = await this.units.changeable(unitId, caller, 'units.write')
        const written = await this.covered.cover(caller, { commandId, name: 'coverEmployers', input }, input, unit)
        return { unit, employers: written.map(stored), mark: written.map(({ mark }) => mark).join() }
      },
    )
  }

  @Mutation()
  async endEmployerCover(@Args() { commandId, expectedVersion, input }: MutationEndEmployerCoverArgs, @Context('caller') caller: Caller) {
    const employer = await this.employers.find(caller, input.employerId)
    // A cover that was taken back is gone: the same command again is answered by the employer's record.
    const cover = employer?.covers?.find(({ id }) => id === input.coverId)
    if (cover) await this.units.changeable(cover.unitId, caller, 'units.write')
    const command = { commandId, name: 'endEmployerCover', input, expectedVersion }
    const written = await this.employers.change(input.employerId, caller, command, (known) => endEmployerCover(known, input))
    return { employer: stored(written), version: written.version, mark: written.mark }
  }
}

/** What a cover says of itself. */
@Resolver('EmployerCover')
export class CoversApi {
  constructor(private readonly units: UnitsStore) {}

  @ResolveField()
  unit(cover: Cover, _: unknown, context: GraphContext) {
    return loadUnit(this.units, context, cover.unitId)
  }
}

/** What covers add to an employer. */
@Resolver('Employer')
export class CoversOfEmployerApi {
  constructor(private readonly calendar: Calendar) {}

  @ResolveField()
  cover(employer: Stored<Employer>, { on }: EmployerCoverArgs): CoverOfEmployer | undefined {
    const cover = coverOn(employer, on ?? this.calendar.today())
    return cover && { ...cover, employer }
  }

  @ResolveField()
  covers(employer: Stored<Employer>): CoverOfEmployer[] {
    return (employer.covers ?? []).map((cover) => ({ ...cover, employer }))
  }
}

/** What covers add to a unit. */
@Resolver('Unit')
export class EmployersOfUnitApi {
  constructor(
    private readonly employers: EmployersStore,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  coveredEmployers(unit: Stored<Unit>, { on, first, after }: UnitCoveredEmployersArgs, { caller }: GraphContext) {
    const day = on ?? this.calendar.today()
    return this.pages.page(
      caller,
      'coveredEmployers',
      { unit: unit._id, day },
      { first, after },
      (behind, limit) => this.employers.coveredBy(caller, unit._id, day, behind, limit),
      (employer) => [employer._id],
    )
  }
}

function stored({ id, version, state }: Written<Employer>): Stored<Employer> {
  return { ...state, _id: id, version }
}
