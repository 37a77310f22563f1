import { AppProcess, type App, dropDatabases, services, until } from '@sizhang/engines'
import mongoose, { type Connection } from 'mongoose'
import type { Rig } from '../rig/rig'
import type { FactsInLog } from './facts-in-log'
import { aggregatesIn, type Databases } from './states'

type Service = (typeof services)[number]

/** Whose facts each service follows. */
const FOLLOWED: Record<Service, readonly string[]> = {
  organization: ['membership.appointments'],
  membership: ['organization.bodies', 'organization.employers', 'organization.units'],
  activity: ['membership.appointments', 'organization.areas', 'organization.units'],
  reporting: [
    'activity.activities',
    'membership.appointments',
    'membership.persons',
    'organization.areas',
    'organization.bodies',
    'organization.units',
  ],
}

const CAUGHT_UP_WITHIN = 60_000

interface Position {
  _id: string
  seq?: number
}

/** Waits until the read models of each service stand where the log ends; says which aggregates do not, and what is parked beyond what is expected. */
export async function readModels(databases: Databases, facts: FactsInLog, parkedByTrial: boolean): Promise<string[]> {
  const findings: string[] = []
  for (const service of services) {
    const database = databases[service]
    if (!database) continue
    await until(async () => (await behind(database, service, facts)).length === 0, { within: CAUGHT_UP_WITHIN, every: 200 })
    const late = await behind(database, service, facts)
    if (late.length > 0) findings.push(...late.slice(0, 5), `${service}: the read models are behind at ${late.length} aggregates`)
    const parked = parkedByTrial ? [] : await database.collection<{ _id: string; reason: string }>('parked').find().toArray()
    findings.push(...parked.slice(0, 5).map(({ _id, reason }) => `${service} has parked ${_id}: ${reason}`))
  }
  return findings
}

async function behind(database: Connection, service: Service, { last }: FactsInLog): Promise<string[]> {
  const positions = new Map<string, number>()
  for await (const { _id, seq } of database.collection<Position>('positions').find()) if (seq !== undefined) positions.set(_id, seq)
  const findings: string[] = []
  for (const [key, seq] of last) {
    if (!FOLLOWED[service].includes(key.slice(0, key.indexOf('/')))) continue
    if (positions.get(key) !== seq) findings.push(`${service} has applied ${key} up to ${positions.get(key) ?? 0} of ${seq}`)
  }
  return findings
}

/**
 * Has each service build its read models anew from the first record into an empty database, by the product's own bundle, and compares them
 * with the live ones, document by document.
 */
export async function rebuilt(rig: Rig, client: Connection, facts: FactsInLog): Promise<string[]> {
  const findings: string[] = []
  const { settings } = rig
  const prefix = `${settings.databasePrefix}again_`
  for (const service of services) {
    await rig.processes[service].stop()
    const again = new AppProcess(service, { ...settings, home: `${settings.home}/again`, databasePrefix: prefix })
    // It is never ready: its database lacks what the log holds of its own aggregates, so it only reads.
    again.start()
    const fresh = client.useDb(prefix + service)
    const there = await until(async () => (await behind(fresh, service, facts)).length === 0, { within: CAUGHT_UP_WITHIN, every: 200 })
    if (!there) findings.push(`${service}: a new build of the read models did not come to the end of the log`)
    await again.stop()
    findings.push(...(await differences(service, client.useDb(`${settings.databasePrefix}${service}`), fresh)))
    rig.processes[service].start()
    await rig.processes[service].whenReady()
  }
  await dropDatabases(settings.mongoUri, prefix)
  return findings
}

async function differences(service: App, live: Connection, fresh: Connection): Promise<string[]> {
  const own = new Set([...(await aggregatesIn(live)), 'positions', 'parked', 'parked_waiting', 'accounts', 'sessions'])
  const names = (await fresh.listCollections()).map(({ name }) => name).filter((name) => !own.has(name))
  const findings: string[] = []
  for (const name of names) {
    const [one, other] = [await documentsOf(live, name), await documentsOf(fresh, name)]
    for (const [id, built] of other)
      if (one.get(id) !== built) findings.push(`${service}.${name} ${id} is ${one.get(id) ?? 'missing'}, by the log ${built}`)
    for (const id of one.keys()) if (!other.has(id)) findings.push(`${service}.${name} ${id} is in no record of the log`)
  }
  return findings.slice(0, 10)
}

async function documentsOf(database: Connection, name: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for await (const document of database.collection(name).find())
    found.set(String(document._id), JSON.stringify(inOrder(JSON.parse(mongoose.mongo.BSON.EJSON.stringify(document)))))
  return found
}

/** The order of fields tells nothing: several facts may have been folded into one write. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, inOrder(part)]),
  )
}
