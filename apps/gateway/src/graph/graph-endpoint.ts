import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import { SpanKind, type Span } from '@opentelemetry/api'
import { beginSpan, traceparentOf } from '@sizhang/messaging'
import { Rejected, type Logger } from '@sizhang/service-kit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { GraphQLError, Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql'
import { z } from 'zod'
import { sessionIn } from '../sessions/request-session'
import type { Sessions } from '../sessions/sessions'
import { askerOf, traceparentIn } from '../sessions/asker'
import { errorFor } from './errors'
import type { KnownOperations } from './known-operations'
import type { OperationMetrics } from './operation-metrics'
import { aliasLimit, aliasNames, depthLimit, MOST_TOKENS } from './limits'
import { textOf } from './execution/passed-on'
import type { GraphContext } from './sources'
import type { SupergraphGateway } from './supergraph-gateway'

interface GraphEndpointParts {
  gateway: SupergraphGateway
  operations: KnownOperations
  sessions: Sessions
  metrics: OperationMetrics
  logger: Logger
  /** Whether anybody who is signed in may ask for the schema. */
  development: boolean
}

/** A request to the graph, with what only Apollo's plugins need of it. */
type Context = GraphContext & { mustChangePassword: boolean; span: Span }

const body = z
  .looseObject({
    query: z.string().min(1).optional(),
    operationName: z.string().nullish(),
    variables: z.record(z.string(), z.unknown()).nullish(),
    extensions: z.looseObject({ persistedQuery: z.unknown().optional() }).nullish(),
  })
  .refine(({ query, extensions }) => query ?? extensions?.persistedQuery, { path: ['query'], message: 'is missing' })

/** `POST /graphql`: one operation a request, as JSON, for those who are signed in. */
export class GraphEndpoint {
  private readonly apollo: ApolloServer<Context>
  private readonly contexts = new WeakMap<FastifyRequest, Context>()

  constructor(private readonly parts: GraphEndpointParts) {
    this.apollo = new ApolloServer<Context>({
      gateway: parts.gateway,
      introspection: parts.development,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      stringifyResult: textOf,
      persistedQueries: { cache: parts.operations },
      parseOptions: { maxTokens: MOST_TOKENS },
      validationRules: [depthLimit, aliasLimit, aliasNames],
      hideSchemaDetailsFromClientErrors: !parts.development,
      plugins: [
        this.rules(),
        ApolloServerPluginLandingPageDisabled(),
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
      ],
      logger: parts.logger,
    })
  }

  async start(): Promise<void> {
    await this.apollo.start()
  }

  register(fastify: FastifyInstance): void {
    fastify.post('/graphql', {
      preHandler: async (request) => {
        const { token, account } = await this.parts.sessions.open(sessionIn(request.headers))
        checkBody(request.body)
        const span = beginSpan('graph', SpanKind.SERVER, traceparentIn(request.headers))
        const asker = askerOf(request, token, traceparentOf(span))
        this.contexts.set(request, { asker, span, stale: false, mustChangePassword: account.mustChangePassword })
      },
      handler: fastifyApolloHandler(this.apollo, { context: async (request) => this.contextOf(request as FastifyRequest) }),
    })
  }

  stop(): Promise<void> {
    return this.apollo.stop()
  }

  private contextOf(request: FastifyRequest): Context {
    const context = this.contexts.get(request)
    if (!context) throw new Error('a request came to the graph without its context')
    return context
  }

  /** What Apollo Server leaves to us: what may be asked in which state, and how errors read. */
  private rules(): ApolloServerPlugin<Context> {
    const { logger, operations, metrics } = this.parts
    return {
      requestDidStart: async () => {
        const began = performance.now()
        return {
          async didResolveOperation({ operation, contextValue }) {
            if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw refused('SUBSCRIPTION_NEEDS_SOCKET', 400)
            if (contextValue.mustChangePassword && !asksForMeAlone(operation)) throw refused('PASSWORD_MUST_BE_CHANGED', 403)
          },
          async willSendResponse(request) {
            const errors = sayErrors(request, logger)
            const operation = operations.nameOf(request.queryHash)
            metrics.answered(operation, (performance.now() - began) / 1_000, errors)
            request.contextValue.span.updateName(`graph ${operation}`).end()
          },
        }
      },
    }
  }
}

/** Puts the errors of an answer as the asker reads them, and gives them. */
function sayErrors({ errors, response, contextValue }: GraphQLRequestContext<Context>, logger: Logger) {
  if (response.body?.kind !== 'single') return undefined
  const { singleResult } = response.body
  if (errors && singleResult.errors) singleResult.errors = errors.map((error) => errorFor(contextValue.asker, error, logger))
  if (contextValue.stale) singleResult.extensions = { ...singleResult.extensions, stale: true }
  return singleResult.errors
}

/** Whether an operation asks who one is, and for nothing else. */
function asksForMeAlone(operation: OperationDefinitionNode | undefined): boolean {
  return (
    operation === undefined ||
    operation.selectionSet.selections.every(
      (selection) => selection.kind === Kind.FIELD && ['me', '__typename'].includes(selection.name.value),
    )
  )
}

function checkBody(given: unknown): void {
  const parsed = body.safeParse(given)
  if (parsed.success) return
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') ?? ''
  throw new Rejected('GRAPH_REQUEST_INVALID', { field, problem: `${field || 'body'}: ${issue?.message ?? ''}` })
}

function refused(code: 'SUBSCRIPTION_NEEDS_SOCKET' | 'PASSWORD_MUST_BE_CHANGED', status: number): GraphQLError {
  return new GraphQLError(code, { originalError: new Rejected(code), extensions: { http: { status } } })
}
