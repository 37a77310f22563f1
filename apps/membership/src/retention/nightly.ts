import { setTimeout as wait } from 'node:timers/promises'
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { LOGGER, type Logger } from '@sizhang/service-kit'
import { Retention } from './retention'
import { untilNextRun } from './retention.domain'

/** What another instance has under way, or what failed, is looked at again after this time. */
const AGAIN_AFTER_MS = 60_000

/** Has the day's work done at the start of an instance and each night: by one of all instances, and by another where that one died. */
@Injectable()
export class Nightly implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController()

  constructor(
    private readonly retention: Retention,
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
      const isFinished = await this.retention.run().catch((error: unknown) => {
        this.logger.warn({ err: error, retryInMs: AGAIN_AFTER_MS }, 'what was kept for its time is not given up yet')
        return false
      })
      await wait(isFinished ? untilNextRun(new Date()) : AGAIN_AFTER_MS, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }
}
