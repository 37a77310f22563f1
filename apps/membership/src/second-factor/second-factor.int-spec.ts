import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { Secret, TOTP } from 'otpauth'
import { FIRST_PASSWORD, MembershipUnderTest } from '../testing/service'

const names = freshNames()
const PASSWORD = 'a few words in a row'
let membership: MembershipUnderTest

beforeAll(
  async () =>
    (membership = await MembershipUnderTest.start({ ...engines(), ...names }, { SECOND_FACTOR: 'demanded', ADMINISTRATION: 'alone' })),
)
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

interface Told {
  session?: string
  challenge?: string
  secret?: string
  uri?: string
  recoveryCodes?: string[]
  recoveryCodesLeft?: number
  since?: string | null
  account?: { id: string; mustEnrol: boolean }
  error?: { code: string; message: string; field: string | null }
}
interface Enrolled {
  id: string
  name: string
  session: string
  secret: string
  recoveryCodes: string[]
}

const post = (path: string, body: object) => membership.post<Told>(path, body)
const refusal = async (path: string, body: object) => (await post(path, body)).body.error?.code ?? 'nothing'
const signIn = async (name: string, password = PASSWORD) => (await post('/sessions', { account: name, password })).body
const challengeOf = async (name: string) => (await signIn(name)).challenge ?? ''
const isOpen = async (session?: string) => (await post('/sessions/exchange', { session })).status === 200

/** The code of a step: 0 is now, -1 the one before. Waits where the clock is about to go on. */
async function code(secret: string, step = 0): Promise<string> {
  await until(async () => Date.now() % 30_000 < 25_000)
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 })
}

/** As if no code had been used for long. */
const forgetUse = (id: string) =>
  membership.database.collection('accounts').updateOne({ _id: id as never }, { $set: { 'secondFactor.lastStep': 0 } })

async function anAccount(role = 'ANALYST'): Promise<{ id: string; name: string; session: string }> {
  const name = `clerk-${randomUUID().slice(0, 8)}`
  const input = { name, holder: '东亭街道科协 经办人', grant: { role, from: '2026-01-01' } }
  const { inviteAccount } = await membership.answer<{ inviteAccount: { account: { id: string }; invitation: string } }>(
    `mutation ($commandId: ID!, $input: InviteAccountInput!) { inviteAccount(commandId: $commandId, input: $input) { account { id } invitation } }`,
    { commandId: randomUUID(), input },
  )
  await post('/invitations/accept', { invitation: inviteAccount.invitation, new: PASSWORD })
  const { session = '' } = await signIn(name)
  return { id: inviteAccount.account.id, name, session }
}

async function anEnrolled(role?: string): Promise<Enrolled> {
  const account = await anAccount(role)
  const { body: offered } = await post('/second-factor/offer', { session: account.session, password: PASSWORD })
  const secret = offered.secret ?? ''
  const { body } = await post('/second-factor/enrol', { session: account.session, code: await code(secret) })
  await forgetUse(account.id)
  return { ...account, secret, recoveryCodes: body.recoveryCodes ?? [] }
}

const remove = (accountId: string, as: object = {}) =>
  membership.ask<{ removeSecondFactor: { account: { secondFactor: boolean } } | null }>(
    `mutation ($commandId: ID!, $input: RemoveSecondFactorInput!) { removeSecondFactor(commandId: $commandId, input: $input) { account { secondFactor } } }`,
    { ...as, variables: { commandId: randomUUID(), input: { accountId } } },
  )

test('a second factor is on when a code of the secret was given, and signs out everywhere else', async () => {
  const { name, session } = await anAccount()
  const { session: elsewhere } = await signIn(name)
  expect(await refusal('/second-factor/offer', { session, password: 'not the password' })).toBe('PASSWORD_WRONG')
  const { body } = await post('/second-factor/offer', { session, password: PASSWORD })
  expect(body.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/)
  expect(await refusal('/second-factor/enrol', { session, code: '000000x' })).toBe('SECOND_FACTOR_CODE_REFUSED')
  expect((await signIn(name)).challenge).toBeUndefined()
  const { body: enrolled } = await post('/second-factor/enrol', { session, code: await code(body.secret ?? '') })
  expect(enrolled.recoveryCodes).toHaveLength(10)
  expect((await post('/second-factor/read', { session })).body).toEqual({ since: expect.any(String), recoveryCodesLeft: 10 })
  expect([await isOpen(session), await isOpen(elsewhere)]).toEqual([true, false])
})

