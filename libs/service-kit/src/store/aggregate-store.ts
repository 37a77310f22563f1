import { setImmediate as othersAnswered } from 'node:timers/promises'
import { outboxFull } from '@sizhang/messaging'
import { entryOf } from '../audit/audit'
import type { AuditEntry } from '../audit/chain-links'
import type { Caller } from '../caller/caller'
import type { Reach } from '../rights/reach'
import type { Verb } from '../rights/verbs'
import { Rejected, type Decision } from '../rules'
import { AggregateReads } from './aggregate-reads'
import { insertInOrder, insertNew } from './bulk'
import { checkVersion, commandIdOf, hashOf, type Command } from './command'
import { markText } from './marks'
import { nextDocument, unborn, withoutLog, type Document, type Known } from './next-document'
import { settled } from './settled'
import { isDuplicate, refusalOfDuplicate } from './unique-keys'
import type { Stored, StoreOptions, StoreParts, Written } from './store-parts'

const MOST_TRIES = 60
/** Made and written at once: more of them would hold the event loop, and all other requests, for more than 50 ms. */
const BULK = 100

/**
 * One aggregate's documents. A command loads one, checks the caller, decides by a pure function, and writes state, version,
 * command id and new events in one compare-and-set: nothing can be saved without its event, or the reverse (design §4).
 */
export class AggregateStore<State extends object> extends AggregateReads<State> {
  private readonly topic: string
  private readonly unique: NonNullable<StoreOptions['unique']>

  constructor(parts: StoreParts, options: StoreOptions) {
    super(parts, options)
    this.topic = options.topic
    this.unique = options.unique ?? {}
    parts.relay.watch(this.collection, options.topic)
    parts.audit.watch(this.collection)
  }

  /**
   * Creates an aggregate; its id is the command's. The same command again gives the first answer; with another input it is refused.
   * That it came before is looked for only where it is refused or its id is taken: nearly all come once.
   */
  async create(caller: Caller, command: Command, decide: (id: string) => Decision<State>): Promise<Written<State>> {
    const reach = this.mayWrite(caller)
    const id = commandIdOf(command)
    try {
      const written = await this.insertOnce(caller, id, command, await this.within(reach, decide(id)))
      if (written) return written
      throw new Rejected('UNAVAILABLE')
    } catch (error) {
      const before = await this.answeredBefore(reach, id, command)
      if (!before) throw error
      return before
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
    const reach = this.mayWrite(caller, command.right)
    const commandId = commandIdOf(command)
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const known = await this.load(id)
      const state = known ? withoutLog(known) : initial && ({ ...initial, _id: id, version: 0 } as Stored<State>)
      if (!state) throw new Rejected('NOT_FOUND', { value: id })
      if (!(await this.coversForWriting(reach, state))) throw await this.outOfReach(caller, state)
      if (known?.log.commands.some((kept) => kept.id === commandId)) return this.repeated(id, command)
      checkVersion(command, state.version)
      const decision = await this.within(reach, decide(state))
      const written = known ? await this.replace(caller, known, command, decision) : await this.insertOnce(caller, id, command, decision)
      if (written) return written
    }
    throw new Rejected('UNAVAILABLE')
  }

  /**
   * Creates many aggregates under one command, in bulk; those that exist already stay as they are, so the command may be sent again after a crash.
   * Answers how many were new. It is one entry in the audit, written before the first is created.
   * What is decided is held for two heaps at most, one that is made and one that is written: `create` may be asked twice for an item, once whether
   * it lies within reach, and when it is written.
   */
  protected async createMany<Item>(
    caller: Caller,
    command: Command,
    items: readonly Item[],
    create: (item: Item) => { id: string; decision: Decision<State> },
  ): Promise<number> {
    const reach = this.mayWrite(caller)
    commandIdOf(command)
    if (!reach.everywhere) for (const item of items) await this.within(reach, create(item).decision)
    await this.parts.audit.append(caller, { action: command.name, kind: this.kind })
    let count = 0
    let writing = Promise.resolve(0)
    try {
      for (let from = 0; from < items.length; from += BULK) {
        const created = items.slice(from, from + BULK).map(create)
        const documents = created.map(({ id, decision }) => this.next(caller, unborn(id), command, decision))
        count += await writing
        writing = this.insertHeap(documents)
        writing.catch(() => undefined)
        // To make them and to write them out take their time, each: others are answered in between, and this heap is on its way while the
        // next is made.
        await othersAnswered()
      }
    } finally {
      // Nothing is answered, and nothing refused, while a heap is still being written.
      await writing.catch(() => undefined)
    }
    return count + (await writing)
  }

  /** Writes documents and hands over what they have to tell; answers how many were new. */
  private async insertHeap(documents: readonly Document<State>[]): Promise<number> {
    const taken = await insertNew(this.collection, documents)
    for (const { _id: id, log } of documents) if (!taken.has(id)) this.parts.relay.handOver(this.collection, id, log.outbox)
    return documents.length - taken.size
  }

