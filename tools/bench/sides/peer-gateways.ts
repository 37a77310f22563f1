import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accepts, freePort, startChild, stopChild, until } from '@sizhang/engines'

/** A gateway of others', running. */
export interface PeerGateway {
  url: string
  stop: () => Promise<void>
}

const SOURCES = 'tools/bench/peers/gateways'
const LOCK = 'package-lock.json'
const FILES = ['package.json', LOCK, 'cpu-seconds.mjs', 'apollo.mjs', 'hive.mjs', 'mercurius.mjs']
const STARTS_WITHIN = 60_000

/** Gateways that the bench puts beside ours. Their packages lie apart from the repository's: the product does without them. */
export class PeerGateways {
  private readonly home: string

  constructor(
    private readonly root: string,
    private readonly logs: string,
  ) {
    this.home = join(root, '.sizhang/bench-gateways')
  }

  /** Installs what their lock file names, once. */
  install(): void {
    const text = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
    const sources = join(this.root, SOURCES)
    const installed =
      existsSync(join(this.home, 'node_modules/.package-lock.json')) && text(join(this.home, LOCK)) === text(join(sources, LOCK))
    mkdirSync(this.home, { recursive: true })
    for (const file of FILES) copyFileSync(join(sources, file), join(this.home, file))
    if (installed) return
    const args = ['ci', '--no-progress', '--no-audit', '--no-fund', '--prefix', this.home]
    const { status } = spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}`)
  }

  /** Starts one on a graph, which it reads from a file. */
  async start(script: string, graph: string, ...args: string[]): Promise<PeerGateway> {
    const port = await freePort()
    const name = [script.replace('.mjs', ''), ...args].join('-')
    const [file, log] = [join(this.home, `${name}.graph`), join(this.logs, `${name}.log`)]
    writeFileSync(file, graph)
    const child = startChild({
      command: process.execPath,
      args: [join(this.home, script), file, String(port), ...args],
      env: { ...process.env, NODE_ENV: 'production' },
      log,
      whenWeDie: 'KILL',
    })
    if (!(await until(() => accepts(port), { within: STARTS_WITHIN }))) {
      await stopChild(child)
      throw new Error(`${name} did not start: ${log}`)
    }
    return { url: `http://127.0.0.1:${port}`, stop: () => stopChild(child) }
  }
}
