import { type App } from '@sizhang/engines'
import { sweptAfter } from '../measures/left-behind'
import { arming, dieIfArmed, type Patch } from '../rig/bundles'
import type { Rig } from '../rig/rig'
import type { Trial } from '../trial'
import { noSweeper, positionFirst } from './guards'
import { EVERYTHING, progress, underLoad } from './under-load'

const RELAY = 'libs/messaging/src/outbox/relay.ts'

const afterAcknowledgement: Patch = {
  file: 'libs/service-kit/src/store/aggregate-store.ts',
  find: '    const { _id: id, version, log } = document\n    this.parts.relay.handOver',
  put: `    const { _id: id, version, log } = document\n    ${dieIfArmed}\n    this.parts.relay.handOver`,
}
const afterPublish: Patch = {
  file: RELAY,
  find: 'acks: -1, timeout: 10_000 })\n',
  put: `acks: -1, timeout: 10_000 })\n    ${dieIfArmed}\n`,
}
const afterWrite: Patch = {
  file: 'libs/messaging/src/projection/projector.ts',
  find: '      await this.positions.advance(reached(done), partitions,',
  put: `      ${dieIfArmed}\n      await this.positions.advance(reached(done), partitions,`,
}
/** The outbox is cleared before Kafka has the events, and the process dies between. */
const clearFirst: Patch = {
  file: RELAY,
  find: '    if (topicMessages.length > 0) await',
  put: `    for (const part of batch) this.acknowledge(part)\n    await this.clearing.flush()\n    ${dieIfArmed}\n    if (topicMessages.length > 0) await`,
}

/** The service dies at its next passage of a point, comes back, which may be watched, and so several times. */
async function dieAndComeBack(rig: Rig, app: App, watch = (comeBack: () => Promise<void>) => comeBack()): Promise<void> {
  for (let time = 0; time < rig.options.faults; time++) {
    await rig.processes[app].kill('SIGUSR2')
    await watch(async () => {
      rig.processes[app].start()
      await rig.processes[app].whenReady()
    })
    await progress(rig, rig.chance.whole(20, 80))
  }
}

export const instants: Trial[] = [
  {
    number: 6,
    name: 'dies between database acknowledgement and publish',
    passes: 'the sweeper publishes within 10 s of the return; Exact',
    faults: { patches: [arming, afterAcknowledgement], apps: ['membership'] },
    control: { without: noSweeper.without, patches: [arming, afterAcknowledgement, ...noSweeper.patches], apps: ['membership'] },
    expected: { rebuild: true },
    faultsARun: 10,
    run: async (rig) => {
      const findings: string[] = []
      const watch = async (comeBack: () => Promise<void>) => void findings.push(...(await sweptAfter(comeBack, rig, 'membership')))
      await underLoad(rig, { membership: 1 }, () => dieAndComeBack(rig, 'membership', watch))
      return findings
    },
  },
  {
    number: 7,
    name: 'dies between publish and outbox clear',
    passes: 'duplicates in the log allowed; read models Exact',
    faults: { patches: [arming, afterPublish], apps: ['activity'] },
    control: { without: 'the order of publish and clear: the outbox is cleared first', patches: [arming, clearFirst], apps: ['activity'] },
    expected: { rebuild: true },
    faultsARun: 10,
    run: async (rig) => {
      await underLoad(rig, { activity: 1 }, () => dieAndComeBack(rig, 'activity'))
      return []
    },
  },
  {
    number: 8,
    name: 'dies between projection write and position',
    passes: 'figures unchanged by the repetition; Exact',
    faults: { patches: [arming, afterWrite], apps: ['reporting'] },
    control: { without: positionFirst.without, patches: [arming, ...positionFirst.patches], apps: ['reporting'] },
    expected: { rebuild: true },
    faultsARun: 10,
    run: async (rig) => {
      await underLoad(rig, EVERYTHING, () => dieAndComeBack(rig, 'reporting'))
      return []
    },
  },
]
