import 'reflect-metadata'
import type { DynamicModule, ModuleMetadata, Type } from '@nestjs/common'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { GraphQLModule } from '@nestjs/graphql'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { ensureTopics, KafkaStrategy, Relay, type KafkaSettings } from '@sizhang/messaging'
import { loadPacks, Packs } from '@sizhang/packs'
import { events } from '@sizhang/contracts'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { CallerTokens } from '../caller/caller-tokens'
import { Pages } from '../graph/connection'
import preamble from '../graph/preamble.graphql'
import { SubgraphDriver, type SubgraphOptions } from '../graph/subgraph-driver'
import { StoreParts } from '../store/aggregate-store'
import { Marks } from '../store/marks'
import { Calendar } from './calendar'
import { Database } from './database'
import { Health, HealthController, REGISTRY } from './health'
import { createLogger, nestLogger, type Logger } from './logger'
import type { ServiceSettings } from './settings'
import { LOGGER, SETTINGS } from './tokens'

/** A service: its name, its settings, its part of the graph and its feature modules. */
export interface ServiceDeclaration {
  service: string
  settings: ServiceSettings
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

const MOST_BODY = 1_000_000

/** Starts a service. It listens at once (live) and is ready when database, relay and consumer are; it waits for engines that are away. */
export async function startService(declaration: ServiceDeclaration): Promise<RunningService> {
  const { service, settings } = declaration
  const logger = createLogger(service, settings.LOG_LEVEL)
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const kafka: KafkaSettings = { brokers: settings.KAFKA_BROKERS, topicPrefix: settings.TOPIC_PREFIX, clientId: service }
  const database = new Database(settings.MONGODB_URI, settings.DATABASE_PREFIX + service, logger)
  const relay = new Relay({ kafka, source: `/sizhang/${service}`, logger, registry })
  const packs = await loadPacks(settings.PACKS_DIRS)
  const health = new Health()
  const app = await NestFactory.create<NestFastifyApplication>(
    serviceModule(declaration, { logger, registry, database, relay, packs, health }),
    new FastifyAdapter({ bodyLimit: MOST_BODY }),
    { logger: nestLogger(logger), abortOnError: false },
  )
  const strategy = new KafkaStrategy({
    kafka,
    group: service,
    db: () => database.connection.getClient().db(database.connection.name),
    logger,
    registry,
  })
  health.add('database', () => database.health())
  health.add('relay', () => relay.health())
  await app.listen(settings.PORT, settings.HOST)
  app.connectMicroservice({ strategy })
  const stopping = new AbortController()
  const consuming = (async () => {
    await database.open()
    relay.start()
    await ensureTopics(kafka, logger, { topics: topicsOf(service), signal: stopping.signal })
    if (stopping.signal.aborted) return
    if (strategy.topics.length > 0) {
      health.add('consumer', () => strategy.health())
      app.get(Marks).follow(strategy.positions)
    }
    await app.startAllMicroservices()
  })()
  return {
    app,
    url: await app.getUrl(),
    stop: async () => {
      stopping.abort()
      await app.getHttpAdapter().close()
      await strategy.close()
      await relay.drain()
      await Promise.race([consuming.catch(() => undefined), Promise.resolve()])
      await app.close()
      await database.close()
    },
  }
}

function topicsOf(service: string): string[] {
  return [...new Set(events.filter((event) => event.service === service).map((event) => event.topic))]
}

interface Parts {
  logger: Logger
  registry: Registry
  database: Database
  relay: Relay
  packs: Packs
  health: Health
}

function serviceModule({ settings, graph, features }: ServiceDeclaration, parts: Parts): DynamicModule {
  const calendar = new Calendar(settings.TODAY)
  const providers: [unknown, unknown][] = [
    [SETTINGS, settings],
    [LOGGER, parts.logger],
    [REGISTRY, parts.registry],
    [Database, parts.database],
    [Relay, parts.relay],
    [Packs, parts.packs],
    [Health, parts.health],
    [Calendar, calendar],
    [Marks, new Marks()],
    [Pages, new Pages(settings.CURSOR_KEY)],
    [CallerTokens, new CallerTokens(settings.CALLER_KEYS as never)],
    [StoreParts, new StoreParts(parts.database, parts.relay, calendar)],
  ]
  const made = providers.map(([provide, useValue]) => ({ provide: provide as Type<unknown> | symbol, useValue }))
  return {
    module: ServiceModule,
    global: true,
    imports: [
      GraphQLModule.forRoot<SubgraphOptions>({ driver: SubgraphDriver, parts: [preamble, ...graph], path: '/graphql' }),
      ...features,
    ],
    controllers: [HealthController],
    providers: made,
    exports: made.map(({ provide }) => provide),
  }
}
