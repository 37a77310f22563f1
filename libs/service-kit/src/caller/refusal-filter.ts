import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refusalExtensions, refusalOf } from '../graph/errors'
import type { Logger } from '../operation/logger'
import { refusalCatalogue } from '../refusals'
import { Rejected } from '../rules'
import type { RefusalFamily } from '../refusals/refusal'
import { languageOf } from './caller'

const STATUS: Record<RefusalFamily, number> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
}

const TOO_LARGE = 413
const MEDIA_TYPE_NOT_TAKEN = 415
const STATUS_OF_FAULT = 500
/** Largest body of a request that is no file, in bytes. */
export const MOST_BODY = 1_000_000

/** The HTTP status of a refusal: by its family, but for what is too large and what no route takes. */
export function statusOf({ code }: Rejected): number {
  if (code === 'FILE_MEDIA_TYPE') return MEDIA_TYPE_NOT_TAKEN
  return ['FILE_TOO_LARGE', 'PAPER_TOO_LARGE', 'BODY_TOO_LARGE'].includes(code) ? TOO_LARGE : STATUS[refusalCatalogue[code].family]
}

/** After how many seconds a refused request may come again, as its header says; undefined: it has not to do with time. */
export function retryAfter(refusal: Rejected): string | undefined {
  const { seconds } = refusal.details
  if (typeof seconds === 'number') return String(seconds)
  return statusOf(refusal) === STATUS.UNAVAILABLE ? '2' : undefined
}

/** Answers a plain HTTP route's refusal in the reader's language; a fault is logged and masked. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  /** @param noteRefusal writes down what has to be before it is answered */
  constructor(
    private readonly logger: Logger,
    private readonly noteRefusal: (request: FastifyRequest, refusal: Rejected) => Promise<void>,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    if (host.getType<string>() !== 'http') throw error
    const request = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    const isGraph = request.url.startsWith('/graphql')
    const refusal = await this.noted(request, refusalOf(error) ?? (isGraph ? refusalOfBody(error) : refusalOfFile(error, request)))
    if (refusal) {
      const { message, extensions } = refusalExtensions(refusal, languageOf(request.headers['accept-language']))
      const status = statusOf(refusal)
      const wait = retryAfter(refusal)
      if (wait !== undefined) reply.header('retry-after', wait)
      await reply.code(status).send(isGraph ? { errors: [{ message, extensions }] } : { error: { message, ...extensions } })
    } else if (error instanceof HttpException) {
      await reply.code(error.getStatus()).send({ error: { code: 'HTTP', message: error.message } })
    } else {
      this.logger.error({ err: error, traceId: request.id }, 'fault in a route')
      await reply.code(500).send({ error: { code: 'INTERNAL', traceId: request.id } })
    }
  }

  /** The refusal, once it is written down; in its place the one that says why it could not be. */
  private async noted(request: FastifyRequest, refusal: Rejected | undefined): Promise<Rejected | undefined> {
    if (!refusal) return undefined
    return this.noteRefusal(request, refusal).then(
      () => refusal,
      () => new Rejected('UNAVAILABLE'),
    )
  }
}

/** What the graph says to a body that could not be read: the reader meets the same shape as for any other refusal. */
function refusalOfBody(error: unknown): Rejected | undefined {
  if (!(error instanceof HttpException) || error.getStatus() >= STATUS_OF_FAULT) return undefined
  if (error.getStatus() === TOO_LARGE) return new Rejected('BODY_TOO_LARGE', { max: MOST_BODY })
  return new Rejected('GRAPH_REQUEST_INVALID', { problem: error.message })
}

/** An upload of a type that no route takes. */
function refusalOfFile(error: unknown, { headers }: FastifyRequest): Rejected | undefined {
  if (!(error instanceof HttpException) || error.getStatus() !== MEDIA_TYPE_NOT_TAKEN) return undefined
  return new Rejected('FILE_MEDIA_TYPE', { field: 'file', value: headers['content-type'] ?? '' })
}
