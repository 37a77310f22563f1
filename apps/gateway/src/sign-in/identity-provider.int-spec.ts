import { GatewayUnderTest } from '../testing/gateway-under-test'

let gateway: GatewayUnderTest

beforeAll(async () => (gateway = await GatewayUnderTest.start({ services: {} })))
afterAll(() => gateway.stop())

const TLS = { 'x-forwarded-proto': 'https' }
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(gateway.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
const cookiesOf = (response: Response) => response.headers.getSetCookie()
const bring = (answer: string, headers: Record<string, string> = {}) =>
  post('/sign-in/provider/return', { answer }, { cookie: 'sizhang-identity-flow=the%20flow', ...headers })

test('the button is called as membership says', async () => {
  expect(await (await fetch(`${gateway.url}/sign-in/provider`)).json()).toEqual({ name: { zh: '统一认证', en: 'the provider' } })
})

test('a browser is sent to the provider with a cookie for ten minutes that neither scripts nor other sites can reach', async () => {
  const response = await post('/sign-in/provider', { next: '/units' }, { 'x-correlation-id': 'a-trace' })
  expect(await response.json()).toEqual({ address: 'https://provider.example/auth' })
  expect(cookiesOf(response)).toEqual(['sizhang-identity-flow=the%20flow; Max-Age=600; Path=/; HttpOnly; SameSite=Strict'])
  expect(gateway.membership.atProvider.at(-1)).toEqual({ next: '/units', address: '127.0.0.1', browser: '' })
  expect(gateway.membership.trace).toBe('a-trace')
})

test('behind TLS the cookie is this host’s alone', async () => {
  const [cookie = ''] = cookiesOf(await post('/sign-in/provider', {}, TLS))
  expect(cookie).toMatch(/^__Host-sizhang-identity-flow=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  const back = await bring('?code=admin', TLS)
  expect([back.status, ((await back.json()) as { error: { code: string } }).error.code]).toEqual([401, 'IDENTITY_REFUSED'])
  expect((await bring('?code=admin', { ...TLS, cookie: cookie.split(';')[0] ?? '' })).status).toBe(200)
})

test('a browser that is back is signed in and told where to go on; its flow is over', async () => {
  const response = await bring('?code=admin')
  expect(await response.json()).toMatchObject({ account: { name: 'admin' }, session: expect.any(String), next: '/units' })
  const [over, session] = cookiesOf(response)
  expect(over).toMatch(/^sizhang-identity-flow=; Max-Age=0/)
  expect(session).toMatch(/^sizhang-session=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(gateway.membership.atProvider.at(-1)).toMatchObject({ flow: 'the flow', answer: '?code=admin' })
})

test('one that the provider does not vouch for gets no session, and its flow is over', async () => {
  const response = await bring('?error=access_denied')
  expect([response.status, cookiesOf(response).length]).toEqual([401, 1])
  expect(cookiesOf(response)[0]).toMatch(/^sizhang-identity-flow=; Max-Age=0/)
})

test('one that comes back without a flow is refused by membership, which is told from where it came', async () => {
  const response = await post('/sign-in/provider/return', { answer: '?code=admin' }, { 'x-correlation-id': 'a-trace' })
  expect([response.status, await response.json()]).toMatchObject([401, { error: { code: 'IDENTITY_REFUSED' } }])
  expect(cookiesOf(response)).toEqual([])
  expect(gateway.membership.atProvider.at(-1)).toEqual({ answer: '?code=admin', address: '127.0.0.1', browser: '' })
})

test.each([
  ['a page elsewhere', { next: 'https://elsewhere.example' }, 'next'],
  ['a page of two thousand signs', { next: `/${'x'.repeat(2_000)}` }, 'next'],
  ['an invitation that is no text', { invitation: { $ne: 1 } }, 'invitation'],
])('%s to go on to is refused before membership is asked', async (_, body, field) => {
  const answer = await post('/sign-in/provider', body)
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code: 'REQUEST_INVALID', field } }])
})

test('another site sends nobody there, and brings nobody back', async () => {
  for (const path of ['/sign-in/provider', '/sign-in/provider/return', '/identity/link', '/identity/unlink'])
    expect((await post(path, {}, { origin: 'https://elsewhere.example' })).status).toBe(403)
})

test('nobody links or unlinks who is not signed in', async () => {
  for (const path of ['/identity/link', '/identity/unlink']) expect((await post(path, { password: 'right' })).status).toBe(401)
  expect((await fetch(`${gateway.url}/identity`)).status).toBe(401)
})
