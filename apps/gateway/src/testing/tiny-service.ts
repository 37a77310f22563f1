import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { TinySubgraph, type TinyPart } from './tiny-subgraph'

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** A real HTTP service, small enough for one test. It can go away, come back at the same place, and change its part of the graph. */
export class TinyService {
  /** What was asked of its part of the graph, apart from what it looks like. */
  readonly asked: { query: string; headers: IncomingHttpHeaders }[] = []
  /** Goes along with its answers. */
  extensions: Record<string, unknown> | undefined
  private subgraph: TinySubgraph
  private silent = false
  private server: Server | undefined
  private port = 0

  private constructor(
    part: TinyPart,
    private readonly routes: Record<string, Route>,
  ) {
    this.subgraph = new TinySubgraph(part)
  }

  /** @param routes by method and path, such as `POST /sessions`; a path that ends in `*` stands for all that begins so */
  static async start(part: TinyPart, routes: Record<string, Route> = {}): Promise<TinyService> {
    const service = new TinyService(part, routes)
    await service.comeBack()
    return service
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  change(part: TinyPart): void {
    this.subgraph = new TinySubgraph(part)
  }

  /** From now on requests to its part of the graph are taken, and never answered. */
  fallSilent(): void {
    this.silent = true
  }

  speak(): void {
    this.silent = false
  }

  async goAway(): Promise<void> {
    const { server } = this
    this.server = undefined
    if (!server) return
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  async comeBack(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response))
    this.server = server
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve))
    this.port = (server.address() as AddressInfo).port
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const called = `${request.method} ${request.url}`
    const route = Object.entries(this.routes).find(([name]) =>
      name.endsWith('*') ? called.startsWith(name.slice(0, -1)) : called === name,
    )?.[1]
    if (route) return route(request, response)
    const body = (await json(request)) as { query: string }
    if (!body.query.includes('_service')) this.asked.push({ query: body.query, headers: request.headers })
    if (this.silent) return
    answerJson(response, 200, { ...(await this.subgraph.answer(body)), ...(this.extensions && { extensions: this.extensions }) })
  }
}

export function answerJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
