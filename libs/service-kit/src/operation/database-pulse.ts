import { setTimeout as wait } from 'node:timers/promises'
import { Gauge, Histogram, type Registry } from 'prom-client'

const EVERY_MS = 1_000

/**
 * Asks the database once a second and measures how long it takes to answer, through the same connections as the commands of the service.
 * The driver's own events of each command would tell more, but for them it reads every answer a second time.
 */
export class DatabasePulse {
  private readonly stopped = new AbortController()
  private readonly seconds: Histogram
  private answeredAt = performance.now()

  /** @param ask sends the database a question that costs it nothing; rejects when it does not answer */
  constructor(
    private readonly ask: () => Promise<unknown>,
    registry: Registry,
  ) {
    this.seconds = new Histogram({
      name: 'sizhang_database_answer_seconds',
      help: 'Time that the database took to answer a ping.',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    })
    const silence = () => (performance.now() - this.answeredAt) / 1_000
    new Gauge({
      name: 'sizhang_database_silent_seconds',
      help: 'For how long the database has not answered; about a second when all is well.',
      registers: [registry],
      collect() {
        this.set(silence())
      },
    })
  }

  start(): void {
    void this.run()
  }

  stop(): void {
    this.stopped.abort()
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped
    while (!signal.aborted) {
      const asked = performance.now()
      await this.ask().then(
        () => this.answered(asked),
        () => undefined,
      )
      await wait(EVERY_MS, undefined, { ref: false, signal }).catch(() => undefined)
    }
  }

  private answered(asked: number): void {
    this.answeredAt = performance.now()
    this.seconds.observe((this.answeredAt - asked) / 1_000)
  }
}
