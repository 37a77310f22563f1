import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everywhere } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { aSeat, seatCreated, unitEstablished } from '../testing/builders'
import { aScan, foundingFacts, PapersUnderTest } from '../testing/papers'
import { PersonsUnderTest } from '../testing/persons'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const TODAY = '2026-03-31'
const seat = aSeat({ places: 9 })
const folder = mkdtempSync(join(tmpdir(), 'retention-'))
let membership: MembershipUnderTest
let persons: PersonsUnderTest

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  persons = new PersonsUnderTest(membership)
  await membership.seen(await membership.log.publish([unitEstablished(seat), seatCreated(seat)]))
  await until(async () => Boolean((await retention()).lastRun?.finishedAt))
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
  rmSync(folder, { recursive: true })
})

interface Retention {
  terms: { code: string; months: number; due: number; oldest: string | null }[]
  lastRun: { on: string; finishedAt: string | null; done: { code: string; count: number }[] } | null
}
const FIELDS = '{ terms { code name months after does due oldest } lastRun { on finishedAt done { code count } } }'
const retention = async (of = membership) => (await of.answer<{ retention: Retention }>(`{ retention ${FIELDS} }`)).retention
const apply = (of = membership) => of.ask<{ applyRetention: Retention }>(`mutation { applyRetention ${FIELDS} }`)
const due = async (code: string) => (await retention()).terms.find((term) => term.code === code)
const accesses = () => membership.database.collection<{ _id: string; at: Date; reason: string }>('accesses')
const runs = () => membership.database.collection<{ _id: string }>('retention_runs')
const entries = (text: string) => membership.database.collection('audit').countDocuments({ action: { $regex: text } })
/** So many looks of a day, as they are kept. */
async function looksOf(day: string, count: number): Promise<string[]> {
  const at = new Date(`${day}T10:00:00+08:00`)
  const looks = Array.from({ length: count }, () => {
    const log = { seq: 1, outbox: [], commands: [] }
    return {
      _id: randomUUID(),
      version: 1,
      personId: randomUUID(),
      accountId: 'clerk',
      at,
      fields: ['PHONE'],
      purpose: 'VERIFY_IDENTITY',
      reason: '核对名册',
      path: [],
      log,
    }
  })
  await accesses().insertMany(looks)
  return looks.map(({ _id }) => _id)
}
const withReason = (ids: string[]) => accesses().countDocuments({ _id: { $in: ids }, reason: '核对名册' })

test('asked, it says in numbers what is due and the oldest of it, and changes nothing', async () => {
  const [old, young] = [await looksOf('2020-02-29', 2), await looksOf('2023-03-31', 1)]
  expect(await due('ACCESS_REASONS')).toMatchObject({ months: 36, due: 2, oldest: '2020-02-29' })
  expect(await withReason([...old, ...young])).toBe(3)
})

test('the reason of a look is deleted after three years, and who looked, when and what for stays; the audit has the number alone', async () => {
  const ids = await looksOf('2023-03-30', 1)
  const young = await looksOf('2023-03-31', 1)
  expect((await apply()).errors).toBeUndefined()
  expect([await withReason(ids), await withReason(young)]).toEqual([0, 1])
  expect(await accesses().findOne({ _id: ids[0] ?? '' })).toMatchObject({
    accountId: 'clerk',
    purpose: 'VERIFY_IDENTITY',
    reason: '',
    version: 1,
  })
  expect(await entries('^applyRetention ACCESS_REASONS \\d+$')).toBe(1)
  expect((await retention()).lastRun).toMatchObject({
    on: TODAY,
    finishedAt: expect.any(String),
    done: [{ code: 'ACCESS_REASONS', count: 3 }],
  })
})

test('what a crash left half done goes on where it stopped, and the numbers add up', async () => {
  const ids = await looksOf('2021-01-01', 1_201)
  // As a crash leaves it: the first batch is done and counted, its instance holds the run and is gone.
  await accesses().updateMany({ _id: { $in: ids.slice(0, 500) } }, { $set: { reason: '' } })
  const gone = { holder: 'gone', until: new Date(Date.now() - 1), finishedAt: null, done: { ACCESS_REASONS: 500 } }
  await runs().replaceOne({ _id: TODAY }, gone)
  expect((await apply()).data.applyRetention.lastRun?.done).toEqual([{ code: 'ACCESS_REASONS', count: 1_201 }])
  expect(await withReason(ids)).toBe(0)
})

test('while an instance is at it no other one is', async () => {
  const ids = await looksOf('2021-01-01', 1)
  await runs().updateOne({ _id: TODAY }, { $set: { holder: 'another', until: new Date(Date.now() + 60_000), finishedAt: null } })
  expect(await apply()).toMatchObject({ data: null, errors: [{ extensions: { code: 'RETENTION_UNDER_WAY' } }] })
  expect(await withReason(ids)).toBe(1)
  await runs().updateOne({ _id: TODAY }, { $unset: { holder: '', until: '' } })
})

