import { UnitEstablished } from '@sizhang/contracts'
import { type AggregateDocument, type KafkaSettings, type RawRecord, Relay, replay } from '@sizhang/messaging'
import type { mongo } from 'mongoose'
import pino from 'pino'
import { Registry } from 'prom-client'
import { v7 as uuidv7 } from 'uuid'
import type { Site } from '../site'

export const UNITS = 'organization.units'
/** So many aggregates wait in a relay; the rest stays in the database. */
export const A_RELAY_HOLDS = 10_000
const A_DAY_MS = 24 * 3_600_000
export const quiet = pino({ level: 'silent' })

/** So many new units, each with the fact that it was established in its outbox. */
export function savedUnits(count: number): AggregateDocument[] {
  return Array.from({ length: count }, () => {
    const unitId = uuidv7()
    const place = { serves: 'TOWN' as const, area: '320211001', path: ['32', '3202', '320211', '320211001'], covers: ['320211001'] }
    const unit = { unitId, unitType: 'TOWN', ...place, parentId: null, mode: 'OWN' as const, hostId: null, from: '2018-06-11' }
    const time = new Date()
    const said = { id: uuidv7(), actor: uuidv7(), unit: unitId, correlationid: uuidv7(), causationid: unitId }
    const entry = { seq: 1, time, ...said, ...UnitEstablished.of(unit) }
    return { _id: unitId, version: 1, log: { seq: 1, outbox: [entry], pendingAt: time, commands: [] } }
  })
}

/** A relay of the organization service, started. */
export function startedRelay(kafka: KafkaSettings, units: mongo.Collection<AggregateDocument>): Relay {
  // What is published here is not stored: a look at the database would find it older than its log, and publish nothing more.
  const relay = new Relay({ kafka, source: '/sizhang/organization', logger: quiet, registry: new Registry(), compareEvery: A_DAY_MS })
  relay.watch(units, UNITS)
  relay.start()
  return relay
}

/** Hands over all documents and waits until their events are published and cleared. */
export async function publish(relay: Relay, units: mongo.Collection<AggregateDocument>, documents: AggregateDocument[]): Promise<void> {
  for (const { _id, log } of documents) relay.handOver(units, _id, log.outbox)
  await relay.settled()
}

/** What a topic holds, byte for byte. */
export async function recordsIn(kafka: KafkaSettings): Promise<RawRecord[]> {
  const records: RawRecord[] = []
  await replay({ kafka, logger: quiet, topic: UNITS }, ({ raw }) => void records.push(raw))
  return records
}

/** A new topic of units that holds so many facts, one an aggregate. */
export async function filledTopic(site: Site, count: number): Promise<KafkaSettings> {
  const kafka = site.kafka()
  const units = site.database().collection<AggregateDocument>('units')
  const relay = startedRelay(kafka, units)
  for (let left = count; left > 0; left -= A_RELAY_HOLDS) await publish(relay, units, savedUnits(Math.min(left, A_RELAY_HOLDS)))
  await relay.drain()
  return kafka
}
