import { Requests } from '../../sides/requests'
import type { Row } from '../../row'
import type { Site } from '../../site'

const UNITS = 200
const QUERY = `{ units(type: "SOCIETY", first: ${UNITS}) { nodes {
  name parent { name } bodies { terms { seats { title holders { person { name } } } } }
} } }`
/** Units, the units above them, their bodies with the seats, who holds these, and their names. */
const LEVELS = 5

/** One question through the gateway; the databases' own profiler says what it cost. */
export const databaseCalls: Row = {
  number: 14,
  async prepare(site) {
    const { rig, session } = await site.network()
    const gateway = new Requests(rig.gateway, () => Promise.resolve(`Bearer ${session}`))
    return {
      sizes: `${UNITS} units with parent, seats and holders`,
      rounds: 5,
      sides: {
        gateway: () => callsDuring(site, rig.settings.databasePrefix ?? '', () => gateway.ask(QUERY)),
        levels: () => Promise.resolve(LEVELS),
      },
      lines: [{ name: 'database calls of a nested list', unit: 'calls', ours: 'gateway', theirs: 'levels', aim: { ratioAtMost: 1 } }],
      end: () => gateway.close(),
    }
  },
}

const ASKED = ['units', 'bodies', 'appointments', 'persons']

/** Counts the reads of what was asked for; the relays look there from time to time for outboxes left behind, which is left out. */
async function callsDuring(site: Site, databasePrefix: string, work: () => Promise<unknown>): Promise<number> {
  const databases = ['organization', 'membership'].map((service) => site.database(databasePrefix + service))
  for (const database of databases) {
    await database.setProfilingLevel('off')
    await database.dropCollection('system.profile')
    await database.setProfilingLevel('all')
  }
  await work()
  for (const database of databases) await database.setProfilingLevel('off')
  const ns = { $in: databases.flatMap(({ databaseName }) => ASKED.map((name) => `${databaseName}.${name}`)) }
  const reads = { ns, op: { $in: ['query', 'getmore'] }, 'command.filter.log.pendingAt': { $exists: false } }
  const counts = await Promise.all(databases.map((database) => database.collection('system.profile').countDocuments(reads)))
  return counts.reduce((sum, count) => sum + count, 0)
}
