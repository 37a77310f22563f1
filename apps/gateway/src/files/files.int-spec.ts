import { createHash } from 'node:crypto'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { overOneLine } from '@sizhang/service-kit/testing'
import { GatewayUnderTest } from '../testing/gateway-under-test'
import { answerJson, TinyService } from '../testing/tiny-service'
import { until } from '../testing/until'

const MEGABYTE = 1024 * 1024
let organization: TinyService
let gateway: GatewayUnderTest
const seen: { request: IncomingMessage; aborted: boolean; bytes: number; hash: string }[] = []
const last = () => seen.at(-1)

beforeAll(async () => {
  organization = await TinyService.start(
    { sdl: 'type Query { units: [String!] }' },
    {
      'POST /files/answered-at-once': (_request, response) => answerJson(response, 404, { error: { code: 'NOT_FOUND' } }),
      'POST /files/*': async (request, response) => {
        const entry = { request, aborted: false, bytes: 0, hash: '' }
        seen.push(entry)
        const hash = createHash('sha256')
        try {
          for await (const chunk of request as AsyncIterable<Buffer>) {
            entry.bytes += chunk.length
            hash.update(chunk)
          }
        } catch {
          entry.aborted = true
          return
        }
        entry.hash = hash.digest('hex')
        answerJson(response, 200, { bytes: entry.bytes, hash: entry.hash })
      },
      'GET /files/areas?level=TOWN': (request, response) => {
        seen.push({ request, aborted: false, bytes: 0, hash: '' })
        const headers = {
          'content-type': 'text/csv',
          'content-disposition': 'attachment; filename="areas.csv"',
          'cache-control': 'no-store',
        }
        response.writeHead(200, { ...headers, 'set-cookie': 'theirs=1', 'x-powered-by': 'them' })
        Readable.from(Array.from({ length: 1_000 }, (_, at) => `${at},河埒街道\n`)).pipe(response)
      },
      'GET /files/endless': (request, response) => {
        const entry = { request, aborted: false, bytes: 0, hash: '' }
        seen.push(entry)
        response.on('close', () => (entry.aborted = true))
        Readable.from(endless()).pipe(response)
      },
      'GET /files/refused': (_request, response) => answerJson(response, 404, { error: { code: 'NOT_FOUND' } }),
    },
  )
  gateway = await GatewayUnderTest.start({ services: { organization: organization.url } })
})
afterAll(async () => {
  await gateway.stop()
  await organization.goAway()
})

function* endless() {
  for (;;) yield 'x'.repeat(16_384)
}

function* megabytes(count: number) {
  for (let at = 0; at < count; at += 1) yield Buffer.alloc(MEGABYTE, at % 256)
}

const headers = (more: Record<string, string> = {}) => ({ authorization: `Bearer ${gateway.session}`, 'content-type': 'text/csv', ...more })
const upload = (body: BodyInit | Readable, more: Record<string, string> = {}, path = '/files/organization/areas') =>
  fetch(gateway.url + path, { method: 'POST', headers: headers(more), body: body as BodyInit, duplex: 'half' } as RequestInit)

test('a file goes to its service byte for byte, with the caller’s token and nothing of the browser’s', async () => {
  const answer = await upload('code,name\n320200,无锡市\n', { cookie: 'sizhang-session=x', 'x-forwarded-for': '10.0.0.1', te: 'trailers' })
  expect(await answer.json()).toEqual({ bytes: 27, hash: last()?.hash })
  expect(last()?.request.headers).toMatchObject({
    authorization: expect.stringMatching(/^Bearer ey/),
    'content-type': 'text/csv',
    'accept-language': 'zh',
  })
  for (const name of ['cookie', 'x-forwarded-for', 'te']) expect(last()?.request.headers[name]).toBeUndefined()
})

test('a file reaches its service while it is still being sent, however large it is', async () => {
  const count = seen.length
  async function* slowly() {
    yield* megabytes(50)
    await until(() => seen.length > count && (last()?.bytes ?? 0) > 0)
    yield* megabytes(50)
  }
  const answer = await upload(Readable.from(slowly()))
  expect(((await answer.json()) as { bytes: number }).bytes).toBe(100 * MEGABYTE)
})

