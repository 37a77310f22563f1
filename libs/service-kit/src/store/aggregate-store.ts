import type { AggregateDocument, AggregateLog, OutboxEntry, Relay } from '@sizhang/messaging'
import { existing, outboxFull, unpublished } from '@sizhang/messaging'
import mongoose, { type Model, type Schema } from 'mongoose'
import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '../caller/caller'
import { Rejected, type Decision } from '../rules'
import type { Calendar } from '../operation/calendar'
import type { Database } from '../operation/database'
import type { RefusalCode } from '../refusals'
import { checkVersion, commandIdOf, hashOf, type Command } from './command'
import { markText } from './marks'

/** A state as it is read: with id and version, without its log. */
export type Stored<State> = State & { _id: string; version: number }

/** What a command did. `state` is what was decided; after a repeated command it is what stands now. */
export interface Written<State> {
  id: string
  version: number
  mark: string
  state: State
}

/** What a store is made of: the database, the relay and the clock of its service. */
export class StoreParts {
  constructor(
    readonly database: Database,
    readonly relay: Relay,
    readonly calendar: Calendar,
  ) {}
}

interface StoreOptions {
  /** Collection. */
  name: string
  /** Kafka topic of the aggregate's facts. */
  topic: string
  schema: Schema
  /** Unique business keys: index name → the refusal of the second who takes the key, and the input field it came from. */
  unique?: Record<string, { code: RefusalCode; field: string }>
}

type Document<State> = AggregateDocument & State

const KEPT_COMMANDS = 32
const MOST_BYTES = 900 * 1024
const MOST_TRIES = 60
const BULK = 500
/** The driver asks for a hundred rows first and then again for the rest; a page comes in one answer. */
const ROWS_AN_ANSWER = 5_000
/** What is handed on heap by heap is small enough to be forgotten before it grows old in memory. */
const ROWS_A_HEAP = 500
/** Reads leave the log out. */
export const WITHOUT_LOG = { log: 0 } as const

/**
 * One aggregate's documents. A command loads one, checks the caller, decides by a pure function, and writes state, version,
 * command id and new events in one compare-and-set: nothing can be saved without its event, or the reverse (design §4).
 */
export class AggregateStore<State extends object> {
  // Mongoose's types over a type parameter take the compiler minutes: states are typed on the way out.
  protected readonly model: Model<AggregateDocument>
  private readonly topic: string
  private readonly unique: NonNullable<StoreOptions['unique']>

  constructor(
    private readonly parts: StoreParts,
    options: StoreOptions,
  ) {
    const { connection } = parts.database
    options.schema.set('strict', false)
    this.model = connection.model<AggregateDocument>(options.name, options.schema, options.name)
    this.topic = options.topic
    this.unique = options.unique ?? {}
    parts.relay.watch(this.collection, options.topic)
  }

  /** The business day. */
  protected today(): string {
    return this.parts.calendar.today()
  }

  /**
   * Creates an aggregate; its id is the command's. The same command again gives the first answer; with another input it is refused.
   * That it came before is looked for only where it is refused or its id is taken: nearly all come once.
   */
  async create(caller: Caller, command: Command, decide: (id: string) => Decision<State>): Promise<Written<State>> {
    this.checkMayWrite(caller)
    const id = commandIdOf(command)
    try {
      const written = await this.insertOnce(caller, id, command, decide(id))
      if (written) return written
      throw new Rejected('UNAVAILABLE')
    } catch (error) {
      if (!(await this.load(id))) throw error
      return this.repeated(id, command)
    }
  }

