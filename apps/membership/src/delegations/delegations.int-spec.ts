import { randomUUID } from 'node:crypto'
import type { Grant } from '@sizhang/service-kit'
import { engines, freshNames } from '@sizhang/testing'
import { AccountsUnderTest, type SignedInAccount } from '../testing/accounts-under-test'
import { areaEstablished, aSeat, seatCreated, unitEstablished } from '../testing/builders'
import { PersonsUnderTest } from '../testing/persons'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const street = aSeat({ role: 'TOWN_SECRETARY', path: ['320200', '320205', '320205001'] })
const county = { role: 'COUNTY_SECRETARY', areaCode: '320205', from: '2026-01-01' }
const member = { role: 'MEMBER', unitId: street.unitId, from: '2026-01-01' }
const time = { from: '2026-03-31', until: '2026-04-30' }
let membership: MembershipUnderTest
let accounts: AccountsUnderTest
let administrator: SignedInAccount

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names }, { ADMINISTRATION: 'alone' })
  accounts = new AccountsUnderTest(membership)
  const areas = street.path.map((_, place) => areaEstablished(street.path.slice(0, place + 1)))
  await membership.seen(await membership.log.publish([...areas, unitEstablished(street), seatCreated(street)]))
  administrator = await accounts.first()
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

interface Listed {
  myDelegations: Record<'given' | 'received', { id: string; by: string; to: string; state: string }[]> & {
    own: { role: { code: string } }[]
  }
}
const LISTED = 'myDelegations { given { id by to state } received { id by to state } own { role { code } } }'
const code = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.map(({ extensions }) => extensions.code) ?? []
const listed = async (by: SignedInAccount) => (await accounts.ask<Listed>(by, `{ ${LISTED} }`)).data.myDelegations
const delegatedTo = async (account: SignedInAccount): Promise<Grant[]> =>
  (await accounts.grantsOf(account)).filter(({ delegated }) => delegated)

function delegate(by: SignedInAccount, to: SignedInAccount, said: object = {}, commandId: string = randomUUID()) {
  const input = { to: to.name, role: 'COUNTY_SECRETARY', areaCode: '320205001', reason: 'AWAY', ...time, ...said }
  return accounts.command<{ mark: string }>('delegate', input, by, 'mark', commandId)
}
const street320205001 = { role: 'COUNTY_SECRETARY', within: { kind: 'AREA', code: '320205001' }, ...time, delegated: true }

test('a street of a county is delegated for a month; both see it, and each service is told what it lets do', async () => {
  const [secretary, deputy] = [await accounts.invited(administrator, county), await accounts.invited(administrator, member)]
  expect(code(await delegate(secretary, deputy))).toEqual([])
  expect(await delegatedTo(deputy)).toEqual([street320205001])
  expect(await listed(secretary)).toMatchObject({ given: [{ to: `使用人 ${deputy.name}`, state: 'HOLDS' }], received: [] })
  expect(await listed(deputy)).toMatchObject({
    given: [],
    received: [{ by: `使用人 ${secretary.name}` }],
    own: [{ role: { code: 'MEMBER' } }],
  })
})

test('the deputy acts in the street, lets nobody in, and delegates nothing on', async () => {
  const [secretary, deputy] = [await accounts.invited(administrator, county), await accounts.invited(administrator, member)]
  await delegate(secretary, deputy)
  expect(code(await accounts.ask(deputy, '{ persons { edges { cursor } } accounts { edges { cursor } } }'))).toEqual([])
  const clerk = { name: `clerk-${randomUUID().slice(0, 8)}`, holder: '经办人', grant: member }
  expect(code(await accounts.command('inviteAccount', clerk, deputy))).toEqual(['FORBIDDEN'])
  expect(code(await delegate(deputy, administrator))).toEqual(['DELEGATION_BEYOND_OWN'])
})

test('what is delegated ends with its source, and comes back with another of the same', async () => {
  const [secretary, deputy] = [await accounts.invited(administrator, member), await accounts.invited(administrator, member)]
  const give = async (grant: object) => {
    const grantId = randomUUID()
    const given = await accounts.command('giveGrant', { accountId: secretary.account, grant }, administrator, 'mark', grantId)
    expect(code(given)).toEqual([])
    return { accountId: secretary.account, grantId }
  }
  const source = await give(county)
  await delegate(secretary, deputy, { areaCode: '320205' })
  expect(await delegatedTo(deputy)).toMatchObject([{ within: { code: '320205' } }])
  expect(code(await accounts.command('endGrant', source, administrator))).toEqual([])
  expect(await delegatedTo(deputy)).toEqual([])
  expect(await listed(deputy)).toMatchObject({ received: [{ state: 'EMPTY' }] })
  await give({ ...county, areaCode: '320205001', until: '2026-04-15' })
  expect(await delegatedTo(deputy)).toEqual([{ ...street320205001, until: '2026-04-15' }])
  expect(await listed(deputy)).toMatchObject({ received: [{ state: 'NARROWED' }] })
})

