import { Injectable } from '@nestjs/common'
import { Calendar, everywhere, type Caller, type Stored } from '@sizhang/service-kit'
import { inForce } from '@sizhang/service-kit/rules'
import { AreasStore } from '../areas/areas.store'
import { EmployersStore } from '../employers/employers.store'
import { UnitsStore } from '../units/units.store'
import { isGranted, type Founding, type FoundingMember } from './founding-standing.domain'
import { coveredBy, type ReplySurroundings } from './founding-steps.domain'
import type { BeginFounding, Entering, FoundingSurroundings } from './foundings.domain'
import { FoundingsStore } from './foundings.store'
import { KnownPersonsStore } from './known-persons.store'

type Placed = Pick<BeginFounding, 'areaCode' | 'alsoCovers' | 'parentId' | 'hostId'>

/** What decisions about foundings have to know of others: areas, units, employers and persons. */
@Injectable()
export class FoundingsSurroundings {
  constructor(
    private readonly areas: AreasStore,
    private readonly units: UnitsStore,
    private readonly employers: EmployersStore,
    private readonly persons: KnownPersonsStore,
    private readonly calendar: Calendar,
    private readonly foundings: FoundingsStore,
  ) {}

  /** Who enters something, and when. */
  entering({ accountId: by }: Caller): Entering {
    return { by, now: this.calendar.now().toISOString(), today: this.calendar.today() }
  }

  /** What a new founding needs. Areas beyond the caller's reach, which the unit would cover, are refused. */
  async toBegin(caller: Caller, said: Placed): Promise<FoundingSurroundings> {
    const surroundings = await this.around(caller, said)
    const further = (said.alsoCovers ?? []).flatMap((code) => surroundings.areas.get(code) ?? [])
    this.foundings.checkMayCover(caller, further)
    const { path = [] } = surroundings.areas.get(said.areaCode) ?? {}
    const above = await this.areas.findMany(caller, path)
    return { ...surroundings, levels: new Map(above.map(({ code, level }) => [code, level])) }
  }

  /** What a reply needs, wherever it lies: the place of the unit was asked for when the founding began. */
  async toReply(caller: Caller, founding: Founding): Promise<ReplySurroundings> {
    const seesAll = { ...caller, grants: [everywhere('CITY_ADMINISTRATOR')] }
    const employers = await this.employers.findMany(seesAll, coveredBy(founding))
    return { ...(await this.around(seesAll, founding)), employers: new Map(employers.map((employer) => [employer._id, employer])) }
  }

  /** Ids of those members that there are, as far as the caller sees: units in force, employers, registered persons. */
  async known(caller: Caller, members: readonly FoundingMember[]): Promise<Set<string>> {
    const ids = (wanted: FoundingMember['kind']) => members.filter(({ kind }) => kind === wanted).map(({ id }) => id)
    const [persons, employers, units] = await Promise.all([
      this.persons.among(ids('PERSON')),
      this.employers.findMany(caller, ids('EMPLOYER')),
      this.units.findMany(caller, ids('UNIT')),
    ])
    const today = this.calendar.today()
    const standing = units.filter((unit) => inForce(unit, today))
    return new Set([...persons, ...[...employers, ...standing].map(({ _id }) => _id)])
  }

  /** Whether the unit of a founding was granted and is in force on a day, or will be as soon as it stands. */
  async unitStands(caller: Caller, founding: Stored<Founding>, on: string): Promise<boolean> {
    if (!isGranted(founding)) return false
    const unit = await this.units.find({ ...caller, grants: [everywhere('CITY_ADMINISTRATOR')] }, founding._id)
    return !unit || unit.until === null || on < unit.until
  }

  private async around(caller: Caller, { areaCode, alsoCovers, parentId, hostId }: Placed) {
    const [areas, parent, host] = await Promise.all([
      this.areas.findMany(caller, [areaCode, ...(alsoCovers ?? [])]),
      parentId ? this.units.find(caller, parentId) : null,
      hostId ? this.units.find(caller, hostId) : null,
    ])
    return { areas: new Map(areas.map((area) => [area.code, area])), parent, host }
  }
}
