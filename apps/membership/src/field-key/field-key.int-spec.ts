import { randomBytes, randomUUID } from 'node:crypto'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import type { mongo } from 'mongoose'
import { Secret, TOTP } from 'otpauth'
import { openBytes, sealBytes, type FieldKeys } from '../credentials/sealing'
import type { Piece } from '../paper-files/pieces.store'
import { PrivateFields, sealedOfPersons } from '../persons/private-fields'
import { SecondFactorCodes, sealedOfAccounts } from '../second-factor/second-factor-codes'
import { AccountsUnderTest } from '../testing/accounts-under-test'
import { aScan, foundingFacts, PapersUnderTest } from '../testing/papers'
import { PersonsUnderTest } from '../testing/persons'
import { MembershipUnderTest } from '../testing/service'
import { reseal } from './reseal'
import { countPiecesLeft, resealPieces } from './reseal-pieces'

type Settings = Record<string, string>

const names = freshNames()
const key = () => randomBytes(32).toString('base64')
const [FIRST, SECOND] = [key(), key()]
const REPLACING = { FIELD_KEY: SECOND, PREVIOUS_FIELD_KEY: FIRST }
const INDEX_KEY = key()
const PHONE = '13900008000'
const IDENTITY_NUMBER = '320200190001010012'
const guardian = { name: '欧阳守护', phone: '13900007000', relation: 'PARENT', textVersion: 1, on: '2026-03-01' }
const running: MembershipUnderTest[] = []
let personId: string
let childId: string
let accountId: string
let secret: string
let paperId: string
/** A scan of three pieces, and one with its name. */
const SCAN = aScan(600_000)
/** As all was left by the first key. */
let before: { persons: mongo.Document[]; accounts: mongo.Document[] }

async function start(keys: Settings): Promise<MembershipUnderTest> {
  const started = await MembershipUnderTest.start({ ...engines(), ...names }, { ...keys, INDEX_KEY, SECOND_FACTOR: 'offered' })
  running.push(started)
  return started
}
async function stop(membership: MembershipUnderTest): Promise<void> {
  running.splice(running.indexOf(membership), 1)
  await membership.stop()
}
/** Has a membership with these settings for as long as something is done with it. */
async function having<Done>(keys: Settings, act: (membership: MembershipUnderTest) => Promise<Done>): Promise<Done> {
  const membership = await start(keys)
  const done = await act(membership)
  await stop(membership)
  return done
}

beforeAll(async () => {
  await having({ FIELD_KEY: FIRST }, async (membership) => {
    const persons = new PersonsUnderTest(membership)
    personId = await persons.register({ name: '单明远', phone: PHONE, identityNumber: IDENTITY_NUMBER })
    childId = await persons.register({ name: '单小明', birthDate: '2015-01-01', guardian })
    const accounts = new AccountsUnderTest(membership)
    const analyst = { role: 'ANALYST', from: '2026-01-01' }
    const [{ account, session }, other] = [
      await accounts.invited(await accounts.first(), analyst),
      await accounts.invited(await accounts.first(), analyst),
    ]
    accountId = account
    const offer = (of: string) =>
      membership.post<{ secret: string }>('/second-factor/offer', { session: of, password: 'a few words in a row' })
    secret = (await offer(session)).body.secret
    await membership.post('/second-factor/enrol', { session, code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() })
    await offer(other.session)
    const founding = randomUUID()
    await membership.seen(await membership.log.publish(foundingFacts(founding)))
    paperId = await new PapersUnderTest(membership).attach(founding, SCAN)
    before = await kept(membership)
    expect(before.accounts.filter(({ secondFactor, offeredFactor }) => secondFactor ?? offeredFactor)).toHaveLength(2)
  })
})
afterAll(async () => {
  await Promise.all(running.map((membership) => membership.stop()))
  await names.drop()
})

