import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { LOGGER, type Logger } from '@sizhang/service-kit'
import { PapersStore } from '../papers/papers.store'
import { Withdrawals } from '../papers/withdrawals'
import { repeat } from '../repeated'
import { PiecesStore } from './pieces.store'

const EVERY_MS = 60_000
/** No upload takes so long: what was begun before and came to no paper never will. */
const LEFT_AFTER_MS = 60 * 60_000

/** Clears what a crash leaves of papers: uploads that broke off, and bytes of papers that were taken back. Any instance does it, at its start and each minute. */
@Injectable()
export class Clearing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController()

  constructor(
    private readonly papers: PapersStore,
    private readonly pieces: PiecesStore,
    private readonly withdrawals: Withdrawals,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const told = (error: unknown) => this.logger.warn({ err: error, retryInMs: EVERY_MS }, 'what is left of papers is not cleared yet')
    void repeat(() => this.clear(), EVERY_MS, this.stopped.signal, told)
  }

  beforeApplicationShutdown(): void {
    this.stopped.abort()
  }

  /** Clears what lies there now. Safe to repeat, and to be done by several instances at once. */
  async clear(before = new Date(Date.now() - LEFT_AFTER_MS)): Promise<void> {
    for (const upload of await this.pieces.begunBefore(before)) {
      if (await this.papers.cameOf(upload)) await this.pieces.settle(upload)
      else await this.pieces.drop(upload)
    }
    await this.withdrawals.clear()
  }
}
