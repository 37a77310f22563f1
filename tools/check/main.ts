import { availableParallelism } from 'node:os'
import { runSteps } from './run-steps'
import { steps } from './all-steps'

/** `npm run check`: everything that can be said of the code without running it. */
async function main(): Promise<void> {
  const began = performance.now()
  const outcomes = await runSteps(steps(), Math.max(2, availableParallelism()), ({ name, took, faults, verdict }) => {
    const mark = faults.length === 0 ? '✓' : '✗'
    console.log(`${mark} ${name.padEnd(22)} ${seconds(took).padStart(7)}  ${faults.length === 0 ? verdict : `${faults.length} to mend`}`)
  })
  const failed = outcomes.filter(({ faults }) => faults.length > 0)
  for (const { name, faults, mend } of failed) console.log(`\n✗ ${name}\n${faults.join('\n')}\n→ ${mend}`)
  const sum = `${outcomes.length - failed.length} of ${outcomes.length} good, ${seconds(performance.now() - began)}`
  console.log(failed.length === 0 ? `\n${sum}` : `\n${sum}. To mend: ${failed.map(({ name }) => name).join(', ')}`)
  process.exitCode = failed.length === 0 ? 0 : 1
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

void main()