/** All records, but for what a log still hands on: it empties by itself. */
async function kept({ database }: MembershipUnderTest) {
  const all = (name: string) =>
    database
      .collection(name)
      .find({}, { sort: { _id: 1 }, projection: { 'log.audit': 0, 'log.outbox': 0, 'log.pendingAt': 0 } })
      .toArray()
  return { persons: await all('persons'), accounts: await all('accounts') }
}
/** Puts all back as the first key left it. */
async function putBack({ database }: MembershipUnderTest, isBack: (id: string) => boolean = () => true): Promise<void> {
  for (const [name, documents] of Object.entries(before))
    for (const { _id, log: _, ...state } of documents.filter((document) => isBack(String(document['_id']))))
      await database.collection(name).updateOne({ _id: _id as never }, { $set: state })
}
/** The figure of the records that are left; undefined: it is not told. */
async function remaining({ url }: MembershipUnderTest): Promise<number | undefined> {
  const [, figure] = /^sizhang_field_key_remaining\{service="membership"\} (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text()) ?? []
  return figure === undefined ? undefined : Number(figure)
}
const nothingLeft = (membership: MembershipUnderTest) => until(async () => (await remaining(membership)) === 0)

const readPaper = (membership: MembershipUnderTest) => new PapersUnderTest(membership).read(paperId)

/** All that is sealed, in plain; a code of the second factor stands for its secret. */
async function plain(membership: MembershipUnderTest) {
  const { persons, accounts } = await kept(membership)
  const [person, child] = [personId, childId].map((id) => persons.find(({ _id }) => String(_id) === id))
  const account = accounts.find(({ _id }) => String(_id) === accountId)
  const fields = membership.part(PrivateFields)
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  const step = membership.part(SecondFactorCodes).stepOf(accountId, account?.['secondFactor'].sealed, code, new Date())
  return {
    ...fields.opened(person as never),
    guardian: [fields.guardianName(childId, child?.['minor'].guardian), fields.guardianPhone(childId, child?.['minor'].guardian)],
    isCodeKnown: step !== undefined,
  }
}
const ALL = { phone: PHONE, identityNumber: IDENTITY_NUMBER, guardian: [guardian.name, guardian.phone], isCodeKnown: true }

/** The documents with what is sealed left out, and of their logs the last sequence alone: what is published and chained goes by itself. */
function unsealed({ persons, accounts }: typeof before): string {
  return JSON.stringify([...persons, ...accounts], (name, value: unknown) => {
    if (name === 'log') return (value as { seq: number }).seq
    return value && ['sealed', 'offeredFactor', 'guardian'].includes(name) ? 'sealed' : value
  })
}

test('an instance that knows the next key opens what another one seals by it already, and the other way round', async () => {
  const behind = await start({ FIELD_KEY: FIRST, NEXT_FIELD_KEY: SECOND })
  const ahead = await start(REPLACING)
  await nothingLeft(ahead)
  expect([await plain(behind), await plain(ahead)]).toEqual([ALL, ALL])
  expect(await remaining(behind)).toBeUndefined()
  const registered = await new PersonsUnderTest(behind).register({ name: '单明达', phone: '13900008001' })
  expect((await new PersonsUnderTest(ahead).unmask(registered)).data.unmaskPerson.phone).toBe('13900008001')
  await Promise.all([stop(behind), stop(ahead)])
})

test('what the previous key sealed is sealed anew, without a version or a fact more; then the new key alone opens all, and the old one nothing', async () => {
  await having({ FIELD_KEY: SECOND }, (membership) => putBack(membership))
  await having(REPLACING, async (membership) => {
    await nothingLeft(membership)
    const now = await kept(membership)
    const first = { persons: now.persons.filter(({ _id }) => before.persons.some((one) => one._id === _id)), accounts: now.accounts }
    expect(unsealed(first)).toBe(unsealed(before))
  })
  await having({ FIELD_KEY: SECOND }, async (membership) => {
    expect(await plain(membership)).toEqual(ALL)
    expect(await remaining(membership)).toBeUndefined()
    expect(Buffer.from(await (await readPaper(membership)).arrayBuffer()).equals(SCAN)).toBe(true)
  })
  await having({ FIELD_KEY: FIRST }, async (membership) => {
    await expect(plain(membership)).rejects.toThrow('opens with none of the keys that are set')
    const { errors } = await membership.ask(`{ person(id: "${personId}") { phone } }`)
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }])
    expect((await readPaper(membership)).status).toBe(500)
  })
})

test('what broke off half way goes on once the turn of the instance that died is over, and not before', async () => {
  await having({ FIELD_KEY: SECOND }, async (membership) => {
    await putBack(membership, (id) => id === personId || id === accountId)
    const turn = { holder: 'gone', until: new Date(Date.now() + 60_000) }
    await membership.database.collection('resealing').updateOne({ _id: 'state' as never }, { $set: turn })
  })
  await having(REPLACING, async (membership) => {
    await until(async () => (await remaining(membership)) !== undefined)
    expect(await remaining(membership)).toBe(2)
    expect(await plain(membership)).toEqual(ALL)
    await membership.database.collection('resealing').updateOne({ _id: 'state' as never }, { $set: { until: new Date(Date.now() - 1) } })
  })
  await having(REPLACING, nothingLeft)
  expect(await having({ FIELD_KEY: SECOND }, plain)).toEqual(ALL)
})