  /**
   * Changes an aggregate. `decide` may run again when somebody else wrote meanwhile.
   * With `initial` the aggregate comes into being by its first command; without it an unknown id is refused.
   */
  async update(
    id: string,
    caller: Caller,
    command: Command,
    decide: (state: Stored<State>) => Decision<State>,
    initial?: State,
  ): Promise<Written<State>> {
    this.checkMayWrite(caller)
    const commandId = commandIdOf(command)
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const known = await this.load(id)
      if (known?.log.commands.some((kept) => kept.id === commandId)) return this.repeated(id, command)
      const state = known ? withoutLog(known) : initial && ({ ...initial, _id: id, version: 0 } as Stored<State>)
      if (!state) throw new Rejected('NOT_FOUND', { value: id })
      checkVersion(command, state.version)
      const decision = decide(state)
      const written = known ? await this.replace(caller, known, command, decision) : await this.insertOnce(caller, id, command, decision)
      if (written) return written
    }
    throw new Rejected('UNAVAILABLE')
  }

  /**
   * Creates many aggregates under one command, in bulk; those that exist already stay as they are, so the command may be sent again after a crash.
   * Answers how many were new.
   */
  protected async createMany(
    caller: Caller,
    command: Command,
    created: readonly { id: string; decision: Decision<State> }[],
  ): Promise<number> {
    this.checkMayWrite(caller)
    commandIdOf(command)
    let count = 0
    for (let from = 0; from < created.length; from += BULK) {
      const documents = created.slice(from, from + BULK).map(({ id, decision }) => this.first(caller, id, command, decision))
      const taken = await this.insertNew(documents)
      for (const document of documents)
        if (!taken.has(document._id)) this.parts.relay.handOver(this.collection, document._id, document.log.outbox)
      count += documents.length - taken.size
    }
    return count
  }

  /** One aggregate by id; null when there is none. */
  async find(caller: Caller, id: string): Promise<Stored<State> | null> {
    this.checkMayRead(caller)
    return (await this.model.findOne({ _id: id }, WITHOUT_LOG).lean()) as unknown as Stored<State> | null
  }

  /** Aggregates by id, in no order. */
  async findMany(caller: Caller, ids: readonly string[]): Promise<Stored<State>[]> {
    return this.findWhere(caller, { _id: { $in: ids } })
  }

  /** Aggregates by a database filter. The caller's reach is added here, so that no question can forget it. */
  protected async findWhere(
    caller: Caller,
    filter: Record<string, unknown>,
    options: { sort?: Record<string, 1 | -1>; limit?: number } = {},
  ): Promise<Stored<State>[]> {
    this.checkMayRead(caller)
    const query = this.model.find(filter as never, WITHOUT_LOG).batchSize(ROWS_AN_ANSWER)
    if (options.sort) query.sort(options.sort)
    if (options.limit) query.limit(options.limit)
    return (await query.lean()) as unknown as Stored<State>[]
  }

  /** The same, however many: in heaps as the database hands them out, so that never more than one is held. Refuses at once, not at the first heap. */
  protected eachWhere(caller: Caller, filter: Record<string, unknown>, sort: Record<string, 1 | -1>): AsyncGenerator<Stored<State>[]> {
    this.checkMayRead(caller)
    return this.heapsOf(this.collection.find(filter, { projection: WITHOUT_LOG, sort, batchSize: ROWS_A_HEAP }))
  }

  private async *heapsOf(cursor: mongoose.mongo.FindCursor): AsyncGenerator<Stored<State>[]> {
    try {
      while (await cursor.hasNext()) yield cursor.readBufferedDocuments() as Stored<State>[]
    } finally {
      await cursor.close()
    }
  }

  private get collection(): mongoose.mongo.Collection<AggregateDocument> {
    return this.model.collection as unknown as mongoose.mongo.Collection<AggregateDocument>
  }

  private checkMayWrite(caller: Caller): void {
    if (this.parts.relay.databaseOutdated) throw new Rejected('DATABASE_OUTDATED')
    if (!caller.roles.includes('ADMINISTRATOR')) throw new Rejected('FORBIDDEN')
  }

  private checkMayRead(caller: Caller): void {
    if (!caller.roles.includes('ADMINISTRATOR')) throw new Rejected('FORBIDDEN')
  }

  private async load(id: string): Promise<Document<State> | null> {
    return (await this.collection.findOne({ _id: id })) as Document<State> | null
  }

  private first(caller: Caller, id: string, command: Command, decision: Decision<State>): Document<State> {
    const log: AggregateLog = { seq: 0, outbox: [], commands: [] }
    return this.next(caller, { ...decision.state, _id: id, version: 0, log }, command, decision)
  }

  /** Inserts in bulk; answers the ids that were there before. */
  private async insertNew(documents: Document<State>[]): Promise<Set<string>> {
    try {
      await this.collection.insertMany(documents, { ordered: false })
      return new Set()
    } catch (error) {
      const there = existing(error)
      if (!there) throw error
      return new Set([...there].map((index) => documents[index]?._id ?? ''))
    }
  }

  private async insertOnce(caller: Caller, id: string, command: Command, decision: Decision<State>): Promise<Written<State> | undefined> {
    const document = this.first(caller, id, command, decision)
    try {
      await this.collection.insertOne(document)
    } catch (error) {
      if (isDuplicate(error, '_id_')) return undefined
      throw this.refusalOfDuplicate(error)
    }
    return this.answer(document, decision)
  }

  private async replace(
    caller: Caller,
    known: Document<State>,
    command: Command,
    decision: Decision<State>,
  ): Promise<Written<State> | undefined> {
    if (outboxFull(known.log.outbox)) throw new Rejected('UNAVAILABLE')
    const document = this.next(caller, known, command, decision)
    const { matchedCount } = await this.collection
      .replaceOne({ _id: known._id, version: known.version }, document)
      .catch((error: unknown) => Promise.reject(this.refusalOfDuplicate(error)))
    return matchedCount === 1 ? this.answer(document, decision) : undefined
  }

  private next(caller: Caller, known: Document<State>, command: Command, decision: Decision<State>): Document<State> {
    const entries = decision.facts.map(({ type, data }, place): OutboxEntry => ({
      seq: known.log.seq + place + 1,
      id: uuidv7(),
      type,
      time: this.parts.calendar.now(),
      data,
      actor: caller.accountId,
      ...(typeof data['unitId'] === 'string' ? { unit: data['unitId'] } : {}),
      correlationid: caller.correlationId,
      causationid: command.commandId,
      ...(caller.traceparent ? { traceparent: caller.traceparent } : {}),
    }))
    const seq = known.log.seq + entries.length
    const waiting = unpublished(known.log.outbox, this.parts.relay.publishedUpTo(this.collection, known._id))
    const outbox = [...waiting, ...entries]
    const commands = [...known.log.commands, { id: command.commandId.toLowerCase(), hash: hashOf(command), seq }].slice(-KEPT_COMMANDS)
    const log = { seq, outbox, commands, ...(outbox.length > 0 ? { pendingAt: this.parts.calendar.now() } : {}) }
    const document = { ...decision.state, _id: known._id, version: known.version + 1, log } as Document<State>
    const size = mongoose.mongo.BSON.calculateObjectSize(document)
    if (size > MOST_BYTES) throw new Rejected('RECORD_TOO_LARGE', { size, max: MOST_BYTES })
    return document
  }

  private answer(document: Document<State>, decision: Decision<State>): Written<State> {
    const { _id: id, version, log } = document
    this.parts.relay.handOver(this.collection, id, log.outbox)
    return { id, version, mark: markText({ topic: this.topic, id, seq: log.seq }), state: decision.state }
  }

  /** The answer to a command that was carried out before, never a kept one: read anew, of what no fail-over takes back. */
  private async repeated(id: string, command: Command): Promise<Written<State>> {
    const known = (await this.collection.findOne({ _id: id }, { readConcern: 'majority' })) as Document<State> | null
    const commandId = commandIdOf(command)
    const kept = known?.log.commands.find((one) => one.id === commandId)
    // Of many commands an aggregate forgets the first, but not its id, which was that one's.
    if (!known || (!kept && id !== commandId)) throw new Rejected('UNAVAILABLE')
    if (kept && kept.hash !== hashOf(command)) throw new Rejected('IDEMPOTENCY_KEY_REUSED', { field: 'commandId', value: commandId })
    const mark = markText({ topic: this.topic, id, seq: kept?.seq ?? known.log.seq })
    return { id, version: known.version, mark, state: withoutLog(known) }
  }

  private refusalOfDuplicate(error: unknown): unknown {
    const taken = Object.entries(this.unique).find(([index]) => isDuplicate(error, index))
    return taken ? new Rejected(taken[1].code, { field: taken[1].field }) : error
  }
}

function withoutLog<State extends object>({ log: _, ...state }: Document<State>): Stored<State> {
  return state as unknown as Stored<State>
}

function isDuplicate(error: unknown, index: string): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11_000 && error.message.includes(`index: ${index} `)
}
