import { generators } from './generators'
import { compare, write } from './outputs'

/** `generate` writes every generated file; `generate --check` names the ones that differ from what it would write. */
async function main(): Promise<void> {
  const outcome = process.argv.includes('--check') ? await compare(generators) : await write(generators)
  console.log(outcome.lines.join('\n'))
  process.exitCode = outcome.good ? 0 : 1
}

void main()