describe('while records are sealed anew', () => {
  const keys: FieldKeys = { FIELD_KEY: Buffer.from(SECOND, 'base64'), PREVIOUS_FIELD_KEY: Buffer.from(FIRST, 'base64') }

  test('pieces of scans are sealed anew, too; one that no key opens is named and left as it is', () =>
    having({ FIELD_KEY: SECOND }, async ({ database }) => {
      const pieces = database.collection<Piece>('paper_pieces')
      const sealed = (place: number, by: Buffer) => ({ _id: `x.${place}`, ...sealBytes({ FIELD_KEY: by }, `x.${place}`, SCAN) })
      const theirs = sealed(40, randomBytes(32))
      await pieces.insertMany([...Array.from({ length: 40 }, (_, place) => sealed(place, Buffer.from(FIRST, 'base64'))), theirs])
      expect(await countPiecesLeft(database, keys)).toBe(41)
      expect(await resealPieces(database, keys, () => Promise.resolve(false))).toEqual([])
      expect(await countPiecesLeft(database, keys)).toBe(41)
      expect(await resealPieces(database, keys, () => Promise.resolve(true))).toEqual(['paper_pieces/x.40'])
      expect(await countPiecesLeft(database, keys)).toBe(1)
      for await (const { _id, sealed: bytes } of pieces.find({ _id: { $regex: '^x' } }, { promoteBuffers: true }))
        if (_id !== theirs._id) expect(openBytes({ FIELD_KEY: keys.FIELD_KEY }, _id, bytes).equals(SCAN)).toBe(true)
      await pieces.deleteMany({ _id: { $regex: '^x' } })
    }))

  test('what a clerk puts right meanwhile stays', () =>
    having({ FIELD_KEY: SECOND }, async (membership) => {
      await putBack(membership)
      const correct = () =>
        membership.answer(
          'mutation ($commandId: ID!, $input: CorrectPersonInput!) { correctPerson(commandId: $commandId, input: $input) { version } }',
          { commandId: randomUUID(), input: { personId, phone: '13900008002' } },
        )
      const mayWrite = async () => {
        await correct()
        return true
      }
      expect(await reseal(membership.database, sealedOfPersons, keys, mayWrite)).toEqual([])
      const fields = membership.part(PrivateFields)
      const [person] = (await kept(membership)).persons.filter(({ _id }) => String(_id) === personId)
      expect(fields.opened(person as never)).toEqual({ phone: '13900008002', identityNumber: IDENTITY_NUMBER })
      expect(person?.['version']).toBe(2)
    }))

  test('nothing is written any more when another instance has taken over', () =>
    having({ FIELD_KEY: SECOND }, async (membership) => {
      await putBack(membership)
      const never = () => Promise.resolve(false)
      for (const places of [sealedOfPersons, sealedOfAccounts]) await reseal(membership.database, places, keys, never)
      expect((await kept(membership)).accounts).toEqual(before.accounts)
    }))

  test('what no key opens is named and left as it is, and keeps nothing else from it', () =>
    having({ FIELD_KEY: SECOND }, async (membership) => {
      await putBack(membership)
      const persons = membership.database.collection<{ _id: string }>('persons')
      const foreign = new PrivateFields({ FIELD_KEY: randomBytes(32), INDEX_KEY: randomBytes(32) }).seal(personId, 'phone', PHONE).sealed
      await persons.updateOne({ _id: personId }, { $set: { 'phone.sealed': foreign } })
      const always = () => Promise.resolve(true)
      expect(await reseal(membership.database, sealedOfPersons, keys, always)).toEqual([`persons/${personId} phone.sealed`])
      const person = (await persons.findOne({ _id: personId })) as mongo.Document | null
      expect(person?.['phone'].sealed).toBe(foreign)
      expect(
        new PrivateFields({ FIELD_KEY: keys.FIELD_KEY, INDEX_KEY: randomBytes(32) }).open(
          personId,
          'identityNumber',
          person?.['identityNumber'],
        ),
      ).toBe(IDENTITY_NUMBER)
    }))
})
