import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { JestResults } from './results'

/** Runs Jest once over all projects; gives its own count, or nothing when it did not come to one. */
export async function runJest(
  args: string[],
  results: string,
  env: NodeJS.ProcessEnv,
  stop: AbortSignal,
): Promise<JestResults | undefined> {
  rmSync(results, { force: true })
  const jest = ['node_modules/jest/bin/jest.js', '--config', 'jest.config.cjs', '--json', '--outputFile', results, ...args]
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, jest, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    stop.addEventListener('abort', () => child.kill('SIGTERM'))
    child.on('error', () => resolve())
    child.on('close', () => resolve())
  })
  return existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as JestResults) : undefined
}
