import { explain, whenNpmEnds } from '@sizhang/engines'
import { runTests } from './run-tests'

/** `npm test`: every test on real engines; arguments go on to Jest. */
async function main(): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
  whenNpmEnds(() => stop.abort())
  process.exit(await runTests(process.argv.slice(2), stop.signal))
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
