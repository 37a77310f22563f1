import { randomUUID } from 'node:crypto'
import type { Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { decodeJwt } from 'jose'
import { aSeat, seatCreated, unitEstablished } from '../testing/builders'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const [own, foreign] = [
  aSeat({ role: 'TOWN_SECRETARY', path: ['320200', '320205', '320205001'] }),
  aSeat({ path: ['320200', '320206', '320206001'] }),
]
let membership: MembershipUnderTest

const secretary = (code: string): Grant => ({ role: 'COUNTY_SECRETARY', within: { kind: 'AREA', code }, from: '2024-01-01', until: null })
const asCounty = { grants: [secretary('320205')], account: randomUUID() }

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  const places = [own, foreign].flatMap((seat) => [unitEstablished(seat), seatCreated(seat)])
  await membership.seen(await membership.log.publish(places))
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

interface Account {
  id: string
  name: string
  state: string
  roles: string[]
  grants: { id: string; role: { code: string; name: string }; unit: { id: string } | null; until: string | null; holds: boolean }[]
  invitedUntil: string | null
}
interface Payload {
  account: Account
  invitation?: string
  version: number
}
type Command = 'inviteAccount' | 'renewInvitation' | 'giveGrant' | 'endGrant' | 'closeAccount'
type Answer = { data: Partial<Record<Command, Payload>> | null; errors?: { extensions: { code: string; field: string | null } }[] }

const BY_SEATS = 'roles grants { role { code } } seatGrants { id role { code } area { code } from until holds }'
const ACCOUNT = 'id name state roles grants { id role { code name } unit { id } until holds } invitedUntil'

async function command(name: Command, input: object, as = {}, commandId = randomUUID() as string): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const secret = name === 'inviteAccount' || name === 'renewInvitation' ? 'invitation' : ''
  const query = `mutation ($commandId: ID!, $input: ${type}!) { ${name}(commandId: $commandId, input: $input) { account { ${ACCOUNT} } ${secret} version } }`
  return membership.ask(query, { ...as, variables: { commandId, input } })
}
const done = async (name: Command, input: object, as = {}, commandId?: string): Promise<Payload> => {
  const { data, errors } = await command(name, input, as, commandId)
  expect(errors).toBeUndefined()
  return data?.[name] as Payload
}
const clerkOf = (unitId: string, name = `clerk-${randomUUID().slice(0, 8)}`) => ({
  name,
  holder: '东亭街道科协 经办人',
  grant: { role: 'UNIT_CLERK', unitId, from: '2026-01-01', until: '2027-01-01' },
})

interface Told {
  name?: string
  session?: string
  token?: string
  account?: { roles: string[]; verbs: string[] }
  error?: { code: string }
}
async function send(path: string, body: object): Promise<{ status: number; body: Told }> {
  const response = await fetch(membership.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, body: text ? (JSON.parse(text) as Told) : {} }
}
const grantsIn = (token: string | undefined) => decodeJwt<{ grants: Grant[] }>(token ?? '').grants

test('who is invited chooses a password, signs in, and may do what was granted', async () => {
  const { account, invitation = '' } = await done('inviteAccount', clerkOf(own.unitId, 'DongTing'), asCounty)
  expect(account).toMatchObject({
    name: 'dongting',
    state: 'INVITED',
    roles: ['UNIT_CLERK'],
    grants: [{ unit: { id: own.unitId }, holds: true }],
  })
  expect(new Date(account.invitedUntil ?? '').getTime()).toBeGreaterThan(Date.now())
  expect((await send('/sessions', { account: 'dongting', password: '' })).status).toBe(400)
  expect((await send('/invitations/read', { invitation })).body).toEqual({ name: 'dongting', holder: '东亭街道科协 经办人' })
  expect((await send('/invitations/accept', { invitation, new: 'short' })).body.error?.code).toBe('PASSWORD_TOO_SHORT')
  expect((await send('/invitations/accept', { invitation, new: 'a few words in a row' })).status).toBe(204)
  const { body } = await send('/sessions', { account: ' DONGTING', password: 'a few words in a row' })
  expect(body.account).toMatchObject({ roles: ['UNIT_CLERK'], mustChangePassword: false })
  expect(body.account?.verbs).toContain('activities.write')
  expect(body.account?.verbs).not.toContain('units.write')
  const { body: exchanged } = await send('/sessions/exchange', { session: body.session })
  expect(grantsIn(exchanged.token)).toEqual([
    { role: 'UNIT_CLERK', within: { kind: 'UNIT', id: own.unitId }, from: '2026-01-01', until: '2027-01-01' },
  ])
})

