import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { overOneLine } from '@sizhang/service-kit/testing'
import { GatewayUnderTest, type Answer } from '../testing/gateway-under-test'
import { TinyService } from '../testing/tiny-service'

const KNOWN = '{ units { name } }'
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
let portal: string
let organization: TinyService
let gateway: GatewayUnderTest

beforeAll(async () => {
  portal = await mkdtemp(join(tmpdir(), 'portal-'))
  await writeFile(join(portal, 'operations.json'), JSON.stringify({ [hashOf(KNOWN)]: KNOWN }))
  organization = await TinyService.start({
    sdl: 'type Query { units: [Unit!]! page(first: Int = 50): [Unit!]! tree: [Unit!]! @size(about: 1500) } directive @size(about: Int!) on FIELD_DEFINITION type Unit @key(fields: "id") { id: ID! name: String! parent: Unit! below(first: Int = 50): [Unit!]! near: [Unit!]! }',
    resolvers: { Query: { units: () => [{ id: 'u1', name: 'Wuxi' }], page: () => [], tree: () => [] } },
    entities: { Unit: ({ id }) => ({ id, name: 'Wuxi' }) },
  })
  gateway = await GatewayUnderTest.start({ services: { organization: organization.url }, environment: { PORTAL_DIR: portal } })
})
afterAll(async () => {
  await gateway.stop()
  await organization.goAway()
  await rm(portal, { recursive: true })
})
beforeEach(() => (organization.asked.length = 0))

async function refused(
  response: Promise<Response>,
): Promise<{ status: number; code: unknown; error: NonNullable<Answer['errors']>[number] }> {
  const answer = await response
  const { errors, data } = (await answer.json()) as Answer
  expect(data ?? null).toBeNull()
  const error = errors?.[0] ?? { message: '', extensions: {} }
  return { status: answer.status, code: error.extensions['code'], error }
}

