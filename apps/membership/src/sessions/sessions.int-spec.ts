import { engines, freshNames } from '@sizhang/testing'
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import { FIRST_PASSWORD, MembershipUnderTest } from '../testing/service'
import { ENDS_UNUSED_AFTER } from './sessions.domain'

const names = freshNames()
let membership: MembershipUnderTest

beforeAll(async () => (membership = await MembershipUnderTest.start({ ...engines(), ...names })))
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

interface Answer {
  status: number
  body: {
    session?: string
    token?: string
    account?: { id: string; name: string; roles: string[]; mustChangePassword: boolean }
    error?: { code: string; message: string; field: string | null; value: unknown; hint: string }
  }
}

async function call(method: string, path: string, body?: object, language = 'en'): Promise<Answer> {
  const response = await fetch(membership.url + path, {
    method,
    headers: { 'accept-language': language, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return { status: response.status, body: text ? (JSON.parse(text) as Answer['body']) : {} }
}

const post = (path: string, body: object, language?: string) => call('POST', path, body, language)
const signIn = (password = FIRST_PASSWORD, account = 'admin') => post('/sessions', { account, password })

async function firstPassword(): Promise<boolean | undefined> {
  const response = await fetch(`${membership.url}/health/ready`)
  const { parts } = (await response.json()) as { parts: { accounts: { detail: { firstPassword: boolean } } } }
  return parts.accounts.detail.firstPassword
}

test('the administrator of a new installation signs in with the generated password', async () => {
  const { status, body } = await signIn()
  expect(status).toBe(200)
  expect(body.account).toMatchObject({ name: 'admin', roles: ['CITY_ADMINISTRATOR'], mustChangePassword: true })
  expect(await firstPassword()).toBe(true)
})

interface Entry {
  action: string
  account: string | null
  address: string | null
  refusal: string | null
}

const entriesFrom = (address: string) => membership.database.collection<Entry>('audit').find({ address }).sort({ _id: 1 }).toArray()

test('who signed in, was refused, and signed out, and from where, is written down; what was typed is not', async () => {
  const address = '192.0.2.44'
  const said = { account: 'admin', password: FIRST_PASSWORD, address }
  const { body } = await post('/sessions', said)
  await post('/sessions', { ...said, password: 'no password of ours' })
  await post('/sessions', { ...said, account: '不认识的人' })
  expect((await call('DELETE', '/sessions', { session: body.session, address })).status).toBe(204)
  expect((await call('DELETE', '/sessions', { session: body.session, address })).status).toBe(204)
  const entries = await entriesFrom(address)
  const id = body.account?.id
  expect(entries.map(({ action, account, refusal }) => [action, account, refusal])).toEqual([
    ['signIn', id, null],
    ['signIn', id, 'SIGN_IN_REFUSED'],
    ['signIn', null, 'SIGN_IN_REFUSED'],
    ['signOut', id, null],
  ])
  expect(JSON.stringify(entries)).not.toMatch(/不认识的人|no password/)
})

test('a wrong password and an unknown account are refused in the same words', async () => {
  const answers = [await signIn('no password of ours'), await signIn('no password of ours', 'nobody')]
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 401, body: { error: { code: 'SIGN_IN_REFUSED', value: null } } })
})

test('a refusal is worded in the language of the one who reads it', async () => {
  expect((await post('/sessions', { account: 'admin', password: 'x' }, 'zh')).body.error?.message).toBe('账户或密码不正确')
})

test('a session is exchanged for a token that the published keys verify', async () => {
  const { body: begun } = await signIn()
  const { body } = await post('/sessions/exchange', { session: begun.session })
  const { body: keys } = await call('GET', '/keys')
  const { payload } = await jwtVerify(body.token ?? '', createLocalJWKSet(keys as unknown as JSONWebKeySet), {
    issuer: 'sizhang',
    audience: 'sizhang-services',
  })
  expect(payload).toMatchObject({ sub: begun.account?.id, name: 'admin', grants: [{ role: 'CITY_ADMINISTRATOR' }] })
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300)
})

test('the keys that are published hold no private part', async () => {
  expect(JSON.stringify((await call('GET', '/keys')).body)).not.toContain('"d"')
})

test('whoever reads the database finds neither a password nor a session to sign in with', async () => {
  const { body } = await signIn()
  const kept = await Promise.all(['accounts', 'sessions'].map((name) => membership.database.collection(name).find().toArray()))
  const text = JSON.stringify(kept)
  expect(text).toContain('$argon2id$')
  expect(text).not.toContain(FIRST_PASSWORD)
  expect(text).not.toContain(body.session)
})

test('after signing out a session stands for nobody', async () => {
  const { body } = await signIn()
  expect((await call('DELETE', '/sessions', { session: body.session })).status).toBe(204)
  expect(await post('/sessions/exchange', { session: body.session })).toMatchObject({
    status: 401,
    body: { error: { code: 'UNAUTHENTICATED' } },
  })
})

