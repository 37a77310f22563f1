import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { explain, until } from '@sizhang/engines'
import { EVERYTHING } from '../cases/under-load'
import { findingsOf } from '../exact'
import { type Bench, Rig } from '../rig/rig'
import { drawn } from './faults'
import { Fleet } from './fleet'
import { buildNewerRelease, factsOfNewerRelease } from './newer-release'

/** How long a storm lasts and what it goes over. */
export interface StormOptions {
  /** Commands that clients must have been told of before it ends. */
  commands: number
  /** So long services and engines are killed at random. */
  minutes: number
  /** Instances of each app. */
  instances: number
  seed: number
}

/** What came of it. */
export interface StormOutcome extends StormOptions {
  /** How often each fault was made. */
  faults: Record<string, number>
  seconds: number
  findings: string[]
}

const CLERKS = 24
/** Every seat is one document: enough of them that none is filled. */
const TOWNS = 70
const CALM_MS = { from: 500, to: 8_000 }
const TOLD_EVERY_MS = 15_000

/**
 * Commands through the graph while services and engines are killed at random, and then the comparison of everything with everything.
 * In the middle all instances are restarted one after the other, those of activity from a newer release.
 */
export async function runStorm(bench: Bench, options: StormOptions, say: (line: string) => void): Promise<StormOutcome> {
  const { commands, minutes, instances, seed } = options
  const from = Date.now()
  const rig = await Rig.make({ bench, name: `storm-${instances}`, seed, short: false, faults: 0, towns: TOWNS })
  const fleet = await Fleet.start(rig, instances)
  const faults: Record<string, number> = {}
  const told = setInterval(() => {
    const made = Object.values(faults).reduce((sum, count) => sum + count, 0)
    say(`  ${rig.ledger.entries.length} / ${commands} commands, ${made} faults, ${Math.round((Date.now() - from) / 1_000)} s`)
  }, TOLD_EVERY_MS)
  try {
    const findings = await weather(rig, bench, fleet, options, faults).catch((error: unknown) => [explain(error)])
    if (findings.length === 0) findings.push(...(await findingsOf(rig, { rebuild: true })))
    return { ...options, commands: rig.ledger.entries.length, faults, seconds: Math.round((Date.now() - from) / 1_000), minutes, findings }
  } finally {
    clearInterval(told)
    await fleet.stop()
    await rig.stop()
  }
}

async function weather(
  rig: Rig,
  bench: Bench,
  fleet: Fleet,
  { commands, minutes }: StormOptions,
  faults: Record<string, number>,
): Promise<string[]> {
  await rig.foundCity()
  const load = rig.load(EVERYTHING, CLERKS)
  const findings: string[] = []
  const end = Date.now() + minutes * 60_000
  const middle = Date.now() + minutes * 30_000
  const newer = join(rig.settings.root, await buildNewerRelease(rig.settings.root))
  let rolled = false
  while (Date.now() < end) {
    if (!rolled && Date.now() > middle) {
      await fleet.whenReady()
      findings.push(...(await fleet.roll('activity', newer)))
      rolled = true
    }
    const { name, strike } = drawn(rig.chance)
    await strike({ rig, bench, fleet })
    faults[name] = (faults[name] ?? 0) + 1
    await pause(rig.chance.whole(CALM_MS.from, CALM_MS.to))
  }
  await fleet.whenReady()
  const goes = () => rig.ledger.complaints.length === 0
  await until(async () => rig.ledger.entries.length >= commands, { within: 3_600_000, every: 200, stop: () => !goes() })
  await load.stop()
  if (goes()) await load.repeat(200, rig.chance)
  if ((await factsOfNewerRelease(rig)) === 0) findings.push('the newer release of activity recorded nothing: the upgrade tried nothing')
  return findings
}
