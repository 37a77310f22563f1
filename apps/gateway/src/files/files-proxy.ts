import { Transform, type Readable } from 'node:stream'
import { Rejected } from '@sizhang/service-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ServiceAway, type Services } from '../composition/services'
import type { Admission } from '../edge/admission'
import { askerOf } from '../sessions/asker'
import { hindranceOf } from '../sessions/sessions'

const LARGEST_MB = 200
const LARGEST = LARGEST_MB * 1024 * 1024
/** An import is checked whole before it answers. */
const ANSWERS_WITHIN = 600_000

/** Headers of an upload that concern the file, and of an answer that concern its content. Everything else stays on its side of the gateway. */
const UP = ['content-type', 'content-length', 'content-disposition', 'accept', 'range', 'if-none-match']
const DOWN = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-range',
  'accept-ranges',
  'etag',
  'last-modified',
  'cache-control',
  'retry-after',
]

interface FileRoute {
  Params: { service: string; '*': string }
}

/** `/files/<service>/…` is that service's `/files/…`, streamed both ways with the caller's token; the gateway looks into no file. */
export class FilesProxy {
  constructor(
    private readonly services: Services,
    private readonly admission: Admission,
  ) {}

  async register(fastify: FastifyInstance): Promise<void> {
    await fastify.register(async (files) => {
      files.removeAllContentTypeParsers()
      files.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
      files.route<FileRoute>({
        method: ['GET', 'POST', 'PUT', 'DELETE'],
        url: '/files/:service/*',
        bodyLimit: LARGEST,
        handler: (request, reply) => this.pass(request, reply),
      })
    })
  }

  private async pass(request: FastifyRequest<FileRoute>, reply: FastifyReply): Promise<FastifyReply> {
    const { token, account } = await this.admission.admit(request, reply)
    const hindrance = hindranceOf(account)
    if (hindrance) throw new Rejected(hindrance)
    const { service, '*': path } = request.params
    if (!this.services.has(service) || path.split('/').includes('..')) throw new Rejected('NOT_FOUND', { value: request.url })
    if (Number(request.headers['content-length']) > LARGEST) throw tooLarge()
    const answer = await this.send(request, reply, service, request.url.replace(`/${service}`, ''), askerOf(request, token).headers)
    return reply.code(answer.statusCode).headers(chosen(answer.headers, DOWN)).send(answer.body)
  }

  private async send(request: FastifyRequest, reply: FastifyReply, service: string, path: string, headers: Record<string, string>) {
    const hungUp = new AbortController()
    reply.raw.once('close', () => hungUp.abort())
    const upload = request.body ? (request.body as Readable).pipe(capped()) : undefined
    try {
      return await this.services.send(service, path, {
        method: request.method as 'GET' | 'POST' | 'PUT' | 'DELETE',
        headers: { ...chosen(request.headers, UP), ...headers },
        ...(upload && { body: upload }),
        signal: hungUp.signal,
        headersTimeout: ANSWERS_WITHIN,
        bodyTimeout: ANSWERS_WITHIN,
      })
    } catch (error) {
      if (upload?.errored instanceof Rejected) throw upload.errored
      // What is still to come of the file is not waited for.
      reply.header('connection', 'close')
      throw error instanceof ServiceAway ? new Rejected('UNAVAILABLE', { service }) : error
    }
  }
}

/** Lets a file pass up to the largest size, whether its length was said before or not. */
function capped(): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > LARGEST) done(tooLarge())
      else done(null, chunk)
    },
  })
}

function tooLarge(): Rejected {
  return new Rejected('FILE_TOO_LARGE', { max: LARGEST_MB })
}

function chosen(headers: Record<string, string | string[] | undefined>, names: readonly string[]): Record<string, string> {
  const pairs = names.map((name) => [name, headers[name]] as const)
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
