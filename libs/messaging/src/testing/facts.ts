import { UnitDissolved, UnitEstablished, type Fact } from '@sizhang/contracts'
import { v7 as uuidv7 } from 'uuid'
import type { AggregateDocument, OutboxEntry } from '../outbox/log'
import { recordOf } from '../outbox/record'

export const UNITS = 'organization.units'

/** A unit was established, on a day that may tell one fact from the next. */
export function established(unitId: string, from = '2018-06-11'): Fact {
  const place = { serves: 'TOWN' as const, area: '320211001', path: ['32', '3202', '320211', '320211001'], covers: ['320211001'] }
  return UnitEstablished.of({ unitId, unitType: 'TOWN_ASSOCIATION', ...place, parentId: null, mode: 'OWN', hostId: null, from })
}

export function dissolved(unitId: string, on = '2026-01-01'): Fact {
  return UnitDissolved.of({ unitId, unitType: 'TOWN_ASSOCIATION', area: '320211001', path: [], on })
}

/** The fact as its aggregate keeps it until it is published. */
export function entry(seq: number, { type, data }: Fact): OutboxEntry {
  return { seq, id: uuidv7(), type, time: new Date(), data, actor: uuidv7(), correlationid: uuidv7() }
}

/** The fact as it stands in Kafka. */
export function recordIn(unitId: string, seq: number, fact: Fact = established(unitId)): { key: string; value: string } {
  const { value } = recordOf(entry(seq, fact), unitId, '/sizhang/organization')
  return { key: unitId, value: String(value) }
}

/** A unit's document right after a command that added these facts. */
export function saved(unitId: string, outbox: OutboxEntry[], pendingAt = new Date()): AggregateDocument {
  const seq = outbox.at(-1)?.seq ?? 0
  return { _id: unitId, version: seq, log: { seq, outbox, pendingAt, commands: [] } }
}