const nested = (levels: number) => `{ units ${'{ parent '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`
/** Each fragment spreads the next one twice: twice the text, twice the answer. */
const bomb = (levels: number, field: string) => {
  const spread = (at: number) => (at === levels ? field : `... f${at + 1} ... f${at + 1}`)
  const fragments = Array.from({ length: levels }, (_, at) => `fragment f${at + 1} on Query { ${spread(at + 1)} }`)
  return `{ ${spread(0)} } ${fragments.join(' ')}`
}
const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, at) => `a${at}: units { id }`).join(' ')} }`

test.each([
  ['a body of one megabyte', JSON.stringify({ query: KNOWN, variables: { text: 'x'.repeat(1_000_000) } }), 413, 'BODY_TOO_LARGE'],
  ['half a JSON document', '{"query": "{ un', 400, 'REQUEST_INVALID'],
  ['several operations in one request', [{ query: KNOWN }, { query: KNOWN }], 400, 'GRAPH_REQUEST_INVALID'],
  ['no operation', {}, 400, 'GRAPH_REQUEST_INVALID'],
  ['variables that are no object', { query: KNOWN, variables: 'x' }, 400, 'GRAPH_REQUEST_INVALID'],
  ['a query that is no GraphQL', { query: '{ units { ' }, 400, 'GRAPH_REQUEST_INVALID'],
  ['a field that does not exist', { query: '{ salaries }' }, 400, 'GRAPH_REQUEST_INVALID'],
  ['sixteen levels', { query: nested(16) }, 400, 'QUERY_TOO_DEEP'],
  ['a hundred and one aliases', { query: aliases(101) }, 400, 'TOO_MANY_ALIASES'],
  ['ten thousand words', { query: `{ ${'units { id } '.repeat(3_000)} }` }, 400, 'GRAPH_REQUEST_INVALID'],
  ['a page of a thousand million', { query: '{ page(first: 1000000000) { id } }' }, 400, 'TOO_MANY_RECORDS'],
  [
    'such a page by a variable',
    { query: 'query ($n: Int) { page(first: $n) { id } }', variables: { n: 1_000_000_000 } },
    400,
    'TOO_MANY_RECORDS',
  ],
  [
    'such a page by the default of a variable',
    { query: 'query ($n: Int = 1000000000) { page(first: $n) { id } }' },
    400,
    'TOO_MANY_RECORDS',
  ],
  ['pages within pages', { query: '{ page(first: 200) { below(first: 200) { id } } }' }, 400, 'TOO_MANY_RECORDS'],
  ['pages that fragments spread', { query: bomb(7, 'page(first: 200) { below(first: 10) { id } }') }, 400, 'TOO_MANY_RECORDS'],
  ['a short text of fragments that spread for hours', { query: bomb(40, 'units { id }') }, 400, 'TOO_MANY_FIELDS'],
  ['lists within the longest list', { query: '{ tree { near { near { id } } } }' }, 400, 'TOO_MANY_RECORDS'],
  ['a fragment that spreads itself', { query: '{ units { ...u } } fragment u on Unit { parent { ...u } }' }, 400, 'GRAPH_REQUEST_INVALID'],
  [
    'an alias in the name of what every object inherits',
    { query: '{ __proto__: units { toString: name } }' },
    400,
    'GRAPH_REQUEST_INVALID',
  ],
  ['a question about the schema', { query: '{ __schema { types { name } } }' }, 400, 'GRAPH_REQUEST_INVALID'],
  ['a subscription without a socket', { query: 'subscription { facts { position } }' }, 400, 'SUBSCRIPTION_NEEDS_SOCKET'],
  ['a variable of a wrong type', { query: 'query ($n: Int!) { units { id name @skip(if: $n) } }' }, 400, 'GRAPH_REQUEST_INVALID'],
])('%s is refused before any service is asked', async (_, body, status, code) => {
  expect(await refused(gateway.post(body))).toMatchObject({ status, code })
  expect(organization.asked).toHaveLength(0)
})

test('who sends too much is heard out, so that he hears why: the line stays open', async () => {
  const statuses = await overOneLine(gateway.url, [
    { method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json' }, body: ' '.repeat(5_000_000) },
    { method: 'GET', path: '/health/live' },
  ])
  expect(statuses).toEqual([413, 200])
})

test('of ever so many wrong variables fifty are named, and nothing else is said', async () => {
  const names = Array.from({ length: 60 }, (_, at) => `v${at}`)
  const query = `query (${names.map((name) => `$${name}: Int!`).join()}) { ${names.map((name) => `${name}: page(first: $${name}) { id }`).join(' ')} }`
  const response = await gateway.post({ query, variables: Object.fromEntries(names.map((name) => [name, 'x'])) })
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
  expect(response.status).toBe(400)
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(Array.from({ length: 50 }, () => 'GRAPH_REQUEST_INVALID'))
})

test('fifteen levels and a hundred aliases are answered', async () => {
  expect((await gateway.ask(aliases(100))).errors).toBeUndefined()
  expect((await gateway.post({ query: nested(15) })).status).toBe(200)
})

test('pages of the usual size within one another are answered', async () => {
  expect((await gateway.post({ query: '{ page(first: 200) { below(first: 100) { id } } }' })).status).toBe(200)
  expect((await gateway.post({ query: '{ tree { near { id } } }' })).status).toBe(200)
})

test('fragments count as often as they are spread', async () => {
  const names = Array.from({ length: 34 }, (_, at) => `n${at}: name`).join(' ')
  const query = `{ ...more a: units { ...named } b: units { ...named } }
    fragment more on Query { c: units { ...named } }
    fragment named on Unit { ${names} }`
  expect(await refused(gateway.post({ query }))).toMatchObject({ code: 'TOO_MANY_ALIASES', error: { extensions: { value: 105 } } })
})

test('a refusal says the value, the limit and the way out, in the asker’s language', async () => {
  const { error } = await refused(gateway.post({ query: nested(16) }, { 'accept-language': 'zh-CN' }))
  expect(error).toMatchObject({
    message: '查询嵌套 16 层，最多 15 层',
    extensions: { family: 'BAD_USER_INPUT', value: 16, hint: '请拆成几次查询。' },
  })
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  '%s is not taken: a form of another site could send it',
  async (type) => {
    const answer = gateway.post('{"query":"{ units { id } }"}', { 'content-type': type })
    expect(await refused(answer)).toMatchObject({ status: 415, code: 'CONTENT_TYPE_UNKNOWN' })
  },
)

test('a page of another site is refused, also with the cookie of somebody who is signed in', async () => {
  const answer = gateway.post({ query: KNOWN }, { origin: 'https://elsewhere.example' })
  expect(await refused(answer)).toMatchObject({ status: 403, code: 'ORIGIN_FOREIGN' })
  expect((await gateway.post({ query: KNOWN }, { origin: gateway.url })).status).toBe(200)
})

test.each([
  ['nothing', ''],
  ['a session that never was', 'Bearer none'],
  ['a session longer than any', `Bearer ${'x'.repeat(3_000)}`],
  ['other credentials', 'Basic YTpi'],
])('without a session (%s) no service is asked', async (_, authorization) => {
  expect(await refused(gateway.post({ query: KNOWN }, { authorization }))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  expect(organization.asked).toHaveLength(0)
})

test('the portal’s operations are known by their hash, others are asked for in full', async () => {
  const byHash = (hash: string) => gateway.post({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } })
  expect(await (await byHash(hashOf(KNOWN))).json()).toEqual({ data: { units: [{ name: 'Wuxi' }] } })
  const other = '{ units { id } }'
  expect(await refused(byHash(hashOf(other)))).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' })
})

test('a text that came with its hash is answered, and not kept for others', async () => {
  const query = '{ units { id } }'
  const persisted = { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(query) } } }
  expect((await gateway.post({ query, ...persisted })).status).toBe(200)
  expect(await refused(gateway.post(persisted))).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' })
})

test.each([
  ['change the password', 'new', 'PASSWORD_MUST_BE_CHANGED'],
  ['enrol a second factor', 'bare', 'SECOND_FACTOR_MUST_BE_ENROLLED'],
])('whoever must %s asks who he is, and nothing else', async (_, account, code) => {
  const authorization = `Bearer ${gateway.membership.begin(account)}`
  expect(await gateway.ask('{ me }', {}, { authorization })).toEqual({ data: { me: 'the account' } })
  for (const query of [KNOWN, '{ me units { id } }', '{ ...all } fragment all on Query { units { id } }'])
    expect(await refused(gateway.post({ query }, { authorization }))).toMatchObject({ status: 403, code })
  expect(organization.asked).toHaveLength(0)
})

test('in development the schema can be asked for, and there is a page to try it on', async () => {
  const developing = await GatewayUnderTest.start({
    services: { organization: organization.url },
    environment: { NODE_ENV: 'development' },
  })
  expect((await developing.ask('{ __schema { queryType { name } } }')).data).toEqual({ __schema: { queryType: { name: 'Query' } } })
  expect(await (await fetch(`${developing.url}/graphql`)).text()).toContain('<html')
  await developing.stop()
  expect((await fetch(`${gateway.url}/graphql`)).status).toBe(404)
})
