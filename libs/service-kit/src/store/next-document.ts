import { unpublished, type OutboxEntry } from '@sizhang/messaging'
import mongoose from 'mongoose'
import { v7 as uuidv7 } from 'uuid'
import type { AuditedDocument } from '../audit/audit'
import type { AuditEntry } from '../audit/chain-links'
import type { Caller } from '../caller/caller'
import { Rejected, type Decision } from '../rules'
import { hashOf, type Command } from './command'
import type { Stored } from './store-parts'

/** An aggregate's document: its state with id, version and log. */
export type Document<State> = AuditedDocument & State

/** What a document was before a command; version 0 with an empty log: it was not. */
export type Known = Pick<AuditedDocument, '_id' | 'version' | 'log'>

interface Circumstances {
  caller: Caller
  command: Command
  now: Date
  /** The sequence up to which Kafka has the facts; what of the outbox is older is left out. */
  publishedUpTo: number
  /** Entries of the audit that the document keeps until they are chained, this command's own among them. */
  audit?: readonly AuditEntry[]
}

const KEPT_COMMANDS = 32
const MOST_BYTES = 900 * 1024

/** The document as a decision leaves it: state, version, command and new facts in one, to be written at once. Refused when it is too large. */
export function nextDocument<State extends object>(
  known: Known,
  decision: Decision<State>,
  { caller, command, now, publishedUpTo, audit = [] }: Circumstances,
): Document<State> {
  const entries = decision.facts.map(({ type, data }, place): OutboxEntry => ({
    seq: known.log.seq + place + 1,
    id: uuidv7(),
    type,
    time: now,
    data,
    actor: caller.accountId,
    ...(typeof data['unitId'] === 'string' ? { unit: data['unitId'] } : {}),
    correlationid: caller.correlationId,
    causationid: command.commandId,
    ...(caller.traceparent ? { traceparent: caller.traceparent } : {}),
  }))
  const seq = known.log.seq + entries.length
  const outbox = [...unpublished(known.log.outbox, publishedUpTo), ...entries]
  const before = command.forgets ? [] : known.log.commands
  const commands = [...before, { id: command.commandId.toLowerCase(), hash: hashOf(command), seq }].slice(-KEPT_COMMANDS)
  const log = { seq, outbox, commands, ...(outbox.length > 0 ? { pendingAt: now } : {}), ...(audit.length > 0 ? { audit } : {}) }
  const document = { ...decision.state, _id: known._id, version: known.version + 1, log } as Document<State>
  const size = mongoose.mongo.BSON.calculateObjectSize(document)
  if (size > MOST_BYTES) throw new Rejected('RECORD_TOO_LARGE', { size, max: MOST_BYTES })
  return document
}

/** What an aggregate was before its first command. */
export function unborn(id: string): Known {
  return { _id: id, version: 0, log: { seq: 0, outbox: [], commands: [] } }
}

/** The state of a document, with id and version and without its log. */
export function withoutLog<State extends object>({ log: _, ...state }: Document<State>): Stored<State> {
  return state as unknown as Stored<State>
}
