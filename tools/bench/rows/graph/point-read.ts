import { atShare } from '../../../latency/spread'
import { Requests } from '../../sides/requests'
import type { Row } from '../../row'
import { timesOf } from '../../sides/work'

const READS = 500

/** One unit by its id: through the gateway, signed in, and by the raw driver. */
export const pointRead: Row = {
  number: 3,
  async prepare(site) {
    const { rig, session } = await site.apps()
    const gateway = new Requests(rig.gateway, () => Promise.resolve(`Bearer ${session}`))
    const units = site.database(`${rig.settings.databasePrefix}organization`).collection<{ _id: string }>('units')
    const ids = (await units.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id)
    const idAt = (place: number) => ids[place % ids.length] ?? ''
    const median = async (work: (id: string) => Promise<unknown>) => atShare(await timesOf(READS, (place) => work(idAt(place))), 0.5)
    return {
      sizes: `${READS} reads a round, one after the other, of ${ids.length} units`,
      sides: {
        gateway: () => median((id) => gateway.ask('query ($id: ID!) { unit(id: $id) { id name from version } }', { id })),
        raw: () => median((id) => units.findOne({ _id: id })),
      },
      lines: [{ name: 'gateway point read, p50', unit: 'ms', ours: 'gateway', theirs: 'raw', aim: { ratioAtMost: 4 } }],
      end: () => gateway.close(),
    }
  },
}
