import type { Logger, PartHealth } from '@sizhang/service-kit'
import { Counter, Gauge, type Registry } from 'prom-client'
import { compose, type Composed, type Parts } from './compose'
import type { KeptParts } from './kept-parts'
import type { Services } from './services'
import { sizesIn, type Sizes } from './sizes'

interface CompositionParts {
  services: Services
  /** The gateway's own part, which is always there. */
  own: Parts
  kept: KeptParts
  logger: Logger
  registry: Registry
  /** How often services that are all there are asked again. */
  pollMs?: number
}

const POLL_MS = 10_000
const POLL_MISSING_MS = 2_000
/**
 * At the start services come up one by one, some of them changed: they are asked often until all have answered, and the gateway is
 * not ready before all are in the graph, or this is over.
 */
const STARTING_MS = 15_000
const POLL_STARTING_MS = 200

/**
 * The graph as the services tell it now. Each is asked again and again; when one tells something new the graph is composed anew.
 * Parts that do not fit together change nothing: the last good graph stays, and health and log say why.
 */
export class Composition {
  private supergraph = ''
  private composed: Parts = new Map()
  private sizesNow: Sizes = new Map()
  private told = new Map<string, string>()
  private readonly silent = new Set<string>()
  private problems: string[] = []
  private listener: (supergraph: string) => void = () => undefined
  private readonly started = Date.now()
  private timer: NodeJS.Timeout | undefined
  private stopped = false
  private readonly compositions: Counter<'outcome'>

  constructor(private readonly parts: CompositionParts) {
    const registers = [parts.registry]
    this.compositions = new Counter({
      name: 'gateway_compositions_total',
      help: 'Compositions of the graph',
      labelNames: ['outcome'],
      registers,
    })
    // It begins at nought: to Prometheus a counter that comes into being at one has not risen.
    this.compositions.inc({ outcome: 'refused' }, 0)
    const missing = () => this.missing().length
    new Gauge({
      name: 'gateway_services_missing',
      help: 'Services that are not in the graph',
      registers,
      collect() {
        this.set(missing())
      },
    })
    const silent = () => this.silent.size
    new Gauge({
      name: 'gateway_services_silent',
      help: 'Services that did not answer when they were last asked for their part of the graph',
      registers,
      collect() {
        this.set(silent())
      },
    })
  }

  /** Composes what is there and begins to ask. The listener is given the graph now and whenever it changes. */
  async start(listener: (supergraph: string) => void): Promise<void> {
    const { kept, own, services } = this.parts
    const known = [...(await kept.read())].filter(([name]) => services.has(name))
    this.listener = listener
    await this.adopt(new Map([...own, ...known]))
    if (!this.supergraph) await this.adopt(own)
    await this.ask()
  }

  /** How long the lists of the graph are about. */
  get sizes(): Sizes {
    return this.sizesNow
  }

  stop(): void {
    this.stopped = true
    clearTimeout(this.timer)
  }

  /** Ready when every service is in the graph, or has had its time to come. */
  health(): PartHealth {
    const missing = this.missing()
    const inTime = Date.now() - this.started < STARTING_MS
    return { ready: missing.length === 0 || !inTime, detail: { services: [...this.composed.keys()], missing, problems: this.problems } }
  }

  private missing(): string[] {
    return this.parts.services.names.filter((name) => !this.composed.has(name))
  }

  private async ask(): Promise<void> {
    const { services, logger } = this.parts
    await Promise.all(
      services.names.map(async (name) => {
        const sdl = await services.sdlOf(name).catch((error: unknown) => {
          logger.debug({ err: error, part: name }, 'service tells nothing of itself')
        })
        if (sdl) this.told.set(name, sdl)
        if (sdl) this.silent.delete(name)
        else this.silent.add(name)
      }),
    )
    const parts = new Map([...this.composed, ...this.told])
    if ([...parts].some(([name, sdl]) => this.composed.get(name) !== sdl)) await this.adopt(parts)
    else this.problems = []
    if (!this.stopped) this.timer = setTimeout(() => void this.ask(), this.pause()).unref()
  }

  private async adopt(parts: Parts): Promise<void> {
    const result = this.tried(compose(parts))
    const outcome = 'supergraph' in result ? 'good' : 'refused'
    this.compositions.inc({ outcome })
    if ('problems' in result) {
      if (result.problems.join() !== this.problems.join())
        this.parts.logger.error({ problems: result.problems }, 'services do not fit into one graph: the last good one stays')
      this.problems = result.problems
      return
    }
    this.problems = []
    this.composed = parts
    this.sizesNow = sizesIn(parts)
    this.supergraph = result.supergraph
    this.parts.logger.info({ services: [...parts.keys()] }, 'graph composed')
    await this.parts.kept.write(parts).catch((error: unknown) => this.parts.logger.warn({ err: error }, 'graph cannot be kept on disk'))
  }

  /** A graph that cannot be executed is as one that does not fit together. */
  private tried(result: Composed): Composed {
    if ('problems' in result) return result
    try {
      this.listener(result.supergraph)
      return result
    } catch (error) {
      return { problems: [error instanceof Error ? error.message : String(error)] }
    }
  }

  private pause(): number {
    if (this.parts.services.names.every((name) => this.told.has(name))) return this.parts.pollMs ?? POLL_MS
    return Date.now() - this.started < STARTING_MS ? POLL_STARTING_MS : POLL_MISSING_MS
  }
}
