import { createHash } from 'node:crypto'
import { causeOf, type ParkedCause, type ParkedGlance } from '@sizhang/messaging'

/** A parked aggregate as the graph shows it. */
export interface ParkedView {
  id: string
  aggregate: string | null
  topic: string
  partition: number
  offset: number
  reason: ParkedCause
  since: Date
  waiting: number
  retrying: boolean
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const AREA_CODE = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/

/**
 * What of a parked aggregate may be shown. Whoever put the record into Kafka may have written anything into it, a name or a phone number as
 * well: so neither its bytes nor a reason that repeats them go out, and of its key only what has the form of an id.
 */
export function parkedView(service: string, parked: ParkedGlance): ParkedView {
  const { key, topic, partition, offset, reason, at, waiting, wished } = parked
  const named = key.slice(topic.length + 1)
  const isId = key.startsWith(`${topic}/`) && (UUID.test(named) || (topic === 'organization.areas' && AREA_CODE.test(named)))
  const place = { topic, partition, offset }
  return {
    id: opaqueId(service, key),
    aggregate: isId ? named : null,
    ...place,
    reason: causeOf(reason),
    since: at,
    waiting,
    retrying: wished,
  }
}

/** Several services may set the same aggregate aside: the id is of one of them. */
export function opaqueId(service: string, key: string): string {
  return createHash('sha256').update(`${service} ${key}`).digest('base64url').slice(0, 22)
}
