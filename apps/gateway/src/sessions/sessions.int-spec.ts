import { until } from '../testing/until'
import { GatewayUnderTest } from '../testing/gateway-under-test'

let gateway: GatewayUnderTest

beforeAll(async () => (gateway = await GatewayUnderTest.start({ services: {} })))
afterAll(() => gateway.stop())

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(gateway.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
const signIn = (account = 'admin', headers = {}) => post('/sign-in', { account, password: 'right' }, headers)
const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? ''
const sessionOf = (cookie: string) => cookie.split(';')[0] ?? ''
const whoAmI = (headers: Record<string, string>) => fetch(`${gateway.url}/session`, { headers })

test('signing in gives a browser a cookie that neither scripts nor other sites can reach, and a script its session', async () => {
  const response = await signIn()
  expect(response.status).toBe(200)
  expect(cookieOf(response)).toMatch(/^sizhang-session=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/)
  const body = (await response.json()) as { session: string }
  expect(body).toMatchObject({ account: { name: 'admin', mustChangePassword: false }, mustChangePassword: false })
  expect(sessionOf(cookieOf(response))).toBe(`sizhang-session=${body.session}`)
})

test('behind TLS the cookie is sent by TLS alone, and none that another host could have set is taken', async () => {
  const tls = { 'x-forwarded-proto': 'https' }
  const cookie = cookieOf(await signIn('admin', tls))
  expect(cookie).toMatch(/^__Host-sizhang-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  expect((await whoAmI({ cookie: sessionOf(cookie), ...tls })).status).toBe(200)
  expect((await whoAmI({ cookie: sessionOf(cookie).replace('__Host-', ''), ...tls })).status).toBe(401)
})

test('the cookie and the bearer stand for the same session', async () => {
  const cookie = sessionOf(cookieOf(await signIn()))
  const bearer = `Bearer ${cookie.split('=')[1]}`
  const answers = [await whoAmI({ cookie }), await whoAmI({ authorization: bearer })]
  for (const answer of answers) expect(await answer.json()).toMatchObject({ account: { name: 'admin', roles: ['CITY_ADMINISTRATOR'] } })
})

test('nobody is nobody', async () => {
  const answer = await whoAmI({ 'accept-language': 'zh' })
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ error: { code: 'UNAUTHENTICATED', message: '请先登录', hint: '登录后重试。' } })
})

test('a wrong password is refused in the words of the catalogue, without a cookie', async () => {
  const answer = await post('/sign-in', { account: 'admin', password: 'wrong' }, { 'accept-language': 'en' })
  expect(answer.status).toBe(401)
  expect(cookieOf(answer)).toBe('')
  expect(await answer.json()).toMatchObject({ error: { code: 'SIGN_IN_REFUSED', message: 'Account or password is wrong' } })
})

test.each([
  ['an account that is no text', { account: { $ne: 1 }, password: 'right' }, 'account'],
  ['no password', { account: 'admin' }, 'password'],
  ['a password of two thousand signs', { account: 'admin', password: 'x'.repeat(2_000) }, 'password'],
])('%s is refused before membership is asked', async (_, body, field) => {
  const answer = await post('/sign-in', body)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ error: { code: 'REQUEST_INVALID', field } })
})

test('another site cannot sign somebody in or out', async () => {
  for (const path of ['/sign-in', '/sign-out', '/password']) {
    const answer = await post(path, {}, { origin: 'https://elsewhere.example' })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ error: { code: 'ORIGIN_FOREIGN' } })
  }
})

test('after signing out the cookie is taken away and the session stands for nobody', async () => {
  const cookie = sessionOf(cookieOf(await signIn()))
  await whoAmI({ cookie })
  const out = await post('/sign-out', {}, { cookie })
  expect(out.status).toBe(204)
  expect(cookieOf(out)).toMatch(/^sizhang-session=; Max-Age=0/)
  expect((await whoAmI({ cookie })).status).toBe(401)
  expect((await post('/sign-out', {}, { cookie })).status).toBe(204)
})

test('a session is exchanged once for many requests, also when they come at the same time', async () => {
  const authorization = `Bearer ${gateway.membership.begin()}`
  const before = gateway.membership.exchanges
  await Promise.all(Array.from({ length: 20 }, () => whoAmI({ authorization })))
  await whoAmI({ authorization })
  expect(gateway.membership.exchanges - before).toBe(1)
})

test('a session that was ended elsewhere is over in seconds, without a word to this gateway', async () => {
  const session = gateway.membership.begin()
  expect((await whoAmI({ authorization: `Bearer ${session}` })).status).toBe(200)
  gateway.membership.end(session)
  await until(async () => (await whoAmI({ authorization: `Bearer ${session}` })).status === 401, 8_000)
})

