import 'reflect-metadata'
import { setTimeout as wait } from 'node:timers/promises'
import type { DynamicModule, ModuleMetadata, Type } from '@nestjs/common'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { GraphQLModule } from '@nestjs/graphql'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { ensureTopics, KafkaStrategy, Relay, type KafkaSettings } from '@sizhang/messaging'
import { loadPacks, Packs } from '@sizhang/packs'
import type { Registry } from 'prom-client'
import { CallerTokens } from '../caller/caller-tokens'
import { Callers } from '../caller/callers'
import { MOST_BODY, RefusalFilter } from '../caller/refusal-filter'
import { Pages } from '../graph/connection'
import preamble from '../graph/preamble.graphql'
import { SubgraphDriver, type SubgraphOptions } from '../graph/subgraph-driver'
import type { Migration } from '../migrations/migration'
import { Migrator } from '../migrations/migrator'
import { statusGraph } from '../status/graph-text'
import { Status } from '../status/status'
import { statusApi } from '../status/status.api'
import { StoreParts } from '../store/aggregate-store'
import { Marks } from '../store/marks'
import { Calendar } from './calendar'
import { Database } from './database'
import { DatabasePulse } from './database-pulse'
import { Health, HealthController, REGISTRY } from './health'
import { createLogger, nestLogger, type Logger } from './logger'
import { registryOf } from './registry'
import type { ServiceSettings } from './settings'
import { LOGGER, SETTINGS } from './tokens'
import { startTracing } from './tracing'

/** A service: its name, its settings, its part of the graph and its feature modules. */
export interface ServiceDeclaration {
  service: string
  settings: ServiceSettings
  /** How its database came to its present shape, step by step; see `Migration`. */
  migrations: readonly Migration[]
  /** The `.graphql` texts of its features. */
  graph: string[]
  features: NonNullable<ModuleMetadata['imports']>
}

/** A running service. */
export interface RunningService {
  app: NestFastifyApplication
  url: string
  /** Stops intake, drains outbox and consumer, closes the database; at most ten seconds. */
  stop(): Promise<void>
}

@Module({})
class ServiceModule {}

const MOST_FILE = 200 * 1024 * 1024
/** What still runs when a service stops is given so long, then its connection is closed. */
const LONGEST_REQUEST = 3_000
/** A service stops within this time, whatever hangs: what was not published by then is in the outbox. */
const STOP_WITHIN = 9_800

/** Starts a service. It listens at once (live) and is ready when database, migrations, relay and consumer are; it waits for engines that are away. */
export async function startService(declaration: ServiceDeclaration): Promise<RunningService> {
  const { service, settings } = declaration
  const logger = createLogger(service, settings.LOG_LEVEL)
  const registry = registryOf(service)
  const stopTracing = await startTracing(service, settings.OTEL_EXPORTER_OTLP_ENDPOINT)
  const kafka: KafkaSettings = { brokers: settings.KAFKA_BROKERS, topicPrefix: settings.TOPIC_PREFIX, clientId: service }
  const database = new Database(settings.MONGODB_URI, settings.DATABASE_PREFIX + service, logger)
  const stopping = new AbortController()
  const migrator = new Migrator({ migrations: declaration.migrations, logger, registry, signal: stopping.signal })
  const pulse = new DatabasePulse(() => database.ping(), registry)
  const relay = new Relay({ kafka, source: `/sizhang/${service}`, logger, registry })
  const packs = await loadPacks(settings.PACKS_DIRS)
  const health = new Health()
  const status = new Status({ service, kafka, logger, database, relay, health })
  const app = await NestFactory.create<NestFastifyApplication>(
    serviceModule(declaration, { logger, registry, database, relay, packs, health, status }),
    new FastifyAdapter({ bodyLimit: MOST_BODY, skipMiddie: true }),
    { logger: nestLogger(logger), abortOnError: false },
  )
  const strategy = new KafkaStrategy({
    kafka,
    group: settings.CONSUMER_GROUP ?? service,
    db: () => database.driver,
    readers: database.readModels,
    logger,
    registry,
  })
  app.useGlobalFilters(new RefusalFilter(logger))
  acceptFiles(app)
  health.add('database', () => database.health())
  health.add('migrations', () => migrator.health())
  health.add('relay', () => relay.health())
  app.connectMicroservice({ strategy })
  // Asked from the first request on: a service that does not follow its topics yet is not ready.
  health.add('consumer', () => strategy.health())
  status.follow(strategy)
  if (strategy.topics.length > 0) app.get(Marks).follow(strategy.positions)
  await app.listen(settings.PORT, settings.HOST)
  pulse.start()
  const consuming = (async () => {
    await database.open((driver) => migrator.run(driver))
    if (stopping.signal.aborted) return
    relay.start()
    // The consumer makes the topics that it follows; the others need not be waited for.
    await Promise.all([ensureTopics({ kafka, logger, signal: stopping.signal }), app.startAllMicroservices()])
  })()
  return {
    app,
    url: await app.getUrl(),
    stop: async () => {
      stopping.abort()
      pulse.stop()
      // What is still being opened has nothing to tell any more.
      void consuming.catch(() => undefined)
      const stopped = (async () => {
        await Promise.all([strategy.close(), closeIntake(app).then(() => relay.drain())])
        await app.close()
        await Promise.all([database.close(), stopTracing()])
      })()
      await Promise.race([stopped, wait(STOP_WITHIN, undefined, { ref: false })])
    },
  }
}

