import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { GatewayUnderTest } from '../testing/gateway-under-test'

const PAGE = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>'
const SCRIPT = 'console.log("四长")'
let portal: string
let gateway: GatewayUnderTest

beforeAll(async () => {
  portal = await mkdtemp(join(tmpdir(), 'portal-'))
  await mkdir(join(portal, 'assets'))
  await writeFile(join(portal, 'index.html'), PAGE)
  await writeFile(join(portal, 'icon.svg'), '<svg/>')
  await writeFile(join(portal, 'operations.json'), '{}')
  await writeFile(join(portal, '.env'), 'SECRET=1')
  await writeFile(join(portal, 'assets/index-abc123.js'), SCRIPT)
  await writeFile(join(portal, 'assets/index-abc123.js.gz'), gzipSync(SCRIPT))
  gateway = await GatewayUnderTest.start({ services: {}, environment: { PORTAL_DIR: portal } })
})
afterAll(async () => {
  await gateway.stop()
  await rm(portal, { recursive: true })
})

const get = (path: string, accept = 'text/html,*/*') => fetch(gateway.url + path, { headers: { accept } })

test.each(['/', '/network/320211', '/units/u1?on=2018-06-11', '/sign-in', '/password'])('%s opens the portal’s page', async (path) => {
  const answer = await get(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.text()).toContain('<!doctype html>')
})

test('each page has a nonce of its own, and its policy lets in what carries it and nothing from elsewhere', async () => {
  const [first, second] = [await get('/'), await get('/')]
  const policies = [first, second].map((answer) => answer.headers.get('content-security-policy') ?? '')
  const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
  expect(nonces[0]).not.toBe(nonces[1])
  const page = await first.text()
  expect(page).not.toContain('__CSP_NONCE__')
  expect(page.split(nonces[0] ?? '')).toHaveLength(3)
  expect(policies[0]).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
  expect(policies[0]).toContain("frame-ancestors 'none'; base-uri 'none'; form-action 'self'")
  expect(policies[0]).not.toMatch(/unsafe|https?:|\*/)
})

test('no answer is guessed at, framed, or tells another site where the reader was', async () => {
  for (const path of ['/', '/icon.svg', '/session', '/nowhere.js', '/health/live']) {
    const { headers } = await get(path)
    expect([path, headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual([path, 'nosniff', 'no-referrer'])
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  }
})

test('a file that is named by its content is kept by the browser for ever, another is asked for again', async () => {
  const [asset, icon] = [await get('/assets/index-abc123.js'), await get('/icon.svg')]
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(icon.headers.get('cache-control')).toBe('no-cache')
  expect(icon.headers.get('etag')).toBeTruthy()
  expect(icon.headers.get('content-type')).toContain('image/svg+xml')
})

test('what was compressed before goes out compressed', async () => {
  const answer = await fetch(`${gateway.url}/assets/index-abc123.js`, { headers: { 'accept-encoding': 'gzip' } })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('content-type')).toContain('javascript')
  expect(await answer.text()).toBe(SCRIPT)
})

test.each(['/operations.json', '/.env', '/assets/../.env', '/%2e%2e/%2e%2e/etc/passwd', '/assets/none.js', '/assets', '/%00', '/%zz'])(
  '%s gives nothing away',
  async (path) => {
    const answer = await get(path, '*/*')
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(await answer.text()).not.toMatch(/SECRET|root:|doctype/)
  },
)

test('what asks for data is told that there is none, and gets no page', async () => {
  const answer = await get('/network/320211', 'application/json')
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ error: { code: 'NOT_FOUND', value: '/network/320211' } })
})
