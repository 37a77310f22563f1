import { type App, titles } from '@sizhang/engines'
import type { Shares } from '../rig/commands'
import type { Trial } from '../trial'
import { EVERYTHING, progress, underLoad } from './under-load'
import { noRepeats, noSweeper, positionFirst } from './guards'

/** 1–4: a service is killed under load, several times, and started again. */
function killOf(number: number, app: App, shares: Shares, control: Trial['control']): Trial {
  return {
    number,
    name: `kill -9 ${titles[app]} ${app}`,
    passes: 'Exact; clients see only 200, 502, 503 or a cut connection; the same id gives the first answer',
    control,
    faultsARun: 10,
    expected: { rebuild: true },
    run: async (rig) => {
      await underLoad(rig, shares, async () => {
        for (let time = 0; time < rig.options.faults; time++) {
          await rig.processes[app].kill('SIGKILL')
          rig.processes[app].start()
          await rig.processes[app].whenReady()
          await progress(rig, rig.chance.whole(20, 80))
        }
      })
      return []
    },
  }
}

export const kills: Trial[] = [
  killOf(1, 'organization', { organization: 4, membership: 1 }, { ...noSweeper, apps: ['organization'] }),
  killOf(2, 'membership', { membership: 1 }, { ...noSweeper, apps: ['membership'] }),
  killOf(3, 'activity', { activity: 1 }, { ...noSweeper, apps: ['activity'] }),
  killOf(4, 'reporting', EVERYTHING, { ...positionFirst, apps: ['reporting'] }),
  killOf(5, 'gateway', EVERYTHING, { ...noRepeats, apps: ['organization', 'membership', 'activity'] }),
]