test('an invitation is used once, and whoever reads the database cannot use it', async () => {
  const { invitation = '' } = await done('inviteAccount', clerkOf(own.unitId), asCounty)
  const kept = JSON.stringify(await membership.database.collection('accounts').find().toArray())
  expect(kept).not.toContain(invitation)
  expect((await send('/invitations/accept', { invitation, new: 'a few words in a row' })).status).toBe(204)
  for (const path of ['/invitations/read', '/invitations/accept'])
    expect(await send(path, { invitation, new: 'another few words' })).toMatchObject({
      status: 400,
      body: { error: { code: 'INVITATION_INVALID' } },
    })
})

test('the same invitation sent twice is one account with one link', async () => {
  const [input, id] = [clerkOf(own.unitId), randomUUID()]
  const [first, again] = [await done('inviteAccount', input, asCounty, id), await done('inviteAccount', input, asCounty, id)]
  expect(again).toEqual(first)
})

test('a new link closes the old one, signs out, and leaves the password until it is used', async () => {
  const { account, invitation: old = '' } = await done('inviteAccount', clerkOf(own.unitId), asCounty)
  await send('/invitations/accept', { invitation: old, new: 'the first password' })
  const { body: signedIn } = await send('/sessions', { account: account.name, password: 'the first password' })
  const { invitation = '' } = await done('renewInvitation', { accountId: account.id }, asCounty)
  expect((await send('/sessions/exchange', { session: signedIn.session })).status).toBe(200)
  expect((await send('/invitations/accept', { invitation, new: 'the second password' })).status).toBe(204)
  expect((await send('/sessions/exchange', { session: signedIn.session })).status).toBe(401)
  expect((await send('/sessions', { account: account.name, password: 'the first password' })).status).toBe(401)
  expect((await send('/sessions', { account: account.name, password: 'the second password' })).status).toBe(200)
})

test('that somebody made a new link for an account is a fact, and stands in the audit; the link in neither', async () => {
  const { account } = await done('inviteAccount', clerkOf(own.unitId), asCounty)
  const { invitation = '' } = await done('renewInvitation', { accountId: account.id }, asCounty)
  const facts = async () => (await membership.log.read('membership.accounts')).filter((fact) => fact.includes(account.id))
  await until(async () => (await facts()).some((fact) => fact.includes('membership.invitation-renewed.v1')))
  const entries = () => membership.database.collection('audit').find({ record: account.id }).sort({ _id: 1 }).toArray()
  await until(async () => (await entries()).length === 2)
  expect((await entries())[1]).toMatchObject({ action: 'renewInvitation', account: asCounty.account, kind: 'accounts', refusal: null })
  expect(JSON.stringify([await facts(), await entries()])).not.toContain(invitation)
})

