import { Agent, request, type Dispatcher } from 'undici'

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

const ANSWERS_WITHIN = 30_000
const TELLS_ITSELF_WITHIN = 3_000

/** The services behind the gateway, over connections that are kept open. */
export class Services {
  private readonly agent = new Agent({
    connections: 128,
    keepAliveTimeout: 30_000,
    connectTimeout: 2_000,
    headersTimeout: ANSWERS_WITHIN,
    bodyTimeout: ANSWERS_WITHIN,
  })

  /** @param urls where each service listens, by its name */
  constructor(private readonly urls: ReadonlyMap<string, string>) {}

  get names(): string[] {
    return [...this.urls.keys()]
  }

  has(name: string): boolean {
    return this.urls.has(name)
  }

  /** Sends a request as it is; the answer's body is a stream. Throws ServiceAway. */
  async send(service: string, path: string, options: Sent) {
    const url = this.urls.get(service)
    if (!url) throw new ServiceAway(service)
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
    const answer = await this.send(service, path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    })
    try {
      const text = await answer.body.text()
      return { status: answer.statusCode, body: text ? JSON.parse(text) : undefined }
    } catch (error) {
      throw new ServiceAway(service, { cause: error })
    }
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

  close(): Promise<void> {
    return this.agent.destroy()
  }
}
