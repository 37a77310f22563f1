import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { AccountsUnderTest, type SignedInAccount } from '../testing/accounts-under-test'
import { areaEstablished, aSeat, seatCreated, unitEstablished } from '../testing/builders'
import { PersonsUnderTest } from '../testing/persons'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const street = aSeat({ path: ['320200', '320205', '320205001'] })
const everywhere = { role: 'CITY_ADMINISTRATOR', from: '2026-01-01' }
const secretary = { role: 'TOWN_SECRETARY', areaCode: '320205001', from: '2026-01-01' }
const clerk = { role: 'UNIT_CLERK', unitId: street.unitId, from: '2026-01-01' }
let membership: MembershipUnderTest
let accounts: AccountsUnderTest
let [first, second, bystander] = [] as unknown as [SignedInAccount, SignedInAccount, SignedInAccount]

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  accounts = new AccountsUnderTest(membership)
  await membership.seen(
    await membership.log.publish([
      ...street.path.map((_, place) => areaEstablished(street.path.slice(0, place + 1))),
      unitEstablished(street),
    ]),
  )
  first = await accounts.first()
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const ACCOUNT =
  'account { id grants { id role { code } confirmedBy { id } } proposals { own mayDecide mayConfirm grant { id role { code } holds } } }'
interface Shown {
  account: {
    id: string
    grants: { id: string; confirmedBy: { id: string } | null }[]
    proposals: { own: boolean; mayDecide: boolean; mayConfirm: boolean; grant: { id: string; holds: boolean } }[]
  }
}
const code = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.map(({ extensions }) => extensions.code) ?? []

async function propose(to: SignedInAccount, by = first, grant: object = secretary): Promise<{ accountId: string; grantId: string }> {
  const grantId = randomUUID()
  expect(code(await accounts.command('giveGrant', { accountId: to.account, grant }, by, 'mark', grantId))).toEqual([])
  return { accountId: to.account, grantId }
}
/** Another administrator, whom the first two have made. */
async function anAdministrator(): Promise<SignedInAccount> {
  const account = await accounts.invited(second, clerk)
  expect(code(await accounts.command('confirmGrant', await propose(account, first, everywhere), second))).toEqual([])
  return account
}
/** The account, opened by a new link that somebody else has made. */
async function openedAnew(account: SignedInAccount, by: SignedInAccount): Promise<SignedInAccount> {
  const { data } = await accounts.command<{ invitation: string }>('renewInvitation', { accountId: account.account }, by, 'invitation')
  const password = 'another few words'
  const accepted = await membership.post('/invitations/accept', { invitation: data.renewInvitation?.invitation, new: password })
  expect(accepted.status).toBe(204)
  const { body } = await membership.post<{ session: string }>('/sessions', { account: account.name, password })
  return { ...account, session: body.session }
}
const rolesOf = async (account: SignedInAccount) => (await accounts.grantsOf(account)).map(({ role }) => role)

test('beside the only administrator one alone makes the next, and the audit says so; from then on two make each', async () => {
  second = await accounts.invited(first, everywhere)
  expect(await rolesOf(second)).toEqual(['CITY_ADMINISTRATOR'])
  const third = await accounts.invited(first, everywhere)
  expect(await rolesOf(third)).toEqual([])
  const entries = await membership.database
    .collection('audit')
    .find({ record: { $in: [second.account, third.account] } })
    .toArray()
  expect(entries.map(({ action }) => action as string)).toEqual(expect.arrayContaining(['inviteAccountAlone', 'inviteAccount']))
  bystander = await accounts.invited(second, clerk)
})

test('whoever has removed every other administrator is not trusted to make one alone, be it the same; who runs the system confirms', async () => {
  const input = { accountId: second.account, grant: everywhere }
  expect(code(await accounts.command('endGrant', { accountId: second.account, grantId: second.account }, first))).toEqual([])
  const grantId = randomUUID()
  const { data } = await accounts.command<Shown>('giveGrant', input, first, ACCOUNT, grantId)
  expect(data.giveGrant?.account.proposals).toMatchObject([{ own: true, mayDecide: false, grant: { holds: false } }])
  expect(await rolesOf(second)).toEqual([])
  const query = 'mutation ($commandId: ID!, $input: ConfirmGrantInput!) { confirmGrant(commandId: $commandId, input: $input) { mark } }'
  const variables = { commandId: randomUUID(), input: { accountId: second.account, grantId } }
  expect((await membership.ask(query, { variables })).errors).toBeUndefined()
  expect(await rolesOf(second)).toEqual(['CITY_ADMINISTRATOR'])
})

