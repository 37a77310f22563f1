import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Generated } from './files'
import { textOf } from './files'
import type { Generator } from './generators'

/** What a run has to say, and whether all is as it should be. */
interface Outcome {
  good: boolean
  lines: string[]
}

/** Writes what has changed. A generator whose sources are wrong is named and does not stop the others. */
export async function write(generators: readonly Generator[]): Promise<Outcome> {
  const { stale, faults } = await run(generators)
  for (const { file, text } of stale) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return { good: faults.length === 0, lines: [...stale.map(({ file }) => `written  ${file}`), ...faults, `${stale.length} changed`] }
}

/** Compares only: each file that is not as its sources say is named, with the command that writes it. */
export async function compare(generators: readonly Generator[]): Promise<Outcome> {
  const { stale, faults } = await run(generators)
  const lines = stale.map(({ file }) => `${file} is not what its sources say: run \`node tools/run.mjs generate\` and commit it`)
  return { good: lines.length + faults.length === 0, lines: [...lines, ...faults] }
}

async function run(generators: readonly Generator[]): Promise<{ stale: Generated[]; faults: string[] }> {
  const stale: Generated[] = []
  const faults: string[] = []
  for (const generator of generators) {
    try {
      const files = await generator.run()
      stale.push(...files.filter(({ file, text }) => textOf(file) !== text))
    } catch (error) {
      faults.push(`${generator.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { stale, faults }
}
