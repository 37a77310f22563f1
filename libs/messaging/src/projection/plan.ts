import type { Envelope } from '@sizhang/contracts'
import type { Reading } from '../consumer/read'
import type { Write } from '../when'

/** Asks the handlers of a service what a fact changes; undefined when it has no handler for the type. */
export type Handle = (event: Envelope) => Promise<Write[] | undefined>

/** One fact and what the handlers make of it. */
export interface Step {
  reading: Reading
  seq: number
  /** Undefined: no handler wants it. */
  writes: Write[] | undefined
}

/** What is to be done with the records of one aggregate that stand in a chunk. */
export interface Plan {
  key: string
  steps: Step[]
  duplicates: number
  /** The record that stops the aggregate. */
  stop?: { reading: Reading; reason: string } | undefined
  /** Later records of an aggregate that is stopped, in order. */
  behind: Reading[]
}

/** How an aggregate stands before its records are looked at. */
export interface Standing {
  /** The last sequence applied. */
  applied: number
  parked: boolean
}

/**
 * Decides on the records of one aggregate in order: drops what is known, stops at what cannot be read, at a gap and where a handler throws.
 * A gap is lost data or a bug, so nothing is ever skipped.
 */
export async function plan(key: string, readings: readonly Reading[], standing: Standing, handle: Handle): Promise<Plan> {
  const planned: Plan = { key, steps: [], duplicates: 0, behind: [] }
  let applied = standing.applied
  for (const reading of readings) {
    if (reading.seq && reading.seq <= applied) {
      planned.duplicates += 1
    } else if (standing.parked || planned.stop) {
      planned.behind.push(reading)
    } else if ('reason' in reading) {
      planned.stop = { reading, reason: reading.reason }
    } else if (reading.seq > applied + 1) {
      planned.stop = { reading, reason: `a gap: after ${applied} comes ${reading.seq}` }
    } else {
      try {
        planned.steps.push({ reading, seq: reading.seq, writes: await handle(reading.event) })
        applied = reading.seq
      } catch (error) {
        planned.stop = { reading, reason: `the handler failed: ${String(error)}` }
      }
    }
  }
  return planned
}

/** The same plan ending before `step`, which turned out to be impossible. */
export function cut(planned: Plan, step: Step, reason: string): Plan {
  const at = planned.steps.indexOf(step)
  const after = planned.steps.slice(at + 1).map(({ reading }) => reading)
  const later = planned.stop ? [planned.stop.reading, ...planned.behind] : planned.behind
  return { ...planned, steps: planned.steps.slice(0, at), stop: { reading: step.reading, reason }, behind: [...after, ...later] }
}
