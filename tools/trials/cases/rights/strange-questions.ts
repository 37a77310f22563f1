import { setTimeout as pause } from 'node:timers/promises'
import { services } from '@sizhang/engines'
import { fuzz, type Fuzzer, type Outcomes } from '../../fuzz/fuzz'
import { nextTown } from '../../fuzz/next-town'
import { stallsOf, watched } from '../../measures/stalls'
import type { Rig } from '../../rig/rig'
import type { Trial } from '../../trial'

/** Operations for each fault that is asked for: twenty make 50,000. */
const OPERATIONS = 2_500
const LOOKED_AT_MS = 1_000
/** The heap that Node takes where the chart gives an app 512 MiB: whoever keeps more of what is asked dies of it. */
const SMALL_HEAP = { ...watched.env, NODE_OPTIONS: `--max-old-space-size=256 ${watched.options}` }
const everyApp = [...services, 'gateway'] as const

/** What two people ask of the graph, whatever it may be: an administrator, and a secretary whose town is one of many. */
async function strangeQuestions(rig: Rig): Promise<string[]> {
  const { secretary, foreign } = await nextTown(rig)
  const administrator: Fuzzer = { name: 'administrator', token: async () => (await rig.authorization()).slice('Bearer '.length) }
  const { city } = rig
  const known = {
    ids: [...city.units.slice(0, 2), ...city.bodies.slice(0, 2), ...city.seats.slice(0, 8), ...foreign.ids],
    areas: [...city.towns.slice(0, 3), '320200', '320205'],
    codes: city.activityTypes.map(({ code }) => code),
  }
  const outcomes: Outcomes = new Map()
  const watch = new Watch(rig)
  const half = (rig.options.faults * OPERATIONS) / 2
  const findings: string[] = []
  try {
    for (const fuzzer of [secretary, administrator]) findings.push(...(await fuzz(rig, fuzzer, known, half, outcomes)))
  } finally {
    await watch.end()
    rig.notes.push(listed(outcomes), ...watch.told())
  }
  return findings
}

/** What memory was taken at most, second by second, as the services themselves measure it, and how long their event loops stood still. */
class Watch {
  private readonly since = Date.now()
  private readonly memory = new Map<string, number>()
  private running = true
  private readonly done: Promise<void>

  constructor(private readonly rig: Rig) {
    this.done = this.look()
  }

  async end(): Promise<void> {
    this.running = false
    await this.done
  }

  told(): string[] {
    const memory = [...this.memory].map(([app, most]) => `${app} ${most} MiB`).join(', ')
    return [...everyApp.flatMap((app) => this.stalls(app)), `most memory ${memory}`]
  }

  private stalls(app: string): string[] {
    const told = stallsOf(this.rig.settings.root, app, this.since)
    if (!told) return []
    const { count, longest, own, mostWorked, collected } = told
    return [
      `${app} stood still over 50 ms ${count} ×, ${longest} ms at most; ${own} × by own work, ${mostWorked} ms at most (garbage ${collected} ms)`,
    ]
  }

  private async look(): Promise<void> {
    while (this.running) {
      for (const app of everyApp) {
        const text = await (await fetch(`${this.rig.processes[app].url}/metrics`)).text()
        const resident = Number(/^process_resident_memory_bytes\S* ([\d.e+-]+)$/m.exec(text)?.[1] ?? 0)
        this.memory.set(app, Math.max(this.memory.get(app) ?? 0, Math.round(resident / 2 ** 20)))
      }
      await pause(LOOKED_AT_MS)
    }
  }
}

/** A secretary asks for what lies in the next town in every way there is, and sends every command at it. */
async function nextTownAsked(rig: Rig): Promise<string[]> {
  const { secretary, foreign } = await nextTown(rig)
  const made = rig.ledger.entries.length
  const outcomes: Outcomes = new Map()
  const findings = await fuzz(rig, secretary, foreign, rig.options.faults * OPERATIONS, outcomes)
  for (const { command, commandId, topic, id, variables } of rig.ledger.entries.slice(made)) {
    const touched = foreign.ids.filter((foreignId) => id === foreignId || JSON.stringify(variables).includes(foreignId))
    if (touched.length > 0)
      findings.push(`${command} ${commandId} was accepted as ${topic}/${id}, of the next town: ${JSON.stringify(variables).slice(0, 300)}`)
  }
  rig.notes.push(listed(outcomes))
  return findings.slice(0, 20)
}

function listed(outcomes: Outcomes): string {
  const ordered = [...outcomes].sort(([, one], [, other]) => other - one)
  return ordered.map(([outcome, count]) => `${outcome} ${count} ×`).join(' ')
}

const noReach = {
  without: 'the reach: whoever has a right somewhere has it everywhere',
  patches: [
    {
      file: 'libs/service-kit/src/rights/reach.ts',
      find: `    if (within.kind === 'EVERYWHERE') return`,
      put: `    return`,
    },
  ],
  apps: [...services],
}

/** Trial 23 shows the reach: of what is asked here at random, nothing beyond it is met with some seeds. */
const signsThatStandForOthers = {
  without: 'the signs of a search text standing for themselves',
  patches: [
    {
      file: 'libs/service-kit/src/store/search.ts',
      find: 'return word.replace(',
      put: 'return word || word.replace(',
    },
  ],
  apps: [...services],
}

export const strangeQuestionsTrials: Trial[] = [
  {
    number: 23,
    name: '邻镇的记录 the next town’s records',
    passes: 'by any field or command, with the ids and names of the next town: nothing told, nothing changed',
    faultsARun: 20,
    control: noReach,
    run: nextTownAsked,
  },
  {
    number: 27,
    name: '古怪的查询和内容 strange operations and texts',
    passes:
      '50,000 generated operations: no 5xx, no fault, nothing told that is beyond reach or of the innards; within a heap of 256 MiB; Exact',
    faultsARun: 20,
    env: SMALL_HEAP,
    control: signsThatStandForOthers,
    run: strangeQuestions,
  },
]