test('a secret that was shown a quarter of an hour ago enrols nothing; a new one does', async () => {
  const { id, session } = await anAccount()
  const { body } = await post('/second-factor/offer', { session, password: PASSWORD })
  await membership.database.collection('accounts').updateOne({ _id: id as never }, { $set: { 'offeredFactor.until': new Date() } })
  const late = await post('/second-factor/enrol', { session, code: await code(body.secret ?? '') })
  expect([late.status, late.body.error]).toMatchObject([409, { code: 'SECOND_FACTOR_OFFER_OVER', hint: expect.stringMatching(/QR code/) }])
  expect((await post('/second-factor/read', { session })).body.since).toBeNull()
  const { body: again } = await post('/second-factor/offer', { session, password: PASSWORD })
  expect(await refusal('/second-factor/enrol', { session, code: await code(again.secret ?? '') })).toBe('nothing')
})

test('name and password alone give a challenge that opens nothing; a code meets it, once', async () => {
  const { name, secret } = await anEnrolled()
  const answer = await signIn(name)
  expect(answer).toEqual({ challenge: expect.any(String) })
  expect(await isOpen(answer.challenge)).toBe(false)
  const given = await code(secret)
  const { body } = await post('/sessions/code', { challenge: answer.challenge, code: ` ${given.slice(0, 3)} ${given.slice(3)} ` })
  expect(await isOpen(body.session)).toBe(true)
  expect(await refusal('/sessions/code', { challenge: answer.challenge, code: await code(secret, 1) })).toBe('SIGN_IN_CHALLENGE_OVER')
})

