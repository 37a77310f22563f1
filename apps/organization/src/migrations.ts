import { eachBatch, type Migration } from '@sizhang/service-kit'
import type { Area } from './areas/areas.domain'
import { beginningsOf } from './areas/areas.store'
import type { Employer } from './employers/employers.domain'
import { beginningsOf as beginningsOfEmployer } from './employers/employers.store'
import type { Unit } from './units/units.domain'
import { beginningsOf as beginningsOfUnit } from './units/units.store'

/** What organization's documents were before, and what they became; see `Migration`. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'areas are found by how their words begin, which an index answers for a whole country',
    run: (database, progress) =>
      eachBatch(database.collection('areas'), progress, {
        old: { beginnings: { $exists: false } },
        fields: (document) => ({ beginnings: beginningsOf(document as unknown as Area), search: undefined }),
      }),
  },
  {
    number: 2,
    name: 'units are found by how the words of their names begin, as areas are',
    run: (database, progress) =>
      eachBatch(database.collection('units'), progress, {
        old: { beginnings: { $exists: false } },
        fields: (document) => ({ beginnings: beginningsOfUnit(document as unknown as Unit), search: undefined }),
      }),
  },
  {
    number: 3,
    name: 'employers are found by how the words of their names begin, as units are',
    run: (database, progress) =>
      eachBatch(database.collection('employers'), progress, {
        old: { beginnings: { $exists: false } },
        fields: (document) => ({ beginnings: beginningsOfEmployer(document as unknown as Employer), search: undefined }),
      }),
  },
]
