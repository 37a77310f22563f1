import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refusalExtensions, refusalOf } from '../graph/errors'
import type { Logger } from '../operation/logger'
import { LOGGER } from '../operation/tokens'
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
const STATUS_OF_FAULT = 500
/** Largest body of a request that is no file, in bytes. */
export const MOST_BODY = 1_000_000

/** The HTTP status of a refusal: by its family, but for what is too large. */
export function statusOf({ code }: Rejected): number {
  return code === 'FILE_TOO_LARGE' || code === 'BODY_TOO_LARGE' ? TOO_LARGE : STATUS[refusalCatalogue[code].family]
}

/** Answers a plain HTTP route's refusal in the reader's language; a fault is logged and masked. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    if (host.getType<string>() !== 'http') throw error
    const request = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    const isGraph = request.url.startsWith('/graphql')
    const refusal = refusalOf(error) ?? (isGraph ? refusalOfBody(error) : undefined)
    if (refusal) {
      const { message, extensions } = refusalExtensions(refusal, languageOf(request.headers['accept-language']))
      const status = statusOf(refusal)
      if (status === STATUS.UNAVAILABLE) reply.header('retry-after', '2')
      await reply.code(status).send(isGraph ? { errors: [{ message, extensions }] } : { error: { message, ...extensions } })
    } else if (error instanceof HttpException) {
      await reply.code(error.getStatus()).send({ error: { code: 'HTTP', message: error.message } })
    } else {
      this.logger.error({ err: error, traceId: request.id }, 'fault in a route')
      await reply.code(500).send({ error: { code: 'INTERNAL', traceId: request.id } })
    }
  }
}

/** What the graph says to a body that could not be read: the reader meets the same shape as for any other refusal. */
function refusalOfBody(error: unknown): Rejected | undefined {
  if (!(error instanceof HttpException) || error.getStatus() >= STATUS_OF_FAULT) return undefined
  if (error.getStatus() === TOO_LARGE) return new Rejected('BODY_TOO_LARGE', { max: MOST_BODY })
  return new Rejected('GRAPH_REQUEST_INVALID', { problem: error.message })
}