test('what an account may do is asked for anew in seconds, and goes on as it was while membership is away', async () => {
  const authorization = `Bearer ${gateway.membership.begin()}`
  const before = gateway.membership.exchanges
  await until(async () => (await whoAmI({ authorization })).status === 200 && gateway.membership.exchanges - before === 2, 8_000)
  await gateway.membershipService.goAway()
  const since = Date.now()
  const statuses = new Set<number>()
  await until(async () => statuses.add((await whoAmI({ authorization })).status) && Date.now() - since > 5_000)
  await gateway.membershipService.comeBack()
  expect([...statuses]).toEqual([200])
})

test('whoever must change the password is looked at each time, so that everything is open right after the change', async () => {
  const authorization = `Bearer ${gateway.membership.begin('new')}`
  const before = gateway.membership.exchanges
  for (const _ of [1, 2]) expect(await (await whoAmI({ authorization })).json()).toMatchObject({ account: { mustChangePassword: true } })
  expect(gateway.membership.exchanges - before).toBe(2)
})

test('a tool of the installation comes with a caller token that it signed itself, also while membership is away', async () => {
  const before = gateway.membership.exchanges
  await gateway.membershipService.goAway()
  const answer = await whoAmI({ authorization: `Bearer ${await gateway.membership.sign('operator')}` })
  await gateway.membershipService.comeBack()
  expect(await answer.json()).toMatchObject({ account: { name: 'operator', mustChangePassword: false } })
  expect(gateway.membership.exchanges).toBe(before)
})

test('a token for others, or changed on its way, stands for nobody', async () => {
  const token = await gateway.membership.sign('operator')
  const [head, claims = '', signature] = token.split('.')
  const changed = Buffer.from(Buffer.from(claims, 'base64url').toString().replace('operator', 'nobodies')).toString('base64url')
  for (const bad of [await gateway.membership.sign('operator', 'others'), `${head}.${changed}.${signature}`, 'a.b.c'])
    expect((await whoAmI({ authorization: `Bearer ${bad}` })).status).toBe(401)
})

test('while membership is away nobody new can sign in, and is told to come again', async () => {
  await gateway.membershipService.goAway()
  const answer = await signIn()
  await gateway.membershipService.comeBack()
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('2')
  expect(await answer.json()).toMatchObject({ error: { code: 'UNAVAILABLE' } })
})

test('whoever has a second factor is signed in by the code, and by nothing before', async () => {
  const first = await signIn('careful')
  expect(cookieOf(first)).toBe('')
  const { challenge, ...rest } = (await first.json()) as { challenge: string }
  expect(rest).toEqual({})
  const wrong = await post('/sign-in/code', { challenge, code: '000000' })
  expect([wrong.status, cookieOf(wrong)]).toEqual([400, ''])
  expect(await wrong.json()).toMatchObject({ error: { code: 'SECOND_FACTOR_CODE_REFUSED', field: 'code' } })
  const cookie = sessionOf(cookieOf(await post('/sign-in/code', { challenge, code: '123456' })))
  expect(await (await whoAmI({ cookie })).json()).toMatchObject({ account: { name: 'careful' } })
})

test('whence somebody signs in is told in words, without what a browser says beyond that', async () => {
  await signIn('admin', { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' })
  expect(gateway.membership.whence.at(-1)).toEqual({ address: '127.0.0.1', browser: 'Firefox · Windows' })
})

test('a key that was renewed goes to the browser that can take it along, and to no script', async () => {
  const session = gateway.membership.begin()
  gateway.membership.renewed.set(session, 'the next key')
  expect(cookieOf(await whoAmI({ authorization: `Bearer ${session}` }))).toBe('')
  const cookie = `sizhang-session=${session}`
  const tls = { 'x-forwarded-proto': 'https' }
  await until(async () => cookieOf(await whoAmI({ cookie })).startsWith('sizhang-session=the%20next%20key;'), 8_000)
  expect(cookieOf(await whoAmI({ cookie: `__Host-${cookie}`, ...tls }))).toMatch(/^__Host-.*HttpOnly; Secure; SameSite=Strict$/)
})

test('whoever must enrol a second factor is looked at each time, and told so', async () => {
  const authorization = `Bearer ${gateway.membership.begin('bare')}`
  const before = gateway.membership.exchanges
  for (const _ of [1, 2]) expect(await (await whoAmI({ authorization })).json()).toMatchObject({ account: { mustEnrol: true } })
  expect(gateway.membership.exchanges - before).toBe(2)
})