test('two instances that start on one day do its work once', async () => {
  const ids = await looksOf('2021-01-01', 700)
  await runs().deleteMany({})
  const before = await entries('^applyRetention')
  const started = await Promise.all([1, 2].map(() => MembershipUnderTest.start({ ...engines(), ...names })))
  await until(async () => Boolean((await retention()).lastRun?.finishedAt))
  await Promise.all(started.map((one) => one.stop()))
  expect((await retention()).lastRun?.done).toEqual([{ code: 'ACCESS_REASONS', count: 701 }])
  expect([await withReason(ids), (await entries('^applyRetention')) - before]).toEqual([0, 2])
})

test('an account that nobody opened is closed three months after its invitation, and loses its names; one that the identity provider opens stays', async () => {
  const lapsed = await persons.invite(await persons.register({ name: '吕大川' }), 'lv.dachuan', '吕大川')
  const open = await persons.invite(await persons.register({ name: '吕小川' }), 'lv.xiaochuan', '吕小川')
  const linked = await persons.invite(await persons.register({ name: '吕中川' }), 'lv.zhongchuan', '吕中川')
  const ended = (day: string) => ({ $set: { 'invitation.until': new Date(`${day}T10:00:00+08:00`) } })
  const accounts = membership.database.collection<{ _id: string }>('accounts')
  await accounts.updateOne({ _id: lapsed }, ended('2025-12-30'))
  await accounts.updateOne({ _id: open }, ended('2025-12-31'))
  // As a new link leaves an account that its owner goes on opening by the identity provider.
  await accounts.updateOne({ _id: linked }, { $set: { ...ended('2025-12-30').$set, identity: { key: 'hash', since: new Date() } } })
  expect(await due('UNOPENED_ACCOUNTS')).toMatchObject({ due: 1, oldest: '2025-12-30' })
  expect((await apply()).errors).toBeUndefined()
  expect(await accounts.findOne({ _id: lapsed })).toMatchObject({ closed: true, name: lapsed, holder: '', grants: [] })
  expect(await accounts.findOne({ _id: linked })).toMatchObject({ closed: false, name: 'lv.zhongchuan' })
  expect(await accounts.findOne({ _id: open })).toMatchObject({ closed: false, name: 'lv.xiaochuan' })
})

test('an account that cannot be closed keeps no other from it, and the day’s work is done', async () => {
  const [damaged, other] = [
    await persons.invite(await persons.register({ name: '吕大江' }), 'lv.dajiang', '吕大江'),
    await persons.invite(await persons.register({ name: '吕小江' }), 'lv.xiaojiang', '吕小江'),
  ]
  const accounts = membership.database.collection<{ _id: string }>('accounts')
  const ended = { 'invitation.until': new Date('2025-12-30T10:00:00+08:00') }
  await accounts.updateMany({ _id: { $in: [damaged, other] } }, { $set: ended })
  await accounts.updateOne({ _id: damaged }, { $unset: { log: '' } })
  const before = await entries('^applyRetention UNOPENED_ACCOUNTS')
  const { data } = await apply()
  expect(data.applyRetention.lastRun?.finishedAt).toEqual(expect.any(String))
  expect((await entries('^applyRetention UNOPENED_ACCOUNTS')) - before).toBe(1)
  expect(await accounts.findOne({ _id: other })).toMatchObject({ closed: true })
  expect(await due('UNOPENED_ACCOUNTS')).toMatchObject({ due: 1 })
  await accounts.deleteOne({ _id: damaged })
})

test('name and phone of a guardian are deleted three years after the child is fourteen; who withdrew waits for an officer', async () => {
  const guardian = { name: '欧阳守护', phone: '13900007000', relation: 'PARENT', textVersion: 1, on: '2026-03-01' }
  const people = membership.database.collection<{ _id: string }>('persons')
  const child = async (until: string, more: object = {}) => {
    const _id = await persons.register({ name: '单小明', birthDate: '2015-01-01', guardian })
    await people.updateOne({ _id }, { $set: { 'minor.until': until, ...more } })
    return _id
  }
  const children = [await child('2023-03-30'), await child('2023-03-31'), await child('2023-03-30', { 'minor.withdrawnOn': '2020-01-01' })]
  expect(await due('GUARDIANS')).toMatchObject({ due: 1, oldest: '2023-03-30' })
  expect((await apply()).errors).toBeUndefined()
  const kept = children.map((_id) => people.countDocuments({ _id, minor: { $exists: true } }))
  expect(await Promise.all(kept)).toEqual([0, 1, 1])
})