test('a proposal lets do nothing until a second account confirms it, and is offered to that one', async () => {
  const account = await accounts.invited(first, clerk)
  const on = await propose(account)
  expect(await rolesOf(account)).toEqual(['UNIT_CLERK'])
  const { data } = await accounts.ask<{ accounts: { nodes: Shown['account'][] } }>(
    second,
    '{ accounts(waiting: true, first: 200) { nodes { id proposals { own mayDecide mayConfirm grant { id holds } } } } }',
  )
  expect(data.accounts.nodes.find(({ id }) => id === account.account)?.proposals).toMatchObject([
    { own: false, mayDecide: true, mayConfirm: true },
  ])
  const confirmed = await accounts.command<Shown>('confirmGrant', on, second, ACCOUNT)
  expect(confirmed.data.confirmGrant?.account.grants[0]).toMatchObject({ id: on.grantId, confirmedBy: { id: second.account } })
  expect(await rolesOf(account)).toEqual(['UNIT_CLERK', 'TOWN_SECRETARY'])
})

test('of two who confirm at once one does, and it is given once', async () => {
  const account = await accounts.invited(first, clerk)
  const third = await anAdministrator()
  const on = await propose(account)
  const answers = await Promise.all([second, third].map((by) => accounts.command('confirmGrant', on, by)))
  expect(answers.map(code).sort()).toEqual([[], ['PROPOSAL_NOT_OPEN']])
  expect((await rolesOf(account)).filter((role) => role === 'TOWN_SECRETARY')).toHaveLength(1)
  const facts = (await membership.log.read('membership.accounts')).filter(
    (text) => text.includes(on.grantId) && text.includes('grant-given'),
  )
  expect(facts).toHaveLength(1)
})

test('a confirmation that is sent again counts once', async () => {
  const account = await accounts.invited(first, clerk)
  const [on, id] = [await propose(account), randomUUID()]
  const [once, again] = [
    await accounts.command('confirmGrant', on, second, 'version mark', id),
    await accounts.command('confirmGrant', on, second, 'version mark', id),
  ]
  expect(again).toEqual(once)
})

test.each<[string, () => Promise<[SignedInAccount, object]>, string]>([
  ['by who proposed it', async () => [first, await propose(bystander)], 'PROPOSAL_IS_OWN'],
  [
    'by who could not have given it',
    async () => {
      const county = await accounts.invited(second, clerk)
      const other = { role: 'COUNTY_SECRETARY', areaCode: '320205', from: '2026-01-01', until: '2026-06-01' }
      await accounts.command('confirmGrant', await propose(county, first, other), second)
      return [county, await propose(bystander)]
    },
    'GRANT_BEYOND_OWN',
  ],
  [
    'once its proposer has lost the right to it',
    async () => {
      const proposer = await accounts.invited(first, clerk)
      const own = await propose(proposer, first, everywhere)
      await accounts.command('confirmGrant', own, second)
      const on = await propose(bystander, proposer)
      expect(code(await accounts.command('endGrant', own, second))).toEqual([])
      return [second, on]
    },
    'PROPOSER_LACKS_IT',
  ],
  [
    'by whom its proposer has given a new link',
    async () => [await openedAnew(await anAdministrator(), first), await propose(bystander)],
    'REOPENED_LATELY',
  ],
  [
    'by whom a third account has given a new link, which could be its proposer’s by then',
    async () => [await openedAnew(await anAdministrator(), second), await propose(bystander)],
    'REOPENED_LATELY',
  ],
  [
    'by who has given its proposer a new link',
    async () => {
      const proposer = await anAdministrator()
      const on = await propose(bystander, proposer)
      await openedAnew(proposer, first)
      return [first, on]
    },
    'PROPOSER_REOPENED',
  ],
])('it is not confirmed %s', async (_, asked, refused) => {
  const [by, on] = await asked()
  const before = await membership.database.collection('accounts').findOne({ _id: bystander.account as never }, { projection: { log: 0 } })
  expect(code(await accounts.command('confirmGrant', on, by))).toEqual([refused])
  expect(await membership.database.collection('accounts').findOne({ _id: bystander.account as never }, { projection: { log: 0 } })).toEqual(
    before,
  )
})

