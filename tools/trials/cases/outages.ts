import { setTimeout as lasting } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { type App, apps, services, until } from '@sizhang/engines'
import { documentOf } from '../rig/commands'
import { caughtUpBy } from '../measures/caught-up'
import type { Bench, Rig } from '../rig/rig'
import { send, type Answer } from '../rig/send'
import type { Trial } from '../trial'
import { noSweeper } from './guards'
import { EVERYTHING, progress, underLoad } from './under-load'

const KAFKA_AWAY_MS = { short: 12_000, full: 60_000 }
const DATABASE_FROZEN_MS = { short: 12_000, full: 20_000 }
const CAUGHT_UP_WITHIN_MS = 60_000
const REFUSED_WITHIN_MS = 5_000
const LEARNT_WITHIN_MS = 60_000
const ENGINES = ['kafka', 'mongo'] as const
/** Commands after Kafka's return: few, so that there soon is an end to what can be caught up with. */
const AFTER_RETURN = 20

/** Commands go on being answered while Kafka is away. */
async function withoutKafka(rig: Rig, bench: Bench): Promise<void> {
  const pids = await deadNow(rig)
  await bench.end('kafka')
  const away = lasting(rig.options.short ? KAFKA_AWAY_MS.short : KAFKA_AWAY_MS.full)
  await progress(rig, 100)
  await away
  await bench.restart('kafka')
  const dead = (await deadNow(rig)).filter((app) => !pids.includes(app))
  if (dead.length > 0) rig.ledger.complain(`${dead.join()} died while Kafka was away`)
}

async function deadNow(rig: Rig): Promise<string[]> {
  return apps.filter((app) => !rig.processes[app].runs)
}

/** What a client is told while the database does not answer, and how soon: by the graph, where it costs its field, and by the service itself. */
async function whileFrozen(rig: Rig, bench: Bench): Promise<void> {
  bench.signal('mongo', 'SIGSTOP')
  const frozen = lasting(rig.options.short ? DATABASE_FROZEN_MS.short : DATABASE_FROZEN_MS.full)
  const again = await Promise.all([refusedInTime(rig, 'gateway', 200), refusedInTime(rig, 'membership', 503)])
  await frozen
  bench.signal('mongo', 'SIGCONT')
  // The database may save what it was given before: who sends it once more is told.
  for (const sendAgain of again) await until(async () => !(await sendAgain()).errors, { within: LEARNT_WITHIN_MS })
}

/** Sends a command that must be refused; gives how it is sent again. */
async function refusedInTime(rig: Rig, app: App, wanted: number): Promise<() => Promise<Answer>> {
  const command = { commandId: randomUUID(), input: { name: '冻结' } }
  const from = Date.now()
  const { status, errors } = await send(rig, documentOf('registerPerson'), command, app)
  const took = Date.now() - from
  const code = errors?.[0]?.extensions?.code
  if (took > REFUSED_WITHIN_MS) rig.ledger.complain(`${app} answered for a frozen database after ${took} ms`)
  if (status !== wanted || code !== 'UNAVAILABLE')
    rig.ledger.complain(`${app} answered for a frozen database by ${status} ${code}, not by ${wanted} UNAVAILABLE`)
  return () => send(rig, documentOf('registerPerson'), command)
}

/** Services that were started before an engine: live, not ready, and later ready by themselves. */
async function startBefore(engine: 'kafka' | 'mongo', rig: Rig, bench: Bench): Promise<string[]> {
  const findings: string[] = []
  await bench.end(engine)
  for (const app of apps) rig.processes[app].start()
  for (const service of services) {
    const { url } = rig.processes[service]
    const live = await statusOf(`${url}/health/live`, 200)
    const ready = await statusOf(`${url}/health/ready`, 503)
    if (live !== 200 || ready !== 503) findings.push(`without ${engine} ${service} says live ${live}, ready ${ready}`)
  }
  await bench.restart(engine)
  await Promise.all(apps.map((app) => rig.processes[app].whenReady()))
  return findings
}

/** Asks until the status is as wanted, for half a minute; gives the last. */
async function statusOf(url: string, wanted: number): Promise<number> {
  let status = 0
  for (const end = Date.now() + 30_000; status !== wanted && Date.now() < end; await lasting(100))
    status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    )
  return status
}

export const outages: Trial[] = [
  {
    number: 10,
    name: 'Kafka 停 60 秒 stopped for 60 s',
    passes: 'writes go on with 200; lag 0 within 60 s of its return; Exact; no process died',
    expected: { rebuild: true },
    faultsARun: 4,
    control: {
      without: 'the relay: what Kafka did not take is not sent again',
      patches: [
        ...noSweeper.patches,
        {
          file: 'libs/messaging/src/outbox/relay.ts',
          find: `        this.failing = \`\${this.older`,
          put: `        this.queue.clear()\n        this.failing = \`\${this.older`,
        },
      ],
      apps: ['organization', 'membership', 'activity'],
    },
    run: async (rig, bench) => {
      let returned = 0
      const outages = async () => {
        for (let time = 0; time < rig.options.faults; time++) await withoutKafka(rig, bench)
        returned = Date.now()
      }
      await underLoad(rig, EVERYTHING, outages, AFTER_RETURN)
      return caughtUpBy(rig, returned + CAUGHT_UP_WITHIN_MS)
    },
  },
  {
    number: 11,
    name: '启动时引擎不在 Kafka, then MongoDB, away at start',
    passes: 'services wait: live 200, ready 503; they work later by themselves; Exact',
    startsItself: true,
    expected: { rebuild: true },
    faultsARun: 4,
    control: {
      without: 'the wait for Kafka: a service that does not find it gives up',
      patches: [
        {
          file: 'libs/messaging/src/client/topics.ts',
          find: `      options.logger.warn({ err: error, failures }, 'topics wait for Kafka')`,
          put: `      process.exit(1)`,
        },
      ],
      apps: ['organization', 'membership', 'activity', 'reporting'],
    },
    run: async (rig, bench) => {
      const findings = await startBefore('kafka', rig, bench)
      await rig.foundCity()
      await underLoad(rig, EVERYTHING, async () => {})
      for (let time = 1; time < Math.max(rig.options.faults, ENGINES.length); time++) {
        await Promise.all(apps.map((app) => rig.processes[app].stop()))
        findings.push(...(await startBefore(ENGINES[time % ENGINES.length] ?? 'kafka', rig, bench)))
        await underLoad(rig, EVERYTHING, async () => {})
      }
      return findings
    },
  },
  {
    number: 12,
    name: 'MongoDB 冻结 20 秒，kill -9 frozen for 20 s, and killed',
    passes: 'UNAVAILABLE within 5 s, by the service with 503, by the graph with 200 at the field; nothing parked; Exact',
    faultsARun: 4,
    expected: { rebuild: true },
    control: {
      without: 'the question whether the database answers at all: a request waits as long as the driver does',
      patches: [
        {
          file: 'libs/service-kit/src/graph/graph-requests.ts',
          find: `reject(new Rejected('UNAVAILABLE'))`,
          put: `await new Promise<never>(() => undefined)`,
        },
      ],
      apps: ['membership'],
    },
    run: async (rig, bench) => {
      await underLoad(rig, EVERYTHING, async () => {
        for (let time = 0; time < rig.options.faults; time++) {
          await whileFrozen(rig, bench)
          await progress(rig, rig.chance.whole(20, 80))
          await bench.end('mongo', 'SIGKILL')
          await bench.restart('mongo')
        }
      })
      return []
    },
  },
]
