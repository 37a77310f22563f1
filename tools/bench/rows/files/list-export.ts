import type { mongo } from 'mongoose'
import { request } from 'undici'
import type { Row } from '../../row'
import { listOfCity, ROWS_OF_CITY } from '../../data/city-list'
import { memoryOf } from '../../sides/metrics'
import { perSecond } from '../../sides/work'

const PREFIX = '6900'
/** So many more of the same city, each under another code. */
const MORE_CITIES = 9
const ROWS = ROWS_OF_CITY * (MORE_CITIES + 1)
/** Of the answer's pieces; memory is looked at after so many. */
const PIECES_BETWEEN = 20
const ROOT = `${PREFIX}00`

interface AreaDocument {
  _id: string
  code: string
  path: string[]
}

/**
 * A list of areas as a file, as it comes through the gateway. Raw: a cursor over the same documents, each written as JSON. Memory is what
 * gateway and service hold at most on the way, beyond what they held before.
 */
export const listExport: Row = {
  number: 9,
  async prepare(site) {
    const { rig, session } = await site.apps()
    const places = site.database(`${rig.settings.databasePrefix}organization`).collection<AreaDocument>('areas')
    const organization = rig.processes.organization.url
    await importCity(organization, await rig.authorization())
    await repeatCity(places)
    const held = async () => (await memoryOf(rig.gateway)) + (await memoryOf(organization))
    let grown = Number.NaN
    return {
      sizes: `${ROWS} areas a round`,
      sides: {
        gateway: async () => {
          const [before, from] = [await held(), performance.now()]
          const url = `${rig.gateway}/files/organization/areas?within=${ROOT}`
          const { statusCode, body } = await request(url, { headers: { authorization: `Bearer ${session}` } })
          if (statusCode !== 200) throw new Error(`the list was not given: ${statusCode} ${await body.text()}`)
          let [lines, pieces, most] = [0, 0, before]
          for await (const piece of body as AsyncIterable<Buffer>) {
            for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines += 1
            if (++pieces % PIECES_BETWEEN === 0) most = Math.max(most, await held())
          }
          grown = most - before
          return perSecond(counted(lines - 1), from)
        },
        raw: async () => {
          const from = performance.now()
          let rows = 0
          for await (const document of places.find({ path: ROOT }, { projection: { log: 0 }, sort: { _id: 1 } }))
            rows += JSON.stringify(document).length > 0 ? 1 : 0
          return perSecond(counted(rows), from)
        },
        memory: () => Promise.resolve(grown),
        none: () => Promise.resolve(0),
      },
      lines: [
        { name: 'export of a list', unit: 'rows/s', ours: 'gateway', theirs: 'raw', aim: { ratioAtLeast: 0.5 } },
        { name: 'memory that an export adds', unit: 'MiB', ours: 'memory', theirs: 'none', aim: { oursAtMost: 100 } },
      ],
      end: async () => {
        await places.deleteMany({ path: ROOT })
      },
    }
  },
}

/** Puts more cities below the first one's root, so that one list holds them all. */
async function repeatCity(places: mongo.Collection<AreaDocument>): Promise<void> {
  const city = await places.find({ path: ROOT }).toArray()
  for (let place = 1; place <= MORE_CITIES; place++) {
    const coded = (code: string) => code.replace(PREFIX, String(Number(PREFIX) + place))
    const more = city.map((area) => ({ ...area, _id: coded(area._id), code: coded(area.code), path: [ROOT, ...area.path.map(coded)] }))
    await places.insertMany(more, { ordered: false })
  }
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
  if (rows !== ROWS) throw new Error(`${rows} rows of ${ROWS}`)
  return rows
}
