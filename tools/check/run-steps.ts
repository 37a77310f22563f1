import type { Finding, Step } from './step'

/** A step's outcome with its time in milliseconds. */
export interface Outcome extends Finding {
  name: string
  took: number
}

/**
 * Runs the steps, so many at once, and tells each outcome in the order of the list, whichever is done first.
 * A step that throws is a fault like any other.
 */
export async function runSteps(steps: readonly Step[], atOnce: number, tell: (outcome: Outcome) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  let next = 0
  let told = 0
  const worker = async (): Promise<void> => {
    for (let index = next++; index < steps.length; index = next++) {
      const step = steps[index]
      if (step) outcomes[index] = await outcomeOf(step)
      for (let ready = outcomes[told]; ready; ready = outcomes[told]) {
        told++
        tell(ready)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return outcomes
}

async function outcomeOf(step: Step): Promise<Outcome> {
  const began = performance.now()
  const finding = await findingOf(step)
  return { ...finding, name: step.name, took: performance.now() - began }
}

async function findingOf(step: Step): Promise<Finding> {
  try {
    return await step.run()
  } catch (error) {
    return { verdict: '', faults: [error instanceof Error ? error.message : String(error)], mend: 'Mend what the message names.' }
  }
}
