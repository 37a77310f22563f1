import { createHash } from 'node:crypto'
import { everywhere } from '@sizhang/service-kit'
import { GatewayUnderTest } from '../testing/gateway-under-test'
import { TinyService } from '../testing/tiny-service'

let organization: TinyService
let gateway: GatewayUnderTest

beforeEach(async () => {
  organization = await TinyService.start({ sdl: 'type Query { bodies: Int! }', resolvers: { Query: { bodies: () => 2 } } })
  gateway = await GatewayUnderTest.start({ services: { organization: organization.url } })
  for (const name of ['secretary', 'another']) gateway.membership.grants.set(name, [everywhere('COUNTY_SECRETARY')])
})
afterEach(async () => {
  await gateway.stop()
  await organization.goAway()
})

const as = (account: string) => ({ authorization: `Bearer ${gateway.membership.begin(account)}` })
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const codeOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] }
  return errors?.[0]?.extensions.code
}
const ask = async (body: object, account = 'secretary') => codeOf(await gateway.post(body, as(account)))

test('who asks in words of his own without the right to is written down: whose account, from where, and the hash of what', async () => {
  expect(await ask({ query: '{ bodies }' })).toBe('QUERY_NOT_KNOWN')
  expect(gateway.membership.refused).toEqual([{ account: 'secretary', operation: hashOf('{ bodies }'), address: '127.0.0.1' }])
})

test('the same again within a minute is not written down, of another account or another operation it is', async () => {
  for (let time = 0; time < 3; time++) await ask({ query: '{ bodies }' })
  await ask({ query: '{ bodies }' }, 'another')
  await ask({ query: '{ more: bodies }' })
  expect(gateway.membership.refused.map(({ account, operation }) => [account, operation])).toEqual([
    ['secretary', hashOf('{ bodies }')],
    ['another', hashOf('{ bodies }')],
    ['secretary', hashOf('{ more: bodies }')],
  ])
})

test('whoever asks another thing each time leaves ten entries a minute', async () => {
  for (let time = 0; time < 15; time++) expect(await ask({ query: `{ as${time}: bodies }` })).toBe('QUERY_NOT_KNOWN')
  expect(gateway.membership.refused).toHaveLength(10)
})

test('what a client calls a hash is kept when it is one', async () => {
  for (const sha256Hash of [hashOf('{ bodies }'), '某人的姓名'])
    expect(await ask({ extensions: { persistedQuery: { version: 1, sha256Hash } } })).toBe('QUERY_NOT_KNOWN')
  expect(gateway.membership.refused.map(({ operation }) => operation)).toEqual([hashOf('{ bodies }'), null])
})

test('while nobody can write it down that is told, and it is written down when it comes again', async () => {
  const secretary = as('secretary')
  await gateway.post({ query: '{ __typename }' }, secretary)
  await gateway.membershipService.goAway()
  expect(await codeOf(await gateway.post({ query: '{ bodies }' }, secretary))).toBe('UNAVAILABLE')
  await gateway.membershipService.comeBack()
  expect(await codeOf(await gateway.post({ query: '{ bodies }' }, secretary))).toBe('QUERY_NOT_KNOWN')
  expect(gateway.membership.refused.map(({ operation }) => operation)).toEqual([hashOf('{ __typename }'), hashOf('{ bodies }')])
})

test('whoever may ask in words of his own leaves no entry', async () => {
  expect(await ask({ query: '{ bodies }' }, 'admin')).toBeUndefined()
  expect(gateway.membership.refused).toEqual([])
})
