import { join } from 'node:path'
import {
  AppProcess,
  apps,
  type Engines,
  type EngineSettings,
  engineSettings,
  explain,
  portsFrom,
  requireFree,
  secretsForStart,
  secretsIn,
  type StackSettings,
  startEngines,
  titles,
} from '@sizhang/engines'
import { buildAll } from '../build/build-all'
import { demoOf } from './demo'
import type { Options } from './options'
import { reset } from './reset'
import { readyScreen, Steps } from './screen'
import { Supervisor } from './supervisor'

/** One run of `npm start`. */
export class Start {
  private readonly settings: EngineSettings
  private readonly steps: Steps
  private readonly supervisor: Supervisor
  private readonly stopping = new AbortController()
  private engines?: Promise<Engines>
  private apps: AppProcess[] = []

  constructor(
    private readonly options: Options,
    private readonly say: (line: string) => void,
  ) {
    this.settings = { ...engineSettings(say), way: options.engines }
    this.steps = new Steps(say)
    this.supervisor = new Supervisor(say)
  }

  /** Brings everything up; it then runs until it is interrupted. */
  async run(): Promise<void> {
    try {
      await this.bringUp()
    } catch (error) {
      if (this.stopping.signal.aborted) return
      console.error(`\n${explain(error)}`)
      await this.bringDown()
      process.exit(1)
    }
  }

  /** Ctrl-C: stops everything in order; a second time: kills what is left. */
  interrupted(): void {
    if (this.stopping.signal.aborted) {
      for (const app of this.apps) void app.kill('SIGKILL')
      process.exit(130)
    }
    this.stopping.abort()
    this.say('\n正在停止 stopping')
    const from = performance.now()
    void this.bringDown().then(() => {
      this.say(`已停止 stopped  ${((performance.now() - from) / 1000).toFixed(1)} s`)
      process.exit(0)
    })
  }

  private async bringUp(): Promise<void> {
    const { home, root } = this.settings
    const { options, steps } = this
    if (options.reset) await reset(this.settings, options)
    const ports = portsFrom(options.port)
    for (const app of options.only) await requireFree(ports[app], `${titles[app]}服务 ${app}`, '--port')
    const kept = join(home, 'secrets.json')
    // Apps that run beside those started alone know the keys that there are.
    const secrets = options.only.length === apps.length ? secretsForStart(kept, new Date()) : secretsIn(kept)
    const { brokers, mongoUri, own } = await this.enginesAndBuild()
    const demo = await demoOf(this.settings, mongoUri, options)
    const stack: StackSettings = { root, home, ports, brokers, mongoUri, secrets, env: chosen() }
    await this.startApps(stack)
    for (const { name, log, ended, restart } of own) this.supervisor.keep({ name, log, ended, start: restart })
    const membership = this.apps.find(({ app }) => app === 'membership')
    const firstPassword = (await membership?.health())?.firstPassword ? secrets.firstPassword : undefined
    this.say(readyScreen({ stack, only: options.only, firstPassword, demo: demo.wanted, took: steps.took }))
    await demo.load({ gateway: `http://127.0.0.1:${ports.gateway}`, signingKey: secrets.callerSigningKey }, (line) =>
      this.sayUnlessStopping(line),
    )
  }

  private sayUnlessStopping(line: string): void {
    if (!this.stopping.signal.aborted) this.say(line)
  }

  private async enginesAndBuild(): Promise<Engines> {
    const { options, steps, settings } = this
    const projects = options.only.includes('gateway') ? [...options.only, 'portal'] : options.only
    this.engines = steps.time('引擎 engines', () => startEngines(settings))
    const built = steps.time('构建 build', () =>
      buildAll(projects, settings.root, (done) => steps.progress('构建 build', done, projects.length)),
    )
    const [engines] = await Promise.all([this.engines, built])
    this.stopping.signal.throwIfAborted()
    return engines
  }

  /** All at once: loading its code is most of an app's start, and the gateway takes each service in as it comes. */
  private async startApps(stack: StackSettings): Promise<void> {
    this.apps = this.options.only.map((app) => new AppProcess(app, stack))
    let ready = 0
    await this.steps.time('服务 services', () =>
      Promise.all(
        this.apps.map(async (app) => {
          app.start()
          await app.whenReady()
          this.steps.progress('服务 services', ++ready, this.apps.length)
        }),
      ),
    )
    for (const app of this.apps) {
      const again = async () => {
        app.start()
        await app.whenReady()
      }
      this.supervisor.keep({ name: `${titles[app.app]}服务 ${app.app}`, log: app.log, ended: () => app.whenGone(), start: again })
    }
  }

  /** The gateway first, so that nobody is let in any more, then the services, the engines last. */
  private async bringDown(): Promise<void> {
    this.supervisor.release()
    await Promise.all(this.apps.filter(({ app }) => app === 'gateway').map((app) => app.stop()))
    await Promise.all(this.apps.map((app) => app.stop()))
    const engines = await this.engines?.catch(() => undefined)
    await engines?.stop()
  }
}

/** Settings of the user's own environment that go on to the apps. */
function chosen(): Record<string, string> {
  const { NODE_ENV } = process.env
  return NODE_ENV ? { NODE_ENV } : {}
}
