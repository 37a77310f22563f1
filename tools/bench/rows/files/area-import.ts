import { until } from '@sizhang/engines'
import { request } from 'undici'
import type { City, Site } from '../../site'
import type { Row } from '../../row'
import { listOfCity, ROWS_OF_CITY } from '../../sides/city-list'
import { perSecond } from '../../sides/work'

const FOLLOWED_WITHIN_MS = 120_000

/**
 * A city's list of areas, another one each time, into an empty collection: at the service and through the gateway. What follows from it in
 * other services is waited for, and not counted. Raw: the documents that an import leaves, in one `insertMany` without any index.
 */
export const areaImport: Row = {
  number: 8,
  async prepare(site) {
    const city = await site.apps()
    const { rig, session } = city
    const places = areasIn(site, city, 'organization')
    const kept = await places.find().toArray()
    let cities = 0
    const imported = async (url: string, authorization: string) => {
      await places.deleteMany({})
      const prefix = String(7_000 + cities++)
      const csv = listOfCity(prefix)
      const from = performance.now()
      const headers = { 'content-type': 'text/csv', authorization }
      const { statusCode, body } = await request(url, { method: 'POST', headers, body: csv, headersTimeout: 0 })
      const rate = perSecond(ROWS_OF_CITY, from)
      const answer = await body.text()
      if (statusCode !== 201) throw new Error(`the list was not taken: ${statusCode} ${answer.slice(0, 300)}`)
      await haveFollowed(site, city, prefix)
      return rate
    }
    const service = async () => imported(`${rig.processes.organization.url}/files/areas`, await rig.authorization())
    await service()
    const documents = await places.find().toArray()
    return {
      sizes: `${ROWS_OF_CITY} rows a round`,
      rounds: 5,
      sides: {
        service,
        raw: async () => {
          const from = performance.now()
          await site.database().collection<{ _id: string }>('areas').insertMany(documents, { ordered: false })
          return perSecond(ROWS_OF_CITY, from)
        },
        gateway: () => imported(`${rig.gateway}/files/organization/areas`, `Bearer ${session}`),
      },
      lines: [
        { name: 'import of areas, at the service', ours: 'service' },
        { name: 'import of areas, through the gateway', ours: 'gateway' },
      ].map((line) => ({ ...line, unit: 'rows/s', theirs: 'raw', aim: { ratioAtLeast: 0.5 } })),
      end: async () => {
        await places.deleteMany({})
        await places.insertMany(kept)
      },
    }
  },
}

function areasIn(site: Site, { rig }: City, service: string) {
  return site.database(`${rig.settings.databasePrefix}${service}`).collection<{ _id: string }>('areas')
}

/** Waits until all is published and reporting shows it. */
async function haveFollowed(site: Site, city: City, prefix: string): Promise<void> {
  const own = areasIn(site, city, 'organization')
  const shown = areasIn(site, city, 'reporting')
  const published = async () => (await own.countDocuments({ 'log.pendingAt': { $exists: true } })) === 0
  const reported = async () => (await shown.countDocuments({ _id: { $regex: `^${prefix}` } })) === ROWS_OF_CITY
  if (!(await until(async () => (await published()) && (await reported()), { within: FOLLOWED_WITHIN_MS, every: 200 })))
    throw new Error('reporting did not follow the import')
}
