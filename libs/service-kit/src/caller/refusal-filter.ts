import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refusalExtensions, refusalOf } from '../graph/errors'
import type { Logger } from '../operation/logger'
import { LOGGER } from '../operation/tokens'
import { refusalCatalogue } from '../refusals'
import type { Rejected } from '../rules'
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

/** The HTTP status of a refusal, by its family. */
export function statusOf({ code }: Rejected): number {
  return STATUS[refusalCatalogue[code].family]
}

/** Answers a plain HTTP route's refusal in the reader's language; a fault is logged and masked. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    if (host.getType<string>() !== 'http') throw error
    const request = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    const refusal = refusalOf(error)
    if (refusal) {
      const { message, extensions } = refusalExtensions(refusal, languageOf(request.headers['accept-language']))
      const status = statusOf(refusal)
      if (status === STATUS.UNAVAILABLE) reply.header('retry-after', '2')
      await reply.code(status).send({ error: { message, ...extensions } })
    } else if (error instanceof HttpException) {
      await reply.code(error.getStatus()).send({ error: { code: 'HTTP', message: error.message } })
    } else {
      this.logger.error({ err: error, traceId: request.id }, 'fault in a route')
      await reply.code(500).send({ error: { code: 'INTERNAL', traceId: request.id } })
    }
  }
}
