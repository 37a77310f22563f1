import { randomUUID } from 'node:crypto'
import { engines, freshNames, startIdentityProvider, type IdentityProviderUnderTest } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const PASSWORD = 'a few words in a row'
const address = '192.0.2.21'
let provider: IdentityProviderUnderTest
let membership: MembershipUnderTest

beforeAll(async () => {
  provider = await startIdentityProvider()
  membership = await MembershipUnderTest.start(
    { ...engines(), ...names },
    { ...provider.settings, SECOND_FACTOR: 'demanded', ADMINISTRATION: 'alone' },
  )
})
afterAll(async () => {
  await membership.stop()
  await provider.stop()
  await names.drop()
})

interface Told {
  flow?: string
  address?: string
  session?: string
  challenge?: string
  linked?: boolean
  next?: string | null
  since?: string | null
  hasPassword?: boolean
  account?: { id: string; name: string; mustEnrol: boolean }
  error?: { code: string }
}
interface AnAccount {
  id: string
  name: string
  invitation: string
}

const post = async (path: string, body: object) => (await membership.post<Told>(path, body)).body
const refusal = async (path: string, body: object) => (await post(path, body)).error?.code ?? 'nothing'
const isOpen = async (session?: string) => (await membership.post('/sessions/exchange', { session })).status === 200
const subject = () => `subject-${randomUUID()}`
const signIn = (name: string) => post('/sessions', { account: name, password: PASSWORD })
const mutation = (name: string, selection: string) =>
  `mutation ($commandId: ID!, $input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(commandId: $commandId, input: $input) { ${selection} } }`

async function invite(role = 'ANALYST'): Promise<AnAccount> {
  const name = `clerk-${randomUUID().slice(0, 8)}`
  const input = { name, holder: '东亭街道科协 经办人', grant: { role, from: '2026-01-01' } }
  const { inviteAccount } = await membership.answer<{ inviteAccount: { account: { id: string }; invitation: string } }>(
    mutation('inviteAccount', 'account { id } invitation'),
    { commandId: randomUUID(), input },
  )
  return { id: inviteAccount.account.id, name, invitation: inviteAccount.invitation }
}

/** An account with a password, and a session of it. */
async function anAccount(role?: string): Promise<AnAccount & { session: string }> {
  const account = await invite(role)
  await post('/invitations/accept', { invitation: account.invitation, new: PASSWORD })
  const { session = '' } = await signIn(account.name)
  return { ...account, session }
}

/** To the provider and back, as a subject of it. */
async function backFrom(begun: Told, who: string, { secondFactor = false, session }: { secondFactor?: boolean; session?: string } = {}) {
  const answer = await provider.vouch(begun.address ?? '', who, secondFactor)
  return post('/identity-provider/finish', { flow: begun.flow, answer, session, address, browser: 'Firefox · Windows' })
}
const byProvider = async (who: string, secondFactor = false) =>
  backFrom(await post('/identity-provider/begin', { next: '/units' }), who, { secondFactor })
const link = async ({ session }: { session: string }, who: string) =>
  backFrom(await post('/identity-provider/link', { session, password: PASSWORD }), who, { session })
const acceptBy = async ({ invitation }: AnAccount, who: string, secondFactor = false) =>
  backFrom(await post('/identity-provider/begin', { invitation }), who, { secondFactor })

async function aLinked(role?: string): Promise<AnAccount & { session: string; who: string }> {
  const [account, who] = [await anAccount(role), subject()]
  await link(account, who)
  return { ...account, who }
}

test('the button is called as the settings say', async () => {
  expect(await post('/identity-provider/name', {})).toEqual({ name: { zh: '无锡市统一身份认证', en: 'the Wuxi identity provider' } })
})

test('an owner who has linked the account signs in by the provider, and is led on to the page that was asked for', async () => {
  const { session, id, who } = await aLinked()
  expect(await post('/identity-provider/read', { session })).toEqual({ since: expect.any(String), hasPassword: true })
  const told = await byProvider(who)
  expect(told).toMatchObject({ account: { id }, next: '/units' })
  expect([await isOpen(told.session), await isOpen(session)]).toEqual([true, true])
  const entry = await membership.database.collection('audit').findOne({ action: 'signIn', account: id, address })
  expect(entry).toMatchObject({ refusal: null, record: id, trace: expect.any(String) })
})

test('to link an account takes its password, and its session still there at the return', async () => {
  const account = await anAccount()
  expect(await refusal('/identity-provider/link', { session: account.session, password: 'not the password' })).toBe('PASSWORD_WRONG')
  const begun = await post('/identity-provider/link', { session: account.session, password: PASSWORD })
  const { session: others } = await anAccount()
  expect((await backFrom(begun, subject(), { session: others })).error?.code).toBe('IDENTITY_REFUSED')
  const again = await post('/identity-provider/link', { session: account.session, password: PASSWORD })
  expect((await backFrom(again, subject())).error?.code).toBe('UNAUTHENTICATED')
  expect((await post('/identity-provider/read', { session: account.session })).since).toBeNull()
})

