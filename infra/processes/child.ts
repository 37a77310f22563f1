import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Program {
  command: string
  args: string[]
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** Takes the program's output, anew or appended. */
  log: string
  append?: boolean
  /** The signal it gets when this process dies, however it dies; left out, it lives on in the background. */
  whenWeDie?: 'TERM' | 'KILL'
}

const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => existsSync(file))

/**
 * Starts a program in a session of its own, so that Ctrl-C reaches this process alone, which then stops its children in order.
 * Where the system has `setpriv`, the kernel ends the child when this process dies, even by SIGKILL.
 */
export function startChild({ command, args, env, cwd, log, append = false, whenWeDie }: Program): ChildProcess {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, append ? 'a' : 'w', 0o600)
  const bound = whenWeDie && setpriv ? [setpriv, '--pdeathsig', whenWeDie, '--', command] : [command]
  const [file = command, ...before] = bound
  const child = spawn(file, [...before, ...args], { cwd, env: env ?? process.env, detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  child.on('error', () => undefined)
  if (!whenWeDie) child.unref()
  return child
}

/** Whether the child still runs. */
export function runs(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}

/** Resolves when the child is gone. */
export function gone(child: ChildProcess): Promise<void> {
  return runs(child) ? new Promise((resolve) => child.once('exit', () => resolve())) : Promise.resolve()
}

/** Asks the child to stop; after `grace` milliseconds it is killed. */
export async function stopChild(child: ChildProcess, grace = 10_000): Promise<void> {
  if (!runs(child)) return
  const timer = setTimeout(() => child.kill('SIGKILL'), grace)
  child.kill('SIGTERM')
  await gone(child)
  clearTimeout(timer)
}

/** The last lines of a log, for a message. */
export function lastLines(log: string, count = 8): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : ''
}
