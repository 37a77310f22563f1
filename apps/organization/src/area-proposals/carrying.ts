import { setTimeout as wait } from 'node:timers/promises'
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { everywhere, LOGGER, type Caller, type Command, type Logger, type Stored } from '@sizhang/service-kit'
import { v5 as uuidv5 } from 'uuid'
import { endArea, establishFromList, redesignateArea } from '../area-succession/succession.domain'
import { AreasStore } from '../areas/areas.store'
import { beginCarrying, finishCarrying, type AreaProposal } from './proposals.domain'
import { AreaProposalsStore } from './proposals.store'
import { stepsOf } from './steps.domain'

/** What another instance left half done is looked for after this time. */
const AGAIN_AFTER_MS = 5_000

/**
 * Carries out what was accepted, step by step, each a command of its own area. It can stop at any instant: whoever comes next computes the same steps
 * from the proposal, and those that were done before are known by their commands' ids. Two instances at once do no harm.
 */
@Injectable()
export class Carrying implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController()
  private woken = new AbortController()

  constructor(
    private readonly proposals: AreaProposalsStore,
    private readonly areas: AreasStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.goOn()
  }

  beforeApplicationShutdown(): void {
    this.stopped.abort()
  }

  /** Looks at once: something was accepted a moment ago. */
  wake(): void {
    this.woken.abort()
  }

  private async goOn(): Promise<void> {
    const { signal } = this.stopped
    while (!signal.aborted) {
      this.woken = new AbortController()
      await this.carryOut().catch((error: unknown) => {
        if (!signal.aborted) this.logger.warn({ err: error, retryInMs: AGAIN_AFTER_MS }, 'a list of areas is not carried out yet')
      })
      const either = AbortSignal.any([signal, this.woken.signal])
      await wait(AGAIN_AFTER_MS, undefined, { signal: either, ref: false }).catch(() => undefined)
    }
  }

  private async carryOut(): Promise<void> {
    const accepted = await this.proposals.underWay()
    if (!accepted) return
    const proposalId = accepted._id
    const caller = inPlaceOf(accepted)
    const command = (name: string, of = ''): Command => ({
      commandId: uuidv5(`${name} ${of}`, proposalId),
      name,
      input: { proposalId, of },
    })
    const now = await this.proposals.areasBefore(caller, accepted.roots, accepted.on, [])
    const begun = await this.proposals.change(proposalId, caller, command('beginCarrying'), (proposal) =>
      beginCarrying(proposal, { proposalId }, now.basis),
    )
    if (!begun.state.begun) return

    const { establish, redesignate, end } = stepsOf(begun.state, proposalId, now.present)
    await this.areas.establishAs(caller, command('establishAreas'), establish.map(establishFromList))
    for (const { area, ...said } of redesignate)
      await this.areas.change(area, caller, command('redesignateArea', area), (known) => redesignateArea(known, said))
    for (const { area, ...said } of end) await this.areas.change(area, caller, command('endArea', area), (known) => endArea(known, said))
    await this.proposals.change(proposalId, caller, command('finishCarrying'), (proposal) => finishCarrying(proposal, { proposalId }))
  }
}

/** Who said yes acts, also when his right to it has ended meanwhile. */
function inPlaceOf({ _id, acceptedBy }: Stored<AreaProposal>): Caller {
  return {
    accountId: acceptedBy ?? '',
    name: 'organization',
    grants: [everywhere('CITY_ADMINISTRATOR')],
    language: 'zh',
    after: [],
    correlationId: _id,
  }
}
