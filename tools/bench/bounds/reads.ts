import type { Site } from '../site'

/** A read of a service's as its database was asked it. */
export interface Read {
  /** A question, or the rest of its answer, which the database is asked for apart. */
  op: 'query' | 'getmore'
  database: string
  collection: string
  filter: object
  projection: object
  sort: object
  limit: number
}

interface Profiled extends Pick<Read, 'op'> {
  ns: string
  command: { filter?: object; projection?: object; sort?: object; limit?: number }
}

/**
 * What organization and membership read of some collections while a work is done, service by service in order, as their databases' own profiler
 * says. The relays look there from time to time for outboxes left behind, which is left out.
 */
export async function readsDuring(
  site: Site,
  databasePrefix: string,
  collections: readonly string[],
  work: () => Promise<unknown>,
): Promise<Read[]> {
  const databases = ['organization', 'membership'].map((service) => site.database(databasePrefix + service))
  for (const database of databases) {
    await database.setProfilingLevel('off')
    await database.dropCollection('system.profile')
    await database.setProfilingLevel('all')
  }
  await work()
  for (const database of databases) await database.setProfilingLevel('off')
  const ns = { $in: databases.flatMap(({ databaseName }) => collections.map((name) => `${databaseName}.${name}`)) }
  const asked = { ns, op: { $in: ['query', 'getmore'] as const } }
  const found = await Promise.all(
    databases.map((database) => database.collection<Profiled>('system.profile').find(asked).sort({ ts: 1 }).toArray()),
  )
  const ours = found.flat().filter(({ command: { filter = {} } }) => !('log.pendingAt' in filter))
  return ours.map(({ op, ns: place, command: { filter = {}, projection = {}, sort = {}, limit = 0 } }) => {
    const [database = '', collection = ''] = place.split('.')
    return { op, database, collection, filter, projection, sort, limit }
  })
}
