import { Controller, Get, Inject, Res } from '@nestjs/common'
import type { Registry } from 'prom-client'

/** What one part says of itself. */
export interface PartHealth {
  ready: boolean
  /** False only when the process can no longer help itself. */
  live?: boolean
  detail?: unknown
}

/** A part of the service that can be asked how it is. */
export type HealthPart = () => PartHealth | Promise<PartHealth>

/** The parts of a service that decide whether it is live and ready; each registers itself by name. */
export class Health {
  private readonly parts = new Map<string, HealthPart>()

  /** Adds a part; the same name again replaces it. */
  add(name: string, part: HealthPart): void {
    this.parts.set(name, part)
  }

  /** Asks every part. */
  async ask(): Promise<{ ready: boolean; live: boolean; parts: Record<string, PartHealth> }> {
    const parts: Record<string, PartHealth> = {}
    for (const [name, part] of this.parts) parts[name] = await part()
    const all = Object.values(parts)
    return { ready: all.every((part) => part.ready), live: all.every((part) => part.live !== false), parts }
  }
}

/** Token of the metrics registry. */
export const REGISTRY = Symbol('registry')

interface Reply {
  code(status: number): Reply
  header(name: string, value: string): Reply
  send(body: unknown): unknown
}

/** `/health/live`, `/health/ready` and `/metrics`, on the service's own port. */
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    @Inject(REGISTRY) private readonly registry: Registry,
  ) {}

  @Get('health/live')
  async live(@Res() reply: Reply): Promise<void> {
    const answer = await this.health.ask()
    reply.code(answer.live ? 200 : 503).send(answer)
  }

  @Get('health/ready')
  async ready(@Res() reply: Reply): Promise<void> {
    const answer = await this.health.ask()
    reply.code(answer.ready ? 200 : 503).send(answer)
  }

  @Get('metrics')
  async metrics(@Res() reply: Reply): Promise<void> {
    reply.header('content-type', this.registry.contentType).send(await this.registry.metrics())
  }
}
