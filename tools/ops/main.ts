import { explain } from '@sizhang/engines'
import { runCommand } from './commands'
import { opsSettings } from './settings'

/** Not carried out: a wrong call, an engine that is away, a refusal. */
const NOT_DONE = 2

async function main(): Promise<void> {
  const well = await runCommand(process.argv.slice(2), opsSettings(process.env), (line) => console.log(line))
  process.exit(well ? 0 : 1)
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(NOT_DONE)
})
