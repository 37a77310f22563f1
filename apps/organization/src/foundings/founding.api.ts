import { ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { Calendar, inOrder, loadOne, Pages, type Caller, type GraphContext, type Loaded, type Stored } from '@sizhang/service-kit'
import { loadArea, loadAreas } from '../areas/areas.api'
import { AreasStore } from '../areas/areas.store'
import type { Employer } from '../employers/employers.domain'
import { EmployersStore } from '../employers/employers.store'
import type { FoundingMembersArgs } from '../graph.generated'
import { unitTypeOf } from '../units/unit-types.domain'
import { loadUnit } from '../units/units.api'
import { UnitsStore } from '../units/units.store'
import { foundingKindOf, foundingPapers, type FoundingMinimum } from './founding-kinds.domain'
import { countsOf, daysOfTrack, membersMissing, minimumNeeded, standingOf } from './founding-standing.domain'
import type { Founding, FoundingMember, FoundingPaper, FoundingRecord } from './founding-standing.domain'
import { FoundingsStore } from './foundings.store'

type Listed = FoundingMember & { place: number }
/** A record with its number, which is that of the fact that tells it: membership knows by it what papers are attached to. */
type NumberedRecord = FoundingRecord & { number: number }

/** What a founding says of itself. */
@Resolver('Founding')
export class FoundingApi {
  constructor(
    private readonly foundings: FoundingsStore,
    private readonly areas: AreasStore,
    private readonly units: UnitsStore,
    private readonly employers: EmployersStore,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  id({ _id }: Stored<Founding>) {
    return _id
  }

  @ResolveField()
  type({ unitType }: Founding, _: unknown, { caller }: GraphContext) {
    const type = unitTypeOf(unitType)
    return type && { ...type, coversEmployers: type.coversEmployers ?? false, name: type[caller.language] }
  }

  @ResolveField()
  area({ areaCode }: Founding, _: unknown, context: GraphContext) {
    return loadArea(this.areas, context, areaCode)
  }

  @ResolveField()
  alsoCovers({ alsoCovers }: Founding, _: unknown, context: GraphContext) {
    return loadAreas(this.areas, context, alsoCovers)
  }

  @ResolveField()
  parent({ parentId }: Founding, _: unknown, context: GraphContext) {
    return parentId && loadUnit(this.units, context, parentId)
  }

  @ResolveField()
  host({ hostId }: Founding, _: unknown, context: GraphContext) {
    return hostId && loadUnit(this.units, context, hostId)
  }

  @ResolveField()
  track(founding: Founding) {
    return daysOfTrack(founding)
  }

  @ResolveField()
  step(founding: Founding) {
    return standingOf(founding)?.step
  }

  @ResolveField()
  level(founding: Founding) {
    return standingOf(founding)?.level
  }

  @ResolveField()
  desk(founding: Founding, _: unknown, context: GraphContext) {
    const desk = standingOf(founding)?.desk
    return desk && loadArea(this.areas, context, desk)
  }

  @ResolveField()
  since(founding: Founding) {
    return standingOf(founding)?.since
  }

  @ResolveField()
  due(founding: Founding) {
    return standingOf(founding)?.due
  }

  @ResolveField()
  overdue(founding: Founding) {
    const due = standingOf(founding)?.due ?? null
    return due !== null && due < this.calendar.today()
  }

  @ResolveField()
  counts(founding: Founding) {
    const { persons, units } = countsOf(founding)
    return { persons, units, together: persons + units }
  }

  @ResolveField()
  minimum(founding: Founding) {
    return figures(minimumNeeded(founding))
  }

  @ResolveField()
  missing(founding: Founding) {
    return figures(membersMissing(founding))
  }

  @ResolveField()
  papersNeeded({ unitType }: Founding, _: unknown, { caller }: GraphContext) {
    return (foundingKindOf(unitType)?.papers ?? []).map((code) => ({ code, name: paperNamed(code, caller) }))
  }

  @ResolveField()
  quorum({ unitType }: Founding) {
    return foundingKindOf(unitType)?.quorum
  }

  @ResolveField()
  members(founding: Stored<Founding>, { first, after }: FoundingMembersArgs, { caller }: GraphContext) {
    const listed = founding.members.map((member, place): Listed => ({ ...member, place }))
    const { _id, version } = founding
    return this.pages.page(
      caller,
      'foundingMembers',
      { founding: _id, version },
      { first, after },
      (behind, limit) => Promise.resolve(listed.filter(({ place }) => behind === null || place > Number(behind[0])).slice(0, limit)),
      ({ place }) => [place],
    )
  }

  @ResolveField()
  records({ records }: Founding) {
    return records.map((record, place): NumberedRecord => ({ ...record, number: place + 1 }))
  }

  @ResolveField()
  unit(founding: Stored<Founding>, _: unknown, context: GraphContext) {
    return loadUnit(this.units, context, founding._id)
  }

  @ResolveField()
  async notCovered({ notCovered }: Founding, _: unknown, { caller }: GraphContext) {
    return notCovered.length > 0 ? this.employers.findMany(caller, notCovered) : []
  }

  @ResolveField()
  mayPrepare(founding: Founding, _: unknown, { caller }: GraphContext) {
    return this.foundings.mayPrepare(caller, founding)
  }

  @ResolveField()
  mayDecide(founding: Founding, _: unknown, { caller }: GraphContext) {
    return this.foundings.mayDecide(caller, founding)
  }

  @ResolveReference()
  async foundingsById(representations: { id: string }[], { caller }: GraphContext) {
    const ids = representations.map(({ id }) => String(id))
    return inOrder<Stored<Founding>>(ids, await this.foundings.referredTo(caller, ids), ({ _id }) => _id)
  }
}

/** What a member on a list is. */
@Resolver('FoundingMember')
export class FoundingMemberApi {
  constructor(
    private readonly employers: EmployersStore,
    private readonly units: UnitsStore,
  ) {}

  @ResolveField()
  person({ kind, id }: FoundingMember) {
    return kind === 'PERSON' ? { id } : null
  }

  @ResolveField()
  employer({ kind, id }: FoundingMember, _: unknown, context: GraphContext) {
    return kind === 'EMPLOYER' ? loadEmployer(this.employers, context, id) : null
  }

  @ResolveField()
  unit({ kind, id }: FoundingMember, _: unknown, context: GraphContext) {
    return kind === 'UNIT' ? loadUnit(this.units, context, id) : null
  }
}

/** What a record says of itself. */
@Resolver('FoundingRecord')
export class FoundingRecordApi {
  @ResolveField()
  step({ step }: FoundingRecord) {
    return step === 'PREPARATION' || step === 'CLOSING' ? null : step
  }

  @ResolveField()
  papers({ papers = [] }: FoundingRecord, _: unknown, { caller }: GraphContext) {
    return papers.map((paper: FoundingPaper) => ({ ...paper, name: paperNamed(paper.code, caller) }))
  }

  @ResolveField()
  by({ by }: FoundingRecord) {
    return { id: by }
  }
}

/** One employer by id, batched with the others that the request asks for. */
function loadEmployer(employers: EmployersStore, context: GraphContext, id: string): Loaded<Stored<Employer>> {
  return loadOne<Stored<Employer>>(context, 'employers', id, async (ids) =>
    inOrder<Stored<Employer>>(ids, await employers.findMany(context.caller, ids), (employer) => employer._id),
  )
}

function paperNamed(code: string, { language }: Caller): string {
  return foundingPapers.find((paper) => paper.code === code)?.[language] ?? code
}

function figures(minimum: FoundingMinimum): FoundingMinimum | null {
  return Object.keys(minimum).length > 0 ? minimum : null
}
