import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everywhere } from '@sizhang/service-kit'
import { GatewayUnderTest } from '../testing/gateway-under-test'
import { TinyService } from '../testing/tiny-service'

const KNOWN = '{ units }'
const PER_ACCOUNT = 5
const PER_ADDRESS = 8
let portal: string
let organization: TinyService
let gateway: GatewayUnderTest

beforeEach(async () => {
  portal = await mkdtemp(join(tmpdir(), 'portal-'))
  const hash = createHash('sha256').update(KNOWN).digest('hex')
  await writeFile(join(portal, 'operations.json'), JSON.stringify({ [hash]: KNOWN }))
  organization = await TinyService.start({
    sdl: 'type Query { units: Int! bodies: Int! }',
    resolvers: { Query: { units: () => 1, bodies: () => 2 } },
  })
  const environment = {
    PORTAL_DIR: portal,
    ACCOUNT_REQUESTS_PER_MINUTE: String(PER_ACCOUNT),
    STRANGER_REQUESTS_PER_MINUTE: String(PER_ADDRESS),
  }
  gateway = await GatewayUnderTest.start({ services: { organization: organization.url }, environment })
})
afterEach(async () => {
  await gateway.stop()
  await organization.goAway()
  await rm(portal, { recursive: true })
})

const as = (session: string) => ({ authorization: `Bearer ${session}` })
const codeOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] }
  return errors?.[0]?.extensions.code
}

test('an account that asks too often is told when to come back; another goes on, and so does a tool of the installation', async () => {
  for (let request = 0; request < PER_ACCOUNT; request++) expect((await gateway.post({ query: KNOWN })).status).toBe(200)
  const refused = await gateway.post({ query: KNOWN })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
  expect(await codeOf(refused)).toBe('TOO_MANY_REQUESTS')
  // By whatever session the same account comes.
  expect((await gateway.post({ query: KNOWN }, as(gateway.membership.begin()))).status).toBe(429)
  expect((await gateway.post({ query: KNOWN }, as(gateway.membership.begin('another')))).status).toBe(200)
  const token = await gateway.membership.sign('operator')
  for (let request = 0; request < 2 * PER_ACCOUNT; request++) expect((await gateway.post({ query: KNOWN }, as(token))).status).toBe(200)
})

test('who tries one session after the other is refused without membership being asked, while who is signed in goes on', async () => {
  expect((await gateway.post({ query: KNOWN })).status).toBe(200)
  for (let request = 1; request < PER_ADDRESS; request++)
    expect((await gateway.post({ query: KNOWN }, as(`guess${request}`))).status).toBe(401)
  const asked = gateway.membership.askedToExchange
  const refused = await gateway.post({ query: KNOWN }, as('guess'))
  expect([refused.status, await codeOf(refused)]).toEqual([429, 'TOO_MANY_REQUESTS'])
  expect(gateway.membership.askedToExchange).toBe(asked)
  expect((await gateway.post({ query: KNOWN })).status).toBe(200)
})

test('a role without the right to ask in its own words asks what the portal asks', async () => {
  gateway.membership.grants.set('secretary', [everywhere('COUNTY_SECRETARY')])
  const secretary = as(gateway.membership.begin('secretary'))
  expect(await gateway.ask(KNOWN, {}, secretary)).toEqual({ data: { units: 1 } })
  const refused = await gateway.post({ query: '{ bodies }' }, secretary)
  expect([refused.status, await codeOf(refused)]).toEqual([403, 'QUERY_NOT_KNOWN'])
  gateway.membership.grants.set('analyst', [everywhere('ANALYST')])
  expect(await gateway.ask('{ bodies }', {}, as(gateway.membership.begin('analyst')))).toEqual({ data: { bodies: 2 } })
})