test('a grant that is ended is in no token from then on; a closed account signs in no more', async () => {
  const { account, invitation } = await done('inviteAccount', clerkOf(own.unitId), asCounty)
  await send('/invitations/accept', { invitation, new: 'a few words in a row' })
  const { session } = (await send('/sessions', { account: account.name, password: 'a few words in a row' })).body
  const { account: richer } = await done('giveGrant', {
    accountId: account.id,
    grant: { role: 'ANALYST', areaCode: null, from: '2026-01-01' },
  })
  expect(richer.roles).toEqual(['UNIT_CLERK', 'ANALYST'])
  const token = async () => (await send('/sessions/exchange', { session })).body.token
  expect(grantsIn(await token())).toHaveLength(2)
  const analyst = richer.grants.find(({ role }) => role.code === 'ANALYST')
  const { account: ended } = await done('endGrant', { accountId: account.id, grantId: analyst?.id })
  expect(ended.grants[0]).toMatchObject({ role: { name: 'Analyst' }, until: '2026-03-31', holds: false })
  expect(grantsIn(await token())).toHaveLength(1)
  expect((await done('closeAccount', { accountId: account.id })).account).toMatchObject({ state: 'CLOSED', roles: [] })
  expect((await send('/sessions/exchange', { session })).status).toBe(401)
  expect((await send('/sessions', { account: account.name, password: 'a few words in a row' })).body.error?.code).toBe('SIGN_IN_REFUSED')
})

test('a secretary sees the accounts of her own county', async () => {
  const mine = await done('inviteAccount', clerkOf(own.unitId, 'zz-own'))
  const others = await done('inviteAccount', clerkOf(foreign.unitId, 'zz-foreign'))
  const { data } = await membership.ask<{ accounts: { nodes: { name: string }[] }; account: null }>(
    `{ accounts(search: "zz-") { nodes { name } } account(id: "${others.account.id}") { name } }`,
    asCounty,
  )
  expect(data).toEqual({ accounts: { nodes: [{ name: 'zz-own' }] }, account: null })
  expect(mine.account.name).toBe('zz-own')
})

test.each<[string, () => Promise<Answer>, string]>([
  ['an account for the next county', () => command('inviteAccount', clerkOf(foreign.unitId), asCounty), 'GRANT_BEYOND_OWN'],
  ['a name that is taken', () => command('inviteAccount', clerkOf(own.unitId, 'admin'), asCounty), 'ACCOUNT_NAME_TAKEN'],
  ['a unit that nobody knows', () => command('inviteAccount', clerkOf(randomUUID()), asCounty), 'JURISDICTION_UNKNOWN'],
  [
    'more than she has',
    () => command('inviteAccount', { ...clerkOf(own.unitId), grant: { role: 'OPERATOR', from: '2026-01-01' } }, asCounty),
    'GRANT_BEYOND_OWN',
  ],
  [
    'without the right to invite',
    () => command('inviteAccount', clerkOf(own.unitId), { grants: [{ ...secretary('320205'), role: 'ANALYST' }] }),
    'FORBIDDEN',
  ],
])('%s is refused, and nothing is stored', async (_, asked, code) => {
  const stored = () => membership.database.collection('accounts').countDocuments()
  await send('/sessions', { account: 'admin', password: 'x' })
  const before = await stored()
  expect((await asked()).errors).toMatchObject([{ extensions: { code } }])
  expect(await stored()).toBe(before)
})

