import { randomUUID } from 'node:crypto'
import type { Grant } from '@sizhang/service-kit'
import { engines, freshNames } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { aSeat, hospitalRegistered, PATH, seatCreated, unitEstablished } from './testing/builders'
import { MembershipUnderTest } from './testing/service'

const names = freshNames()
let membership: MembershipUnderTest

const OWN = PATH
const FOREIGN = ['320200', '320205', '320205002']
const COUNTY = ['320200', '320205']
const [ownSeat, foreignSeat] = [aSeat({ path: OWN }), aSeat({ path: FOREIGN })]
const [ownHospital, foreignHospital, countyHospital] = [randomUUID(), randomUUID(), randomUUID()]
/** Persons by where they work; the one who comes from the county holds a seat in her street. */
const [own, foreign, posted, unplaced] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const [ownPost, foreignPost] = [randomUUID(), randomUUID()]

const granted = (within: Grant['within'], role = 'TOWN_SECRETARY'): Grant => ({ role, within, from: '2021-01-01', until: null })
const secretary = { grants: [granted({ kind: 'AREA', code: OWN.at(-1) ?? '' })], account: 'secretary' }
const unitClerk = { grants: [granted({ kind: 'UNIT', id: ownSeat.unitId }, 'UNIT_CLERK')], account: 'unit-clerk' }

