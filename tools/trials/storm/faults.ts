import type { AppProcess } from '@sizhang/engines'
import type { Bench, Rig } from '../rig/rig'
import type { Fleet } from './fleet'

/** What a storm does to a system that works, each as often as its weight says. */
export const storms: { name: string; weight: number; strike: (place: Place) => Promise<void> }[] = [
  { name: 'kill -9 of an app', weight: 6, strike: async ({ fleet, rig }) => restarted(rig.chance.one(fleet.all), 'SIGKILL') },
  { name: 'SIGTERM of an app', weight: 2, strike: async ({ fleet, rig }) => restarted(rig.chance.one(fleet.all), 'SIGTERM') },
  { name: 'kill -9 of MongoDB', weight: 1, strike: ({ bench }) => engineRestarted(bench, 'mongo') },
  { name: 'kill -9 of Kafka', weight: 1, strike: ({ bench }) => engineRestarted(bench, 'kafka') },
]

interface Place {
  rig: Rig
  bench: Bench
  fleet: Fleet
}

/** Ends an app and starts it again at once, as who supervises it would; nobody waits until it serves. */
async function restarted(app: AppProcess, signal: NodeJS.Signals): Promise<void> {
  await app.kill(signal)
  app.start()
}

async function engineRestarted(bench: Bench, engine: 'kafka' | 'mongo'): Promise<void> {
  await bench.end(engine, 'SIGKILL')
  await bench.restart(engine)
}

/** Which of the faults comes next. */
export function drawn(chance: { next(): number }): (typeof storms)[number] {
  let left = chance.next() * storms.reduce((sum, { weight }) => sum + weight, 0)
  const found = storms.find(({ weight }) => (left -= weight) < 0)
  return found ?? (storms[0] as (typeof storms)[number])
}
