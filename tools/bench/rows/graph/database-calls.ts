import { readsDuring } from '../../bounds/reads'
import { Requests } from '../../sides/requests'
import type { Row } from '../../row'

const UNITS = 200
const QUERY = `{ units(type: "SOCIETY", first: ${UNITS}) { nodes {
  name parent { name } bodies { terms { seats { title holders { person { name } } } } }
} } }`
/** Units, the units above them, their bodies with the seats, who holds these, and their names. */
const LEVELS = 5
const ASKED = ['units', 'bodies', 'appointments', 'persons']

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
        gateway: async () => (await readsDuring(site, rig.settings.databasePrefix ?? '', ASKED, () => gateway.ask(QUERY))).length,
        levels: () => Promise.resolve(LEVELS),
      },
      lines: [{ name: 'database calls of a nested list', unit: 'calls', ours: 'gateway', theirs: 'levels', aim: { ratioAtMost: 1 } }],
      end: () => gateway.close(),
    }
  },
}
