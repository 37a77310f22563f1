import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { beginSpan, traceparentOf } from '@sizhang/messaging'
import { execute, GraphQLError, parse, validate } from 'graphql'
import type { DocumentNode, ExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../caller/caller'
import type { Callers } from '../caller/callers'
import type { Database } from '../operation/database'
import type { Logger } from '../operation/logger'
import { Rejected } from '../rules'
import type { Marks } from '../store/marks'
import type { GraphContext } from './context'
import { formatError, refusalOf } from './errors'
import { rootFields, type RequestMetrics } from './request-metrics'
import { Turns } from './turns'

interface GraphBody {
  query: string
  variables?: Record<string, unknown>
  operationName?: string
}

/** A document, checked against the schema, and the root fields that it asks for. */
interface Read {
  document: DocumentNode
  operations: string[]
}

/** An answer, and whether it leaves out writes of the caller's own. */
interface Answered {
  result: ExecutionResult
  stale: boolean
}

interface GraphRequestsParts {
  schema: GraphQLSchema
  callers: Callers
  marks: Marks
  database: Pick<Database, 'answers'>
  logger: Logger
  metrics: RequestMetrics
}

/** Characters of the texts whose documents are kept: in memory a document takes some fifty times as much as its text. */
const MOST_KEPT = 1_000_000
/** An answer names so many errors: more of them are more of the same. */
const MOST_ERRORS = 100
/** After so long it is asked whether the database answers at all. */
const PATIENCE_MS = 2_500
const STATUS: Partial<Record<string, number>> = { UNAUTHENTICATED: 401, UNAVAILABLE: 503 }
/** The gateway itself: it may ask for the subgraph's text and nothing else. */
const GATEWAY = { accountId: 'gateway', name: 'gateway', grants: [] }
/** The one question that needs no caller: what the subgraph looks like. */
const SDL_ONLY = /^\s*(query\s*\w*\s*)?\{\s*_service\s*\{\s*sdl\s*\}\s*\}\s*$/

/** Answers the gateway's requests to one subgraph; parsed and checked documents are kept. */
export class GraphRequests {
  private readonly documents = new Map<string, Read>()
  private kept = 0

  constructor(private readonly parts: GraphRequestsParts) {}

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { callers, logger, metrics } = this.parts
    const began = performance.now()
    const { language, correlationId } = callers.as(request, GATEWAY)
    let read: Read | undefined
    let errors: GraphQLFormattedError[] | undefined
    try {
      const body = bodyOf(request.body)
      const caller = SDL_ONLY.test(body.query) ? callers.as(request, GATEWAY) : await callers.of(request)
      read = this.read(body.query)
      const { result, stale } = await this.traced(read, body, caller)
      errors = result.errors?.slice(0, MOST_ERRORS).map((error) => formatError(error, language, correlationId, logger))
      return await reply.send({ data: result.data, ...(errors ? { errors } : {}), ...(stale ? { extensions: { stale } } : {}) })
    } catch (error) {
      const wrapped = new GraphQLError('request', { originalError: error instanceof Error ? error : new Error(String(error)) })
      const status = STATUS[refusalOf(error)?.code ?? ''] ?? (refusalOf(error) ? 400 : 500)
      errors = [formatError(wrapped, language, correlationId, logger)]
      return await reply.code(status).send({ errors })
    } finally {
      metrics.answered(read?.operations, (performance.now() - began) / 1_000, familiesOf(errors))
    }
  }

  /** Answers within a span of its own, under which the facts of a command go on. */
  private async traced({ document, operations }: Read, body: GraphBody, caller: Caller): Promise<Answered> {
    const span = beginSpan(operations.join(' '), SpanKind.SERVER, caller.traceparent)
    try {
      const answered = await this.answerOf(document, body, { ...caller, traceparent: traceparentOf(span) ?? caller.traceparent })
      if (answered.result.errors) span.setStatus({ code: SpanStatusCode.ERROR })
      return answered
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  }

  private answerOf(document: DocumentNode, body: GraphBody, caller: Caller): Promise<Answered> {
    return this.whileDatabaseAnswers(async () => {
      const seen = caller.after.length === 0 || (await this.parts.marks.seen(caller.after))
      return { result: await this.run(document, body, { caller, loaders: new Map(), turns: new Turns() }), stale: !seen }
    })
  }

  /**
   * Work may take its time, but not wait for a database that stands still: what it then still saves, the same command id finds again.
   * With a plain timer: to abort a pause costs more than many an answer.
   */
  private async whileDatabaseAnswers<Result>(work: () => Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined
    let finished = false
    const standsStill = new Promise<never>((_, reject) => {
      const look = async () => {
        if (!(await this.parts.database.answers())) reject(new Rejected('UNAVAILABLE'))
        else if (!finished) wait()
      }
      const wait = () => (timer = setTimeout(() => void look(), PATIENCE_MS).unref())
      wait()
    })
    try {
      return await Promise.race([work(), standsStill])
    } finally {
      finished = true
      clearTimeout(timer)
    }
  }

  private async run(document: DocumentNode, body: GraphBody, contextValue: GraphContext): Promise<ExecutionResult> {
    return await execute({
      schema: this.parts.schema,
      document,
      contextValue,
      variableValues: body.variables ?? {},
      ...(body.operationName ? { operationName: body.operationName } : {}),
    })
  }

  private read(query: string): Read {
    const known = this.documents.get(query)
    if (known) return known
    let document: DocumentNode
    try {
      document = parse(query, { maxTokens: 20_000, noLocation: true })
    } catch (error) {
      throw new Rejected('GRAPH_REQUEST_INVALID', { problem: error instanceof Error ? error.message : String(error) })
    }
    const [problem] = validate(this.parts.schema, document)
    if (problem) throw new Rejected('GRAPH_REQUEST_INVALID', { problem: problem.message })
    if (this.kept + query.length > MOST_KEPT) {
      this.documents.clear()
      this.kept = 0
    }
    this.kept += query.length
    const read = { document, operations: rootFields(document) }
    this.documents.set(query, read)
    return read
  }
}

function familiesOf(errors: readonly GraphQLFormattedError[] = []): Set<string> {
  return new Set(errors.map(({ extensions }) => String(extensions?.['family'])))
}

function bodyOf(body: unknown): GraphBody {
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string')
    throw new Rejected('GRAPH_REQUEST_INVALID', { problem: 'query is missing' })
  return body as GraphBody
}
