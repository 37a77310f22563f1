import { until } from '@sizhang/engines'
import type { mongo } from 'mongoose'
import { request } from 'undici'
import { AllWrites } from '../../bounds/all-writes'
import { Alone } from '../../sides/alone'
import type { Site } from '../../site'
import type { Row } from '../../row'
import { listOfCity, ROWS_OF_CITY } from '../../data/city-list'
import { perSecond } from '../../sides/work'

const FOLLOWED_WITHIN_MS = 120_000
/** Documents of one write of the bound, of which two are under way. */
const A_HEAP = 1_000

/**
 * A city's list of areas, another one each time, into an empty collection: by the organization service without the others, and through the
 * gateway while all services follow. What follows from it is waited for, and not counted. Raw: the documents that an import leaves, in one
 * `insertMany` without any index. The bound: with the collection's indexes; through the gateway, with all that follows written too. No list is read.
 */
export const areaImport: Row = {
  number: 8,
  async prepare(site) {
    const city = await site.apps()
    const { rig, session } = city
    const alone = await Alone.start(site, 'organization', site.kafka())
    const [places, placesAlone] = [areasIn(site, rig.settings, 'organization'), areasIn(site, alone, 'organization')]
    const kept = await places.find().toArray()
    let cities = 0
    const imported = async (into: Areas, url: string, authorization: string, followed: (prefix: string) => Promise<boolean>) => {
      await into.deleteMany({})
      const prefix = String(7_000 + cities++)
      const csv = listOfCity(prefix)
      const from = performance.now()
      const headers = { 'content-type': 'text/csv', authorization }
      const { statusCode, body } = await request(url, { method: 'POST', headers, body: csv, headersTimeout: 0 })
      const rate = perSecond(ROWS_OF_CITY, from)
      const answer = await body.text()
      if (statusCode !== 201) throw new Error(`the list was not taken: ${statusCode} ${answer.slice(0, 300)}`)
      if (!(await until(() => followed(prefix), { within: FOLLOWED_WITHIN_MS, every: 200 }))) throw new Error('the import was not followed')
      return rate
    }
    const service = async () =>
      imported(placesAlone, `${alone.urls[0]}/files/areas`, await alone.authorization(), () => published(placesAlone))
    await service()
    const documents = await placesAlone.find().toArray()
    const all = await AllWrites.of(site, placesAlone, documents[0] ?? null)
    const heaps = Array.from({ length: Math.ceil(documents.length / A_HEAP) }, (_, at) => documents.slice(at * A_HEAP, (at + 1) * A_HEAP))
    const inserted = async () => {
      const left = [...heaps]
      const from = performance.now()
      const some = async () => {
        for (let heap = left.shift(); heap; heap = left.shift()) await all.insertAll(heap)
      }
      await Promise.all([some(), some()])
      return perSecond(ROWS_OF_CITY, from)
    }
    const shown = areasIn(site, rig.settings, 'reporting')
    const reported = async (prefix: string) => (await shown.countDocuments({ _id: { $regex: `^${prefix}` } })) === ROWS_OF_CITY
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
        gateway: () =>
          imported(
            places,
            `${rig.gateway}/files/organization/areas`,
            `Bearer ${session}`,
            async (prefix) => (await published(places)) && (await reported(prefix)),
          ),
        indexed: () => all.empty().then(inserted),
        followed: () => all.empty().then(() => all.followed(inserted)),
      },
      lines: [
        { name: 'import of areas, at the service', ours: 'service', bound: 'indexed' },
        { name: 'import of areas, through the gateway, while all services follow', ours: 'gateway', bound: 'followed' },
      ].map((line) => ({ ...line, unit: 'rows/s', theirs: 'raw', aim: { ratioAtLeast: 0.5 } })),
      end: async () => {
        await Promise.all([alone.stop(), all.close()])
        // The last list stays: without what the log ends with, the service would take its database for an older one, and no more commands.
        await places.insertMany(kept)
      },
    }
  },
}

type Areas = mongo.Collection<{ _id: string }>

function areasIn(site: Site, { databasePrefix = '' }: { databasePrefix?: string }, service: string): Areas {
  return site.database(`${databasePrefix}${service}`).collection<{ _id: string }>('areas')
}

async function published(places: Areas): Promise<boolean> {
  return (await places.countDocuments({ 'log.pendingAt': { $exists: true } })) === 0
}
