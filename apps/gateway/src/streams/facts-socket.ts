import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { Calendar, checkRight, Rejected, type Grant, type Logger } from '@sizhang/service-kit'
import { GraphQLError, OperationTypeNode, getOperationAST, parse, validate, type ExecutionArgs, type GraphQLSchema } from 'graphql'
import type { Context, ServerOptions, SubscribePayload } from 'graphql-ws'
import { useServer, type Extra as WsExtra } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Admission } from '../edge/admission'
import { askerOf } from '../sessions/asker'
import { errorFor } from '../graph/errors'
import { refuseForeignOrigin, sessionIn } from '../sessions/request-session'
import { hindranceOf, type Sessions } from '../sessions/sessions'
import type { FactsContext } from './facts-schema'

type Params = Record<string, unknown> | undefined
/** With what the account was granted, as it was when it was last looked at. */
type Extra = WsExtra & Record<PropertyKey, unknown> & { grants?: readonly Grant[] }
type SocketContext = Context<Params, Extra>

const MOST_MESSAGE = 64 * 1024
const MOST_TOKENS = 1_000
const GOODBYE_MS = 1_000
/** Whether the session still holds, and what it may see, is looked at so often. */
const LOOKED_AT_MS = 4_000
/** As the protocol has it for who comes too often; behind a proxy all strangers come from its address. */
const TOO_MANY = { code: 4429, reason: 'TOO_MANY_REQUESTS' }
/** A close code of our own: who is not signed in (or no longer) has to sign in before he tries again. */
const UNAUTHENTICATED = { code: 4401, reason: 'UNAUTHENTICATED' }

/** Subscriptions by the protocol graphql-ws at `/graphql`, for those who are signed in: the cookie, or `authorization` in the first message. */
export class FactsSocket {
  private readonly calendar = new Calendar(undefined)
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE })

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly sessions: Sessions,
    private readonly admission: Admission,
    private readonly logger: Logger,
  ) {
    useServer<Params, Record<PropertyKey, unknown>>(this.options(), this.sockets)
  }

  /** Takes over the upgrade requests of a server. */
  listen(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url?.split('?')[0] !== '/graphql' || !isOwn(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
        return
      }
      this.sockets.handleUpgrade(request, socket, head, (client) => this.sockets.emit('connection', client, request))
    })
  }

  /** Says goodbye to all, so that they come back to another instance. */
  async close(): Promise<void> {
    const { clients } = this.sockets
    for (const socket of clients) socket.close(1001, 'going away')
    const late = setTimeout(() => clients.forEach((socket) => socket.terminate()), GOODBYE_MS)
    await new Promise<void>((resolve) => this.sockets.close(() => resolve()))
    clearTimeout(late)
  }

  private options(): ServerOptions<Params, Extra> {
    return {
      onConnect: (context) => this.admit(context),
      onSubscribe: (context, _id, payload) => this.prepare(context, payload),
      onNext: (context, _id, _payload, _args, result) =>
        result.errors && { ...result, errors: result.errors.map((error) => this.told(context, error)) },
      onError: (context, _id, _payload, errors) => errors.map((error) => this.told(context, error)),
    }
  }

  private async admit({ extra, connectionParams }: SocketContext): Promise<boolean> {
    const session = sessionOf(extra.request, connectionParams)
    try {
      await this.admission.countStranger(session, extra.request.socket.remoteAddress ?? '')
    } catch {
      extra.socket.close(TOO_MANY.code, TOO_MANY.reason)
      return false
    }
    const admitted = await this.isOpen(session, extra, false)
    if (!admitted) extra.socket.close(UNAUTHENTICATED.code, UNAUTHENTICATED.reason)
    const timer = setInterval(() => {
      void this.isOpen(session, extra, true).then((open) => open || extra.socket.close(UNAUTHENTICATED.code, UNAUTHENTICATED.reason))
    }, LOOKED_AT_MS).unref()
    extra.socket.once('close', () => clearInterval(timer))
    return admitted
  }

  /** Only a session that is over counts as none: while membership is away, who is connected stays so. */
  private async isOpen(session: string | undefined, extra: Extra, held: boolean): Promise<boolean> {
    try {
      const { account, grants } = await this.sessions.open(session, { held })
      extra.grants = grants
      return hindranceOf(account) === undefined
    } catch (error) {
      // The last token is over, and nobody can be asked: nothing is told until somebody can.
      extra.grants = []
      return error instanceof Rejected && error.code === 'UNAVAILABLE'
    }
  }

  private prepare(context: SocketContext, { query, operationName, variables }: SubscribePayload): ExecutionArgs | GraphQLError[] {
    try {
      const grants = () => context.extra.grants ?? []
      checkRight({ grants: grants() }, 'facts.follow', this.calendar.today())
      const document = parse(query, { maxTokens: MOST_TOKENS })
      if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION)
        return [refused(new Rejected('SOCKET_FOR_SUBSCRIPTIONS'))]
      const [problem] = validate(this.schema, document)
      if (problem) return [invalid(problem)]
      const contextValue: FactsContext = { asker: this.askerOf(context), stale: false, grants }
      return { schema: this.schema, document, contextValue, operationName: operationName ?? null, variableValues: variables ?? {} }
    } catch (error) {
      return [error instanceof Rejected ? refused(error) : invalid(error)]
    }
  }

  private told(context: SocketContext, error: GraphQLError) {
    return errorFor(this.askerOf(context), error, this.logger)
  }

  private askerOf({ extra, connectionParams }: SocketContext) {
    const { 'accept-language': language } = connectionParams ?? {}
    const { headers } = extra.request
    return askerOf({ headers: { ...headers, ...(typeof language === 'string' && { 'accept-language': language }) } })
  }
}

function sessionOf({ headers }: IncomingMessage, params: Params): string | undefined {
  const authorization = params?.['authorization']
  return sessionIn(typeof authorization === 'string' ? { authorization } : headers)
}

function isOwn({ headers }: IncomingMessage): boolean {
  try {
    refuseForeignOrigin(headers)
    return true
  } catch {
    return false
  }
}

function invalid(error: unknown): GraphQLError {
  return refused(new Rejected('GRAPH_REQUEST_INVALID', { problem: error instanceof Error ? error.message : String(error) }))
}

function refused(originalError: Rejected): GraphQLError {
  return new GraphQLError(originalError.code, { originalError })
}
