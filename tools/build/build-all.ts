import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '@sizhang/engines'
import { fingerprint } from './fingerprint'

const record = 'dist/apps/.built'

/**
 * Builds the projects by Nx, which takes what has not changed from its cache. When no source changed since the last time,
 * Nx itself is left out: its own start costs more than all the rest.
 */
export async function buildAll(projects: string[], root: string, progress: (done: number) => void): Promise<void> {
  const key = `${projects.join(',')} ${fingerprint(root)}`
  if (isBuilt(projects, root, key)) return progress(projects.length)
  const output = await runNx(projects, root, progress)
  if (output !== undefined) throw new Problem('构建失败。', `The build failed:\n${output}`)
  mkdirSync(join(root, 'dist/apps'), { recursive: true })
  writeFileSync(join(root, record), key)
}

function isBuilt(projects: string[], root: string, key: string): boolean {
  if (!existsSync(join(root, record)) || readFileSync(join(root, record), 'utf8') !== key) return false
  return projects.every((project) => existsSync(join(root, 'dist/apps', project)))
}

/** Runs the build targets; gives what Nx wrote when it failed. */
function runNx(projects: string[], root: string, progress: (done: number) => void): Promise<string | undefined> {
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js')
  const args = [nx, 'run-many', '--target=build', `--projects=${projects.join(',')}`, '--outputStyle=static']
  const env = { ...process.env, NX_TUI: 'false', NX_DAEMON: 'false', FORCE_COLOR: '0' }
  return new Promise((resolve) => {
    let output = ''
    let done = 0
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (finished(output) > done) progress((done = finished(output)))
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? undefined : output.trim()))
  })
}

/** How many projects Nx has reported as built, or taken from its cache. */
export const finished = (output: string) => new Set(output.match(/^> nx run [\w-]+:build/gm)).size
