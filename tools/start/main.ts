import { explain, whenNpmEnds } from '@sizhang/engines'
import { parseOptions } from './options'
import { Start } from './start'

/** `npm start`: from a fresh clone to a page in the browser; runs until Ctrl-C. */
async function main(): Promise<void> {
  const start = new Start(parseOptions(process.argv.slice(2)), (line) => console.log(line))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => start.interrupted())
  whenNpmEnds(() => start.interrupted())
  await start.run()
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
