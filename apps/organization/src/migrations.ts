import { giveBeginnings, type Migration } from '@sizhang/service-kit'
import { beginningsOf } from './areas/areas.store'
import { beginningsOf as beginningsOfEmployer } from './employers/employers.store'
import { beginningsOf as beginningsOfUnit } from './units/units.store'

/** What organization's documents were before, and what they became; see `Migration`. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'areas are found by how their words begin, which an index answers for a whole country',
    run: (database, progress) => giveBeginnings(database.collection('areas'), progress, beginningsOf),
  },
  {
    number: 2,
    name: 'units are found by how the words of their names begin, as areas are',
    run: (database, progress) => giveBeginnings(database.collection('units'), progress, beginningsOfUnit),
  },
  {
    number: 3,
    name: 'employers are found by how the words of their names begin, as units are',
    run: (database, progress) => giveBeginnings(database.collection('employers'), progress, beginningsOfEmployer),
  },
]
