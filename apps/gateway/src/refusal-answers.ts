import { Catch, HttpException, Inject, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import { LOGGER, refusalExtensions, refusalOf, Rejected, retryAfter, statusOf, type Logger } from '@sizhang/service-kit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { askerOf, type Asker } from './sessions/asker'

/** Largest body of a request to the graph or to sign-in, in bytes. Files have routes of their own. */
export const MOST_BODY = 512 * 1024

const TOO_LARGE = 413
const STATUS: Partial<Record<string, number>> = { BODY_TOO_LARGE: TOO_LARGE, FILE_TOO_LARGE: TOO_LARGE, CONTENT_TYPE_UNKNOWN: 415 }

/** What goes wrong on any route, as the asker reads it: the refusal in his language, or a fault with its trace id and nothing more. */
@Catch()
@Injectable()
export class RefusalAnswers implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  /** For the routes of Nest's controllers. */
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    await this.answer(error, host.switchToHttp().getRequest<FastifyRequest>(), host.switchToHttp().getResponse<FastifyReply>())
  }

  /** For every other route, and for what goes wrong before one is reached. */
  async answer(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { status, wait, message, extensions } = this.answerTo(error, request, askerOf(request))
    if (wait !== undefined) reply.header('retry-after', wait)
    // Whoever is cut off while he sends often sees that the line broke, and not the answer that says why.
    if (status === TOO_LARGE) reply.removeHeader('connection')
    const ofGraph = request.url.split('?')[0] === '/graphql'
    await reply.code(status).send(ofGraph ? { errors: [{ message, extensions }] } : { error: { message, ...extensions } })
  }

  private answerTo(error: unknown, request: FastifyRequest, { language, traceId }: Asker) {
    const refusal = refusalOf(error) ?? requestRefused(error, request)
    if (refusal)
      return { status: STATUS[refusal.code] ?? statusOf(refusal), wait: retryAfter(refusal), ...refusalExtensions(refusal, language) }
    this.logger.error({ err: error, traceId }, 'fault in a route')
    const message = language === 'zh' ? '系统内部错误，已记录' : 'Internal fault; it was logged'
    return { status: 500, wait: undefined, message, extensions: { code: 'INTERNAL', family: 'INTERNAL', traceId } }
  }
}

/** What Fastify and Nest refuse by themselves, in the words of the catalogue. */
function requestRefused(error: unknown, { headers, url }: FastifyRequest): Rejected | undefined {
  const status = statusIn(error)
  if (status === undefined || status >= 500) return undefined
  if (status === TOO_LARGE) return new Rejected('BODY_TOO_LARGE', { max: MOST_BODY })
  if (status === 415) return new Rejected('CONTENT_TYPE_UNKNOWN', { field: 'content-type', value: headers['content-type'] ?? '' })
  if (status === 404) return new Rejected('NOT_FOUND', { value: url.split('?')[0] })
  return new Rejected('REQUEST_INVALID', { problem: error instanceof Error ? error.message : '' })
}

function statusIn(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus()
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined
}
