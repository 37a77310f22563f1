import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  type App,
  AppProcess,
  apps,
  dropDatabases,
  dropTopics,
  type Engines,
  type EngineSettings,
  engineSettings,
  findLocal,
  freePort,
  generateSecrets,
  kafka,
  mongo,
  Problem,
  type StackSettings,
  startEngines,
} from '@sizhang/engines'
import type { KafkaAsked } from '@sizhang/messaging'
import pino from 'pino'
import { Chance } from '../../demo/chance'
import { operatorAuthorization } from '../../start/operator-token'
import { foundCity, type City } from './city'
import type { Shares } from './commands'
import { Ledger } from './ledger'
import { Load } from './load'

/** Engines of a tool's own, on ports and data that nothing else uses. */
export class Bench {
  private constructor(
    readonly settings: EngineSettings,
    private engines: Engines,
  ) {}

  /** Starts them on empty data in the folder of the tool; refuses while engines run on what is there: they are those of another run. */
  static async open(say: (line: string) => void, tool = 'trials'): Promise<Bench> {
    const common = engineSettings(say)
    const home = join(common.root, '.sizhang', tool)
    const settings: EngineSettings = { ...common, home, way: 'local', kafkaPort: await freePort(), mongoPort: await freePort() }
    const others = [kafka, mongo].flatMap((engine) => findLocal(engine, settings) ?? [])
    if (others.length > 0)
      throw runsAlready(
        home,
        others.map(({ pid }) => pid),
      )
    rmSync(home, { recursive: true, force: true })
    return new Bench(settings, await startEngines(settings))
  }

  get brokers(): string {
    return this.engines.brokers
  }

  get mongoUri(): string {
    return this.engines.mongoUri
  }

  /** Sends a signal to an engine's process. */
  signal(engine: 'kafka' | 'mongo', signal: NodeJS.Signals): void {
    const running = findLocal(engine === 'kafka' ? kafka : mongo, this.settings)
    if (!running) throw new Error(`${engine} does not run`)
    process.kill(running.pid, signal)
  }

  /** Ends an engine and waits until it is gone. */
  async end(engine: 'kafka' | 'mongo', signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.signal(engine, signal)
    await this.own(engine).ended()
  }

  /** Starts an engine again on its data. */
  async restart(engine: 'kafka' | 'mongo'): Promise<void> {
    await this.own(engine).restart()
  }

  async close(): Promise<void> {
    await this.engines.stop()
  }

  private own(engine: 'kafka' | 'mongo') {
    const found = this.engines.own.find(({ name }) => name.toLowerCase().startsWith(engine))
    if (!found) throw new Error(`${engine} is not the trials' own`)
    return found
  }
}

function runsAlready(home: string, pids: readonly number[]): Problem {
  const kill = `kill ${pids.join(' ')}`
  return new Problem(
    `${home} 里另有一次运行，引擎进程 ${pids.join('、')}。请等它结束；如果是中断留下的，先执行 ${kill}。`,
    `Another run is under way in ${home}, its engines are the processes ${pids.join(', ')}. Wait for its end, or, where a run left them behind, ${kill} first.`,
  )
}

/** What a rig is made of. */
export interface RigOptions {
  bench: Bench
  /** Names the rig's ledger and, with the seed, its load. */
  name: string
  seed: number
  /** Folder of the bundles with faults, from the root; left out, the product's own. */
  bundles?: string
  /** Apps that run from those bundles; the others from the product's own. */
  patched?: readonly App[]
  env?: Record<string, string>
  /** No outage lasts longer than it needs to be seen. */
  short: boolean
  /** How many faults the trial makes. */
  faults: number
  /** Towns of the city, each with an association; left out, a dozen. */
  towns?: number
}

/** The five apps on fresh databases and topics, a small city, and a ledger. */
export class Rig {
  readonly ledger: Ledger
  readonly chance: Chance
  readonly settings: StackSettings
  readonly processes: Record<App, AppProcess>
  readonly authorization: () => Promise<string>
  /** Aggregates, `<topic>/<id>`, whose records a trial put into the log itself; `nameless`: also records that name none. */
  readonly strangers = new Set<string>()
  /** What a trial measured, for who reads of its outcome. */
  readonly notes: string[] = []
  private founded: City | undefined
  private loads = 0

