import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gone, lastLines, Problem, runs, startChild, stopChild, until } from '../processes'
import { type App, titles } from './apps'
import { environmentOf, type StackSettings, urlOf } from './environment'

const startsWithin = 120_000
/** As in the Dockerfile. Node's own 16 MiB for what is young are full after a few lists: collecting them takes a fifth of a busy service's time. */
const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=32']

/** One built app as a child process. It dies with this process, however that ends. */
export class AppProcess {
  private child?: ChildProcess

  constructor(
    readonly app: App,
    private readonly settings: StackSettings,
  ) {}

  get url(): string {
    return urlOf(this.app, this.settings)
  }

  get log(): string {
    return join(this.settings.home, 'logs', `${this.app}.log`)
  }

  get runs(): boolean {
    return this.child !== undefined && runs(this.child)
  }

  /** Starts the app; `whenReady` tells when it serves. */
  start(): void {
    const { root, bundles = join(root, 'dist/apps') } = this.settings
    const main = join(bundles, this.app, 'main.mjs')
    if (!existsSync(main)) {
      throw new Problem(
        `${titles[this.app]}服务尚未构建。请执行 npx nx build ${this.app}`,
        `${this.app} is not built. Run: npx nx build ${this.app}`,
      )
    }
    const env = { ...process.env, ...environmentOf(this.app, this.settings) }
    this.child = startChild({
      command: process.execPath,
      args: [...NODE_FLAGS, main],
      env,
      cwd: root,
      log: this.log,
      append: this.child !== undefined,
      whenWeDie: 'KILL',
    })
  }

  /** Resolves when `/health/ready` says so; rejects with the last log lines when the app ends before, or takes two minutes. */
  async whenReady(): Promise<void> {
    const ready = await until(async () => (await this.health()).ready, { within: startsWithin, every: 30, stop: () => !this.runs })
    if (ready) return
    throw new Problem(
      `${titles[this.app]}服务没有启动成功，日志 ${this.log}。`,
      `${this.app} did not start. Its log is ${this.log}. Last lines:\n${lastLines(this.log)}`,
    )
  }

  /** What `/health/ready` answers; not ready when nothing does. */
  async health(): Promise<{ ready: boolean; firstPassword?: boolean }> {
    try {
      const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(5000) })
      const { parts } = (await answer.json()) as { parts: { accounts?: { detail?: { firstPassword?: boolean } } } }
      const firstPassword = parts.accounts?.detail?.firstPassword
      return { ready: answer.ok, ...(firstPassword === undefined ? {} : { firstPassword }) }
    } catch {
      return { ready: false }
    }
  }

  /** Resolves when the process is gone, whatever ended it. */
  async whenGone(): Promise<void> {
    if (this.child) await gone(this.child)
  }

  /** Sends a signal that does not end it. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(signal)
  }

  /** Sends a signal and waits for the end; gives the exit code, null where a signal ended the process. */
  async kill(signal: NodeJS.Signals): Promise<number | null> {
    this.child?.kill(signal)
    await this.whenGone()
    return this.child?.exitCode ?? null
  }

  /** Asks the app to stop; after ten seconds it is killed. */
  async stop(): Promise<void> {
    if (this.child) await stopChild(this.child)
  }
}
