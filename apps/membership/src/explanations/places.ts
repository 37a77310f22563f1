import { Injectable } from '@nestjs/common'
import type { AreaCode } from '@sizhang/contracts'
import { isWithinReach, Rejected, type Caller, type Place, type Reach } from '@sizhang/service-kit'
import type { Grant, Verb } from '@sizhang/service-kit/rights'
import type { StoredAccount } from '../accounts/accounts.store'
import { KnownPlacesStore } from '../accounts/known-places.store'
import { AppointmentsStore } from '../appointments/appointments.store'
import type { WhereInput } from '../graph.generated'
import { PersonsStore } from '../persons/persons.store'

/** What is asked about: a record, or a place. */
export interface AskedPlace {
  /** Whether a reach covers it, by the rule of the store that has such records. */
  covers: (reach: Reach) => boolean | Promise<boolean>
  /** Whether grants that reach it do not let see it all the same. */
  hides: (grants: readonly Grant[]) => boolean
  /** The areas and units by one of which it is reached. */
  areas: readonly AreaCode[]
  units: readonly string[]
  /** The right to see it; null: it is no record. */
  seenBy: Verb | null
  /** It is the record of the person whose account asks. */
  isOwn: boolean
}

const UNIT: Place = { areas: 'path', unit: 'unitId' }

/** Finds what is asked about. */
@Injectable()
export class Places {
  constructor(
    private readonly known: KnownPlacesStore,
    private readonly persons: PersonsStore,
    private readonly appointments: AppointmentsStore,
  ) {}

  /** Refused when it is not known, or beyond the caller's sight. */
  async of({ areaCode, unitId, personId }: WhereInput, caller: Caller, asking: StoredAccount | null): Promise<AskedPlace> {
    if ([areaCode, unitId, personId].filter(Boolean).length > 1) throw new Rejected('WHERE_TWICE', { field: 'at' })
    if (personId) return this.ofPerson(personId, caller, asking)
    if (!unitId && !areaCode)
      return { covers: ({ everywhere }) => everywhere, hides: () => false, areas: [], units: [], seenBy: null, isOwn: false }
    const path = await this.known.path(unitId ?? areaCode)
    if (!path) throw new Rejected('JURISDICTION_UNKNOWN', { field: unitId ? 'unitId' : 'areaCode', value: unitId ?? areaCode })
    const covers = (reach: Reach) => isWithinReach(reach, UNIT, { path, ...(unitId ? { unitId } : {}) })
    return { covers, hides: () => false, areas: path, units: unitId ? [unitId] : [], seenBy: unitId ? 'units.read' : null, isOwn: false }
  }

  private async ofPerson(id: string, caller: Caller, asking: StoredAccount | null): Promise<AskedPlace> {
    const isOwn = asking?.personId === id
    const person = isOwn ? await this.persons.itself(id) : await this.persons.find(caller, id)
    if (!person || person.erased) throw new Rejected('PERSON_UNKNOWN', { field: 'personId', value: id })
    const posts = await this.appointments.placesOf(id)
    return {
      covers: (reach) => this.persons.liesWithin(reach, person),
      hides: (grants) => this.persons.isHiddenFrom(grants, person),
      areas: [...new Set([...person.path, ...posts.areas])],
      units: posts.units,
      seenBy: 'persons.read',
      isOwn,
    }
  }
}
