import 'reflect-metadata'
import { setTimeout as wait } from 'node:timers/promises'
import type { DynamicModule, ModuleMetadata, Type } from '@nestjs/common'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { GraphQLModule } from '@nestjs/graphql'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { ensureTopics, KafkaStrategy, Relay } from '@sizhang/messaging'
import { loadPacks, Packs } from '@sizhang/packs'
import type { mongo } from 'mongoose'
import type { Registry } from 'prom-client'
import { Audit } from '../audit/audit'
import { auditApi } from '../audit/audit.api'
import { AuditChain } from '../audit/audit-chain'
import { checkpointKeeper, KEPT_CHECKPOINTS, keptCheckpointsSchema } from '../audit/checkpoint-keeper'
import { Checkpoints } from '../audit/checkpoints'
import { auditGraph } from '../audit/graph-text'
import { auditRefusedRoute } from '../audit/refused-rights'
import { CallerTokens } from '../caller/caller-tokens'
import { Callers } from '../caller/callers'
import { MOST_BODY, RefusalFilter } from '../caller/refusal-filter'
import { letRestPass } from '../files/rest-of-body'
import { Pages } from '../graph/connection'
import preamble from '../graph/preamble.graphql'
import { SubgraphDriver, type SubgraphOptions } from '../graph/subgraph-driver'
import type { Migration } from '../migrations/migration'
import { Migrator } from '../migrations/migrator'
import { statusGraph } from '../status/graph-text'
import { Status } from '../status/status'
import { statusApi } from '../status/status.api'
import { Marks } from '../store/marks'
import { StoreParts } from '../store/store-parts'
import { Calendar } from './calendar'
import { Database } from './database'
import { DatabasePulse } from './database-pulse'
import { Health, HealthController, REGISTRY } from './health'
import { createLogger, nestLogger, type Logger } from './logger'
import { registryOf } from './registry'
import { readSourceMap } from './source-map'
import { kafkaFrom } from '../settings/kafka-settings'
import type { ServiceSettings } from '../settings/settings'
import { LOGGER, SETTINGS } from './tokens'
import { startTracing } from './tracing'

