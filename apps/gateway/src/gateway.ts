import 'reflect-metadata'
import { Module, type DynamicModule, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { FactStream } from '@sizhang/messaging'
import {
  CallerTokens,
  createLogger,
  Health,
  HealthController,
  kafkaFrom,
  LOGGER,
  nestLogger,
  REGISTRY,
  readSourceMap,
  registryOf,
  SETTINGS,
  startTracing,
  type Logger,
} from '@sizhang/service-kit'
import { letRestPass } from '@sizhang/service-kit/files'
import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'
import { Composition } from './composition/composition'
import { KeptParts } from './composition/kept-parts'
import { Services } from './composition/services'
import type { GatewaySettings } from './config'
import { keepInside } from './edge/inside'
import { FilesModule } from './files/files.module'
import { GraphModule } from './graph/graph.module'
import { MOST_BODY, RefusalAnswers } from './refusal-answers'
import { measureRequests } from './request-metrics'
import { SessionsModule } from './sessions/sessions.module'
import { guardBrowsers } from './site/policy'
import { SiteModule } from './site/site.module'
import { OWN_PART, ownPart } from './streams/facts-schema'
import { StreamsModule } from './streams/streams.module'

/** A running gateway. */
export interface RunningGateway {
  url: string
  /** Ends subscriptions, answers what is under way, and lets go of the services; at most ten seconds. */
  stop(): Promise<void>
}

const STOPS_WITHIN_MS = 8_000
/** In so long a request has to be sent whole, the longest upload of a scan too. */
const SENT_WITHIN_MS = 30 * 60_000

@Module({})
class GatewayModule {}

/** Fastify with one answer to all that goes wrong, set before the first route; Nest would set its own when it is too late for some. */
class GatewayAdapter extends FastifyAdapter {
  override setErrorHandler(): FastifyInstance {
    return this.getInstance()
  }
}

/** Starts the gateway. It listens at once; it is ready when the graph is composed of all services, or of those that came in time. */
export async function startGateway(settings: Omit<GatewaySettings, 'PORT'> & { PORT: number }): Promise<RunningGateway> {
  readSourceMap()
  const logger = createLogger('gateway', settings.LOG_LEVEL)
  const registry = registryOf('gateway')
  const stopTracing = await startTracing('gateway', settings.OTEL_EXPORTER_OTLP_ENDPOINT)
  const adapter = new GatewayAdapter({
    bodyLimit: MOST_BODY,
    requestTimeout: SENT_WITHIN_MS,
    forceCloseConnections: 'idle',
    trustProxy: settings.TRUSTED_PROXIES,
  })
  const app = await NestFactory.create<NestFastifyApplication>(gatewayModule(settings, logger, registry), adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
    // Fastify reads JSON by itself; no form is taken.
    bodyParser: false,
  })
  const fastify = adapter.getInstance()
  fastify.removeContentTypeParser('text/plain')
  letRestPass(fastify)
  guardBrowsers(fastify)
  keepInside(fastify)
  measureRequests(fastify, registry)
  const answers = app.get(RefusalAnswers)
  fastify.setErrorHandler((error, request, reply) => answers.answer(error, request, reply))
  app.useGlobalFilters(answers)
  await app.listen(settings.PORT, settings.HOST)
  return { url: await app.getUrl(), stop: () => stop(app).then(stopTracing) }
}

/** Whoever has not been answered after eight seconds is cut off. */
async function stop(app: NestFastifyApplication): Promise<void> {
  const late = setTimeout(() => app.getHttpServer().closeAllConnections(), STOPS_WITHIN_MS)
  await app.close()
  clearTimeout(late)
}

function gatewayModule(settings: GatewaySettings, logger: Logger, registry: Registry): DynamicModule {
  const services = new Services(settings.SERVICES)
  const kafka = kafkaFrom(settings, 'gateway')
  const own = new Map([[OWN_PART, ownPart]])
  const providers: [unknown, unknown][] = [
    [SETTINGS, settings],
    [LOGGER, logger],
    [REGISTRY, registry],
    [Health, new Health()],
    [Services, services],
    [Composition, new Composition({ services, own, kept: new KeptParts(settings.SUPERGRAPH_FILE), logger, registry })],
    [CallerTokens, new CallerTokens(settings.CALLER_KEYS)],
    [FactStream, new FactStream(kafka, logger)],
    [RefusalAnswers, new RefusalAnswers(logger)],
  ]
  const made = providers.map(([provide, useValue]) => ({ provide: provide as Type<unknown> | symbol, useValue }))
  return {
    module: GatewayModule,
    global: true,
    imports: [SessionsModule, GraphModule, StreamsModule, FilesModule, SiteModule],
    controllers: [HealthController],
    providers: made,
    exports: made.map(({ provide }) => provide),
  }
}
