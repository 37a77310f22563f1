import { services, until, type App } from '@sizhang/engines'
import { request } from 'undici'
import { commandId } from '../../../demo/chance'
import { GraphClient } from '../../../demo/graph-client'
import { Rig } from '../../../trials/rig/rig'
import { areasIn, CITY, COUNTY, listOfBoth, listsOf, SMALL_COUNTY, townsOf, villagesOf, type County, type Size } from '../../data/country'
import { unitListsOf, unitsIn } from '../../data/country-units'
import { metricOf } from '../../sides/metrics'
import type { Site } from '../../site'

/** What an import takes at most. */
const MOST_ROWS = { areas: 20_000, units: 5_000 }
const FOLLOWED_WITHIN_MS = 1_200_000
const FROM = '2019-01-01'

/** An association, and what stands below it. */
export interface Subtree {
  id: string
  units: number
}

/** The five apps with so many areas, and the units of a city that each size has alike. */
export interface Sized {
  rig: Rig
  /** Milliseconds that each thousand rows of an import took, list by list. */
  perThousand: Record<Listed, number[]>
  /** Of that city: the associations above, and those of its counties. */
  cities: [string, string]
  county: Subtree
  smallCounty: Subtree
}

/** What is imported, in this order. */
export type Listed = 'areas' | 'units'

/** Starts the apps, imports the areas and then the units as a clerk would, and waits until all services have followed. */
export async function sized(site: Site, name: string, size: Size, say: (line: string) => void): Promise<Sized> {
  const rig = await Rig.make({ bench: site.bench, name, seed: 1, short: false, faults: 0, env: { ACCOUNT_REQUESTS_PER_MINUTE: '1000000' } })
  await rig.startApps()
  await imported(rig, 'areas', listOfBoth())
  const inLists = async (listed: Listed, lists: Iterable<{ csv: string; rows: number }>, total: number) => {
    const perThousand: number[] = []
    let rows = 0
    for (const list of lists) {
      const from = performance.now()
      await imported(rig, listed, list.csv)
      perThousand.push(((performance.now() - from) * 1_000) / list.rows)
      rows += list.rows
      say(`  ${name}  ${listed} ${rows} / ${total}  ${Math.round(perThousand.at(-1) ?? 0)} ms a thousand`)
    }
    return perThousand
  }
  const areas = await inLists('areas', listsOf(size, MOST_ROWS.areas), areasIn(size))
  const units = await inLists('units', unitListsOf(size, MOST_ROWS.units), unitsIn(areasIn(size)))
  const alike = await founded(rig)
  await followed(rig)
  return { rig, perThousand: { areas, units }, ...alike }
}

async function imported(rig: Rig, listed: Listed, body: string): Promise<void> {
  const headers = { 'content-type': 'text/csv', authorization: await rig.authorization() }
  const answer = await request(`${rig.gateway}/files/organization/${listed}`, { method: 'POST', headers, body, headersTimeout: 0 })
  const text = await answer.body.text()
  if (answer.statusCode !== 201) throw new Error(`the list was not taken: ${answer.statusCode} ${text.slice(0, 300)}`)
}

async function followed(rig: Rig): Promise<void> {
  const waiting = async (app: App, metric: string) => metricOf(rig.processes[app].url, metric)
  const done = await until(
    async () => {
      const left = await Promise.all([
        waiting('organization', 'sizhang_outbox_depth'),
        ...services.map((service) => waiting(service, 'sizhang_consumer_lag_events')),
      ])
      return left.every((count) => count === 0)
    },
    { within: FOLLOWED_WITHIN_MS, every: 1_000 },
  )
  if (!done) throw new Error('the import was not followed')
}

async function founded(rig: Rig): Promise<Pick<Sized, 'cities' | 'county' | 'smallCounty'>> {
  const client = new GraphClient(rig.gateway, rig.authorization)
  const establish = async (inputs: readonly Record<string, unknown>[]) => {
    const mutation = { name: 'establishUnit', inputType: 'EstablishUnitInput', answer: 'unit { id }' }
    const commands = inputs.map((input, place) => {
      const key = `${String(input['areaCode'])}/${place}`
      return { key, commandId: commandId('country', key), input: { from: FROM, ...input } }
    })
    const answers = await client.send(mutation, commands, () => undefined)
    return commands.map(({ key }) => (answers.get(key)?.['unit'] as { id: string }).id)
  }
  const city = { name: '同样市科协', type: 'CITY', areaCode: CITY }
  const [one = '', other = ''] = await establish([city, city])
  const below = async (county: County): Promise<Subtree> => {
    const [id = ''] = await establish([{ name: '同样区科协', type: 'COUNTY', areaCode: county.code, parentId: one }])
    const towns = townsOf(county)
    const ids = await establish(towns.map((areaCode) => ({ name: '同样镇科协', type: 'TOWN', areaCode, parentId: id })))
    const villages = towns.flatMap((town, place) => villagesOf(town, county).map((areaCode) => ({ areaCode, parentId: ids[place] })))
    await establish(villages.map((village) => ({ name: '同样村科协', type: 'VILLAGE', ...village })))
    return { id, units: 1 + towns.length + villages.length }
  }
  return { cities: [one, other], county: await below(COUNTY), smallCounty: await below(SMALL_COUNTY) }
}