/** A service: its name, its settings, its part of the graph and its feature modules. */
export interface ServiceDeclaration {
  service: string
  settings: ServiceSettings
  /** How its database came to its present shape, step by step; see `Migration`. */
  migrations: readonly Migration[]
  /** What is done to its database at each start, after the migrations and before anything else of the service can reach it; safe to repeat. */
  beforeUse?: (database: mongo.Db) => Promise<void>
  /** The `.graphql` texts of its features. */
  graph: string[]
  features: NonNullable<ModuleMetadata['imports']>
  /** The services whose checkpoints of the audit it keeps: each has to be kept by another. */
  keepsAuditOf?: readonly string[]
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

/** A caller token of many grants takes sixteen KiB at most, and goes with other headers. */
const MOST_HEADERS = 32 * 1024
const MOST_FILE = 200 * 1024 * 1024
/** As browsers name a CSV, a workbook in its place, and scans: what a file is, its content says. */
const FILE_TYPES = [
  'text/csv',
  'application/octet-stream',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf',
  'image/jpeg',
  'image/png',
]
/** What still runs when a service stops is given so long, then its connection is closed. */
const LONGEST_REQUEST = 3_000
/** A service stops within this time, whatever hangs: what was not published by then is in the outbox. */
const STOP_WITHIN = 9_800

/** Starts a service. It listens at once (live) and is ready when database, migrations, relay and consumer are; it waits for engines that are away. */
export async function startService(declaration: ServiceDeclaration): Promise<RunningService> {
  const { service, settings } = declaration
  readSourceMap()
  const logger = createLogger(service, settings.LOG_LEVEL)
  const registry = registryOf(service)
  const stopTracing = await startTracing(service, settings.OTEL_EXPORTER_OTLP_ENDPOINT)
  const kafka = kafkaFrom(settings, service)
  const database = new Database(settings.MONGODB_URI, settings.DATABASE_PREFIX + service, logger)
  const stopping = new AbortController()
  const migrator = new Migrator({ migrations: declaration.migrations, logger, registry, signal: stopping.signal })
  const pulse = new DatabasePulse(() => database.ping(), registry)
  const relay = new Relay({ kafka, source: `/sizhang/${service}`, logger, registry })
  const packs = await loadPacks(settings.PACKS_DIRS)
  const chain = new AuditChain(database, service)
  const audit = new Audit(chain, logger)
  const checkpoints = new Checkpoints({ service, database, relay, chain, logger })
  audit.onChained((chained) => checkpoints.count(chained))
  const health = new Health()
  const status = new Status({ service, kafka, logger, database, relay, health })
  const app = await NestFactory.create<NestFastifyApplication>(
    serviceModule(declaration, { logger, registry, database, relay, chain, audit, checkpoints, packs, health, status }),
    new FastifyAdapter({ bodyLimit: MOST_BODY, skipMiddie: true, http: { maxHeaderSize: MOST_HEADERS } }),
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
  app.useGlobalFilters(new RefusalFilter(logger, (request, refusal) => auditRefusedRoute(audit, app.get(Callers), request, refusal)))
  acceptFiles(app)
  health.add('database', () => database.health())
  health.add('migrations', () => migrator.health())
  health.add('relay', () => relay.health())
  health.add('audit', () => ({ ready: !audit.failing }))
  app.connectMicroservice({ strategy })
  // Asked from the first request on: a service that does not follow its topics yet is not ready.
  health.add('consumer', () => strategy.health())
  status.follow(strategy)
  if (strategy.topics.length > 0) app.get(Marks).follow(strategy.positions)
  await app.listen(settings.PORT, settings.HOST)
  pulse.start()
  const consuming = (async () => {
    await database.open(async (driver) => {
      await migrator.run(driver)
      await declaration.beforeUse?.(driver)
    })
    if (stopping.signal.aborted) return
    relay.start()
    audit.start()
    checkpoints.start()
    // The consumer makes the topics that it follows; the others need not be waited for.
    await Promise.all([ensureTopics({ kafka, logger, signal: stopping.signal }), app.startAllMicroservices()])
  })()
  // What was done last is written down, what that seals is published.
  const drain = async () => {
    await audit.stop()
    await checkpoints.stop()
    await relay.drain()
  }
  return {
    app,
    url: await app.getUrl(),
    stop: async () => {
      stopping.abort()
      pulse.stop()
      // What is still being opened has nothing to tell any more.
      void consuming.catch(() => undefined)
      const stopped = (async () => {
        await Promise.all([strategy.close(), closeIntake(app).then(() => drain())])
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
  letRestPass(fastify)
  fastify.addContentTypeParser(FILE_TYPES, { bodyLimit: MOST_FILE }, (_request, payload, done) => done(null, payload))
}

interface Parts {
  logger: Logger
  registry: Registry
  database: Database
  relay: Relay
  chain: AuditChain
  audit: Audit
  checkpoints: Checkpoints
  packs: Packs
  health: Health
  status: Status
}

function serviceModule({ service, settings, graph, features, keepsAuditOf = [] }: ServiceDeclaration, parts: Parts): DynamicModule {
  const calendar = new Calendar(settings.TODAY)
  if (keepsAuditOf.length > 0) parts.database.readModels.add(KEPT_CHECKPOINTS, keptCheckpointsSchema)
  const tokens = new CallerTokens(settings.CALLER_KEYS)
  const providers: [unknown, unknown][] = [
    [SETTINGS, settings],
    [LOGGER, parts.logger],
    [REGISTRY, parts.registry],
    [Database, parts.database],
    [Relay, parts.relay],
    [Packs, parts.packs],
    [AuditChain, parts.chain],
    [Audit, parts.audit],
    [Checkpoints, parts.checkpoints],
    [Health, parts.health],
    [Status, parts.status],
    [Calendar, calendar],
    [Marks, new Marks()],
    [Pages, new Pages(settings.CURSOR_KEY)],
    [CallerTokens, tokens],
    [Callers, new Callers(tokens)],
    [StoreParts, new StoreParts(parts.database, parts.relay, calendar, parts.audit)],
  ]
  const made = providers.map(([provide, useValue]) => ({ provide: provide as Type<unknown> | symbol, useValue }))
  return {
    module: ServiceModule,
    global: true,
    imports: [
      GraphQLModule.forRoot<SubgraphOptions>({
        driver: SubgraphDriver,
        parts: [preamble, ...graph, statusGraph(service), auditGraph(service)],
        path: '/graphql',
      }),
      ...features,
    ],
    controllers: [HealthController, ...keepsAuditOf.map(checkpointKeeper)],
    providers: [...made, statusApi(service), ...auditApi(service)],
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