  /**
   * Creates some aggregates in one write, each by a command of its own whose id it has; answers them in their order. One that exists is answered as
   * where the same command comes again. None is written while one lies beyond reach, and none is ever there without those before it.
   * @param commands so few as may be held at once, see `BULK`
   */
  protected async createEach(
    caller: Caller,
    commands: readonly { command: Command; decision: Decision<State> }[],
  ): Promise<Written<State>[]> {
    const reach = this.mayWrite(caller)
    for (const { decision } of commands) await this.within(reach, decision)
    const made = commands.map(({ command, decision }) => ({
      ...{ command, decision },
      document: this.audited(caller, unborn(commandIdOf(command)), command, decision),
    }))
    const documents = made.map(({ document }) => document)
    const known = await insertInOrder(this.collection, documents).catch((error: unknown) =>
      Promise.reject(refusalOfDuplicate(error, this.unique)),
    )
    const answers = made.map(async ({ command, decision, document }) => {
      if (!known.has(document._id)) return this.answer(document, decision)
      const before = await this.answeredBefore(reach, document._id, command)
      if (!before) throw new Rejected('UNAVAILABLE')
      return before
    })
    return Promise.all(answers)
  }

  /** One aggregate that the caller may change by a right. Refused as its change would be. */
  async changeable(id: string, caller: Caller, right: Verb): Promise<Stored<State>> {
    const reach = this.rights.reach(caller, right)
    const known = await this.load(id)
    if (!known) throw new Rejected('NOT_FOUND', { value: id })
    if (!(await this.coversForWriting(reach, withoutLog(known)))) throw await this.outOfReach(caller, withoutLog(known))
    return withoutLog(known)
  }

  /** Whether a record in hand lies where it may be changed; a store that is stricter with changes than with looking says so here. */
  protected async coversForWriting(reach: Reach, record: State): Promise<boolean> {
    return this.covers(reach, record)
  }

  /** A decision, if what comes of it lies within reach. */
  private async within(reach: Reach, decision: Decision<State>): Promise<Decision<State>> {
    if (!(await this.coversForWriting(reach, decision.state))) throw new Rejected('FORBIDDEN')
    return decision
  }

  /** What one may not change and not see either is not there. */
  private async outOfReach(caller: Caller, state: Stored<State>): Promise<Rejected> {
    return (await this.sees(caller, state)) ? new Rejected('FORBIDDEN') : new Rejected('NOT_FOUND', { value: state._id }, 'FORBIDDEN')
  }

  /** How far the caller may change records. Refused when he may nowhere, while the database is older than its log, and while the audit is not written. */
  protected mayWrite(caller: Caller, right: Verb = `${this.kind}.write`): Reach {
    if (this.parts.relay.databaseOutdated) throw new Rejected('DATABASE_OUTDATED')
    if (this.parts.audit.failing) throw new Rejected('UNAVAILABLE')
    return this.rights.reach(caller, right)
  }

  private async load(id: string): Promise<Document<State> | null> {
    return (await this.collection.findOne({ _id: id })) as Document<State> | null
  }

  private async insertOnce(caller: Caller, id: string, command: Command, decision: Decision<State>): Promise<Written<State> | undefined> {
    const document = this.audited(caller, unborn(id), command, decision)
    try {
      await this.collection.insertOne(document)
    } catch (error) {
      if (isDuplicate(error, '_id_')) return undefined
      throw refusalOfDuplicate(error, this.unique)
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
    const document = this.audited(caller, known, command, decision)
    const { matchedCount } = await this.collection
      .replaceOne({ _id: known._id, version: known.version }, document)
      .catch((error: unknown) => Promise.reject(refusalOfDuplicate(error, this.unique)))
    return matchedCount === 1 ? this.answer(document, decision) : undefined
  }

  /** The document as a command leaves it, with the command's entry of the audit: neither is ever saved without the other. */
  private audited(caller: Caller, known: Known, command: Command, decision: Decision<State>): Document<State> {
    const entry = entryOf(caller, { action: command.name, kind: this.kind, record: known._id }, this.parts.calendar.now())
    return this.next(caller, known, command, decision, [...(known.log.audit ?? []), entry])
  }

  private next(caller: Caller, known: Known, command: Command, decision: Decision<State>, audit: AuditEntry[] = []): Document<State> {
    const publishedUpTo = this.parts.relay.publishedUpTo(this.collection, known._id)
    return nextDocument(known, decision, { caller, command, now: this.parts.calendar.now(), publishedUpTo, audit })
  }

  private answer(document: Document<State>, decision: Decision<State>): Written<State> {
    const { _id: id, version, log } = document
    this.parts.relay.handOver(this.collection, id, log.outbox)
    // What was there before is in other hands already, or left to the sweep.
    this.parts.audit.handOver(this.collection, id, log.audit?.slice(-1) ?? [])
    return { id, version, mark: markText({ topic: this.topic, id, seq: log.seq }), state: decision.state }
  }

  /** The answer to a command whose record is there already; undefined: it is not. Of a record beyond reach no more is told than that its id is used. */
  private async answeredBefore(reach: Reach, id: string, command: Command): Promise<Written<State> | undefined> {
    const known = await this.load(id)
    if (!known) return undefined
    if (await this.coversForWriting(reach, withoutLog(known))) return this.repeated(id, command)
    throw new Rejected('IDEMPOTENCY_KEY_REUSED', { field: 'commandId', value: id })
  }

  /** The answer to a command that was carried out before, never a kept one: read anew, of what no fail-over takes back. */
  private async repeated(id: string, command: Command): Promise<Written<State>> {
    const commandId = commandIdOf(command)
    const { document, kept } = await settled(this.collection, id, commandId)
    const known = document as Document<State>
    if (kept && kept.hash !== hashOf(command)) throw new Rejected('IDEMPOTENCY_KEY_REUSED', { field: 'commandId', value: commandId })
    const mark = markText({ topic: this.topic, id, seq: kept?.seq ?? known.log.seq })
    return { id, version: known.version, mark, state: withoutLog(known) }
  }
}
