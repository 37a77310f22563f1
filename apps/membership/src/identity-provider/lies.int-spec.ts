import { engines, freshNames } from '@sizhang/testing'
import { FIRST_PASSWORD, MembershipUnderTest } from '../testing/service'
import { LyingProvider, type Lie } from '../testing/lying-provider'
import { IdentityProvider } from './identity-provider'

const names = freshNames()
let provider: LyingProvider
let membership: MembershipUnderTest
let said: string[]

beforeAll(async () => {
  provider = await LyingProvider.start()
  membership = await MembershipUnderTest.start({ ...engines(), ...names }, settings())
})
beforeEach(() => {
  provider.lie = {}
  said = []
})
afterAll(async () => {
  await membership.stop()
  await provider.stop()
  await names.drop()
})

const settings = () => ({
  IDENTITY_PROVIDER_ISSUER: provider.issuer,
  IDENTITY_PROVIDER_CLIENT_ID: 'sizhang',
  IDENTITY_PROVIDER_NAME_ZH: '统一身份认证',
  IDENTITY_PROVIDER_NAME_EN: 'the identity provider',
  PORTAL_URL: 'https://kexie.example',
})

interface Told {
  flow?: string
  address?: string
  session?: string
  error?: { code: string; message: string; hint: string }
}
type Answer = { status: number; body: Told }

const post = (path: string, body: object) => membership.post<Told>(path, body)
const count = (collection: string, filter: object = {}) => membership.database.collection(collection).countDocuments(filter)

async function begin(): Promise<{ flow: string; state: string; nonce: string }> {
  const { body } = await post('/identity-provider/begin', {})
  const asked = new URL(body.address ?? '').searchParams
  return { flow: body.flow ?? '', state: asked.get('state') ?? '', nonce: asked.get('nonce') ?? '' }
}

/** A whole way to the provider and back, on which it tells a lie. */
async function returned(lie: Lie = {}, address = '192.0.2.7'): Promise<Answer> {
  const { flow, state, nonce } = await begin()
  Object.assign(provider, { lie, nonce })
  return post('/identity-provider/finish', { flow, answer: `?code=a-code&state=${state}`, address })
}

/** What is refused in one text, is written down, and leaves neither session nor flow. */
async function expectRefused(ask: () => Promise<Answer>, address = '192.0.2.7'): Promise<void> {
  const before = await count('audit', { action: 'signIn', refusal: 'IDENTITY_REFUSED', address })
  const { status, body } = await ask()
  expect([status, body.error?.code]).toEqual([401, 'IDENTITY_REFUSED'])
  said.push(JSON.stringify(body))
  expect(new Set(said).size).toBe(1)
  expect(await count('audit', { action: 'signIn', refusal: 'IDENTITY_REFUSED', address })).toBe(before + 1)
  expect([await count('sessions'), await count('identity_flows')]).toEqual([0, 0])
}

test('who is vouched for truly and is linked to no account is told so, and is nobody', async () => {
  const { status, body } = await returned()
  expect([status, body.error?.code]).toEqual([401, 'IDENTITY_NOT_LINKED'])
  expect(await count('audit', { refusal: 'IDENTITY_NOT_LINKED', account: null })).toBe(1)
  expect([await count('sessions'), await count('identity_flows')]).toEqual([0, 0])
})

const SECOND = 1
const hourAgo = () => Math.floor(Date.now() / 1_000) - 3_600 * SECOND

const lies: [string, Lie][] = [
  ['the nonce of another sign-in', { claims: (claims) => ({ ...claims, nonce: 'used before' }) }],
  ['no nonce', { claims: ({ nonce: _, ...claims }) => claims }],
  ['no signature', { signedBy: 'nobody' }],
  ['the signature of a key that is not the provider’s', { signedBy: 'a key of nobody' }],
  ['a signature by the client’s secret', { signedBy: 'the client secret' }],
  ['a token that is over', { claims: (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1_000) - 60 }) }],
  ['a token that was made before', { claims: (claims) => ({ ...claims, iat: hourAgo() }) }],
  ['a token of the future', { claims: (claims) => ({ ...claims, iat: claims.iat + 3_600 }) }],
  ['another issuer', { claims: (claims) => ({ ...claims, iss: 'https://elsewhere.example' }) }],
  ['another audience', { claims: (claims) => ({ ...claims, aud: 'somebody else' }) }],
  ['no subject', { claims: ({ sub: _, ...claims }) => claims }],
]

test.each(lies)('a provider that answers with %s is refused', async (_, lie) => {
  await expectRefused(() => returned(lie))
})

test('all of these are refused in one text', async () => {
  for (const [, lie] of lies) await expectRefused(() => returned(lie, '192.0.2.8'), '192.0.2.8')
})

