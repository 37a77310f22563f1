import { once } from 'node:events'
import { connect } from 'node:net'

/** A request as it goes over a line. */
export interface RawRequest {
  method: string
  path: string
  headers?: Record<string, string>
  body?: string
}

/** Sends requests over one connection without waiting for an answer, the last one to be the last; the status of each answer. Rejects when the line breaks. */
export async function overOneLine(url: string, requests: readonly RawRequest[]): Promise<number[]> {
  const { hostname, port } = new URL(url)
  const line = connect(Number(port), hostname)
  let heard = ''
  line.on('data', (piece) => (heard += String(piece)))
  for (const [place, request] of requests.entries()) line.write(textOf(request, place === requests.length - 1))
  await once(line, 'close')
  return [...heard.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status))
}

function textOf({ method, path, headers = {}, body = '' }: RawRequest, isLast: boolean): string {
  const connection = isLast ? 'close' : 'keep-alive'
  const all = { host: 'localhost', connection, 'content-length': String(Buffer.byteLength(body)), ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${body}`
}
