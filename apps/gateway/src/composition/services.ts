import { Agent, request, type Dispatcher } from 'undici'
import { wholeAnswer, type AnswerText } from './whole-answer'

/** A service did not answer: it is not there, too slow, or speaks no GraphQL. */
export class ServiceAway extends Error {
  constructor(
    readonly service: string,
    options?: ErrorOptions,
  ) {
    super(`service ${service} does not answer`, options)
  }
}

type Sent = Pick<
  Dispatcher.RequestOptions & Dispatcher.DispatchOptions,
  'method' | 'headers' | 'body' | 'signal' | 'headersTimeout' | 'bodyTimeout'
>

type TextSent = { method: Dispatcher.HttpMethod; path: string; headers: Record<string, string>; body: string; signal?: AbortSignal }

const ANSWERS_WITHIN = 30_000
const TELLS_ITSELF_WITHIN = 3_000

/** The services behind the gateway, over connections that are kept open. */
export class Services {
  private readonly agent: Agent

  /**
   * @param urls where each service listens, by its name
   * @param answersWithin milliseconds, after which a service counts as away
   */
  constructor(
    private readonly urls: ReadonlyMap<string, string>,
    answersWithin = ANSWERS_WITHIN,
  ) {
    const timeouts = { keepAliveTimeout: 30_000, connectTimeout: 2_000, headersTimeout: answersWithin, bodyTimeout: answersWithin }
    this.agent = new Agent({ connections: 128, ...timeouts })
  }

  get names(): string[] {
    return [...this.urls.keys()]
  }

  has(name: string): boolean {
    return this.urls.has(name)
  }

  /** Sends a request as it is; the answer's body is a stream. Throws ServiceAway. */
  async send(service: string, path: string, options: Sent) {
    const url = this.urlOf(service)
    try {
      return await request(url + path, { ...options, dispatcher: this.agent })
    } catch (error) {
      throw new ServiceAway(service, { cause: error })
    }
  }

  /** Sends JSON and reads JSON. An answer without content is undefined. */
  async exchange(
    service: string,
    method: Dispatcher.HttpMethod,
    path: string,
    { body, headers = {}, signal }: { body: unknown; headers?: Record<string, string>; signal?: AbortSignal },
  ): Promise<{ status: number; body: unknown }> {
    const sent = { method, path, body: JSON.stringify(body), headers, ...(signal && { signal }) }
    const { status, text } = await this.text(service, sent)
    try {
      return { status, body: text ? JSON.parse(text) : undefined }
    } catch (error) {
      throw new ServiceAway(service, { cause: error })
    }
  }

  /** Sends a question to a service's part of the graph; the answer is its text as it came. Throws ServiceAway. */
  async ask(service: string, question: string, headers: Record<string, string>): Promise<string> {
    return (await this.text(service, { method: 'POST', path: '/graphql', body: question, headers })).text
  }

  /** A service's part of the graph, as it tells it itself. */
  async sdlOf(service: string): Promise<string> {
    const signal = AbortSignal.timeout(TELLS_ITSELF_WITHIN)
    const { body } = await this.exchange(service, 'POST', '/graphql', { body: { query: '{ _service { sdl } }' }, signal })
    const { data } = (body ?? {}) as { data?: { _service?: { sdl?: unknown } } }
    const sdl = data?._service?.sdl
    if (typeof sdl !== 'string') throw new ServiceAway(service)
    return sdl
  }

  private async text(service: string, { headers, signal, ...sent }: TextSent): Promise<AnswerText> {
    const options = { ...sent, origin: this.urlOf(service), headers: { ...headers, 'content-type': 'application/json' } }
    try {
      return await wholeAnswer(this.agent, options, signal)
    } catch (error) {
      throw new ServiceAway(service, { cause: error })
    }
  }

  private urlOf(service: string): string {
    const url = this.urls.get(service)
    if (!url) throw new ServiceAway(service)
    return url
  }

  close(): Promise<void> {
    return this.agent.destroy()
  }
}
