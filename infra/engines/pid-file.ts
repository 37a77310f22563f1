import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Running {
  pid: number
  port: number
}

/** Where an engine's process is remembered, so that other commands find and stop it. */
export class PidFile {
  private readonly file: string

  /** `mark` is text that the engine's command line holds: a reused pid is not taken for it. */
  constructor(
    home: string,
    name: string,
    private readonly mark: string,
  ) {
    mkdirSync(join(home, 'run'), { recursive: true })
    this.file = join(home, 'run', `${name}.json`)
  }

  write(running: Running): void {
    writeFileSync(this.file, JSON.stringify(running))
  }

  clear(): void {
    rmSync(this.file, { force: true })
  }

  /** The engine's process, when it lives. */
  read(): Running | undefined {
    if (!existsSync(this.file)) return undefined
    const running = JSON.parse(readFileSync(this.file, 'utf8')) as Running
    return this.lives(running.pid) ? running : undefined
  }

  lives(pid: number): boolean {
    const commandLine = `/proc/${pid}/cmdline`
    return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(this.mark)
  }
}