test('a file of more than two hundred megabytes is refused, whether it says so before or not', async () => {
  const told = await new Promise<number | undefined>((resolve, reject) => {
    const length = String(201 * MEGABYTE)
    const asking = httpRequest(`${gateway.url}/files/organization/areas`, {
      method: 'POST',
      headers: headers({ 'content-length': length }),
    })
    asking.on('error', reject).on('response', (response) => {
      resolve(response.statusCode)
      asking.destroy()
    })
    asking.write('code')
  })
  expect(told).toBe(413)
  const untold = await upload(Readable.from(megabytes(201)))
  expect(untold.status).toBe(413)
  expect(await untold.json()).toMatchObject({ error: { code: 'FILE_TOO_LARGE' } })
  await until(() => last()?.aborted)
})

test('a service that answers before it has heard a whole file holds up nobody: the line takes the next request', async () => {
  const statuses = await overOneLine(gateway.url, [
    { method: 'POST', path: '/files/organization/answered-at-once', headers: headers(), body: 'x'.repeat(20 * MEGABYTE) },
    { method: 'GET', path: '/health/live' },
  ])
  expect(statuses).toEqual([404, 200])
})

test('a file comes down as its service gives it, and nothing else of the service with it', async () => {
  const answer = await fetch(`${gateway.url}/files/organization/areas?level=TOWN`, { headers: headers() })
  expect((await answer.text()).split('\n')).toHaveLength(1_001)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="areas.csv"')
  const told = ['x-content-type-options', 'cache-control', 'content-security-policy'].map((name) => answer.headers.get(name))
  expect(told).toEqual(['nosniff', 'no-store', "default-src 'none'; frame-ancestors 'none'"])
  for (const name of ['set-cookie', 'x-powered-by']) expect(answer.headers.get(name)).toBeNull()
})

test('a service’s refusal comes as it was given', async () => {
  const answer = await fetch(`${gateway.url}/files/organization/refused`, { headers: headers() })
  expect(answer.status).toBe(404)
  expect(await answer.json()).toEqual({ error: { code: 'NOT_FOUND' } })
})

test('whoever hangs up ends the work of the service', async () => {
  const hangUp = new AbortController()
  const answer = await fetch(`${gateway.url}/files/organization/endless`, { headers: headers(), signal: hangUp.signal })
  await answer.body?.getReader().read()
  hangUp.abort()
  await until(() => last()?.aborted)
})

test('an upload that breaks off ends at the service too', async () => {
  const asking = httpRequest(`${gateway.url}/files/organization/areas`, { method: 'POST', headers: headers() })
  asking.on('error', () => undefined)
  const count = seen.length
  asking.write('code,name\n')
  await until(() => seen.length > count)
  asking.destroy()
  await until(() => last()?.aborted)
})

test.each([
  ['nobody', '/files/organization/areas', { authorization: '' }, 401, 'UNAUTHENTICATED'],
  ['a service that does not exist', '/files/payroll/areas', {}, 404, 'NOT_FOUND'],
  ['the page of another site', '/files/organization/areas', { origin: 'https://elsewhere.example' }, 403, 'ORIGIN_FOREIGN'],
])('%s is refused', async (_, path, more, status, code) => {
  const answer = await upload('x', more as Record<string, string>, path)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ error: { code } })
})

test('no path leads to other routes of a service', async () => {
  for (const path of ['/files/organization/../graphql', '/files/organization/%2e%2e/graphql', '/files/organization/..%2fgraphql']) {
    organization.asked.length = 0
    const answer = await upload('{"query":"{ units }"}', {}, path)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(organization.asked).toHaveLength(0)
  }
})

test('while the service is away a file is refused as unavailable', async () => {
  await organization.goAway()
  const answer = await upload('x')
  await organization.comeBack()
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ error: { code: 'UNAVAILABLE' } })
})
