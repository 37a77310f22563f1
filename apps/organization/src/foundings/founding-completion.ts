import { setTimeout as wait } from 'node:timers/promises'
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { everywhere, LOGGER, Rejected, type Caller, type Logger, type Stored } from '@sizhang/service-kit'
import { decided } from '@sizhang/service-kit/rules'
import { v5 as uuidv5 } from 'uuid'
import { coverEmployer } from '../covered-employers/covered-employers.domain'
import { EmployersStore } from '../employers/employers.store'
import { UnitsStore } from '../units/units.store'
import type { Founding } from './founding-standing.domain'
import { coveredBy, settleFounding } from './founding-steps.domain'
import { FoundingsStore } from './foundings.store'

/** What a crash left between the reply and the unit is looked for at the start and then after this time. */
const AGAIN_AFTER_MS = 10_000

/**
 * Carries out what a reply decided: the unit, then each employer that it covers, then the founding says that nothing is left. Each is a command
 * with an id that follows from the founding's, so that it can be done again from anywhere, also by two instances at once, and nothing doubles.
 */
@Injectable()
export class FoundingCompletion implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController()

  constructor(
    private readonly foundings: FoundingsStore,
    private readonly units: UnitsStore,
    private readonly employers: EmployersStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.goOn()
  }

  beforeApplicationShutdown(): void {
    this.stopped.abort()
  }

  /** Completes one founding. Answers the marks of what it wrote; none where nothing is left to do. */
  async complete(founding: Stored<Founding>): Promise<string[]> {
    const { _id: id, unit } = founding
    if (!unit) return []
    const caller = inTheNameOf(founding)
    const input = { foundingId: id }
    const { mark } = await this.units.establish(caller, { commandId: id, name: 'establishFoundedUnit', input }, () => unit)
    const marks = [mark]
    const notCovered: string[] = []
    for (const employerId of coveredBy(founding)) {
      const commandId = uuidv5(employerId, id)
      const covering = { coverId: commandId, employerId, unitId: id, from: unit.state.from }
      const command = { commandId, name: 'coverFoundingMember', input: covering }
      try {
        const written = await this.employers.change(employerId, caller, command, (known) => {
          const isDone = known.covers?.some((cover) => cover.id === covering.coverId)
          return isDone ? decided(known) : coverEmployer(known, covering, unit.state)
        })
        marks.push(written.mark)
      } catch (error) {
        if (!(error instanceof Rejected) || error.code !== 'EMPLOYER_COVERED_ALREADY') throw error
        notCovered.push(employerId)
      }
    }
    const settled = { commandId: uuidv5('settled', id), name: 'settleFounding', input }
    await this.foundings.change(id, caller, settled, (known) => settleFounding(known, { notCovered }))
    return marks
  }

  private async goOn(): Promise<void> {
    const { signal } = this.stopped
    while (!signal.aborted) {
      await this.sweep().catch((error: unknown) =>
        this.logger.warn({ err: error, retryInMs: AGAIN_AFTER_MS }, 'a unit that was granted does not stand in the network yet'),
      )
      await wait(AGAIN_AFTER_MS, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  private async sweep(): Promise<void> {
    for (const founding of await this.foundings.unsettled()) await this.complete(founding)
  }
}

/** What follows from a reply is done in the name of whoever gave it, wherever it lies: that he might was asked when he replied. */
function inTheNameOf({ _id, records }: Stored<Founding>): Caller {
  const accountId = records.findLast(({ step }) => step === 'REPLY')?.by ?? ''
  return { accountId, name: '', grants: [everywhere('CITY_ADMINISTRATOR')], language: 'zh', after: [], correlationId: _id }
}
