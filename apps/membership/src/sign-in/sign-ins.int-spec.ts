import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { Secret, TOTP } from 'otpauth'
import { AccountsStore } from '../accounts/accounts.store'
import { MembershipUnderTest } from '../testing/service'
import { ChallengesStore } from './challenges.store'
import { SignIns } from './sign-ins'

const names = freshNames()
const PASSWORD = 'a few words in a row'
const NEXT = 'three quiet rivers'
let membership: MembershipUnderTest

beforeAll(async () => (membership = await MembershipUnderTest.start({ ...engines(), ...names })))
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

interface Told {
  session?: string
  secret?: string
  account?: { id: string }
  error?: { code: string }
}

const post = async (path: string, body: object) => (await membership.post<Told>(path, body)).body
const isOpen = async (session?: string) => (await membership.post('/sessions/exchange', { session })).status === 200
const collection = (name: string) => membership.database.collection(name)

async function invite(): Promise<{ id: string; name: string; invitation: string }> {
  const name = `clerk-${randomUUID().slice(0, 8)}`
  const input = { name, holder: '东亭街道科协 经办人', grant: { role: 'ANALYST', from: '2026-01-01' } }
  const { inviteAccount } = await membership.answer<{ inviteAccount: { account: { id: string }; invitation: string } }>(
    `mutation ($commandId: ID!, $input: InviteAccountInput!) { inviteAccount(commandId: $commandId, input: $input) { account { id } invitation } }`,
    { commandId: randomUUID(), input },
  )
  return { id: inviteAccount.account.id, name, invitation: inviteAccount.invitation }
}

async function anAccount(): Promise<{ id: string; name: string; session: string }> {
  const { id, name, invitation } = await invite()
  await post('/invitations/accept', { invitation, new: PASSWORD })
  const { session = '' } = await post('/sessions', { account: name, password: PASSWORD })
  return { id, name, session }
}

/** The account as a sign-in finds it that has checked the password, and has begun nothing yet. */
async function checked(id: string) {
  const account = await membership.part(AccountsStore).ofSession(id)
  if (!account) throw new Error(`no account ${id}`)
  return account
}
const from = { origin: { address: '192.0.2.5', correlationId: 'a trace of the test' }, address: '192.0.2.5', browser: '' }

test('a sign-in by the old password that is under way while it is changed keeps no session', async () => {
  const { id, session } = await anAccount()
  const before = await checked(id)
  await post('/password', { session, old: PASSWORD, new: NEXT })
  const { session: late } = await membership.part(SignIns).begin(before, from, false)
  expect([await isOpen(session), await isOpen(late)]).toEqual([true, false])
})

test('nor does its challenge', async () => {
  const { id, session } = await anAccount()
  const { generation = 0 } = await checked(id)
  await post('/password', { session, old: PASSWORD, new: NEXT })
  const challenge = await membership.part(ChallengesStore).begin(id, generation)
  expect((await post('/sessions/code', { challenge, code: '123456' })).error?.code).toBe('SIGN_IN_CHALLENGE_OVER')
})

test('nor one that is under way while a new invitation is accepted', async () => {
  const { id } = await anAccount()
  const before = await checked(id)
  const { renewInvitation } = await membership.answer<{ renewInvitation: { invitation: string } }>(
    `mutation ($commandId: ID!, $input: RenewInvitationInput!) { renewInvitation(commandId: $commandId, input: $input) { invitation } }`,
    { commandId: randomUUID(), input: { accountId: id } },
  )
  await post('/invitations/accept', { invitation: renewInvitation.invitation, new: NEXT })
  const { session } = await membership.part(SignIns).begin(before, from, false)
  expect(await isOpen(session)).toBe(false)
})

test('of two who change the password at once, the second has to know the first one’s', async () => {
  const { name, session } = await anAccount()
  const change = (next: string) => membership.post('/password', { session, old: PASSWORD, new: next })
  const answers = await Promise.all([change(NEXT), change('four quiet rivers')])
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 400])
  const opened = await Promise.all([NEXT, 'four quiet rivers'].map((password) => post('/sessions', { account: name, password })))
  expect(opened.filter((told) => told.session)).toHaveLength(1)
})

test('who is signed out everywhere is so whatever the clocks of the instances say', async () => {
  const { id, name } = await anAccount()
  await collection('accounts').updateOne({ _id: id as never }, { $set: { secondFactor: { sealed: '', lastStep: 0, recoveryCodes: [] } } })
  const { session } = await membership.part(SignIns).begin(await checked(id), from, true)
  const tomorrow = new Date(Date.now() + 3_600_000)
  await collection('sessions').updateMany({ accountId: id }, { $set: { startedAt: tomorrow, usedAt: tomorrow } })
  expect(await isOpen(session)).toBe(true)
  await membership.answer(
    `mutation ($commandId: ID!, $input: RemoveSecondFactorInput!) { removeSecondFactor(commandId: $commandId, input: $input) { mark } }`,
    { commandId: randomUUID(), input: { accountId: id } },
  )
  expect(await isOpen(session)).toBe(false)
  expect(await isOpen((await post('/sessions', { account: name, password: PASSWORD })).session)).toBe(true)
})

test('a session of the release before, which has no generation, is over', async () => {
  const { id, session } = await anAccount()
  await collection('sessions').updateMany({ accountId: id }, { $unset: { generation: '' } })
  expect(await isOpen(session)).toBe(false)
})

test('what an account does to itself is written down with the address and the trace that the gateway saw', async () => {
  const address = '192.0.2.77'
  const send = async (path: string, body: object) =>
    fetch(membership.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-correlation-id': `trace of ${path}` },
      body: JSON.stringify({ ...body, address }),
    })
  const { id, name, invitation } = await invite()
  await send('/invitations/accept', { invitation, new: PASSWORD })
  const { session } = await post('/sessions', { account: name, password: PASSWORD })
  await send('/password', { session, old: PASSWORD, new: NEXT })
  const offered = (await (await send('/second-factor/offer', { session, password: NEXT })).json()) as Told
  const code = new TOTP({ secret: Secret.fromBase32(offered.secret ?? '') }).generate()
  await send('/second-factor/enrol', { session, code })
  await send('/second-factor/recovery-codes', { session, password: NEXT })
  const entries = () => collection('audit').find({ account: id, address }).sort({ _id: 1 }).toArray()
  await until(async () => (await entries()).length === 5)
  expect((await entries()).map(({ action, record, trace }) => [action, record === id, trace])).toEqual([
    ['acceptInvitation', true, 'trace of /invitations/accept'],
    ['changePassword', true, 'trace of /password'],
    ['offerSecondFactor', true, 'trace of /second-factor/offer'],
    ['enrolSecondFactor', true, 'trace of /second-factor/enrol'],
    ['renewRecoveryCodes', true, 'trace of /second-factor/recovery-codes'],
  ])
})
