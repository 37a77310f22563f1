import { readFileSync } from 'node:fs'

/**
 * Under npm, a signal to npm ends npm and its shell and leaves this process alone: calls back when that has happened.
 * Started in another way, a process may outlive its parent, and nothing is watched.
 */
export function whenNpmEnds(ended: () => void): void {
  if (!process.env['npm_lifecycle_event']) return
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`
  const first = ancestors()
  const timer = setInterval(() => {
    if (ancestors() === first) return
    clearInterval(timer)
    ended()
  }, 500)
  timer.unref()
}

function parentOf(pid: number): string | undefined {
  try {
    return /\nPPid:\t(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}
