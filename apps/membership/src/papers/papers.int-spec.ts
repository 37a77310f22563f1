import { createHash, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import type { Grant } from '@sizhang/service-kit'
import { overOneLine, until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { Clearing } from '../paper-files/clearing'
import { MOST_BYTES } from '../paper-files/paper-kinds.domain'
import { PiecesStore } from '../paper-files/pieces.store'
import { PATH } from '../testing/builders'
import { aScan, conditionNoted, foundingFacts, PapersUnderTest } from '../testing/papers'
import { PersonsUnderTest } from '../testing/persons'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const MEBIBYTE = 1024 * 1024
const FOREIGN = ['320200', '320206', '320206001']
const [founding, foreign, unit, note] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const granted = (role: string, within: Grant['within']) => ({ grants: [{ role, within, from: '2021-01-01', until: null }], account: role })
const secretary = granted('TOWN_SECRETARY', { kind: 'AREA', code: PATH.at(-1) ?? '' })
const clerk = granted('UNIT_CLERK', { kind: 'UNIT', id: unit })
/** One who reads papers there, and no foundings. */
const clerkOfAll = granted('UNIT_CLERK', { kind: 'AREA', code: PATH.at(-1) ?? '' })
const analyst = granted('ANALYST', { kind: 'EVERYWHERE' })
const step = (id = founding, record = '2') => ({ subject: 'FOUNDING', id, record })
let membership: MembershipUnderTest
let papers: PapersUnderTest

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  papers = new PapersUnderTest(membership)
  const facts = [...foundingFacts(founding), ...foundingFacts(foreign, FOREIGN), conditionNoted(unit, note)]
  await membership.seen(await membership.log.publish(facts, 2))
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const entries = (filter: object) => membership.database.collection('audit').countDocuments(filter)
const paperOf = async (id: string, paperId: string) => (await papers.of('Founding', id))?.find((one) => one.id === paperId)
const drop = (body: Buffer) =>
  new ReadableStream({
    start(controller) {
      for (let from = 0; from < body.length; from += 10_000) controller.enqueue(body.subarray(from, from + 10_000))
      controller.close()
    },
  })

test('a scan of many pieces comes back byte for byte, to be saved and never shown, and each reading stands in the audit first', async () => {
  const body = aScan(3 * MEBIBYTE + 7)
  const id = await papers.attach(founding, body, { fileName: '章程（草案）.pdf' })
  expect(await paperOf(founding, id)).toMatchObject({ title: '章程（草案）', kind: 'PDF', size: body.length, record: '2', withdrawn: null })
  const answer = await papers.read(id, secretary)
  expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true)
  const told = ['content-type', 'content-length', 'cache-control', 'x-content-type-options', 'content-security-policy'].map((name) =>
    answer.headers.get(name),
  )
  expect(told).toEqual(['application/pdf', String(body.length), 'no-store', 'nosniff', "default-src 'none'; sandbox"])
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="paper.pdf"; filename*=UTF-8''${encodeURIComponent('章程（草案）.pdf').replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}`,
  )
  expect(await entries({ action: 'readPaper', kind: 'papers', record: id, account: 'TOWN_SECRETARY' })).toBe(1)
})

test('nothing of a scan, its name or its file’s name lies in plain in the database, or in a fact', async () => {
  const body = Buffer.concat([aScan(50), Buffer.from('李四的身份证号'), aScan(600_000)])
  await papers.attach(founding, body, { fileName: '李四的名单.pdf' })
  const collections = await membership.database.listCollections({}, { nameOnly: true }).toArray()
  for (const { name } of collections)
    for await (const document of membership.database.collection(name).find({}, { raw: true }) as unknown as AsyncIterable<Buffer>)
      expect([name, document.includes('李四')]).toEqual([name, false])
  expect(await membership.log.read('membership.papers')).toEqual([])
})

test('sent twice, and by two at once, it is there once, and nothing is left of the other', async () => {
  const [body, before] = [aScan(400_000), await papers.pieces()]
  const sent = await Promise.all([papers.send(step(), body), papers.send(step(), body), papers.send(step(), body)])
  const again = await papers.send(step(), drop(body) as unknown as Buffer, { fileName: '另一个名字.pdf' })
  expect(new Set([...sent, again].map((one) => `${one.status} ${one.body.paperId}`)).size).toBe(1)
  const id = again.body.paperId ?? ''
  expect((await papers.of('Founding', founding))?.filter((one) => one.id === id)).toHaveLength(1)
  expect(await papers.pieces()).toBe(before + 3)
  const elsewhere = await papers.attach(founding, body, { record: '1' })
  expect(elsewhere).not.toBe(id)
})

test.each([
  ['too large, as it says before', () => Buffer.alloc(MOST_BYTES + 1, '%PDF-'), {}, 413, 'PAPER_TOO_LARGE'],
  ['too large, as is found', () => drop(Buffer.concat([aScan(MOST_BYTES), Buffer.from('x')])), {}, 413, 'PAPER_TOO_LARGE'],
  ['no scan by its first bytes', () => Buffer.from('<html><script>alert(1)</script>'), {}, 400, 'PAPER_KIND_UNKNOWN'],
  ['empty', () => drop(Buffer.alloc(0)), {}, 400, 'PAPER_EMPTY'],
  ['without a name', () => aScan(), { 'content-disposition': 'attachment' }, 400, 'PAPER_NAME_MISSING'],
  ['in a form', () => aScan(), { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'FILE_MEDIA_TYPE'],
] as const)('a file that is %s is refused with the way out, and nothing of it stays', async (_, body, headers, status, code) => {
  const before = await papers.pieces()
  const answer = await papers.send(step(), body() as Buffer, { headers })
  expect(answer).toMatchObject({ status, body: { error: { code, hint: expect.any(String) } } })
  expect(await papers.pieces()).toBe(before)
})

test('a file that is refused by its first bytes holds up nobody: the line takes the next request', async () => {
  const headers = {
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''a.pdf",
    authorization: await membership.authorization(),
  }
  const path = `/files/papers?${new URLSearchParams(step()).toString()}`
  const statuses = await overOneLine(membership.url, [
    { method: 'POST', path, headers, body: 'x'.repeat(8 * MEBIBYTE) },
    { method: 'GET', path: '/health/live' },
  ])
  expect(statuses).toEqual([400, 200])
})

test('ten hang on one record, the eleventh is refused before it is read; two that come at once do not make eleven', async () => {
  const id = randomUUID()
  await membership.seen(await membership.log.publish(foundingFacts(id)))
  for (let count = 0; count < 9; count += 1) await papers.attach(id)
  const two = await Promise.all([papers.send(step(id), aScan()), papers.send(step(id), aScan())])
  expect(two.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(await papers.send(step(id), aScan())).toMatchObject({ status: 409, body: { error: { code: 'PAPERS_TOO_MANY' } } })
  expect(await papers.of('Founding', id)).toHaveLength(10)
})

test('an upload that breaks off leaves nothing; what a dead process left is cleared later, and of what became a paper nothing', async () => {
  const before = await papers.pieces()
  const { port, hostname } = new URL(membership.url)
  const socket = connect(Number(port), hostname)
  const token = await membership.authorization()
  const head = [
    `POST /files/papers?subject=FOUNDING&id=${founding}&record=2 HTTP/1.1`,
    `host: ${hostname}`,
    `authorization: ${token}`,
    'content-type: application/octet-stream',
    "content-disposition: attachment; filename*=UTF-8''a.pdf",
    'content-length: 2000000',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  socket.write(aScan(900_000))
  await until(async () => (await papers.pieces()) > before + 1)
  socket.destroy()
  await until(async () => (await papers.pieces()) === before)

  const kept = await papers.attach(founding, aScan(300_000))
  const pieces = membership.database.collection<{ _id: string }>('paper_pieces')
  const long = new Date(Date.now() - 2 * 3_600_000)
  await pieces.insertMany([{ _id: 'dead.0000', begunAt: long }, { _id: 'dead.0001' }] as never)
  await pieces.updateMany({ _id: { $regex: /\.0000$/ } }, { $set: { begunAt: long } })
  const count = await papers.pieces()
  await membership.part(Clearing).clear()
  expect([await papers.pieces(), await pieces.countDocuments({ begunAt: { $exists: true } })]).toEqual([count - 2, 0])
  expect((await papers.read(kept)).status).toBe(200)
})

test('what is beyond the reach is not there, to be read or to have something attached; nor is it without the right to its founding', async () => {
  const id = await papers.attach(foreign)
  expect([(await papers.read(id, secretary)).status, await papers.of('Founding', foreign, secretary)]).toEqual([404, []])
  expect(await entries({ action: 'papers.read', record: id, refusal: 'FORBIDDEN' })).toBe(1)
  expect(await papers.send(step(foreign), aScan(), { as: secretary })).toMatchObject({ status: 404 })
  expect((await papers.withdraw(id, secretary)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
  expect((await papers.read(id, analyst)).status).toBe(403)
  const own = await papers.attach(founding)
  expect([(await papers.read(own, clerkOfAll)).status, await papers.of('Founding', founding, clerkOfAll)]).toEqual([404, []])
  expect(await papers.send(step(foreign), aScan(), { as: analyst })).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } })
})

test('a unit’s clerk attaches to a note of the unit, and has nothing to do with the founding of the same id', async () => {
  const place = { subject: 'UNIT', id: unit, record: note }
  expect(await papers.send(place, aScan(), { as: clerk })).toMatchObject({ status: 201 })
  expect(await papers.of('Unit', unit, clerk)).toMatchObject([{ record: note, attachedBy: 'UNIT_CLERK' }])
  await membership.seen(await membership.log.publish(foundingFacts(unit)))
  await papers.attach(unit)
  expect(await papers.of('Founding', unit, clerk)).toEqual([])
  expect(await papers.send(step(unit), aScan(), { as: clerk })).toMatchObject({ status: 404 })
})

test('to a record that nobody made nothing is attached; one that is heard of a moment later is waited for', async () => {
  expect(await papers.send(step(founding, '7'), aScan())).toMatchObject({ status: 404, body: { error: { code: 'PAPER_RECORD_UNKNOWN' } } })
  const id = randomUUID()
  const [sent] = await Promise.all([papers.send(step(id), aScan()), membership.log.publish(foundingFacts(id))])
  expect(sent.status).toBe(201)
})

test('taken back, its bytes and its name are gone for good, that it was there stays, and it does not come back', async () => {
  const [body, before] = [aScan(600_000), await papers.pieces()]
  const id = await papers.attach(founding, body)
  const commandId = randomUUID()
  for (let times = 0; times < 2; times += 1) {
    const { data, errors } = await papers.withdraw(id, secretary, commandId)
    expect(errors).toBeUndefined()
    expect(data.withdrawPaper.paper).toMatchObject({
      title: null,
      fileName: null,
      withdrawn: { by: 'TOWN_SECRETARY', reason: 'WRONG_FILE' },
    })
  }
  expect(await papers.pieces()).toBe(before)
  expect((await papers.read(id)).status).toBe(409)
  expect(await papers.send(step(), body)).toMatchObject({ status: 409, body: { error: { code: 'PAPER_WITHDRAWN' } } })
  expect(await papers.pieces()).toBe(before)
  await until(async () => (await membership.log.read('membership.papers')).length === 1)
  const [fact = ''] = await membership.log.read('membership.papers')
  expect((JSON.parse(fact) as { data: object }).data).toEqual({ recordId: expect.any(String), paperId: id, reason: 'WRONG_FILE' })
})

test('a process that dies between taking back and deleting leaves nothing for long', async () => {
  const id = await papers.attach(founding)
  const before = await papers.pieces()
  const stored = membership.database.collection('papers')
  const { upload } = (await stored.findOne({ 'papers.id': id }))?.['papers'].find((one: { id: string }) => one.id === id) as {
    upload: string
  }
  await stored.updateOne({ 'papers.id': id }, { $push: { clearing: upload } } as never)
  await membership.part(Clearing).clear()
  expect(await papers.pieces()).toBe(before - 2)
  expect(await stored.countDocuments({ clearing: upload })).toBe(0)
})

test('a piece that was changed, moved or taken away breaks the download off', async () => {
  const body = aScan(600_000)
  const [first, second] = [await papers.attach(founding, body), await papers.attach(founding, aScan(600_000))]
  const pieces = membership.database.collection<{ _id: string; sealed: unknown }>('paper_pieces')
  const record = await membership.database.collection('papers').findOne({ 'papers.id': first })
  const uploadOf = (id: string) => record?.['papers'].find((one: { id: string }) => one.id === id).upload as string
  const moved = await pieces.findOne({ _id: `${uploadOf(first)}.0002` })
  await pieces.updateOne({ _id: `${uploadOf(second)}.0002` }, { $set: { sealed: moved?.sealed } })
  await expect(papers.read(second).then((answer) => answer.arrayBuffer())).rejects.toThrow()
  await pieces.deleteOne({ _id: `${uploadOf(first)}.0003` })
  await expect(papers.read(first).then((answer) => answer.arrayBuffer())).rejects.toThrow()
  const all = async () => {
    for await (const piece of membership.part(PiecesStore).read({ upload: uploadOf(first), size: body.length }))
      expect(piece.length).toBeGreaterThan(0)
  }
  await expect(all()).rejects.toThrow(`a paper lacks pieces: 524288 of ${body.length} bytes are there`)
})

test('whom a scan names is marked when it is attached or later; the person finds it, and so does whoever erases the person', async () => {
  const persons = new PersonsUnderTest(membership)
  const person = await persons.register({ name: '单明远' })
  const id = await papers.attach(founding, aScan(), { names: [person] })
  const other = await papers.attach(foreign)
  const mark =
    'mutation ($commandId: ID!, $input: MarkPersonsInPaperInput!) { markPersonsInPaper(commandId: $commandId, input: $input) { paper { names { id } } } }'
  const marked = await membership.ask(mark, { variables: { commandId: randomUUID(), input: { paperId: other, personIds: [person] } } })
  expect(marked.data).toEqual({ markPersonsInPaper: { paper: { names: [{ id: person }] } } })
  const unknown = await membership.ask(mark, {
    variables: { commandId: randomUUID(), input: { paperId: other, personIds: [randomUUID()] } },
  })
  expect(unknown.errors).toMatchObject([{ extensions: { code: 'PERSON_UNKNOWN' } }])

  const preview = `{ previewErasePerson(personId: "${person}") { papers { id founding { id } } papersBeyond } }`
  const everything = {
    papers: [
      { id, founding: { id: founding } },
      { id: other, founding: { id: foreign } },
    ],
    papersBeyond: 0,
  }
  expect((await membership.answer<{ previewErasePerson: object }>(preview)).previewErasePerson).toEqual(everything)
  const account = await persons.invite(person, 'shan.mingyuan', '单明远')
  const mine = await membership.ask<{ myData: { papers: { id: string }[] } }>('{ myData { papers { id title } } }', { account, grants: [] })
  expect(mine.data.myData.papers).toHaveLength(2)

  const erase = 'mutation ($commandId: ID!, $input: ErasePersonInput!) { erasePerson(commandId: $commandId, input: $input) { mark } }'
  await membership.answer(erase, { commandId: randomUUID(), input: { personId: person, ground: 'PURPOSE_MET' } })
  expect((await membership.answer<{ previewErasePerson: object }>(preview)).previewErasePerson).toEqual(everything)
  await papers.withdraw(id)
  expect((await membership.answer<{ previewErasePerson: object }>(preview)).previewErasePerson).toMatchObject({ papers: [{ id: other }] })
})

test('what a scan is, is told by its content', async () => {
  const body = aScan(5_000)
  const answer = await papers.send(step(), body, { headers: { 'content-type': 'image/png' }, fileName: 'scan.png' })
  expect(answer.body).toMatchObject({ kind: 'PDF', size: 5_000, sha256: createHash('sha256').update(body).digest('hex') })
  expect((await papers.read(answer.body.paperId ?? '')).headers.get('content-disposition')).toContain('scan.png.pdf')
})