  private constructor(
    readonly options: RigOptions,
    ports: Record<App, number>,
  ) {
    const { bench, name, seed, env = {} } = options
    const id = `t${randomBytes(4).toString('hex')}`
    const { root } = bench.settings
    const home = join(bench.settings.home, 'stacks', `${name}-seed-${seed}`)
    this.ledger = new Ledger(join(home, 'ledger.jsonl'))
    this.chance = new Chance(`${name}/${seed}`)
    this.settings = {
      root,
      home,
      ports,
      brokers: bench.brokers,
      mongoUri: bench.mongoUri,
      secrets: generateSecrets(),
      databasePrefix: `${id}_`,
      topicPrefix: `${id}.`,
      env,
    }
    const { bundles, patched = [] } = options
    this.processes = Object.fromEntries(
      apps.map((app) => {
        const own = bundles && patched.includes(app) ? { bundles: join(root, bundles) } : {}
        return [app, new AppProcess(app, { ...this.settings, ...own })]
      }),
    ) as Record<App, AppProcess>
    this.authorization = operatorAuthorization(this.settings.secrets.callerSigningKey)
  }

  /** A rig whose apps are not started yet. */
  static async make(options: RigOptions): Promise<Rig> {
    return new Rig(options, await freePorts())
  }

  /** A rig with all apps ready and the city founded. */
  static async start(options: RigOptions): Promise<Rig> {
    const rig = await Rig.make(options)
    await rig.startApps()
    await rig.foundCity()
    return rig
  }

  async startApps(): Promise<void> {
    for (const app of apps) this.processes[app].start()
    await Promise.all(apps.map((app) => this.processes[app].whenReady()))
  }

  async foundCity(): Promise<void> {
    this.founded = await foundCity(this.gateway, this.authorization, this.settings.root, this.options.towns)
  }

  get gateway(): string {
    return this.processes.gateway.url
  }

  /** The rig's Kafka, for who reads its log. */
  get asked(): KafkaAsked {
    const { brokers, topicPrefix = '' } = this.settings
    return { kafka: { brokers: [brokers], topicPrefix, clientId: 'trials' }, logger: pino({ level: 'silent' }) }
  }

  /** A body of the city, with a running first term. */
  get body(): string {
    return this.city.bodies[0] ?? ''
  }

  /** What the load works on. */
  get city(): City {
    if (!this.founded) throw new Error('the city is not founded yet')
    return this.founded
  }

  /** Has a service go on from the product's own bundle, without the fault, or from the one with it. */
  async exchange(app: App, bundle: 'good' | 'faulty'): Promise<void> {
    await this.processes[app].stop()
    const { bundles } = this.options
    const faulty = bundle === 'faulty' && bundles ? { bundles: join(this.settings.root, bundles) } : {}
    this.processes[app] = new AppProcess(app, { ...this.settings, ...faulty })
    this.processes[app].start()
    await this.processes[app].whenReady()
  }

  /** Starts a load on the city. */
  load(shares: Shares, clerks?: number): Load {
    const { city, gateway, authorization, ledger, options } = this
    this.loads += 1
    return new Load({ gateway, authorization, city, ledger, shares, seed: `${options.seed}.${this.loads}`, ...(clerks ? { clerks } : {}) })
  }

  /** Another instance of a service, on a port of its own; not started. */
  async another(app: App): Promise<AppProcess> {
    const { settings } = this
    const { bundles, patched = [] } = this.options
    return new AppProcess(app, {
      ...settings,
      ...(bundles && patched.includes(app) ? { bundles: join(settings.root, bundles) } : {}),
      home: join(settings.home, `${app}-${await freePort()}`),
      ports: { ...settings.ports, [app]: await freePort() },
    })
  }

  async stop(): Promise<void> {
    await Promise.all(apps.map((app) => this.processes[app].stop()))
    const { mongoUri, brokers, databasePrefix = '', topicPrefix = '' } = this.settings
    await Promise.all([dropDatabases(mongoUri, databasePrefix), dropTopics(brokers, topicPrefix)])
  }
}

async function freePorts(): Promise<Record<App, number>> {
  const ports = new Set<number>()
  while (ports.size < apps.length) ports.add(await freePort())
  const list = [...ports]
  return Object.fromEntries(apps.map((app, place) => [app, list[place]])) as Record<App, number>
}
