import { readFileSync } from 'node:fs'

/**
 * Whether a process is over, its files and ports with it, whoever started it.
 * Its command line is gone sooner, while its threads still hold them; its number may stay longer, until its parent collects it.
 */
export function ended(pid: number): boolean {
  const status = statusOf(pid)
  return status === undefined || (/^State:\s+[ZX]/m.test(status) && !/^Threads:\s+([2-9]|\d\d)/m.test(status))
}

function statusOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return undefined
  }
}