test('nobody is linked by an equal name', async () => {
  const { name } = await anAccount()
  expect((await byProvider(name)).error?.code).toBe('IDENTITY_NOT_LINKED')
})

test('a subject opens one account at most', async () => {
  const { who } = await aLinked()
  expect((await link(await anAccount(), who)).error?.code).toBe('IDENTITY_TAKEN')
  expect((await acceptBy(await invite(), who)).error?.code).toBe('IDENTITY_TAKEN')
})

test('an invitation that is accepted by the provider signs in, without a password', async () => {
  const [invited, who] = [await invite(), subject()]
  const told = await acceptBy(invited, who)
  expect(told.account).toMatchObject({ id: invited.id })
  expect(await isOpen(told.session)).toBe(true)
  expect(await post('/identity-provider/read', { session: told.session })).toMatchObject({ hasPassword: false })
  expect(await refusal('/sessions', { account: invited.name, password: PASSWORD })).toBe('SIGN_IN_REFUSED')
  expect(await refusal('/identity-provider/begin', { invitation: invited.invitation })).toBe('INVITATION_INVALID')
  expect(await refusal('/identity-provider/unlink', { session: told.session, password: PASSWORD })).toBe('IDENTITY_ONLY_WAY_IN')
  const query = `{ account(id: "${invited.id}") { state identitySince } }`
  expect(await membership.answer(query)).toMatchObject({ account: { state: 'ACTIVE', identitySince: expect.any(String) } })
})

test('a new link by which a password is chosen takes the one of before away, and frees its subject', async () => {
  const account = await aLinked()
  const { renewInvitation } = await membership.answer<{ renewInvitation: { invitation: string } }>(
    mutation('renewInvitation', 'invitation'),
    {
      commandId: randomUUID(),
      input: { accountId: account.id },
    },
  )
  const bySubject = (await byProvider(account.who)).session
  await post('/invitations/accept', { invitation: renewInvitation.invitation, new: 'three quiet rivers' })
  expect([await isOpen(account.session), await isOpen(bySubject)]).toEqual([false, false])
  expect((await byProvider(account.who)).error?.code).toBe('IDENTITY_NOT_LINKED')
  expect((await link(await anAccount(), account.who)).linked).toBe(true)
})

test('an owner with a password takes the link away, which signs out everywhere else, as facts', async () => {
  const { id, session, who } = await aLinked()
  const { session: elsewhere } = await byProvider(who)
  expect(await refusal('/identity-provider/unlink', { session, password: 'not the password' })).toBe('PASSWORD_WRONG')
  expect(await refusal('/identity-provider/unlink', { session, password: PASSWORD, address })).toBe('nothing')
  expect([await isOpen(session), await isOpen(elsewhere)]).toEqual([true, false])
  expect((await byProvider(who)).error?.code).toBe('IDENTITY_NOT_LINKED')
  const facts = async () => (await membership.log.read('membership.accounts')).filter((fact) => fact.includes(id))
  await until(async () => (await facts()).some((fact) => fact.includes('identity-unlinked')))
  expect((await facts()).join()).toContain('identity-linked')
  expect((await facts()).join()).not.toContain(who)
})

test('whoever could have granted as much unlinks somebody else’s account, and ends its sessions', async () => {
  const { id, who, session } = await aLinked()
  const unlink = (as: object = {}) =>
    membership.ask(mutation('unlinkIdentity', 'account { identitySince }'), {
      ...as,
      variables: { commandId: randomUUID(), input: { accountId: id } },
    })
  const within = { kind: 'AREA', code: '320205' }
  const asCounty = { grants: [{ role: 'COUNTY_SECRETARY', within, from: '2024-01-01', until: null }] }
  expect((await unlink(asCounty)).errors?.[0]?.extensions.code).toMatch(/NOT_FOUND|FORBIDDEN|GRANT_BEYOND_OWN/)
  expect((await unlink({ account: id })).errors).toMatchObject([{ extensions: { code: 'IDENTITY_IS_OWN' } }])
  expect((await unlink()).errors).toBeUndefined()
  expect(await isOpen(session)).toBe(false)
  expect((await byProvider(who)).error?.code).toBe('IDENTITY_NOT_LINKED')
})

test('a closed account is opened by nobody, and its subject is free', async () => {
  const { id, who } = await aLinked()
  await membership.answer(mutation('closeAccount', 'mark'), { commandId: randomUUID(), input: { accountId: id } })
  expect((await byProvider(who)).error?.code).toBe('IDENTITY_NOT_LINKED')
  expect((await link(await anAccount(), who)).linked).toBe(true)
})

