import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Calendar, type Caller, type Command, type Written } from '@sizhang/service-kit'
import { PiecesStore } from '../paper-files/pieces.store'
import { giveUpPapers, withdrawPaper, type Papers, type WithdrawalReason } from './papers.domain'
import { PapersStore } from './papers.store'

/** Takes papers back. That it is done is saved first, with what is to be cleared: a crash leaves no bytes that nobody looks for. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly papers: PapersStore,
    private readonly pieces: PiecesStore,
    private readonly calendar: Calendar,
  ) {}

  /** Takes one paper back; its bytes are gone when this answers. */
  async withdraw(paperId: string, reason: WithdrawalReason, caller: Caller, command: Command): Promise<Written<Papers>> {
    const withdrawing = { at: this.calendar.now(), by: caller.accountId, reason }
    const written = await this.papers.change(paperId, caller, command, (papers, recordId) =>
      withdrawPaper(papers, paperId, { ...withdrawing, recordId }),
    )
    await this.clear()
    return written
  }

  /** Gives up the papers of a record that were attached before an instant. */
  async giveUp(recordId: string, before: Date, caller: Caller): Promise<void> {
    const command = { commandId: randomUUID(), name: 'applyRetention', input: {} }
    await this.papers.giveUp(recordId, caller, command, (papers) => giveUpPapers(papers, before, recordId, this.calendar.now()))
    await this.clear()
  }

  /** Deletes the bytes of all that was taken back and lies there still. */
  async clear(): Promise<void> {
    for (const upload of await this.papers.toClear()) {
      await this.pieces.drop(upload)
      await this.papers.cleared(upload)
    }
  }
}