test('what a seat gives can be delegated, and ends with the post', async () => {
  const persons = new PersonsUnderTest(membership)
  const personId = await persons.register({ name: '单秘书' })
  const post = await persons.appoint(personId, street.seatId, '2022-01-01', '2026-06-01')
  const [secretary, deputy] = [await accounts.invited(administrator, member, { personId }), await accounts.invited(administrator, member)]
  expect(code(await delegate(secretary, deputy, { role: 'TOWN_SECRETARY' }))).toEqual([])
  expect(await delegatedTo(deputy)).toMatchObject([{ role: 'TOWN_SECRETARY' }])
  await accounts.command('endAppointment', { appointmentId: post, on: '2026-03-31', reason: 'RESIGNATION' }, administrator)
  expect(await delegatedTo(deputy)).toEqual([])
})

test('a closed account lets nobody act in its place', async () => {
  const [secretary, deputy] = [await accounts.invited(administrator, county), await accounts.invited(administrator, member)]
  await delegate(secretary, deputy)
  expect(code(await accounts.command('closeAccount', { accountId: secretary.account }, administrator))).toEqual([])
  expect(await delegatedTo(deputy)).toEqual([])
})

test.each(['giver', 'deputy'] as const)('the %s ends it, at once and once', async (who) => {
  const [giver, deputy] = [await accounts.invited(administrator, county), await accounts.invited(administrator, member)]
  const delegationId = randomUUID()
  await delegate(giver, deputy, {}, delegationId)
  const [one, other] = who === 'giver' ? [giver, deputy] : [deputy, giver]
  expect(code(await accounts.command('endDelegation', { delegationId }, administrator))).toEqual(['NOT_FOUND'])
  expect(code(await accounts.command('endDelegation', { delegationId }, one))).toEqual([])
  expect(await delegatedTo(deputy)).toEqual([])
  expect(code(await accounts.command('endDelegation', { delegationId }, other))).toEqual(['DELEGATION_OVER'])
})

test('whoever cannot see the account of his deputy is told its name, not whose it is', async () => {
  const [giver, deputy] = [await accounts.invited(administrator, member), await accounts.invited(administrator, county)]
  expect(code(await delegate(giver, deputy, { role: 'MEMBER', areaCode: null, unitId: street.unitId }))).toEqual([])
  expect(await listed(giver)).toMatchObject({ given: [{ to: deputy.name }] })
  expect(await listed(deputy)).toMatchObject({ received: [{ to: `使用人 ${deputy.name}` }] })
})

test('its giver ends it also where somebody has given another the same id', async () => {
  const [giver, deputy] = [await accounts.invited(administrator, county), await accounts.invited(administrator, member)]
  const delegationId = randomUUID()
  await delegate(giver, deputy, {}, delegationId)
  // Kept first, and by an account that comes first in the database.
  const same = { role: 'MEMBER', areaCode: null, unitId: street.unitId }
  expect(code(await delegate(deputy, administrator, same, delegationId))).toEqual([])
  expect(code(await accounts.command('endDelegation', { delegationId }, giver))).toEqual([])
  expect(await delegatedTo(deputy)).toEqual([])
})

test('delegated and ended again and again, it leaves the account as small as it was, and is asked for no more', async () => {
  const [giver, deputy] = [await accounts.invited(administrator, member), await accounts.invited(administrator, member)]
  const same = { role: 'MEMBER', areaCode: null, unitId: street.unitId }
  for (let time = 0; time < 25; time++) {
    const delegationId = randomUUID()
    expect(code(await delegate(giver, deputy, same, delegationId))).toEqual([])
    expect(code(await accounts.command('endDelegation', { delegationId }, giver))).toEqual([])
  }
  const kept = await membership.database.collection('accounts').findOne({ _id: deputy.account as never })
  expect((kept?.['delegations'] as unknown[]).length).toBeLessThanOrEqual(21)
  const [before, after] = [await accounts.invited(administrator, member), deputy]
  const asking = (account: SignedInAccount) => membership.reads(() => accounts.grantsOf(account))
  expect(await asking(after)).toEqual(await asking(before))
})

test('the same command sent twice is one delegation; its facts name nobody', async () => {
  const [secretary, deputy] = [await accounts.invited(administrator, county), await accounts.invited(administrator, member)]
  const id = randomUUID()
  expect(await delegate(secretary, deputy, {}, id)).toEqual(await delegate(secretary, deputy, {}, id))
  expect((await listed(deputy)).received).toHaveLength(1)
  const facts = (await membership.log.read('membership.accounts')).filter((text) => text.includes(id) && text.includes('right-delegated'))
  expect(facts).toHaveLength(1)
  expect(facts.join()).not.toContain(deputy.name)
})

test.each([
  ['nobody of that name', { to: 'nobody-there' }, 'DELEGATE_UNKNOWN'],
  ['an area that is not known', { areaCode: '320299' }, 'JURISDICTION_UNKNOWN'],
  ['91 days', { until: '2026-06-30' }, 'DELEGATION_TOO_LONG'],
  ['another county', { areaCode: '320200' }, 'DELEGATION_BEYOND_OWN'],
])('%s is refused, and nothing is stored', async (_, said, refused) => {
  const [secretary, deputy] = [await accounts.invited(administrator, county), await accounts.invited(administrator, member)]
  expect(code(await delegate(secretary, deputy, said))).toEqual([refused])
  expect((await listed(deputy)).received).toEqual([])
})