test('nobody is erased by the clock: who held no post for five years is listed for an officer', async () => {
  const [gone, holds, held] = [
    await persons.register({ name: '单明远' }),
    await persons.register({ name: '单明达' }),
    await persons.register({ name: '单明义' }),
  ]
  await persons.appoint(holds, seat.seatId, '2021-06-01', '2026-06-01')
  await persons.appoint(held, seat.seatId, '2021-06-01', '2021-07-01')
  await membership.database
    .collection<{ _id: string }>('persons')
    .updateMany({ _id: { $in: [gone, holds, held] } }, { $set: { registeredOn: '2021-03-30' } })
  const list = async () =>
    (
      await membership.answer<{ persons: { nodes: { id: string; lastActiveOn: string }[] } }>(
        '{ persons(dueForErasure: true) { nodes { id lastActiveOn } } }',
      )
    ).persons.nodes
  expect(await list()).toEqual([{ id: gone, lastActiveOn: '2021-03-30' }])
  expect(await due('INACTIVE_PERSONS')).toMatchObject({ due: 1, oldest: '2021-03-30' })
  await apply()
  expect((await list()).map(({ id }) => id)).toEqual([gone])
})

test('what is due is for operators, and so is having it done', async () => {
  for (const role of ['COUNTY_SECRETARY', 'AUDITOR']) {
    const { errors } = await membership.ask(`mutation { applyRetention ${FIELDS} }`, { grants: [everywhere(role)] })
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  }
  expect((await membership.ask(`{ retention ${FIELDS} }`, { grants: [everywhere('OPERATOR')] })).errors).toBeUndefined()
})

describe('an installation has terms and bases of its own', () => {
  const own = freshNames()
  afterAll(() => own.drop())
  const started = (said: unknown) => {
    const file = join(folder, 'personal-data.json')
    writeFileSync(file, typeof said === 'string' ? said : JSON.stringify(said))
    return MembershipUnderTest.start({ ...engines(), ...own }, { PERSONAL_DATA_FILE: file })
  }

  test('within bounds', async () => {
    const another = await started({ bases: { ACTIVITY_PARTICIPATION: 'CONTRACT' }, months: { ACCESS_REASONS: 48 } })
    expect((await retention(another)).terms[0]).toMatchObject({ code: 'ACCESS_REASONS', months: 48 })
    const { processingPurposes } = await another.answer<{ processingPurposes: object[] }>('{ processingPurposes { code basis } }')
    expect(processingPurposes).toContainEqual({ code: 'ACTIVITY_PARTICIPATION', basis: 'CONTRACT' })
    expect(processingPurposes).toContainEqual({ code: 'CONTACT', basis: 'CONSENT' })
    await another.stop()
  })

  test.each([
    ['a term below its bound', { months: { ACCESS_REASONS: 35 } }, /months\.ACCESS_REASONS: 35: .*>=36/],
    ['a term above its bound', { months: { INACTIVE_PERSONS: 241 } }, /months\.INACTIVE_PERSONS: 241: .*<=240/],
    ['half a month', { months: { UNOPENED_ACCOUNTS: 1.5 } }, /months\.UNOPENED_ACCOUNTS: 1\.5: .*int/],
    ['a basis that the law does not know', { bases: { CONTACT: 'HABIT' } }, /bases\.CONTACT: "HABIT": .*CONSENT/],
    ['a purpose that there is none of', { bases: { ADVERTISING: 'CONSENT' } }, /ADVERTISING/],
    ['a text that is no JSON', '{', /PERSONAL_DATA_FILE=.*personal-data\.json/],
  ])('not with %s: it does not start, and says field, value and rule', async (_, said, message) => {
    await expect(started(said)).rejects.toThrow(message)
  })
})

test('a scanned paper goes ten years after it was attached, and that it was there stays', async () => {
  const [papers, founding] = [new PapersUnderTest(membership), randomUUID()]
  await membership.seen(await membership.log.publish(foundingFacts(founding)))
  const [old, young] = [await papers.attach(founding, aScan(), { record: '1' }), await papers.attach(founding)]
  const attachedAt = new Date('2016-03-30T10:00:00+08:00')
  const stored = membership.database.collection('papers')
  await stored.updateOne({ 'papers.id': old }, { $set: { 'papers.0.attachedAt': attachedAt, oldest: attachedAt } })
  expect(await due('PAPERS')).toMatchObject({ months: 120, due: 1, oldest: '2016-03-30' })
  expect((await apply()).errors).toBeUndefined()
  const kept = await papers.of('Founding', founding)
  expect(kept?.find(({ id }) => id === old)).toMatchObject({ title: null, withdrawn: { by: null, reason: null } })
  expect([(await papers.read(old)).status, (await papers.read(young)).status]).toEqual([409, 200])
  expect(await papers.pieces()).toBe(2)
})
