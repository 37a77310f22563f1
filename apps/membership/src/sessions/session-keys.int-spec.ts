import { engines, freshNames } from '@sizhang/testing'
import { FIRST_PASSWORD, MembershipUnderTest } from '../testing/service'
import { KEY_PASSES_FOR, KEY_RENEWED_AFTER } from './sessions.domain'

const names = freshNames()
let membership: MembershipUnderTest

beforeAll(async () => (membership = await MembershipUnderTest.start({ ...engines(), ...names })))
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

interface Listed {
  id: string
  address: string
  browser: string
  isThis: boolean
  endsUnusedAt: string
  endsAt: string
  startedAt: string
}
interface Told {
  session?: string
  renewed?: string
  sessions?: Listed[]
  account?: { keyUsedTwiceAt: string | null }
}

const post = (path: string, body: object) => membership.post<Told>(path, body)
const begin = async (from = {}) => (await post('/sessions', { account: 'admin', password: FIRST_PASSWORD, ...from })).body.session ?? ''
const exchange = async (session: string, using: object = { renewable: true }) => {
  const { status, body } = await post('/sessions/exchange', { session, ...using })
  return { status, renewed: body.renewed, noticeAt: body.account?.keyUsedTwiceAt }
}
const listed = async (session: string) => (await post('/sessions/list', { session })).body.sessions ?? []

/** Time goes on for the keys of all sessions. */
const later = (milliseconds: number) =>
  membership.database.collection('sessions').updateMany({}, [
    {
      $set: {
        keys: {
          $map: {
            input: '$keys',
            in: { key: '$$this.key', since: { $cond: ['$$this.since', { $subtract: ['$$this.since', milliseconds] }, null] } },
          },
        },
      },
    },
  ])

/** A session whose key was renewed: the key before, and the present one. */
async function renewedSession(): Promise<[string, string]> {
  const first = await begin()
  await later(KEY_RENEWED_AFTER)
  const { renewed = '' } = await exchange(first)
  expect((await exchange(renewed)).status).toBe(200)
  return [first, renewed]
}

test('a key is renewed after an hour, for a browser that can take the next along', async () => {
  const session = await begin()
  expect((await exchange(session)).renewed).toBeUndefined()
  await later(KEY_RENEWED_AFTER)
  expect(await exchange(session, {})).toMatchObject({ status: 200, renewed: undefined })
  expect((await exchange(session)).renewed).toMatch(/^[\w-]{43}$/)
})

test('two tabs that ask at once are given the same key, and an answer that was lost is given again', async () => {
  const session = await begin()
  await later(KEY_RENEWED_AFTER)
  const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(session)))
  await later(KEY_PASSES_FOR * 2)
  const again = await exchange(session)
  expect(new Set([...answers, again].map(({ renewed }) => renewed)).size).toBe(1)
  expect(again.status).toBe(200)
})

test('what was on its way with the key before is answered, and brings no other key along', async () => {
  const [before, present] = await renewedSession()
  expect(await exchange(before)).toMatchObject({ status: 200, renewed: undefined })
  expect(await exchange(present)).toMatchObject({ status: 200, renewed: undefined })
})

test('two tabs in turn, over and over, with keys that come and go, are never signed out', async () => {
  let [before, present] = await renewedSession()
  for (let hour = 0; hour < 5; hour++) {
    await later(KEY_RENEWED_AFTER)
    const tabs = await Promise.all([exchange(present), exchange(present), exchange(present)])
    const next = tabs[0]?.renewed ?? ''
    const mixed = await Promise.all([exchange(next), exchange(present), exchange(next), exchange(present)])
    expect(mixed.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    before = present
    present = next
  }
  expect(before).not.toBe(present)
})

test('a key that is used after it was replaced ends the session, and the owner reads so until he says that he has', async () => {
  const [before, present] = await renewedSession()
  await later(KEY_PASSES_FOR)
  expect((await exchange(before)).status).toBe(401)
  expect((await exchange(present)).status).toBe(401)
  const again = await begin()
  expect((await exchange(again)).noticeAt).toEqual(expect.any(String))
  expect((await post('/sessions/notice-read', { session: again })).status).toBe(204)
  expect((await exchange(again)).noticeAt).toBeNull()
})

test('a stream that was opened with the key before goes on', async () => {
  const [before, present] = await renewedSession()
  await later(KEY_PASSES_FOR)
  expect((await exchange(before, { held: true })).status).toBe(200)
  expect((await exchange(present)).status).toBe(200)
})

test('sessions are listed to their owner without anything to sign in with, and ended one by one or all others', async () => {
  const here = await begin({ address: '192.0.2.1', browser: 'Firefox · Windows' })
  const [there, third] = [await begin({ address: '192.0.2.2', browser: '' }), await begin()]
  const sessions = await listed(here)
  const own = sessions.find(({ isThis }) => isThis)
  expect(own).toMatchObject({ address: '192.0.2.1', browser: 'Firefox · Windows' })
  expect(new Date(own?.endsAt ?? '').getTime() - new Date(own?.startedAt ?? '').getTime()).toBe(24 * 3_600_000)
  for (const secret of [here, there, third]) expect(JSON.stringify(sessions)).not.toContain(secret)
  const other = sessions.find(({ address }) => address === '192.0.2.2')
  expect((await post('/sessions/end', { session: here, id: other?.id })).status).toBe(204)
  expect([(await exchange(there)).status, (await exchange(third)).status]).toEqual([401, 200])
  expect((await post('/sessions/end-others', { session: here })).status).toBe(204)
  expect((await exchange(third)).status).toBe(401)
  expect(await listed(here)).toHaveLength(1)
})

test('nobody ends the session of another account', async () => {
  const here = await begin()
  await membership.database.collection('sessions').insertOne({
    _id: '00000000-0000-4000-8000-000000000001' as never,
    accountId: 'another',
    startedAt: new Date(),
    usedAt: new Date(),
    keys: [],
  })
  await post('/sessions/end', { session: here, id: '00000000-0000-4000-8000-000000000001' })
  await post('/sessions/end-others', { session: here })
  expect(await membership.database.collection('sessions').countDocuments({ accountId: 'another' })).toBe(1)
})
