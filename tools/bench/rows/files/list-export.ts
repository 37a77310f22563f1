import { request } from 'undici'
import type { Row } from '../../row'
import { listOfCity, ROWS_OF_CITY } from '../../sides/city-list'
import { memoryOf } from '../../sides/metrics'
import { Requests } from '../../sides/requests'
import { perSecond } from '../../sides/work'

const PREFIX = '6900'
const PAGE = 200
/** Memory is looked at after so many. */
const PAGES_BETWEEN = 10
const ROOT = `${PREFIX}00`
const QUERY = `query ($within: AreaCode!, $after: Cursor) {
  areas(within: $within, first: ${PAGE}, after: $after) { nodes { code name level } pageInfo { hasNextPage endCursor } }
}`

interface Page {
  areas: { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
}

/**
 * A city's areas taken out of the product: page by page through the gateway, which is how whatever exports a list gets its rows. Raw: a cursor
 * over the same documents, each written as JSON. Memory is what gateway and service hold at most on the way, beyond what they held before.
 */
export const listExport: Row = {
  number: 9,
  async prepare(site) {
    const { rig, session } = await site.apps()
    const places = site.database(`${rig.settings.databasePrefix}organization`).collection<{ _id: string }>('areas')
    const organization = rig.processes.organization.url
    await importCity(organization, await rig.authorization())
    const gateway = new Requests(rig.gateway, () => Promise.resolve(`Bearer ${session}`))
    const held = async () => (await memoryOf(rig.gateway)) + (await memoryOf(organization))
    let grown = Number.NaN
    return {
      sizes: `${ROWS_OF_CITY} areas a round, ${PAGE} a page`,
      sides: {
        gateway: async () => {
          const [before, from] = [await held(), performance.now()]
          let after: string | null = null
          let [rows, pages, most] = [0, 0, before]
          do {
            const { areas }: Page = await gateway.ask<Page>(QUERY, { within: ROOT, after })
            for (const row of areas.nodes) rows += JSON.stringify(row).length > 0 ? 1 : 0
            after = areas.pageInfo.hasNextPage ? areas.pageInfo.endCursor : null
            if (++pages % PAGES_BETWEEN === 0 || after === null) most = Math.max(most, await held())
          } while (after !== null)
          grown = most - before
          return perSecond(counted(rows), from)
        },
        raw: async () => {
          const from = performance.now()
          let rows = 0
          const cursor = places.find({ path: ROOT }, { projection: { name: 1, level: 1 }, sort: { _id: 1 } })
          for await (const document of cursor) rows += JSON.stringify(document).length > 0 ? 1 : 0
          return perSecond(counted(rows), from)
        },
        memory: () => Promise.resolve(grown),
        none: () => Promise.resolve(0),
      },
      lines: [
        { name: 'export of a list, page by page', unit: 'rows/s', ours: 'gateway', theirs: 'raw', aim: { ratioAtLeast: 0.5 } },
        { name: 'memory that an export adds', unit: 'MiB', ours: 'memory', theirs: 'none', aim: { oursAtMost: 100 } },
      ],
      end: async () => {
        await gateway.close()
        await places.deleteMany({ path: ROOT })
      },
    }
  },
}

async function importCity(organization: string, authorization: string): Promise<void> {
  const headers = { 'content-type': 'text/csv', authorization }
  const { statusCode, body } = await request(`${organization}/files/areas`, {
    method: 'POST',
    headers,
    body: listOfCity(PREFIX),
    headersTimeout: 0,
  })
  const answer = await body.text()
  if (statusCode !== 201) throw new Error(`the list was not taken: ${statusCode} ${answer.slice(0, 300)}`)
}

function counted(rows: number): number {
  if (rows < ROWS_OF_CITY - 1) throw new Error(`${rows} rows of ${ROWS_OF_CITY}`)
  return rows
}
