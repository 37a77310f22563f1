import { once } from 'node:events'
import type { FactStream, StreamedFact } from '@sizhang/messaging'
import { Calendar, checkRight, refusalExtensions, refusalOf, Rejected, type Grant, type Logger } from '@sizhang/service-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askerOf } from '../sessions/asker'
import { sessionIn } from '../sessions/request-session'
import type { Admission } from '../edge/admission'
import { hindranceOf, type Sessions } from '../sessions/sessions'
import { refusalOfStream } from './facts-schema'
import { seenBy } from './seen'

const HEARTBEAT_MS = 15_000
/** Whether the session still holds, and what it may see, is looked at so often. */
const LOOKED_AT_MS = 4_000
/** A listener whose line takes nothing for so long is cut off; he goes on from his last position when he comes back. */
const STALLED_MS = 60_000

/**
 * `GET /facts?topics=a,b&from=…`: the facts as server-sent events. The id of an event is the position after it, so a browser or a
 * script that reconnects (`Last-Event-ID`) goes on without gap. A refusal that only Kafka can give comes as the event `refused`.
 */
export class FactsEvents {
  private readonly calendar = new Calendar(undefined)

  constructor(
    private readonly stream: FactStream,
    private readonly sessions: Sessions,
    private readonly admission: Admission,
    private readonly logger: Logger,
  ) {}

  register(fastify: FastifyInstance): void {
    fastify.get('/facts', (request, reply) => this.answer(request, reply))
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { account, ...open } = await this.admission.admit(request, reply)
    const hindrance = hindranceOf(account)
    if (hindrance) throw new Rejected(hindrance)
    checkRight(open, 'facts.follow', this.calendar.today())
    let { grants } = open
    const facts = seenBy(() => grants, this.follow(request))
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      ...headersOf(reply),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 2000\n\n')
    const beat = setInterval(() => raw.writableNeedDrain || raw.write(': here\n\n'), HEARTBEAT_MS).unref()
    const watch = this.watch(
      request,
      (now) => (grants = now),
      () => raw.destroy(),
    )
    raw.once('close', () => {
      clearInterval(beat)
      clearInterval(watch)
      void facts.return()
    })
    try {
      for await (const fact of facts) if (!raw.write(textOf(fact))) await drained(raw)
    } catch (error) {
      if (!raw.destroyed) raw.write(this.refused(request, error))
    }
    raw.end()
  }

  private follow({ query, headers }: FastifyRequest) {
    const { topics, from } = query as { topics?: string; from?: string }
    const last = headers['last-event-id']
    const place = typeof last === 'string' && last !== '' ? last : from
    try {
      return this.stream.facts({ topics: topics ? topics.split(',') : undefined, from: place })
    } catch (error) {
      throw refusalOfStream(error)
    }
  }

  /** Learns what the account is granted by now, and hangs up when the session is over. */
  private watch({ headers }: FastifyRequest, learn: (grants: readonly Grant[]) => void, hangUp: () => void): NodeJS.Timeout {
    const check = async () => {
      try {
        learn((await this.sessions.open(sessionIn(headers), { held: true })).grants)
      } catch (error) {
        if (error instanceof Rejected && error.code === 'UNAUTHENTICATED') hangUp()
        // The last token is over, and nobody can be asked: nothing is told until somebody can.
        else learn([])
      }
    }
    return setInterval(() => void check(), LOOKED_AT_MS).unref()
  }

  private refused(request: FastifyRequest, error: unknown): string {
    const { language, traceId } = askerOf(request)
    const refusal = refusalOf(refusalOfStream(error))
    if (!refusal) this.logger.error({ err: error, traceId }, 'stream of facts ended')
    const { message, extensions } = refusalExtensions(refusal ?? new Rejected('UNAVAILABLE'), language)
    return `event: refused\ndata: ${JSON.stringify({ message, ...extensions })}\n\n`
  }
}

type Raw = FastifyReply['raw']

function textOf({ position, data, ...fact }: StreamedFact): string {
  return `id: ${position}\ndata: ${JSON.stringify(fact).slice(0, -1)},"data":${data}}\n\n`
}

/** Waits until the line takes more. */
async function drained(raw: Raw): Promise<void> {
  try {
    await once(raw, 'drain', { signal: AbortSignal.timeout(STALLED_MS) })
  } catch {
    raw.destroy()
  }
}

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]))
}
