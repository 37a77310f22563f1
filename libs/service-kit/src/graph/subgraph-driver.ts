import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql'
import { Inject, Injectable } from '@nestjs/common'
import { Kind, parse, print, type DefinitionNode, type GraphQLSchema } from 'graphql'
import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'
import { Audit } from '../audit/audit'
import { Callers } from '../caller/callers'
import { Calendar } from '../operation/calendar'
import { Database } from '../operation/database'
import { REGISTRY } from '../operation/health'
import { declaredData } from '../personal-data/declared-data'
import { declaredRights, guardRoots } from '../rights/declared'
import { Marks } from '../store/marks'
import type { Logger } from '../operation/logger'
import { LOGGER } from '../operation/tokens'
import { entitiesSdl, entityResolvers, takeReferences, type References } from './entities'
import { GraphRequests } from './graph-requests'
import { RequestMetrics } from './request-metrics'
import { scalars } from './scalars'
import { inTurns } from './turns'

/** Directives that composition reads and execution only has to know. */
const DIRECTIVES = /* GraphQL */ `
  directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
  directive @shareable on OBJECT | FIELD_DEFINITION
  directive @external on OBJECT | FIELD_DEFINITION
`
const ROOTS = new Set(['Query', 'Mutation', 'Subscription'])

/** Options of the driver: the parts of the subgraph, the kit's preamble first. */
export interface SubgraphOptions extends GqlModuleOptions {
  parts: string[]
}

/**
 * Serves a subgraph on the service's own Fastify instance: Nest's resolvers, schema first, plus `_service` and `_entities`.
 * There is no second Apollo Server: the gateway is the only caller.
 */
@Injectable()
export class SubgraphDriver extends AbstractGraphQLDriver<SubgraphOptions> {
  constructor(
    private readonly callers: Callers,
    private readonly marks: Marks,
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly audit: Audit,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(REGISTRY) private readonly registry: Registry,
  ) {
    super()
  }

  override async generateSchema(options: SubgraphOptions): Promise<GraphQLSchema> {
    const sdl = options.parts.join('\n')
    declaredData(sdl)
    const references: References = new Map()
    const schema = await this.graphQlFactory.generateSchema({
      ...options,
      typeDefs: executable(sdl),
      resolvers: { ...scalars, ...entityResolvers(sdl, references) },
      transformResolvers: (resolvers) => takeReferences([resolvers].flat(), references),
    })
    guardRoots(schema, declaredRights(sdl), () => this.calendar.today(), this.audit)
    inTurns(schema)
    return schema
  }

  async start(options: SubgraphOptions): Promise<void> {
    const { schema } = options
    if (!schema) throw new Error('no schema was made from the parts of the subgraph')
    const { callers, marks, database, logger } = this
    const requests = new GraphRequests({ schema, callers, marks, database, logger, metrics: new RequestMetrics(this.registry, schema) })
    const fastify = this.httpAdapterHost.httpAdapter.getInstance<FastifyInstance>()
    fastify.post('/graphql', (request, reply) => requests.answer(request, reply))
  }

  async stop(): Promise<void> {
    await Promise.resolve()
  }
}

/** The text as graphql-js executes it: roots defined once and then extended, entities gathered in a union, no schema extension. */
function executable(sdl: string): string {
  const seen = new Set<string>()
  const entities: string[] = []
  const definitions = parse(sdl + entitiesSdl).definitions.flatMap((definition): DefinitionNode[] => {
    if (definition.kind === Kind.SCHEMA_EXTENSION) return []
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.directives?.some((directive) => directive.name.value === 'key'))
      entities.push(definition.name.value)
    if (definition.kind !== Kind.OBJECT_TYPE_EXTENSION || !ROOTS.has(definition.name.value) || seen.has(definition.name.value))
      return [definition]
    seen.add(definition.name.value)
    return [{ ...definition, kind: Kind.OBJECT_TYPE_DEFINITION }]
  })
  return `${DIRECTIVES}\nunion _Entity = ${entities.join(' | ')}\n${definitions.map((definition) => print(definition)).join('\n')}`
}
