import { setTimeout as pause } from 'node:timers/promises'
import { execute, GraphQLError, parse, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Callers } from '../caller/callers'
import type { Database } from '../operation/database'
import type { Logger } from '../operation/logger'
import { Rejected } from '../rules'
import type { Marks } from '../store/marks'
import type { GraphContext } from './context'
import { formatError, refusalOf } from './errors'

interface GraphBody {
  query: string
  variables?: Record<string, unknown>
  operationName?: string
}

const MOST_DOCUMENTS = 2_000
/** After so long it is asked whether the database answers at all. */
const PATIENCE_MS = 2_500
const STATUS: Partial<Record<string, number>> = { UNAUTHENTICATED: 401, UNAVAILABLE: 503 }
/** The gateway itself: it may ask for the subgraph's text and nothing else. */
const GATEWAY = { accountId: 'gateway', name: 'gateway', roles: [] }
/** The one question that needs no caller: what the subgraph looks like. */
const SDL_ONLY = /^\s*(query\s*\w*\s*)?\{\s*_service\s*\{\s*sdl\s*\}\s*\}\s*$/

/** Answers the gateway's requests to one subgraph; parsed and checked documents are kept. */
export class GraphRequests {
  private readonly documents = new Map<string, DocumentNode>()

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly callers: Callers,
    private readonly marks: Marks,
    private readonly database: Pick<Database, 'answers'>,
    private readonly logger: Logger,
  ) {}

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { language, correlationId } = this.callers.as(request, GATEWAY)
    try {
      const body = bodyOf(request.body)
      const caller = SDL_ONLY.test(body.query) ? this.callers.as(request, GATEWAY) : await this.callers.of(request)
      const { result, stale } = await this.whileDatabaseAnswers(async () => {
        const seen = caller.after.length === 0 || (await this.marks.seen(caller.after))
        return { result: await this.run(body, { caller, loaders: new Map() }), stale: !seen }
      })
      const errors = result.errors?.map((error) => formatError(error, language, correlationId, this.logger))
      return await reply.send({ data: result.data, ...(errors ? { errors } : {}), ...(stale ? { extensions: { stale } } : {}) })
    } catch (error) {
      const wrapped = new GraphQLError('request', { originalError: error instanceof Error ? error : new Error(String(error)) })
      const status = STATUS[refusalOf(error)?.code ?? ''] ?? (refusalOf(error) ? 400 : 500)
      return await reply.code(status).send({ errors: [formatError(wrapped, language, correlationId, this.logger)] })
    }
  }

  /** Work may take its time, but not wait for a database that stands still: what it then still saves, the same command id finds again. */
  private async whileDatabaseAnswers<Result>(work: () => Promise<Result>): Promise<Result> {
    const finished = new AbortController()
    try {
      return await Promise.race([work(), this.untilDatabaseStandsStill(finished.signal)])
    } finally {
      finished.abort()
    }
  }

  private async untilDatabaseStandsStill(finished: AbortSignal): Promise<never> {
    do await pause(PATIENCE_MS, undefined, { signal: finished, ref: false })
    while (await this.database.answers())
    throw new Rejected('UNAVAILABLE')
  }

  private async run(body: GraphBody, contextValue: GraphContext): Promise<ExecutionResult> {
    const document = this.document(body.query)
    return await execute({
      schema: this.schema,
      document,
      contextValue,
      variableValues: body.variables ?? {},
      ...(body.operationName ? { operationName: body.operationName } : {}),
    })
  }

  private document(query: string): DocumentNode {
    const known = this.documents.get(query)
    if (known) return known
    let document: DocumentNode
    try {
      document = parse(query, { maxTokens: 20_000, noLocation: true })
    } catch (error) {
      throw new Rejected('GRAPH_REQUEST_INVALID', { problem: error instanceof Error ? error.message : String(error) })
    }
    const [problem] = validate(this.schema, document)
    if (problem) throw new Rejected('GRAPH_REQUEST_INVALID', { problem: problem.message })
    if (this.documents.size >= MOST_DOCUMENTS) this.documents.clear()
    this.documents.set(query, document)
    return document
  }
}

function bodyOf(body: unknown): GraphBody {
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string')
    throw new Rejected('GRAPH_REQUEST_INVALID', { problem: 'query is missing' })
  return body as GraphBody
}