const command = (name: string, input: object, as = {}, commandId = randomUUID() as string) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const query = `mutation ($commandId: ID!, $input: ${type}!) { ${name}(commandId: $commandId, input: $input) { mark } }`
  return membership.ask<Record<string, { mark: string }>>(query, { ...as, variables: { commandId, input } })
}
const homeJob = (employerId: string) => ({ employerId, title: 'hospital-head', from: '2020-01-01' })
const appointment = { kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2022-01-01' }

async function done(name: string, input: object, commandId: string): Promise<string> {
  const { data, errors } = await command(name, input, {}, commandId)
  expect(errors).toBeUndefined()
  return data[name]?.mark ?? ''
}

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  const hospitals = [
    hospitalRegistered(ownHospital),
    hospitalRegistered(foreignHospital, { area: FOREIGN.at(-1) ?? '', path: FOREIGN }),
    hospitalRegistered(countyHospital, { level: 'COUNTY', area: '320205', path: COUNTY }),
  ]
  const seats = [ownSeat, foreignSeat]
  await membership.seen(
    await membership.log.publish([...hospitals, ...seats.map((seat) => unitEstablished(seat)), ...seats.map(seatCreated)]),
  )
  await done('registerPerson', { name: '单本街', homeJob: homeJob(ownHospital) }, own)
  await done('registerPerson', { name: '单邻街', homeJob: homeJob(foreignHospital) }, foreign)
  await done('registerPerson', { name: '单县里', homeJob: homeJob(countyHospital) }, posted)
  await done('registerPerson', { name: '单无业' }, unplaced)
  const marks = [
    await done('makeAppointment', { ...appointment, seatId: ownSeat.seatId, personId: posted }, ownPost),
    await done('makeAppointment', { ...appointment, seatId: foreignSeat.seatId, personId: foreign }, foreignPost),
  ]
  await membership.seen(marks)
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const reference = (type: string, id: string, fields: string) =>
  `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { ${fields} } } }`

test.each([
  ['persons', '{ persons { nodes { id } } }', [own, posted]],
  ['persons of the next street', `{ persons(within: "${FOREIGN.at(-1)}") { nodes { id } } }`, []],
  ['persons by name', '{ persons(search: "单") { nodes { id } } }', [own, posted]],
  ['a person of the next street', `{ person(id: "${foreign}") { id } }`, []],
  ['the same by reference', reference('Person', foreign, 'id name'), []],
  ['one who holds a post in her street', `{ person(id: "${posted}") { id } }`, [posted]],
  ['one who works nowhere', `{ person(id: "${unplaced}") { id } }`, []],
  ['a foreign employer’s staff', reference('Employer', foreignHospital, 'staff { id }'), []],
  ['her own employer’s staff', reference('Employer', ownHospital, 'staff { id }'), [own]],
  ['a foreign appointment', `{ appointment(id: "${foreignPost}") { id } }`, []],
  ['her own appointment', `{ appointment(id: "${ownPost}") { id person { id } } }`, [ownPost, posted]],
  ['a foreign appointment by reference', reference('Appointment', foreignPost, 'id from'), []],
  ['appointments held in a foreign unit', `{ appointmentsHeld(unitIds: ["${foreignSeat.unitId}"], on: "2023-01-01") { id } }`, []],
  ['the holders of a foreign seat', reference('Seat', foreignSeat.seatId, 'holders(on: "2023-01-01") { id }'), []],
  ['the history of a foreign seat', reference('Seat', foreignSeat.seatId, 'appointments { id }'), []],
  ['the holders of a foreign unit', reference('Unit', foreignSeat.unitId, 'holders(on: "2023-01-01") { id }'), []],
  ['a foreign body’s structure', reference('Body', foreignSeat.bodyId, 'structure(on: "2023-01-01") { code }'), []],
  ['a person’s posts', `{ person(id: "${posted}") { appointments { id } } }`, [ownPost]],
])('a secretary finds who works or holds a post in her street: %s', async (_, query, expected) => {
  const { data, errors } = await membership.ask(query, secretary)
  expect(errors).toBeUndefined()
  expect(new Set(JSON.stringify(data).match(/[0-9a-f-]{36}/g) ?? [])).toEqual(new Set(expected))
})

test('a clerk of one unit finds those who hold posts in it', async () => {
  const { data, errors } = await membership.ask<{ persons: unknown }>('{ persons { nodes { id } } }', unitClerk)
  expect(errors).toBeUndefined()
  expect(data.persons).toEqual({ nodes: [{ id: posted }] })
})

test('of a foreign seat she is not told how many places are free, nor what an appointment to it would meet', async () => {
  const asked = `{ found: _entities(representations: [{ __typename: "Seat", id: "${foreignSeat.seatId}" }]) { ... on Seat { vacant(on: "2023-01-01") vacancies(on: "2023-01-01") { days } } } }`
  expect((await membership.ask(asked, secretary)).data).toEqual({ found: [{ vacant: null, vacancies: null }] })
  const preview = 'query ($input: MakeAppointmentInput!) { previewMakeAppointment(input: $input) { placesLeft refusal } }'
  const input = { ...appointment, seatId: foreignSeat.seatId, personId: own }
  const { data } = await membership.ask(preview, { ...secretary, variables: { input } })
  expect(data).toEqual({ previewMakeAppointment: { placesLeft: 0, refusal: 'SEAT_UNKNOWN' } })
})

const stored = () =>
  Promise.all(
    ['persons', 'appointments'].map((name) =>
      membership.database
        .collection(name)
        .find({}, { projection: { version: 1 } })
        .sort({ _id: 1 })
        .toArray(),
    ),
  )

test.each([
  ['registerPerson', { name: '单又一', homeJob: homeJob(foreignHospital) }, 'FORBIDDEN'],
  ['registerPerson', { name: '单又一' }, 'FORBIDDEN'],
  ['correctPerson', { personId: foreign, name: '单改名' }, 'NOT_FOUND'],
  ['correctPerson', { personId: own, homeJob: { ...homeJob(foreignHospital), from: '2025-01-01' } }, 'FORBIDDEN'],
  ['makeAppointment', { ...appointment, seatId: foreignSeat.seatId, personId: own }, 'SEAT_UNKNOWN'],
  ['makeAppointment', { ...appointment, seatId: ownSeat.seatId, personId: foreign }, 'PERSON_UNKNOWN'],
  ['endAppointment', { appointmentId: foreignPost, on: '2023-01-01', reason: 'RECALL' }, 'NOT_FOUND'],
])('%s beyond her street is refused, and nothing is stored', async (name, input, code) => {
  const before = await stored()
  expect((await command(name, input, secretary)).errors).toMatchObject([{ extensions: { code } }])
  expect(await stored()).toEqual(before)
})

test('she registers, corrects and appoints who works in her street', async () => {
  const personId = randomUUID()
  expect((await command('registerPerson', { name: '单新来', homeJob: homeJob(ownHospital) }, secretary, personId)).errors).toBeUndefined()
  expect((await command('correctPerson', { personId, name: '单新到' }, secretary)).errors).toBeUndefined()
  expect((await command('correctPerson', { personId: posted, name: '单县上' }, secretary)).errors).toBeUndefined()
  const ended = await command('endAppointment', { appointmentId: ownPost, on: '2023-01-01', reason: 'RECALL' }, secretary)
  expect(ended.errors).toBeUndefined()
  const made = await command('makeAppointment', { ...appointment, from: '2024-01-01', seatId: ownSeat.seatId, personId }, secretary)
  expect(made.errors).toBeUndefined()
})

test('who held a post stays known where it was held, and is put right there no more', async () => {
  const { errors } = await command('correctPerson', { personId: posted, name: '单旧任' }, secretary)
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  await until(async () => {
    const { data } = await membership.ask<{ person: { id: string } | null }>(`{ person(id: "${posted}") { id } }`, secretary)
    return data.person?.id === posted
  })
})

test('whoever works in no place known is for those alone who may see every place', async () => {
  const { data } = await membership.ask<{ person: { id: string } | null }>(`{ person(id: "${unplaced}") { id } }`)
  expect(data.person?.id).toBe(unplaced)
})