/** Takes no more requests, and waits for those that run. */
async function closeIntake(app: NestFastifyApplication): Promise<void> {
  const late = setTimeout(() => app.getHttpServer().closeAllConnections(), LONGEST_REQUEST)
  await app.getHttpAdapter().close()
  clearTimeout(late)
}

/** Files come in as a stream: the route that reads one says how much it takes. */
function acceptFiles(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance()
  fastify.addContentTypeParser(['text/csv', 'application/octet-stream'], { bodyLimit: MOST_FILE }, (_request, payload, done) =>
    done(null, payload),
  )
}

interface Parts {
  logger: Logger
  registry: Registry
  database: Database
  relay: Relay
  packs: Packs
  health: Health
  status: Status
}

function serviceModule({ service, settings, graph, features }: ServiceDeclaration, parts: Parts): DynamicModule {
  const calendar = new Calendar(settings.TODAY)
  const tokens = new CallerTokens(settings.CALLER_KEYS)
  const providers: [unknown, unknown][] = [
    [SETTINGS, settings],
    [LOGGER, parts.logger],
    [REGISTRY, parts.registry],
    [Database, parts.database],
    [Relay, parts.relay],
    [Packs, parts.packs],
    [Health, parts.health],
    [Status, parts.status],
    [Calendar, calendar],
    [Marks, new Marks()],
    [Pages, new Pages(settings.CURSOR_KEY)],
    [CallerTokens, tokens],
    [Callers, new Callers(tokens)],
    [StoreParts, new StoreParts(parts.database, parts.relay, calendar)],
  ]
  const made = providers.map(([provide, useValue]) => ({ provide: provide as Type<unknown> | symbol, useValue }))
  return {
    module: ServiceModule,
    global: true,
    imports: [
      GraphQLModule.forRoot<SubgraphOptions>({
        driver: SubgraphDriver,
        parts: [preamble, ...graph, statusGraph(service)],
        path: '/graphql',
      }),
      ...features,
    ],
    controllers: [HealthController],
    providers: [...made, statusApi(service)],
    exports: made.map(({ provide }) => provide),
  }
}

/** The whole life of a service as a process: settings, start, and an orderly end on SIGTERM or SIGINT. A wrong setting ends it with its name. */
export async function runService(declare: () => ServiceDeclaration): Promise<void> {
  try {
    const running = await startService(declare())
    const end = () => void running.stop().then(() => process.exit(0))
    process.once('SIGTERM', end)
    process.once('SIGINT', end)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
