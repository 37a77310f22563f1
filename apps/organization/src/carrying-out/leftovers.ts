import { setTimeout as wait } from 'node:timers/promises'
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { LOGGER, type Logger } from '@sizhang/service-kit'
import { CarryingOut } from './carrying-out.store'

const EACH_MS = 60_000

/** Looks at the start of an instance, and each minute, for mergers and splits that were decided and not carried out. */
@Injectable()
export class Leftovers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController()

  constructor(
    private readonly carryingOut: CarryingOut,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.goOn()
  }

  beforeApplicationShutdown(): void {
    this.stopped.abort()
  }

  private async goOn(): Promise<void> {
    const { signal } = this.stopped
    while (!signal.aborted) {
      await this.carryingOut.finish('all').catch((error: unknown) => {
        if (!signal.aborted) this.logger.warn({ err: error, retryInMs: EACH_MS }, 'mergers or splits are not carried out yet')
      })
      await wait(EACH_MS, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }
}
