import { generators } from '../../generate/generators'
import { compare } from '../../generate/outputs'
import type { Finding } from '../step'

/** What is generated is what its sources say. */
export async function generated(): Promise<Finding> {
  const { good, lines } = await compare(generators)
  return {
    verdict: 'as their sources say',
    faults: good ? [] : lines,
    mend: 'Run `node tools/run.mjs generate` and commit what it writes.',
  }
}