test('a second factor of the provider counts where it says so; where it does not, the account’s own is asked for', async () => {
  const { id, who } = await aLinked('OPERATOR')
  expect((await byProvider(who, false)).account?.mustEnrol).toBe(true)
  const counted = await byProvider(who, true)
  expect(counted.account?.mustEnrol).toBe(false)
  const { account } = await post('/sessions/exchange', { session: counted.session })
  expect(account?.mustEnrol).toBe(false)
  const secondFactor = { sealed: '', lastStep: 0, recoveryCodes: [], since: new Date() }
  await membership.database.collection('accounts').updateOne({ _id: id as never }, { $set: { secondFactor } })
  expect(await byProvider(who, false)).toEqual({ challenge: expect.any(String), next: '/units' })
  expect((await byProvider(who, true)).session).toBeTruthy()
})

test('who would have to set up a second factor first accepts with a password, unless the provider’s counts', async () => {
  const invited = await invite('OPERATOR')
  expect((await acceptBy(invited, subject())).error?.code).toBe('IDENTITY_NEEDS_PASSWORD')
  expect((await acceptBy(invited, subject(), true)).account).toMatchObject({ id: invited.id, mustEnrol: false })
})

test('so does who is only proposed to administrate: once it is confirmed, a second factor takes a password', async () => {
  const strict = await MembershipUnderTest.start(
    { ...engines(), ...names },
    { ...provider.settings, SECOND_FACTOR: 'demanded', ADMINISTRATION: 'four-eyes' },
  )
  const input = {
    name: `clerk-${randomUUID().slice(0, 8)}`,
    holder: '第二位管理员',
    grant: { role: 'CITY_ADMINISTRATOR', from: '2027-01-01' },
  }
  const { inviteAccount } = await strict.answer<{ inviteAccount: { account: { proposals: unknown[] }; invitation: string } }>(
    mutation('inviteAccount', 'account { proposals { own } } invitation'),
    { commandId: randomUUID(), input },
  )
  expect(inviteAccount.account.proposals).toEqual([{ own: true }])
  const accept = async (secondFactor: boolean) => {
    const { body } = await strict.post<Told>('/identity-provider/begin', { invitation: inviteAccount.invitation })
    const answer = await provider.vouch(body.address ?? '', subject(), secondFactor)
    return (await strict.post<Told>('/identity-provider/finish', { flow: body.flow, answer, address })).body
  }
  expect((await accept(false)).error?.code).toBe('IDENTITY_NEEDS_PASSWORD')
  expect((await accept(true)).account).toMatchObject({ name: input.name, mustEnrol: false })
  await strict.stop()
})

test('whoever is not let in is written down, with the account that was to be opened', async () => {
  const [account, other] = [await anAccount(), await aLinked()]
  const invited = await invite('OPERATOR')
  await post('/identity-provider/link', { session: account.session, password: 'not the password', address })
  await backFrom(await post('/identity-provider/link', { session: account.session, password: PASSWORD }), subject(), {
    session: other.session,
  })
  await link(account, other.who)
  await post('/identity-provider/unlink', { session: other.session, password: 'not the password', address })
  await acceptBy(invited, subject())
  const written = await membership.database
    .collection('audit')
    .find({ record: { $in: [account.id, other.id, invited.id] }, refusal: { $ne: null }, address })
    .project({ _id: 0, account: 1, action: 1, refusal: 1 })
    .sort({ at: 1 })
    .toArray()
  expect(written).toEqual([
    { account: account.id, action: 'linkIdentity', refusal: 'PASSWORD_WRONG' },
    { account: account.id, action: 'linkIdentity', refusal: 'IDENTITY_REFUSED' },
    { account: account.id, action: 'linkIdentity', refusal: 'IDENTITY_TAKEN' },
    { account: other.id, action: 'unlinkIdentity', refusal: 'PASSWORD_WRONG' },
    { account: invited.id, action: 'acceptInvitation', refusal: 'IDENTITY_NEEDS_PASSWORD' },
  ])
})

test('whoever reads the database finds neither subject nor what the sign-in under way is proved by', async () => {
  const { id, who } = await aLinked()
  const begun = await post('/identity-provider/begin', {})
  const asked = new URL(begun.address ?? '').searchParams
  const kept = await Promise.all(
    ['accounts', 'identity_flows', 'audit', 'sessions'].map((name) => membership.database.collection(name).find().toArray()),
  )
  const text = JSON.stringify(kept)
  expect(text).toContain(id)
  for (const hidden of [who, begun.flow ?? '', asked.get('state') ?? '', asked.get('nonce') ?? '']) expect(text).not.toContain(hidden)
})

test('while the provider is away the button says so, nothing is kept, and the password goes on', async () => {
  const { name } = await anAccount()
  const away = await MembershipUnderTest.start(
    { ...engines(), ...names },
    { ...provider.settings, IDENTITY_PROVIDER_ISSUER: 'http://127.0.0.1:9' },
  )
  const before = await membership.database.collection('identity_flows').countDocuments()
  const { status, body } = await away.post<Told>('/identity-provider/begin', {})
  await away.stop()
  expect([status, body.error?.code]).toEqual([503, 'IDENTITY_PROVIDER_AWAY'])
  expect(await membership.database.collection('identity_flows').countDocuments()).toBe(before)
  expect((await signIn(name)).session).toBeTruthy()
})
