import type { Relay } from '@sizhang/messaging'
import type { Schema } from 'mongoose'
import type { Audit } from '../audit/audit'
import type { Calendar } from '../operation/calendar'
import type { Database } from '../operation/database'
import type { RefusalCode } from '../refusals'
import type { Place } from '../rights/reach'
import type { RecordKind } from '../rights/record-rights'

/** A state as it is read: with id and version, without its log. */
export type Stored<State> = State & { _id: string; version: number }

/** What a command did. `state` is what was decided; after a repeated command it is what stands now. */
export interface Written<State> {
  id: string
  version: number
  mark: string
  state: State
}

/** What a store is made of: the database, the relay, the clock and the audit of its service. */
export class StoreParts {
  constructor(
    readonly database: Database,
    readonly relay: Relay,
    readonly calendar: Calendar,
    readonly audit: Audit,
  ) {}
}

/** What a store keeps, and how. */
export interface StoreOptions {
  /** Collection, and the kind of records in the verbs of rights. */
  name: RecordKind
  /** Where the records lie, which bounds who sees and changes them; null: they are for everybody with the right to their kind. */
  place: Place | null
  /** Kafka topic of the aggregate's facts. */
  topic: string
  schema: Schema
  /** Unique business keys: index name → the refusal of the second who takes the key, and the input field it came from. */
  unique?: Record<string, { code: RefusalCode; field: string }>
}