test('a session that nobody used for eight hours stands for nobody', async () => {
  const { body } = await signIn()
  const long = new Date(Date.now() - ENDS_UNUSED_AFTER)
  await membership.database.collection('sessions').updateMany({}, { $set: { usedAt: long } })
  expect((await post('/sessions/exchange', { session: body.session })).status).toBe(401)
})

test('the account that asks is told who it is', async () => {
  const { body } = await signIn()
  const { data } = await membership.ask<{ me: object }>('{ me { id name roles mustChangePassword } }', { account: body.account?.id ?? '' })
  expect(data.me).toEqual({ id: body.account?.id, name: 'admin', roles: ['CITY_ADMINISTRATOR'], mustChangePassword: true })
})

test.each([
  [{}, 'REQUEST_INVALID', 'account'],
  [{ account: 'admin' }, 'REQUEST_INVALID', 'password'],
  [{ account: { $ne: '' }, password: 'x' }, 'REQUEST_INVALID', 'account'],
  [{ account: 'admin', password: 'x'.repeat(1_001) }, 'REQUEST_INVALID', 'password'],
])('a sign-in of %j is refused as %s at %s', async (body, code, field) => {
  expect(await post('/sessions', body)).toMatchObject({ status: 400, body: { error: { code, field } } })
})

test('a new password is refused when it is short, the present one, or the present one is not known', async () => {
  const { body } = await signIn()
  const change = (old: string, next: string) => post('/password', { session: body.session, old, new: next })
  expect((await change(FIRST_PASSWORD, 'short')).body.error).toMatchObject({ code: 'PASSWORD_TOO_SHORT', field: 'new', value: null })
  expect((await change(FIRST_PASSWORD, FIRST_PASSWORD)).body.error).toMatchObject({ code: 'PASSWORD_UNCHANGED', field: 'new' })
  expect((await change('not the present one', 'long enough, and new')).body.error).toMatchObject({ code: 'PASSWORD_WRONG', field: 'old' })
  expect(await firstPassword()).toBe(true)
})

test('a changed password opens the door, the old one does not, and other sessions of the account are over', async () => {
  const [{ body: here }, { body: elsewhere }] = [await signIn(), await signIn()]
  expect((await post('/password', { session: here.session, old: FIRST_PASSWORD, new: 'a longer password' })).status).toBe(204)
  expect((await signIn('a longer password')).body.account?.mustChangePassword).toBe(false)
  expect((await signIn()).status).toBe(401)
  expect((await post('/sessions/exchange', { session: here.session })).body.account?.mustChangePassword).toBe(false)
  expect((await post('/sessions/exchange', { session: elsewhere.session })).status).toBe(401)
  expect(await firstPassword()).toBe(false)
})

describe('attempts to sign in', () => {
  const from = (address: string, password: string, account = 'admin') => post('/sessions', { account, password, address })
  const RIGHT = 'a longer password'

  test('from one address are five in a quarter of an hour, right or wrong, and do not touch another address', async () => {
    for (let time = 0; time < 5; time++) expect((await from('10.1.0.1', 'wrong')).status).toBe(401)
    const { status, body } = await from('10.1.0.1', RIGHT)
    expect([status, body.error?.code]).toEqual([429, 'SIGN_IN_LIMITED'])
    expect((await from('10.1.0.2', RIGHT)).status).toBe(200)
  })

  test('that come all at once are no more than that', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => from('10.2.0.1', 'wrong')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
  })

  test('begin anew after a good one, and when their window is over', async () => {
    for (let time = 0; time < 4; time++) await from('10.3.0.1', 'wrong')
    expect((await from('10.3.0.1', RIGHT)).status).toBe(200)
    for (let time = 0; time < 5; time++) expect((await from('10.3.0.1', 'wrong')).status).toBe(401)
    await membership.database.collection('sign_in_attempts').updateMany({}, { $set: { until: new Date() } })
    expect((await from('10.3.0.1', RIGHT)).status).toBe(200)
  })

  test('from everywhere close an account to new addresses, and leave it open to its owner’s', async () => {
    expect((await from('10.4.0.1', RIGHT)).status).toBe(200)
    for (let place = 0; place < 20; place++) await from(`10.5.0.${place}`, 'wrong')
    expect((await from('10.6.0.1', RIGHT)).status).toBe(429)
    expect((await from('10.4.0.1', RIGHT)).status).toBe(200)
    await membership.database.collection('sign_in_attempts').deleteMany({})
  })

  test('for an account that is not there are counted alike', async () => {
    const statuses: number[] = []
    for (let time = 0; time < 6; time++) statuses.push((await from('10.7.0.1', 'wrong', 'nobody')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('leave neither address nor account readable in the database', async () => {
    await from('10.8.0.1', 'wrong', 'somebody')
    const kept = await Promise.all(
      ['sign_in_attempts', 'known_addresses'].map((name) => membership.database.collection(name).find().toArray()),
    )
    expect(JSON.stringify(kept)).not.toMatch(/10\.|somebody|admin/)
  })
})
