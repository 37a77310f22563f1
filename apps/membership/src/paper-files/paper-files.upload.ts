import { setTimeout as wait } from 'node:timers/promises'
import { Controller, Post, Query, Req } from '@nestjs/common'
import { Calendar, Callers, checkRight, Marks, Rejected, type Caller } from '@sizhang/service-kit'
import type { FastifyRequest } from 'fastify'
import { KnownRecordsStore, paperIdOf, recordIdOf, type KnownRecord } from '../papers/known-records.store'
import { NamedPersons } from '../papers/named-persons'
import { attachPaper, checkRoom, checkThere, paperIn, type Paper } from '../papers/papers.domain'
import { PapersStore } from '../papers/papers.store'
import { nameIn } from './file-names.domain'
import { checkSize, type PaperKind } from './paper-kinds.domain'
import { PiecesStore, type KeptFile } from './pieces.store'

/** What an upload answers. */
export interface PaperAttached {
  paperId: string
  kind: PaperKind
  size: number
  sha256: string
  /** Send it back in `sizhang-after`. */
  mark: string
}

/** What the address of an upload says. */
interface Asked {
  subject?: string
  id?: string
  record?: string
  /** Ids of persons whom the paper names, by comma. */
  names?: string
}

/** A record that was made a moment ago is known here within so long, as a rule. */
const PATIENCE_MS = 3_000
const LOOK_EVERY_MS = 100

/** `POST /files/papers?subject=FOUNDING&id=…&record=3`: a scan is attached to a record; the same file again is the same paper. */
@Controller('files/papers')
export class PaperUpload {
  constructor(
    private readonly callers: Callers,
    private readonly marks: Marks,
    private readonly records: KnownRecordsStore,
    private readonly papers: PapersStore,
    private readonly pieces: PiecesStore,
    private readonly persons: NamedPersons,
    private readonly calendar: Calendar,
  ) {}

  @Post()
  async attachPaper(@Req() request: FastifyRequest, @Query() asked: Asked): Promise<PaperAttached> {
    const caller = await this.callers.of(request)
    checkRight(caller, 'papers.write', this.calendar.today())
    checkSize(Number(request.headers['content-length'] ?? 0))
    const name = nameIn(request.headers['content-disposition'])
    const record = await this.recordOf(caller, asked)
    checkRoom(await this.papers.checkMayAttach(caller, record))
    const names = await this.persons.known(
      caller,
      String(asked.names ?? '')
        .split(',')
        .filter(Boolean),
    )
    const file = await this.pieces.keep(request.body, name)
    return this.attach(caller, record, file, names)
  }

  /**
   * The paper is made of what is kept by one write. Of the same file sent twice one is kept, and the other given up. Whether a fault came before or
   * after that write is not known: what lies there is left to the clearing, which looks.
   */
  private async attach(caller: Caller, record: KnownRecord, file: KeptFile, names: string[]): Promise<PaperAttached> {
    const { kind, size, sha256, upload } = file
    const paper: Paper = {
      ...{ id: paperIdOf(recordIdOf(record), sha256), kind, size, sha256, upload, names, withdrawn: null },
      ...{ attachedAt: this.calendar.now(), attachedBy: caller.accountId },
    }
    const command = { commandId: paper.id, name: 'attachPaper', input: { sha256 } }
    try {
      const { state, mark } = await this.papers.attach(caller, record, command, (papers) => attachPaper(papers, paper))
      const kept = paperIn(state, paper.id)
      checkThere(kept)
      await (kept.upload === upload ? this.pieces.settle(upload) : this.pieces.drop(upload))
      return { paperId: paper.id, kind, size, sha256, mark }
    } catch (error) {
      if (error instanceof Rejected) await this.pieces.drop(upload)
      throw error
    }
  }

  /** The record, once this service has heard of it: a step is recorded by another one, a moment before its paper comes. */
  private async recordOf(caller: Caller, { subject = '', id: subjectId = '', record = '' }: Asked): Promise<KnownRecord> {
    if (subject !== 'FOUNDING' && subject !== 'UNIT')
      throw new Rejected('VALUE_INVALID', { field: 'subject', value: subject, type: 'PaperSubject' })
    await this.marks.seen(caller.after)
    for (let waited = 0; ; waited += LOOK_EVERY_MS) {
      const known = await this.records.find({ subject, subjectId, record })
      if (known) return known
      if (waited >= PATIENCE_MS) throw new Rejected('PAPER_RECORD_UNKNOWN', { field: 'record', value: record })
      await wait(LOOK_EVERY_MS)
    }
  }
}
