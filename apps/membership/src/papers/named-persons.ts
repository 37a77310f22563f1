import { Injectable } from '@nestjs/common'
import { Rejected, type Caller } from '@sizhang/service-kit'
import { PersonsStore } from '../persons/persons.store'

/** The persons whom somebody marks as named in a paper: those whom he may see. */
@Injectable()
export class NamedPersons {
  constructor(private readonly persons: PersonsStore) {}

  /** The same ids. Refused with the first that stands for nobody, or for nobody whom the caller may see. */
  async known(caller: Caller, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return []
    const found = new Set((await this.persons.findMany(caller, ids)).filter(({ erased }) => !erased).map(({ _id }) => _id))
    const unknown = ids.find((id) => !found.has(id))
    if (unknown !== undefined) throw new Rejected('PERSON_UNKNOWN', { field: 'personIds', value: unknown })
    return [...ids]
  }
}
