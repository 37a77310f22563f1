import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One step of a trace, as an app has sent it. */
export interface Step {
  app: string
  name: string
  traceId: string
  spanId: string
  /** Of the step that it is part of. */
  parentSpanId?: string
  /** Milliseconds since the epoch. */
  from: number
  to: number
  attributes: string[]
}

interface OtlpSpan extends Pick<Step, 'name' | 'traceId' | 'spanId' | 'parentSpanId'> {
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes?: Attribute[]
}
interface Attribute {
  key: string
  value: { stringValue?: string }
}
interface Sent {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: OtlpSpan[] }[] }[]
}

/** Takes traces as a collector does: OTLP over HTTP, in JSON. */
export class Receiver {
  readonly steps: Step[] = []
  /** Everything that came, as it came. */
  text = ''

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer()
    const receiver = new Receiver(server)
    server.on('request', (request, response) => void receiver.take(request).then(() => response.end('{}')))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return receiver
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  stop(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }

  private async take(request: IncomingMessage): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    this.text += text
    for (const { resource, scopeSpans } of (JSON.parse(text) as Sent).resourceSpans) {
      const app = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? ''
      this.steps.push(...scopeSpans.flatMap(({ spans }) => spans.map((span) => stepOf(app, span))))
    }
  }
}

function stepOf(app: string, { name, traceId, spanId, parentSpanId, startTimeUnixNano, endTimeUnixNano, attributes = [] }: OtlpSpan): Step {
  return {
    app,
    name,
    traceId,
    spanId,
    ...(parentSpanId && { parentSpanId }),
    from: Number(startTimeUnixNano) / 1e6,
    to: Number(endTimeUnixNano) / 1e6,
    attributes: attributes.map(({ key }) => key),
  }
}

/** A trace as a tree: app, step, when it began after the first and how long it took, in milliseconds. */
export function printed(steps: readonly Step[]): string {
  const first = Math.min(...steps.map(({ from }) => from))
  const below = (parent: string | undefined, depth: number): string[] =>
    steps
      .filter(({ parentSpanId }) => parentSpanId === parent)
      .sort((a, b) => a.from - b.from)
      .flatMap((step) => [line(step, first, depth), ...below(step.spanId, depth + 1)])
  return below(undefined, 0).join('\n')
}

function line({ app, name, from, to }: Step, first: number, depth: number): string {
  const figures = `+${(from - first).toFixed(1)} ms  ${(to - from).toFixed(1)} ms`
  return `${`${'  '.repeat(depth)}${app}: ${name}`.padEnd(64)} ${figures}`
}
