import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { apps, services, type App } from '@sizhang/engines'
import { localDateOf } from '@sizhang/service-kit/rules'
import type { Rig } from '../../rig/rig'
import { callerToken, type Granted } from '../../rig/tokens'
import type { Trial } from '../../trial'

const DAY_MS = 86_400_000
/** Midnight in Asia/Shanghai, in milliseconds after that of UTC. */
const SHANGHAI_MIDNIGHT_MS = 16 * 3_600_000
/** Long enough to start the apps with another clock, on most machines; a slower one is given twice as long, and again. */
const LEAD_MS = 20_000
const LONGEST_LEAD_MS = 160_000
const AROUND_MS = 1_500
const CLIENTS = 5
const QUESTION = JSON.stringify({ query: '{ units(first: 1) { nodes { id } } }' })

interface Asked {
  sent: number
  received: number
  allowed: boolean
  text: string
}

/** A right ends at midnight while its holder goes on asking: by a token that says from when to when, through the gateway and at a service. */
async function atMidnight(rig: Rig): Promise<string[]> {
  const findings: string[] = []
  for (let time = 0; time < rig.options.faults && findings.length === 0; time++) {
    const { midnight, shifted } = await startedBefore(rig)
    const within = { kind: 'AREA', code: rig.city.towns[0] ?? '' } as const
    const until = localDateOf(new Date(shifted))
    const grants: Granted[] = ['TOWN_SECRETARY', 'ANALYST'].map((role) => ({ role, within, from: '2018-01-01', until }))
    const token = await callerToken(rig.settings.secrets.callerSigningKey, grants)
    await pause(Math.max(0, midnight - AROUND_MS - Date.now()))
    const doors: App[] = ['gateway', 'organization']
    const clients = doors.flatMap((app) => Array.from({ length: CLIENTS }, () => askUntil(rig, app, token, midnight + AROUND_MS)))
    const asked = (await Promise.all(clients)).flat()
    findings.push(...wrongAround(midnight, asked))
    rig.notes.push(nearest(midnight, asked))
  }
  return findings
}

/** Starts all apps so that they hold a moment which comes soon for midnight; answers it by our clock, and by theirs. */
async function startedBefore(rig: Rig): Promise<{ midnight: number; shifted: number }> {
  for (let lead = LEAD_MS; lead <= LONGEST_LEAD_MS; lead *= 2) {
    const midnight = Date.now() + lead
    const shifted = Math.floor((midnight - SHANGHAI_MIDNIGHT_MS) / DAY_MS) * DAY_MS + SHANGHAI_MIDNIGHT_MS
    await restartAt(rig, shifted - midnight)
    if (Date.now() < midnight - AROUND_MS) return { midnight, shifted }
  }
  throw new Error(`the apps took longer than ${LONGEST_LEAD_MS - AROUND_MS} ms to start`)
}

/** Starts all apps anew with a clock that is so many milliseconds off. */
async function restartAt(rig: Rig, offset: number): Promise<void> {
  await Promise.all(apps.map((app) => rig.processes[app].stop()))
  const preload = `--require=${join(rig.settings.root, 'tools/trials/rig/shifted-clock.cjs')}`
  Object.assign(rig.settings.env ?? {}, { NODE_OPTIONS: preload, CLOCK_OFFSET_MS: String(offset) })
  await rig.startApps()
}

async function askUntil(rig: Rig, app: App, token: string, end: number): Promise<Asked[]> {
  const asked: Asked[] = []
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  while (Date.now() < end) {
    const sent = Date.now()
    const response = await fetch(`${rig.processes[app].url}/graphql`, { method: 'POST', headers, body: QUESTION })
    const text = await response.text()
    asked.push({ sent, received: Date.now(), allowed: text.includes('"nodes"'), text: `${app}: ${text.slice(0, 200)}` })
  }
  return asked
}

function wrongAround(midnight: number, asked: readonly Asked[]): string[] {
  const refused = asked.filter(({ received, allowed }) => received < midnight && !allowed)
  const allowed = asked.filter((one) => one.sent > midnight && one.allowed)
  const before = asked.some((one) => one.received < midnight)
  const after = asked.some(({ sent }) => sent > midnight)
  return [
    ...refused.slice(0, 3).map(({ received, text }) => `refused ${midnight - received} ms before midnight: ${text}`),
    ...allowed.slice(0, 3).map(({ sent, text }) => `allowed ${sent - midnight} ms after midnight: ${text}`),
    ...(before && after ? [] : ['nothing was asked before midnight, or nothing after it']),
  ]
}

/** How near to midnight answers came, for who reads of the run: a busy machine answers less often. */
function nearest(midnight: number, asked: readonly Asked[]): string {
  const before = Math.min(...asked.flatMap(({ received }) => (received < midnight ? midnight - received : [])))
  const after = Math.min(...asked.flatMap(({ sent }) => (sent > midnight ? sent - midnight : [])))
  return `${before} ms before and ${after} ms after midnight`
}

export const midnightTrials: Trial[] = [
  {
    number: 22,
    name: '权限在零点到期 a right ends at midnight while requests run',
    passes: 'answered up to 00:00 in Asia/Shanghai, refused from then on, by a token that was issued before',
    faultsARun: 20,
    control: {
      without: 'the days of a grant: whoever had a right has it for ever',
      patches: [{ file: 'libs/service-kit/src/rights/reach.ts', find: ' || !inForce(grant, on)) continue', put: ') continue' }],
      apps: ['gateway', ...services],
    },
    run: atMidnight,
  },
]
