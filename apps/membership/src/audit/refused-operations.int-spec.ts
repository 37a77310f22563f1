import { createHash, randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const operation = createHash('sha256').update('{ persons { nodes { name } } }').digest('hex')
const address = '192.0.2.44'
let membership: MembershipUnderTest

beforeAll(async () => (membership = await MembershipUnderTest.start({ ...engines(), ...names })))
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const entriesOf = (account: string) => membership.database.collection('audit').find({ account }).toArray()

test('an operation that the gateway refused stands in the audit: whose account, from where, and the hash of what was asked', async () => {
  const account = randomUUID()
  expect((await membership.post('/operations/refused', { operation, address }, account)).status).toBe(204)
  expect(await entriesOf(account)).toMatchObject([
    { action: 'askUnknownOperationOnceOrMore', kind: 'graph', record: operation, address, refusal: 'QUERY_NOT_KNOWN' },
  ])
})

test('nobody without a caller token writes into the audit, and nobody anything but a hash', async () => {
  const account = randomUUID()
  expect((await membership.post('/operations/refused', { operation, address })).status).toBe(401)
  expect((await membership.post('/operations/refused', { operation: '某人的姓名', address }, account)).status).toBe(400)
  expect(await entriesOf(account)).toEqual([])
})
