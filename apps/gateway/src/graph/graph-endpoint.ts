import { createHash } from 'node:crypto'
import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import { SpanKind, type Span } from '@opentelemetry/api'
import { beginSpan, traceparentOf } from '@sizhang/messaging'
import { Rejected, type Logger } from '@sizhang/service-kit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { GraphQLError, Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql'
import { z } from 'zod'
import { hindranceOf, type OpenSession } from '../sessions/sessions'
import { askerOf, traceparentIn } from '../sessions/asker'
import type { Admission } from '../edge/admission'
import { aliasNames, checkShape, MOST_TOKENS } from '../edge/limits'
import type { Sizes } from '../composition/sizes'
import { limitRecords } from '../edge/records'
import type { RefusedOperations } from '../edge/refused-operations'
import { whence } from '../sign-in/whence'
import { errorFor } from './errors'
import type { KnownOperations } from './known-operations'
import type { OperationMetrics } from './operation-metrics'
import { textOf } from './execution/passed-on'
import type { GraphContext } from './sources'
import type { SupergraphGateway } from './supergraph-gateway'

interface GraphEndpointParts {
  gateway: SupergraphGateway
  operations: KnownOperations
  /** How long lists without pages are about. */
  sizes: () => Sizes
  admission: Admission
  refusedOperations: RefusedOperations
  metrics: OperationMetrics
  logger: Logger
  /** Whether anybody who is signed in may ask for the schema, and in his own words. */
  development: boolean
}

/** A request to the graph, with what only Apollo's plugins need of it. */
type Context = GraphContext & { hindrance: ReturnType<typeof hindranceOf>; span: Span }

/**
 * Parsed texts that are kept, with their plans, measured as JSON: more than twice all of the portal's. In memory a text and its plan take
 * some twenty times as much as its JSON, who asks in his own words may ask each time in others, and all of it is looked through for garbage.
 */
const PARSED_BYTES = 2 * 1024 * 1024
/** Texts of which it is known that they are of a size. */
const MOST_LOOKED_AT = 10_000

const body = z
  .looseObject({
    query: z.string().min(1).optional(),
    operationName: z.string().nullish(),
    variables: z.record(z.string(), z.unknown()).nullish(),
    extensions: z.looseObject({ persistedQuery: z.looseObject({ sha256Hash: z.string() }).optional() }).nullish(),
  })
  .refine(({ query, extensions }) => query ?? extensions?.persistedQuery, { path: ['query'], message: 'is missing' })

/** `POST /graphql`: one operation a request, as JSON, for those who are signed in. */
export class GraphEndpoint {
  private readonly apollo: ApolloServer<Context>
  private readonly contexts = new WeakMap<FastifyRequest, Context>()
  /** Hashes of texts that are of a size: who asks in his own words asks them again and again. */
  private readonly looked = new Set<string>()

  constructor(private readonly parts: GraphEndpointParts) {
    this.apollo = new ApolloServer<Context>({
      gateway: parts.gateway,
      introspection: parts.development,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      stringifyResult: textOf,
      persistedQueries: { cache: parts.operations },
      documentStore: new InMemoryLRUCache({ maxSize: PARSED_BYTES }),
      parseOptions: { maxTokens: MOST_TOKENS },
      validationRules: [aliasNames],
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
      preHandler: async (request, reply) => {
        const open = await this.parts.admission.admit(request, reply)
        await this.checkText(readBody(request.body), open, request)
        const span = beginSpan('graph', SpanKind.SERVER, traceparentIn(request.headers))
        const asker = askerOf(request, open.token, traceparentOf(span))
        this.contexts.set(request, { asker, span, stale: false, hindrance: hindranceOf(open.account) })
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

  /**
   * A page's text passes as it is. Any other is looked at before it is validated, which takes much longer than to look: it needs the right to
   * ask in one's own words, and has to be of a size. Who has no such right is written down before he is told.
   */
  private async checkText({ query, extensions }: Body, open: OpenSession, request: FastifyRequest): Promise<void> {
    const { operations, refusedOperations, development } = this.parts
    const hash = query === undefined ? extensions?.persistedQuery?.sha256Hash : createHash('sha256').update(query).digest('hex')
    if (operations.has(hash)) return
    if (!development && !open.account.verbs.includes('graph.ask')) {
      await refusedOperations.writeDown(open, hash ?? '', whence(request))
      throw new Rejected('QUERY_NOT_KNOWN')
    }
    if (query === undefined || this.looked.has(hash ?? '')) return
    checkShape(query)
    if (this.looked.size >= MOST_LOOKED_AT) this.looked.clear()
    this.looked.add(hash ?? '')
  }

  /** What Apollo Server leaves to us: what may be asked in which state, and how errors read. */
  private rules(): ApolloServerPlugin<Context> {
    const { logger, operations, metrics, sizes } = this.parts
    return {
      requestDidStart: async () => {
        const began = performance.now()
        return {
          async didResolveOperation({ operation, document, request, schema, contextValue }) {
            if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw refused('SUBSCRIPTION_NEEDS_SOCKET', 400)
            const { hindrance } = contextValue
            if (hindrance && !asksForMeAlone(operation)) throw refused(hindrance, 403)
            if (operation && document) limitRecords({ schema, sizes: sizes(), document, operation, variables: request.variables ?? {} })
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

type Body = z.output<typeof body>

function readBody(given: unknown): Body {
  const parsed = body.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') ?? ''
  throw new Rejected('GRAPH_REQUEST_INVALID', { field, problem: `${field || 'body'}: ${issue?.message ?? ''}` })
}

function refused(code: 'SUBSCRIPTION_NEEDS_SOCKET' | NonNullable<Context['hindrance']>, status: number): GraphQLError {
  return new GraphQLError(code, { originalError: new Rejected(code), extensions: { http: { status } } })
}
