import { setTimeout as pause } from 'node:timers/promises'
import { apps } from '@sizhang/engines'
import type { AggregateDocument } from '@sizhang/messaging'
import { publish, savedUnits, startedRelay } from '../../data/facts'
import { cpuSecondsOf, memoryOf } from '../../sides/metrics'
import { Alone } from '../../sides/alone'
import type { Row } from '../../row'
import type { City } from '../../site'

const IDLE_MS = 30_000
const FEW = 100_000
const MANY = 1_000_000
const AT_ONCE = 10_000

/** What a service takes when nothing happens, and whether it keeps anything of the facts that it has followed. */
export const atRest: Row = {
  number: 15,
  async prepare(site) {
    const city = await site.apps()
    const kafka = site.kafka()
    const units = site.database().collection<AggregateDocument>('units')
    const relay = startedRelay(kafka, units)
    const reporting = await Alone.start(site, 'reporting', kafka)
    let fed = 0
    const memoryAfter = async (count: number) => {
      for (; fed < count; fed += AT_ONCE) {
        await publish(relay, units, savedUnits(AT_ONCE))
        await reporting.haveApplied(fed + AT_ONCE)
      }
      return reporting.sumOf(memoryOf)
    }
    return {
      sizes: `processor time over ${IDLE_MS / 1_000} s; memory of reporting after ${MANY} facts, after ${FEW}`,
      rounds: 1,
      sides: {
        busiest: () => shareOfTheBusiest(city),
        nothing: () => Promise.resolve(0),
        few: () => memoryAfter(FEW),
        many: () => memoryAfter(MANY),
      },
      lines: [
        {
          name: 'idle processor time, the busiest of five apps',
          unit: '% of a core',
          ours: 'busiest',
          theirs: 'nothing',
          aim: { oursAtMost: 2 },
        },
        { name: 'memory after 10⁶ events', unit: 'MiB', ours: 'many', theirs: 'few', aim: { ratioAtMost: 1.1 } },
      ],
      end: async () => {
        await Promise.all([relay.drain(), reporting.stop()])
      },
    }
  },
}

async function shareOfTheBusiest({ rig }: City): Promise<number> {
  const used = () => Promise.all(apps.map((app) => cpuSecondsOf(rig.processes[app].url)))
  const before = await used()
  await pause(IDLE_MS)
  const after = await used()
  return Math.max(...after.map((seconds, place) => ((seconds - (before[place] ?? 0)) / (IDLE_MS / 1_000)) * 100))
}