test('an account of another county is not there to be changed', async () => {
  const { account } = await done('inviteAccount', clerkOf(foreign.unitId))
  for (const [name, input] of [
    ['renewInvitation', { accountId: account.id }],
    ['closeAccount', { accountId: account.id }],
    ['endGrant', { accountId: account.id, grantId: account.grants[0]?.id }],
  ] as const)
    expect((await command(name, input, asCounty)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
})

test('whoever sends the command of another again gets no link of his', async () => {
  const [input, id] = [clerkOf(own.unitId), randomUUID()]
  const { invitation } = await done('inviteAccount', input, {}, id)
  const again = await done('inviteAccount', input, asCounty, id)
  expect(again.invitation).not.toBe(invitation)
  expect((await send('/invitations/read', { invitation: again.invitation })).status).toBe(400)
})

test('a person has one account, and it says whose it is', async () => {
  const register =
    'mutation ($commandId: ID!, $input: RegisterPersonInput!) { registerPerson(commandId: $commandId, input: $input) { person { id } } }'
  const personId = randomUUID()
  await membership.ask(register, { variables: { commandId: personId, input: { name: '单一人' } } })
  const { account } = await done('inviteAccount', { ...clerkOf(own.unitId), personId })
  const { data } = await membership.ask(`{ account(id: "${account.id}") { person { id name } } }`)
  expect(data).toEqual({ account: { person: { id: personId, name: '单一人' } } })
  expect((await command('inviteAccount', { ...clerkOf(own.unitId), personId })).errors).toMatchObject([
    { extensions: { code: 'PERSON_HAS_ACCOUNT' } },
  ])
})

test('the facts of an account name no name', async () => {
  await done('inviteAccount', clerkOf(own.unitId, 'name-of-somebody'))
  const text = (await membership.log.read('membership.accounts')).join()
  expect(text).toContain('membership.grant-given.v1')
  expect(text).not.toContain('name-of-somebody')
})

test('the catalogue of roles is in the words of the reader', async () => {
  const { data } = await membership.ask<{ roles: { code: string; name: string }[] }>(
    '{ roles { code name verbs { code } jurisdictions } }',
    { language: 'zh', grants: [] },
  )
  expect(data.roles).toContainEqual(
    expect.objectContaining({ code: 'TOWN_SECRETARY', name: '乡镇（街道）科协秘书', jurisdictions: ['AREA'] }),
  )
})

test('a seat gives its role to whoever holds it, from the first day to the last, and no longer', async () => {
  const change = async (name: string, input: object, fields: string) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const query = `mutation ($commandId: ID!, $input: ${type}!) { ${name}(commandId: $commandId, input: $input) { ${fields} } }`
    const { data, errors } = await membership.ask<Record<string, Record<string, { id: string }>>>(query, {
      variables: { commandId: randomUUID(), input },
    })
    expect(errors).toBeUndefined()
    return Object.values(data[name] ?? {})[0]?.id ?? ''
  }
  const personId = await change('registerPerson', { name: '单秘书' }, 'person { id }')
  const post = { seatId: own.seatId, personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2022-01-01' }
  const appointmentId = await change('makeAppointment', post, 'appointment { id }')
  const { account, invitation } = await done('inviteAccount', { ...clerkOf(own.unitId), personId })
  await send('/invitations/accept', { invitation, new: 'a few words in a row' })
  const { session } = (await send('/sessions', { account: account.name, password: 'a few words in a row' })).body
  const open = async () => (await send('/sessions/exchange', { session })).body
  expect(grantsIn((await open()).token)).toContainEqual({
    role: 'TOWN_SECRETARY',
    within: { kind: 'AREA', code: '320205001' },
    from: '2022-01-01',
    until: '2026-06-01',
  })
  expect((await open()).account?.roles).toEqual(['UNIT_CLERK', 'TOWN_SECRETARY'])
  const shown = async () => (await membership.answer<{ account: object }>(`{ account(id: "${account.id}") { ${BY_SEATS} } }`)).account
  const bySeat = { id: appointmentId, role: { code: 'TOWN_SECRETARY' }, area: { code: '320205001' }, from: '2022-01-01' }
  expect(await shown()).toEqual({
    roles: ['UNIT_CLERK', 'TOWN_SECRETARY'],
    grants: [{ role: { code: 'UNIT_CLERK' } }],
    seatGrants: [{ ...bySeat, until: '2026-06-01', holds: true }],
  })
  await change('endAppointment', { appointmentId, on: '2026-03-31', reason: 'RESIGNATION' }, 'appointment { id }')
  expect((await open()).account?.roles).toEqual(['UNIT_CLERK'])
  expect(await shown()).toMatchObject({ roles: ['UNIT_CLERK'], seatGrants: [{ ...bySeat, until: '2026-03-31', holds: false }] })
  await done('closeAccount', { accountId: account.id })
  expect(await shown()).toMatchObject({ roles: [], seatGrants: [] })
})
