import { until } from '@sizhang/engines'
import type { Shares } from '../rig/commands'
import type { Rig } from '../rig/rig'

export const EVERYTHING: Shares = { organization: 1, membership: 2, activity: 1 }

const PROGRESS_WITHIN = 120_000

/** Waits until clients were told of so many more commands, or of what they should not; a load that stands still is a complaint. */
export async function progress(rig: Rig, count: number): Promise<void> {
  const { entries, complaints } = rig.ledger
  const goal = entries.length + count
  const there = await until(async () => entries.length >= goal || complaints.length > 0, { within: PROGRESS_WITHIN, every: 2 })
  if (!there) rig.ledger.complain(`${goal - entries.length} of ${count} commands had no answer within ${PROGRESS_WITHIN / 1_000} s`)
}

/**
 * Makes a fault at a random moment of a load, has it healed, lets the load go on for a while, and sends some accepted
 * commands again: each must give its first answer.
 */
export async function underLoad(rig: Rig, shares: Shares, faultAndHeal: () => Promise<void>, after = 100): Promise<void> {
  const load = rig.load(shares)
  await progress(rig, rig.chance.whole(40, 250))
  await faultAndHeal()
  await progress(rig, after)
  await load.stop()
  await load.repeat(30, rig.chance)
}
