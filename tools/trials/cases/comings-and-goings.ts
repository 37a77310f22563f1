import { type AppProcess, type Service, services } from '@sizhang/engines'
import type { Rig } from '../rig/rig'
import type { Trial } from '../trial'
import { EVERYTHING, progress, underLoad } from './under-load'

const STOPPED_WITHIN_MS = 10_000

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

/** Further instances of reporting come and go, every second one without a word. */
async function comeAndGo(rig: Rig): Promise<void> {
  const members: AppProcess[] = []
  for (let count = 0; count < Math.max(rig.options.faults, 3); count++) {
    const member = await rig.another('reporting')
    member.start()
    await member.whenReady()
    members.push(member)
    await progress(rig, rig.chance.whole(10, 60))
    if (members.length > 2) await members.shift()?.kill(count % 2 === 0 ? 'SIGKILL' : 'SIGTERM')
  }
  for (const member of members) await member.kill('SIGTERM')
}

export const comingsAndGoings: Trial[] = [
  {
    number: 9,
    name: 'SIGTERM 停止 under load',
    passes: 'exit 0 within 10 s; Exact',
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
    passes: 'Exact; the load and the read models go on meanwhile',
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
      await underLoad(rig, EVERYTHING, () => comeAndGo(rig))
      return []
    },
  },
]
