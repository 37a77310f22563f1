import { Inject, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { FactStream } from '@sizhang/messaging'
import { Health, LOGGER, REGISTRY, SETTINGS, type Logger } from '@sizhang/service-kit'
import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'
import { Composition } from '../composition/composition'
import { Services } from '../composition/services'
import type { GatewaySettings } from '../config'
import { Admission } from '../edge/admission'
import { RefusedOperations } from '../edge/refused-operations'
import { SessionsModule } from '../sessions/sessions.module'
import { factsSchema, OWN_PART } from '../streams/facts-schema'
import { graphiql } from '../site/graphiql'
import { GraphEndpoint } from './graph-endpoint'
import { KnownOperations } from './known-operations'
import { OperationMetrics } from './operation-metrics'
import { SupergraphGateway } from './supergraph-gateway'

/** The graph: composed of what the services tell, served at one address. */
@Module({ imports: [SessionsModule] })
export class GraphModule implements OnModuleInit, OnApplicationShutdown {
  private endpoint: GraphEndpoint | undefined

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly health: Health,
    private readonly composition: Composition,
    private readonly services: Services,
    private readonly admission: Admission,
    private readonly refusedOperations: RefusedOperations,
    private readonly stream: FactStream,
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(SETTINGS) private readonly settings: GatewaySettings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>()
    const development = this.settings.NODE_ENV === 'development'
    const gateway = new SupergraphGateway(this.composition, this.services, { name: OWN_PART, schema: factsSchema(this.stream) })
    const operations = await KnownOperations.of(this.settings.PORTAL_DIR)
    const metrics = new OperationMetrics(this.registry)
    const sizes = () => this.composition.sizes
    const { admission, refusedOperations, logger } = this
    this.endpoint = new GraphEndpoint({ gateway, operations, sizes, admission, refusedOperations, metrics, logger, development })
    this.health.add('graph', () => this.composition.health())
    await this.endpoint.start()
    this.endpoint.register(fastify)
    if (development) graphiql(fastify)
  }

  async onApplicationShutdown(): Promise<void> {
    await this.endpoint?.stop()
  }
}
