import { Injectable } from '@nestjs/common'
import {
  AggregateStore,
  isWithinReach,
  reachOf,
  Rejected,
  StoreParts,
  withinReach,
  AS_READ,
  type Audit,
  type Caller,
  type Command,
  type Reach,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import { isNowhere, type Verb } from '@sizhang/service-kit/rights'
import type { Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { recordIdOf, type KnownRecord } from './known-records.store'
import { attached, paperIn, type Paper, type Papers, type PaperSubject } from './papers.domain'

/** What the term of keeping goes by is derived from the state with each change of it. */
interface KeptPapers extends Papers {
  /** When the oldest of what is there was attached; null: there is nothing. */
  oldest: Date | null
}

/** A paper with the record on which it hangs. */
export type PaperOnRecord = Paper & Pick<Papers, 'subject' | 'subjectId' | 'record'>

const schema = new Schema({ _id: { type: String, required: true }, subjectId: String, oldest: Date })
schema.index({ subjectId: 1 })
schema.index({ path: 1 })
schema.index({ 'papers.id': 1 })
schema.index({ 'papers.upload': 1 })
schema.index({ 'papers.names': 1 })
schema.index({ oldest: 1 })
schema.index({ 'clearing.0': 1 }, { partialFilterExpression: { 'clearing.0': { $exists: true } } })

const PLACE = { areas: 'path', unit: 'unitId' }

/** What a paper asks for beside the right to papers: what its founding or condition asks for. */
const RIGHTS: Record<PaperSubject, { see: Verb; change: readonly Verb[] }> = {
  FOUNDING: { see: 'foundings.read', change: ['foundings.write', 'foundings.review'] },
  UNIT: { see: 'conditions.read', change: ['conditions.write'] },
}
const SUBJECTS = Object.keys(RIGHTS) as PaperSubject[]

/** Which papers hang on which record: one document a record. It lies where its founding or unit does. */
@Injectable()
export class PapersStore extends AggregateStore<KeptPapers> {
  private readonly audit: Audit

  constructor(parts: StoreParts) {
    super(parts, { name: 'papers', place: PLACE, topic: 'membership.papers', schema })
    this.audit = parts.audit
  }

  /** Refuses a record on which the caller may hang nothing; one that he may not see is not there. Answers what hangs on it already. */
  async checkMayAttach(caller: Caller, record: KnownRecord): Promise<Pick<Papers, 'papers'>> {
    this.checkMayChange(caller, record, 'record', record.record)
    return (await this.model.findById(recordIdOf(record), AS_READ).lean<Papers>()) ?? { papers: [] }
  }

  /** Attaches to a record as decided; before the first paper nothing hangs on it. */
  attach(
    caller: Caller,
    record: KnownRecord,
    command: Command,
    decide: (papers: Papers) => Decision<Papers>,
  ): Promise<Written<KeptPapers>> {
    const none: KeptPapers = { ...record, papers: [], clearing: [], oldest: null }
    return this.changeAs(recordIdOf(record), caller, command, decide, none)
  }

  /** Changes the papers of the record on which one hangs, as decided. */
  async change(
    paperId: string,
    caller: Caller,
    command: Command,
    decide: (papers: Papers, recordId: string) => Decision<Papers>,
  ): Promise<Written<KeptPapers>> {
    const record = await this.model.findOne({ 'papers.id': paperId } as never, AS_READ).lean<Stored<KeptPapers>>()
    if (!record) throw new Rejected('NOT_FOUND', { field: 'paperId', value: paperId })
    this.checkMayChange(caller, record, 'paperId', paperId)
    return this.changeAs(record._id, caller, command, (papers) => decide(papers, record._id))
  }

  /** Gives up papers of a record that were kept for their time, as decided. */
  giveUp(recordId: string, caller: Caller, command: Command, decide: (papers: Papers) => Decision<Papers>): Promise<Written<KeptPapers>> {
    return this.changeAs(recordId, caller, command, decide)
  }

  /** One paper that the caller may read; null when there is none. */
  async paper(caller: Caller, paperId: string): Promise<PaperOnRecord | null> {
    const record = await this.findNamed(caller, { 'papers.id': paperId }, paperId)
    return record && onRecord(record, paperIn(record, paperId))
  }

  /** All papers of some foundings, or of some units, withdrawn ones too, as they were attached. */
  async ofSubjects(caller: Caller, subject: PaperSubject, ids: readonly string[]): Promise<PaperOnRecord[]> {
    return papersOf(await this.findWhere(caller, { subject, subjectId: { $in: ids } }))
  }

  /** The papers that name a person, as far as the caller may read them, and how many there are beyond. */
  async naming(caller: Caller, personId: string): Promise<{ seen: PaperOnRecord[]; beyond: number }> {
    const all = await this.ofHimself(personId)
    const records = isNowhere(this.reach(caller, 'papers.read')) ? [] : await this.findWhere(caller, { 'papers.names': personId })
    const seen = naming(papersOf(records), personId)
    return { seen, beyond: all.length - seen.length }
  }

  /** The papers that name a person, for the person himself. */
  async ofHimself(personId: string): Promise<PaperOnRecord[]> {
    const records = await this.model.find({ 'papers.names': personId } as never, AS_READ).lean<KeptPapers[]>()
    return naming(papersOf(records), personId)
  }

  /** Whether a paper came of an upload, withdrawn meanwhile or not. */
  async cameOf(upload: string): Promise<boolean> {
    return (await this.model.exists({ 'papers.upload': upload } as never)) !== null
  }

  /** Uploads that were taken back, and whose bytes may still lie there. */
  async toClear(): Promise<string[]> {
    const found = await this.model.find({ 'clearing.0': { $exists: true } } as never, { clearing: 1 }).lean<Pick<Papers, 'clearing'>[]>()
    return found.flatMap(({ clearing }) => clearing)
  }

  /** Notes that nothing of an upload lies there any more. */
  async cleared(upload: string): Promise<void> {
    await this.model.collection.updateMany({ clearing: upload } as never, { $pull: { clearing: upload } } as never)
  }

  protected override async findNamed(caller: Caller, filter: Record<string, unknown>, record: string): Promise<Stored<KeptPapers> | null> {
    const found = await super.findNamed(caller, filter, record)
    if (!found || this.maySee(caller, found)) return found
    await this.audit.append(caller, { action: 'papers.read', kind: 'papers', record, refusal: 'FORBIDDEN' })
    return null
  }

  protected override findWhere(
    caller: Caller,
    filter: Record<string, unknown>,
    options: { sort?: Record<string, 1 | -1>; limit?: number } = {},
  ): Promise<Stored<KeptPapers>[]> {
    const seen = SUBJECTS.map((subject) => ({ subject, ...withinReach(this.reach(caller, RIGHTS[subject].see), PLACE) }))
    return super.findWhere(caller, { $and: [filter, { $or: seen }] }, options)
  }

  private changeAs(
    recordId: string,
    caller: Caller,
    command: Command,
    decide: (papers: Papers) => Decision<Papers>,
    initial?: KeptPapers,
  ): Promise<Written<KeptPapers>> {
    const rule = ({ _id, version, oldest: _, ...papers }: Stored<KeptPapers>) => kept(decide(papers))
    return this.update(recordId, caller, command, rule, initial)
  }

  private checkMayChange(caller: Caller, record: KnownRecord | KeptPapers, field: string, value: string): void {
    const reaches = (right: Verb) => isWithinReach(this.reach(caller, right), PLACE, record)
    if (!this.maySee(caller, record) || !reaches('papers.read')) throw new Rejected('NOT_FOUND', { field, value }, 'FORBIDDEN')
    if (!RIGHTS[record.subject].change.some(reaches) || !reaches('papers.write')) throw new Rejected('FORBIDDEN')
  }

  private maySee(caller: Caller, record: KnownRecord | KeptPapers): boolean {
    return isWithinReach(this.reach(caller, RIGHTS[record.subject].see), PLACE, record)
  }

  private reach({ grants }: Caller, right: Verb): Reach {
    return reachOf(grants, right, this.today())
  }
}

/** A decided record as it is kept. */
export function kept({ state, facts }: Decision<Papers>): Decision<KeptPapers> {
  const days = attached(state).map(({ attachedAt }) => attachedAt)
  return { state: { ...state, oldest: days.sort((a, b) => a.getTime() - b.getTime())[0] ?? null }, facts }
}

function papersOf(records: readonly Papers[]): PaperOnRecord[] {
  return records.flatMap((record) => record.papers.map((paper) => onRecord(record, paper)))
}

function naming(papers: readonly PaperOnRecord[], personId: string): PaperOnRecord[] {
  return papers.filter(({ names }) => names.includes(personId))
}

function onRecord({ subject, subjectId, record }: Papers, paper: Paper): PaperOnRecord {
  return { ...paper, subject, subjectId, record }
}