test('no code is taken twice, also when both come at once', async () => {
  const { id, name, secret } = await anEnrolled()
  const challenges = [await challengeOf(name), await challengeOf(name)]
  const given = await code(secret)
  const answers = await Promise.all(challenges.map((challenge) => post('/sessions/code', { challenge, code: given })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  expect(await refusal('/sessions/code', { challenge: await challengeOf(name), code: given })).toBe('SECOND_FACTOR_CODE_REFUSED')
  await forgetUse(id)
  expect(await refusal('/sessions/code', { challenge: await challengeOf(name), code: given })).toBe('nothing')
})

test.each([
  [-1, 'nothing'],
  [1, 'nothing'],
  [-2, 'SECOND_FACTOR_CODE_REFUSED'],
  [2, 'SECOND_FACTOR_CODE_REFUSED'],
])('a code of a clock that is %i steps off: %s', async (step, refused) => {
  const { name, secret } = await anEnrolled()
  expect(await refusal('/sessions/code', { challenge: await challengeOf(name), code: await code(secret, step) })).toBe(refused)
})

test('a recovery code signs in once, however it is typed, and the owner can have new ones', async () => {
  const { name, session, recoveryCodes } = await anEnrolled()
  const [first = '', second = ''] = recoveryCodes
  expect(await refusal('/sessions/code', { challenge: await challengeOf(name), code: first.toUpperCase().replace('-', ' ') })).toBe(
    'nothing',
  )
  expect(await refusal('/sessions/code', { challenge: await challengeOf(name), code: first })).toBe('SECOND_FACTOR_CODE_REFUSED')
  expect((await post('/second-factor/read', { session })).body.recoveryCodesLeft).toBe(9)
  const { body } = await post('/second-factor/recovery-codes', { session, password: PASSWORD })
  expect(await refusal('/sessions/code', { challenge: await challengeOf(name), code: second })).toBe('SECOND_FACTOR_CODE_REFUSED')
  expect(await refusal('/sessions/code', { challenge: await challengeOf(name), code: body.recoveryCodes?.[0] })).toBe('nothing')
})

test('codes are guessed five times, from wherever, and refused after that, the right one too', async () => {
  const { name, secret } = await anEnrolled()
  const challenge = await challengeOf(name)
  for (let time = 0; time < 5; time++)
    expect(await refusal('/sessions/code', { challenge, code: 'abcde-abcde', address: `10.9.0.${time}` })).toBe(
      'SECOND_FACTOR_CODE_REFUSED',
    )
  const { status, body } = await post('/sessions/code', { challenge, code: await code(secret), address: '10.9.1.1' })
  expect([status, body.error?.code]).toEqual([429, 'CODE_LIMITED'])
})

test('a challenge is over after five minutes, and when the password is another', async () => {
  const { id, name, session, secret } = await anEnrolled()
  const old = await challengeOf(name)
  const startedAt = new Date(Date.now() - 5 * 60_000)
  await membership.database.collection('sign_in_challenges').updateMany({ accountId: id }, { $set: { startedAt } })
  expect(await refusal('/sessions/code', { challenge: old, code: await code(secret) })).toBe('SIGN_IN_CHALLENGE_OVER')
  const before = await challengeOf(name)
  await post('/password', { session, old: PASSWORD, new: 'three quiet rivers' })
  expect(await refusal('/sessions/code', { challenge: before, code: await code(secret) })).toBe('SIGN_IN_CHALLENGE_OVER')
})

test('whoever reads the database finds neither secret nor recovery codes nor challenge', async () => {
  const { id, name, session, secret, recoveryCodes } = await anEnrolled()
  const { body } = await post('/second-factor/offer', { session, password: PASSWORD })
  const challenge = await challengeOf(name)
  const kept = await Promise.all(
    ['accounts', 'sign_in_challenges', 'sessions'].map((collection) => membership.database.collection(collection).find().toArray()),
  )
  const text = JSON.stringify(kept)
  expect(text).toContain(id)
  for (const hidden of [
    secret,
    body.secret ?? '',
    challenge,
    session,
    ...recoveryCodes,
    ...recoveryCodes.map((one) => one.replace('-', '')),
  ])
    expect(text).not.toContain(hidden)
})

test('a secret that is moved to another account opens it to nobody', async () => {
  const [mine, others] = [await anEnrolled(), await anEnrolled()]
  const accounts = membership.database.collection('accounts')
  const moved = (await accounts.findOne({ _id: mine.id as never }))?.['secondFactor'].sealed
  await accounts.updateOne({ _id: others.id as never }, { $set: { 'secondFactor.sealed': moved } })
  const { status } = await post('/sessions/code', { challenge: await challengeOf(others.name), code: await code(mine.secret) })
  expect(status).toBe(500)
})

test('a lost second factor is taken away in one step with all sessions, as a fact', async () => {
  const { id, name, secret, session } = await anEnrolled()
  const halfway = await challengeOf(name)
  expect((await remove(id)).data.removeSecondFactor?.account.secondFactor).toBe(false)
  expect(await isOpen(session)).toBe(false)
  expect(await refusal('/sessions/code', { challenge: halfway, code: await code(secret) })).toBe('SIGN_IN_CHALLENGE_OVER')
  const { session: again } = await signIn(name)
  expect(await isOpen(again)).toBe(true)
  const types = async () =>
    (await membership.log.read('membership.accounts'))
      .filter((fact) => fact.includes(id))
      .flatMap((fact) => fact.match(/second-factor-\w+/g) ?? [])
  await until(async () => new Set(await types()).size === 2)
})

test('a secretary takes nothing from an account that may more than she', async () => {
  const { id } = await anEnrolled('CITY_ADMINISTRATOR')
  const within = { kind: 'AREA', code: '320205' }
  const asCounty = { grants: [{ role: 'COUNTY_SECRETARY', within, from: '2024-01-01', until: null }] }
  const { errors } = await remove(id, asCounty)
  expect(errors?.[0]?.extensions.code).toMatch(/NOT_FOUND|FORBIDDEN|GRANT_BEYOND_OWN/)
  expect((await remove(id, { account: id })).errors).toMatchObject([{ extensions: { code: 'SECOND_FACTOR_IS_OWN' } }])
})

test('who administrates without a second factor must enrol one first, whoever does not need not', async () => {
  expect((await signIn('admin', FIRST_PASSWORD)).account?.mustEnrol).toBe(true)
  expect((await signIn((await anAccount('OPERATOR')).name)).account?.mustEnrol).toBe(true)
  expect((await signIn((await anAccount()).name)).account?.mustEnrol).toBe(false)
  const { name, secret } = await anEnrolled('OPERATOR')
  const { body } = await post('/sessions/code', { challenge: await challengeOf(name), code: await code(secret) })
  expect(body.account?.mustEnrol).toBe(false)
})
