import type { LocalDate } from '@sizhang/contracts'
import { eachBatch, everywhere, giveBeginnings, type Migration } from '@sizhang/service-kit'
import { localDateOf } from '@sizhang/service-kit/rules'
import type { mongo } from 'mongoose'
import type { MembershipSettings } from './config'
import { birthDateIn, fourteenFrom } from './minors/minors.domain'
import type { Sealed } from './persons/persons.domain'
import { beginningsOf } from './persons/persons.store'
import { PrivateFields } from './persons/private-fields'

type Keys = Pick<MembershipSettings, 'FIELD_KEY' | 'INDEX_KEY'>

/** What membership's documents were before, and what they became; see `Migration`. The numbers of persons are read with the installation's keys. */
export const migrations = (keys: Keys): readonly Migration[] => [
  {
    number: 1,
    name: 'accounts are records like any other, with grants in the place of roles',
    run: async (database, progress) => {
      const accounts = database.collection<{ _id: string; name: string; roles: string[] }>('accounts')
      for await (const { _id, name, roles } of accounts.find({ version: { $exists: false } })) {
        await progress.mayWrite()
        const grants = roles.map((role, place) => grantOf(role, `${String(_id)}-${place}`))
        const state = { holder: name, personId: null, search: [name], invitation: null, closed: false, grants }
        const log = { seq: 0, outbox: [], commands: [] }
        const update = { $set: { ...state, version: 1, log }, $unset: { roles: '' } }
        const { modifiedCount } = await accounts.updateOne({ _id, version: { $exists: false } }, update as never)
        await progress.reached({}, modifiedCount)
      }
    },
  },
  {
    number: 2,
    name: 'persons have the place of their home job',
    run: (database, progress) =>
      eachBatch(database.collection('persons'), progress, {
        old: { path: { $exists: false } },
        fields: ({ homeJobs }) => ({ path: (homeJobs as { path: string[] }[]).at(-1)?.path ?? [] }),
      }),
  },
  {
    number: 3,
    name: 'persons have the day since when they are kept: this one, as nobody wrote down an earlier one',
    run: (database, progress) =>
      eachBatch(database.collection('persons'), progress, {
        old: { registeredOn: { $exists: false } },
        fields: () => ({ registeredOn: localDateOf(new Date()) }),
      }),
  },
  {
    number: 4,
    name: 'children whom a release before registered are protected as such, and wait for a guardian',
    run: async (database, progress) => {
      const children = await childrenIn(database, keys)
      await eachBatch(database.collection('persons'), progress, {
        old: { _id: { $in: [...children.keys()] as never }, minor: { $exists: false } },
        fields: ({ _id }) => ({ minor: { until: children.get(String(_id)), guardian: null } }),
      })
    },
  },
  {
    number: 5,
    name: 'persons are found by how the words of their names begin, which an index answers however many there are',
    run: (database, progress) => giveBeginnings(database.collection('persons'), progress, beginningsOf),
  },
]

/** Who is under fourteen today by his identity number and not on record as such, with the day from which he is not. */
async function childrenIn(database: mongo.Db, keys: Keys): Promise<Map<string, LocalDate>> {
  const fields = new PrivateFields(keys)
  const today = localDateOf(new Date())
  const unmarked = { 'identityNumber.sealed': { $exists: true }, minor: { $exists: false } }
  const persons = database
    .collection<{ _id: string; identityNumber: Sealed }>('persons')
    .find(unmarked, { projection: { identityNumber: 1 } })
  const children = new Map<string, LocalDate>()
  for await (const { _id, identityNumber } of persons) {
    const until = fourteenFrom(birthDateIn(fields.open(_id, 'identityNumber', identityNumber)))
    if (until > today) children.set(_id, until)
  }
  return children
}

/** What the one role of the release before stood for. */
function grantOf(role: string, id: string) {
  return { ...everywhere(role === 'ADMINISTRATOR' ? 'CITY_ADMINISTRATOR' : role), id, path: [], givenBy: null }
}