test('a state that was not asked is refused, and the flow is used up', async () => {
  const { flow, state, nonce } = await begin()
  provider.nonce = nonce
  const back = (query: string) => post('/identity-provider/finish', { flow, answer: query, address: '192.0.2.7' })
  await expectRefused(() => back('?code=a-code&state=another'))
  await expectRefused(() => back(`?code=a-code&state=${state}`))
})

test('of two who come back with one flow at once, one is vouched for', async () => {
  const { flow, state, nonce } = await begin()
  provider.nonce = nonce
  const back = () => post('/identity-provider/finish', { flow, answer: `?code=a-code&state=${state}` })
  const codes = (await Promise.all([back(), back()])).map(({ body }) => body.error?.code)
  expect(codes.sort()).toEqual(['IDENTITY_NOT_LINKED', 'IDENTITY_REFUSED'])
})

test.each([
  ['no state', (state: string) => `?code=${state}`],
  ['no code', (state: string) => `?state=${state}`],
  ['the provider’s refusal', (state: string) => `?error=access_denied&state=${state}`],
  ['nothing', () => ''],
])('a browser that comes back with %s is refused', async (_, query) => {
  const { flow, state } = await begin()
  await expectRefused(() => post('/identity-provider/finish', { flow, answer: query(state), address: '192.0.2.7' }))
})

test('a browser that brings no flow along is refused, and it is written down from where it came', async () => {
  await expectRefused(() => post('/identity-provider/finish', { answer: '?code=x&state=y', address: '192.0.2.7' }))
})

test('a flow of another browser, or one that took too long, is none', async () => {
  await expectRefused(() => post('/identity-provider/finish', { flow: 'made up', answer: '?code=x&state=y', address: '192.0.2.7' }))
  const { flow, state } = await begin()
  await membership.database.collection('identity_flows').updateMany({}, { $set: { startedAt: new Date(Date.now() - 11 * 60_000) } })
  await expectRefused(() => post('/identity-provider/finish', { flow, answer: `?code=x&state=${state}`, address: '192.0.2.7' }))
})

test('a provider that does not answer is away: in its own words, nothing is kept, and the password goes on', async () => {
  const away = async (lie: Lie) => {
    const { status, body } = await returned(lie)
    return [status, body.error?.code]
  }
  expect(await away({ tokenStatus: 503 })).toEqual([503, 'IDENTITY_PROVIDER_AWAY'])
  const since = Date.now()
  expect(await away({ tokenStatus: 'never' })).toEqual([503, 'IDENTITY_PROVIDER_AWAY'])
  expect(Date.now() - since).toBeLessThan(10_000)
  expect(await count('identity_flows')).toBe(0)
  const { body } = await post('/sessions', { account: 'admin', password: FIRST_PASSWORD })
  expect(body.session).toBeTruthy()
  await membership.database.collection('sessions').deleteMany({})
})

const OFFICE = '192.0.2.99'

test('from one address fifty that nobody was sent for are written down, and no more; they close the way to nobody who was', async () => {
  const back = () => post('/identity-provider/finish', { flow: 'made up', answer: '', address: OFFICE })
  for (let time = 0; time < 50; time++) expect((await back()).status).toBe(401)
  expect((await back()).body.error?.code).toBe('SIGN_IN_LIMITED')
  expect(await count('audit', { refusal: 'IDENTITY_REFUSED', address: OFFICE })).toBe(50)
  expect((await returned({}, OFFICE)).body.error?.code).toBe('IDENTITY_NOT_LINKED')
})

test('from one address fifty that the provider does not vouch for are refused, and no more are looked at; while it is away none counts', async () => {
  const lie: Lie = { claims: ({ nonce: _, ...claims }) => claims }
  const address = '192.0.2.98'
  expect((await returned({ tokenStatus: 503 }, address)).status).toBe(503)
  for (let time = 0; time < 50; time++) expect((await returned(lie, address)).status).toBe(401)
  expect((await returned({}, address)).body.error?.code).toBe('SIGN_IN_LIMITED')
})

test('however many want to go there at once, the provider is asked once for them; and anew for who comes next', async () => {
  const before = provider.discovered
  const go = () => membership.part(IdentityProvider).addressFor({ state: 'a state', nonce: 'a nonce', verifier: 'v'.repeat(43) }, false)
  await Promise.all(Array.from({ length: 40 }, go))
  expect(provider.discovered - before).toBe(1)
  await go()
  expect(provider.discovered - before).toBe(2)
})

test.each([
  ['another issuer', { issuer: 'https://elsewhere.example' }],
  ['an unprotected page to go to', { authorization_endpoint: 'http://elsewhere.example/auth' }],
  ['a script to go to', { authorization_endpoint: 'javascript:alert(1)' }],
])('nobody is sent to a provider that names %s', async (_, metadata) => {
  provider.lie = { metadata }
  await expectRefused(() => post('/identity-provider/begin', { address: '192.0.2.7' }))
})
