import { setTimeout as pause } from 'node:timers/promises'
import { type Service, services } from '@sizhang/engines'
import { longestStandstill } from '../measures/standstill'
import type { Rig } from '../rig/rig'
import type { Trial } from '../trial'
import { EVERYTHING, progress, underLoad } from './under-load'

const STOPPED_WITHIN_MS = 10_000
const MEMBERS_AT_ONCE = 4
const STAYS_MS = { from: 4_000, to: 12_000 }
const STANDS_STILL_MS = 15_000

/** One service after the other is asked to stop, and is started again. */
async function stopEach(rig: Rig): Promise<string[]> {
  const findings: string[] = []
  for (let time = 0; time < rig.options.faults; time++) {
    const service = services[time % services.length] as Service
    const process = rig.processes[service]
    const from = Date.now()
    const exitCode = await process.kill('SIGTERM')
    const took = Date.now() - from
    if (exitCode !== 0) findings.push(`${service} ended with ${exitCode ?? 'a signal'} on SIGTERM`)
    if (took > STOPPED_WITHIN_MS) findings.push(`${service} took ${took} ms to stop`)
    process.start()
    await process.whenReady()
    await progress(rig, rig.chance.whole(10, 40))
  }
  return findings
}

/** Further instances of reporting come and go, four at once, every second one without a word: about ten a minute. */
async function comeAndGo(rig: Rig): Promise<void> {
  const count = Math.max(rig.options.faults, MEMBERS_AT_ONCE)
  const from = Date.now()
  let come = 0
  const comeInTurn = async () => {
    while (come < count) await comeAndLeave(rig, come++ % 2 === 0 ? 'SIGKILL' : 'SIGTERM')
  }
  await Promise.all(Array.from({ length: MEMBERS_AT_ONCE }, comeInTurn))
  rig.notes.push(`${count} members came and went in ${Math.round((Date.now() - from) / 1_000)} s`)
}

async function comeAndLeave(rig: Rig, signal: NodeJS.Signals): Promise<void> {
  const member = await rig.another('reporting')
  member.start()
  await member.whenReady()
  await pause(rig.chance.whole(STAYS_MS.from, STAYS_MS.to))
  await member.kill(signal)
}

export const comingsAndGoings: Trial[] = [
  {
    number: 9,
    name: 'SIGTERM 停止 under load',
    passes: 'exit 0 within 10 s; Exact',
    expected: { rebuild: true },
    faultsARun: 20,
    control: {
      without: 'the orderly end: SIGTERM is not heard',
      patches: [{ file: 'libs/service-kit/src/operation/service.ts', find: `    process.once('SIGTERM', end)\n`, put: '' }],
      apps: ['organization'],
    },
    run: async (rig) => {
      const findings: string[] = []
      await underLoad(rig, EVERYTHING, async () => void findings.push(...(await stopEach(rig))))
      return findings
    },
  },
  {
    number: 13,
    name: '实例进出 consumers join and leave',
    passes: 'Exact; about ten a minute; the load goes on, and the read models in every 15 s',
    expected: { rebuild: true },
    faultsARun: 20,
    control: {
      without: 'the place of the read models: a member goes on from what it told Kafka before it wrote',
      patches: [
        {
          file: 'libs/messaging/src/consumer/batches.ts',
          find: '      if (!payload.isRunning() || payload.isStale()',
          put: `      payload.resolveOffset(chunk[chunk.length - 1]?.offset ?? '')\n      await payload.commitOffsetsIfNecessary(payload.uncommittedOffsets())\n      await new Promise((resolve) => setTimeout(resolve, 300))\n      if (!payload.isRunning() || payload.isStale()`,
        },
        {
          file: 'libs/messaging/src/consumer/group.ts',
          find: 'if (!others.has(`${topic}@${partition}`)) this',
          put: 'if (next < 0) this',
        },
      ],
      apps: ['reporting'],
    },
    run: async (rig) => {
      let longest = 0
      await underLoad(rig, EVERYTHING, async () => void (longest = await longestStandstill(rig, 'reporting', () => comeAndGo(rig))))
      const standstill = `the read models stood still for ${(longest / 1_000).toFixed(1)} s at most`
      rig.notes.push(standstill)
      return longest > STANDS_STILL_MS ? [standstill] : []
    },
  },
]
