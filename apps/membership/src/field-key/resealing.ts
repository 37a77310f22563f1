import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { Database, LOGGER, REGISTRY, SETTINGS, type Logger } from '@sizhang/service-kit'
import { Gauge, type Registry } from 'prom-client'
import type { FieldKeys } from '../credentials/sealing'
import { sealedOfPersons } from '../persons/private-fields'
import { repeat } from '../repeated'
import { sealedOfAccounts } from '../second-factor/second-factor-codes'
import { countLeft, reseal } from './reseal'
import { countPiecesLeft, resealPieces } from './reseal-pieces'
import { Turns } from './turns'

/** What an instance with older settings writes meanwhile, and what failed, is looked for again after this time. */
const AGAIN_AFTER_MS = 60_000
const EVERYWHERE = [sealedOfPersons, sealedOfAccounts]

/**
 * While a previous key is set, has what it sealed sealed anew by `FIELD_KEY`: by one of all instances, and by another where that one died. Each
 * of them tells what is left.
 */
@Injectable()
export class Resealing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController()
  /** Absent until what is left was counted: 0 would say that nothing is. */
  private remaining: Gauge | undefined
  private left: number | undefined

  constructor(
    private readonly database: Database,
    private readonly turns: Turns,
    @Inject(SETTINGS) private readonly keys: FieldKeys,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(REGISTRY) private readonly registry: Registry,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.keys.PREVIOUS_FIELD_KEY) return
    const told = (error: unknown) =>
      this.logger.warn({ err: error, retryInMs: AGAIN_AFTER_MS }, 'what the previous key sealed is not sealed anew yet')
    void repeat(() => this.pass(), AGAIN_AFTER_MS, this.stopped.signal, told)
  }

  beforeApplicationShutdown(): void {
    this.stopped.abort()
  }

  /** Seals anew what is there now, if it is this instance's turn. */
  private async pass(): Promise<void> {
    const turn = await this.turns.take()
    try {
      await this.count()
      if (!turn || this.left === 0) return
      const mayWrite = async () => !this.stopped.signal.aborted && (await turn.keep())
      for (const places of EVERYWHERE) this.tell(await reseal(this.database.driver, places, this.keys, mayWrite))
      this.tell(await resealPieces(this.database.driver, this.keys, mayWrite))
      await this.count()
    } finally {
      await turn?.release()
    }
  }

  private async count(): Promise<void> {
    const { driver } = this.database
    const counts = await Promise.all([
      ...EVERYWHERE.map((places) => countLeft(driver, places, this.keys)),
      countPiecesLeft(driver, this.keys),
    ])
    const left = counts.reduce((sum, count) => sum + count, 0)
    if (left === 0 && this.left !== 0) this.logger.info('FIELD_KEY has sealed all personal fields: PREVIOUS_FIELD_KEY is needed no more')
    this.left = left
    this.remaining ??= new Gauge({
      name: 'sizhang_field_key_remaining',
      help: 'Records with a personal field, and pieces of papers, that FIELD_KEY has not sealed yet; told while a previous key is set.',
      registers: [this.registry],
    })
    this.remaining.set(left)
  }

  private tell(unopened: readonly string[]): void {
    if (unopened.length === 0) return
    this.logger.error(
      { count: unopened.length, first: unopened[0] },
      'personal fields open neither with FIELD_KEY nor with PREVIOUS_FIELD_KEY',
    )
  }
}