test('whoever was given a new link proposes nothing for a week, may refuse, and makes no link of his own', async () => {
  const taken = await openedAnew(await anAdministrator(), first)
  const account = await accounts.invited(second, clerk)
  const asked = { accountId: account.account, grant: secretary }
  expect(code(await accounts.command('giveGrant', asked, taken))).toEqual(['REOPENED_LATELY'])
  expect(code(await accounts.command('renewInvitation', { accountId: taken.account }, taken))).toEqual(['INVITATION_IS_OWN'])
  const on = await propose(account)
  const { data } = await accounts.ask<Shown>(taken, `{ account(id: "${account.account}") { proposals { mayDecide mayConfirm } } }`)
  expect(data.account.proposals).toEqual([{ mayDecide: true, mayConfirm: false }])
  expect(code(await accounts.command('refuseGrant', on, taken))).toEqual([])
})

test('it is refused by a second account, and withdrawn by who proposed it; then nobody confirms it', async () => {
  const account = await accounts.invited(first, clerk)
  for (const [name, by] of [
    ['refuseGrant', second],
    ['withdrawGrant', first],
  ] as const) {
    const on = await propose(account)
    expect(code(await accounts.command(name, on, by))).toEqual([])
    expect(code(await accounts.command('confirmGrant', on, second))).toEqual(['PROPOSAL_NOT_OPEN'])
  }
  expect(await rolesOf(account)).toEqual(['UNIT_CLERK'])
})

test('it lapses after seven days', async () => {
  const account = await accounts.invited(first, clerk)
  const on = await propose(account)
  const kept = membership.database.collection<{ _id: string }>('accounts')
  await kept.updateOne({ _id: account.account }, { $set: { 'proposals.0.lapsesAt': new Date(Date.now() - 1) } as never })
  expect(code(await accounts.command('confirmGrant', on, second))).toEqual(['PROPOSAL_NOT_OPEN'])
})

test('whoever created a seat that lets others in has another appoint to it', async () => {
  const seat = aSeat({ role: 'TOWN_SECRETARY', path: street.path })
  await membership.seen(await membership.log.publish([unitEstablished(seat)]))
  await membership.seen(await membership.log.publish([seatCreated(seat)], 1, first.account))
  const personId = await new PersonsUnderTest(membership).register({ name: '单主席' })
  const post = { seatId: seat.seatId, personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2022-01-01' }
  expect(code(await accounts.command('makeAppointment', post, first))).toEqual(['SEAT_GIVES_ROLE_OF_TWO'])
  expect(code(await accounts.command('makeAppointment', post, second))).toEqual([])
})

test('a seat of whom somebody else has given a new link is given by nobody for a week, closed or not', async () => {
  const creator = await anAdministrator()
  const seat = aSeat({ role: 'TOWN_SECRETARY', path: street.path })
  await membership.seen(await membership.log.publish([unitEstablished(seat)]))
  await membership.seen(await membership.log.publish([seatCreated(seat)], 1, creator.account))
  const personId = await new PersonsUnderTest(membership).register({ name: '单主席' })
  const post = { seatId: seat.seatId, personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2022-01-01' }
  await openedAnew(creator, first)
  expect(code(await accounts.command('makeAppointment', post, first))).toEqual(['SEAT_GIVES_ROLE_OF_TWO'])
  expect(code(await accounts.command('closeAccount', { accountId: creator.account }, first))).toEqual([])
  expect(code(await accounts.command('makeAppointment', post, first))).toEqual(['SEAT_GIVES_ROLE_OF_TWO'])
})

test('the last administrator still removes nobody but others', async () => {
  const { data } = await accounts.ask<{ me: { grants: { id: string }[] } }>(first, '{ me { grants { id } } }')
  const on = { accountId: first.account, grantId: data.me.grants[0]?.id }
  expect(code(await accounts.command('endGrant', on, first))).toEqual(['OWN_ADMINISTRATION'])
})
