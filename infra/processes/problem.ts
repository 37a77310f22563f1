/** Something the user can mend: one message that names it and the way out, Chinese first. */
export class Problem extends Error {
  override readonly name = 'Problem'

  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh}\n${en}`)
  }
}

/** The text for the screen: a problem's two lines, anything else with its stack. */
export function explain(error: unknown): string {
  if (error instanceof Problem) return error.message
  if (isFull(error)) return fullDisk(String((error as NodeJS.ErrnoException).path ?? '')).message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** A full disk, wherever it showed. */
export function fullDisk(where: string): Problem {
  return new Problem(`磁盘空间不足：${where}。请清理后重试。`, `The disk is full: ${where}. Free some space and try again.`)
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
}
