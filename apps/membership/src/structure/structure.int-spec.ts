import { randomUUID } from 'node:crypto'
import { BodyEnded, TermEndedEarly } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { aSeat, hospitalRegistered, seatCreated, unitEstablished } from '../testing/builders'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const hospital = randomUUID()
const chair = aSeat({ rank: 'CHAIR' })
const { unitId, bodyId, unitType, serves, path } = chair
const vice = aSeat({ unitId, bodyId, places: 4 })
const group = aSeat({ unitId, rank: 'GROUP_MEMBER', term: 1, termFrom: '2018-06-11', termUntil: '9999-12-31' })
let membership: MembershipUnderTest

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  const facts = [hospitalRegistered(hospital), unitEstablished(chair), ...[chair, vice, group].map(seatCreated)]
  await membership.seen(await membership.log.publish(facts))
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const register = async (input: object) => {
  const command =
    'mutation ($commandId: ID!, $input: RegisterPersonInput!) { registerPerson(commandId: $commandId, input: $input) { mark } }'
  const commandId = randomUUID()
  await membership.answer(command, { commandId, input })
  return commandId
}
const make = (seatId: string, personId: string, said: object = {}) => {
  const command =
    'mutation ($commandId: ID!, $input: MakeAppointmentInput!) { makeAppointment(commandId: $commandId, input: $input) { appointment { until } } }'
  const post = { kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2022-01-01' }
  return membership.ask<{ makeAppointment: { appointment: { until: string } } }>(command, {
    variables: { commandId: randomUUID(), input: { ...post, seatId, personId, ...said } },
  })
}
const found = async (type: string, id: string, fields: string) => {
  const asked = `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { ${fields} } } }`
  return (await membership.answer<{ _entities: unknown[] }>(asked))._entities[0]
}
const codes = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.map(({ extensions }) => extensions.code)

test('a town’s body tells whether each head sits in it, with those whose home job is not known counted apart; of another body nothing is known', async () => {
  const head = await register({ name: '甲一', homeJob: { employerId: hospital, title: 'hospital-head', from: '2020-03-01' } })
  for (const person of [head, await register({ name: '乙二' })]) expect(codes(await make(vice.seatId, person))).toBeUndefined()
  const FIELDS = 'structure(on: "2023-01-01") { code state counted least unknown of isShare }'
  expect(await found('Body', bodyId, FIELDS)).toEqual({
    structure: [{ code: 'town-each-head', state: 'NOT_MET', counted: 1, least: 4, unknown: 1, of: 2, isShare: false }],
  })
  expect(await found('Body', group.bodyId, FIELDS)).toEqual({ structure: [] })
  expect(await found('Body', randomUUID(), FIELDS)).toEqual({ structure: null })
})

test('each vacant place of a seat tells since when', async () => {
  const since = async (day: string) => found('Seat', vice.seatId, `vacancies(on: "${day}") { since days }`)
  expect(await since('2021-06-11')).toEqual({ vacancies: Array(4).fill({ since: '2021-06-01', days: 10 }) })
  expect(await since('2022-01-01')).toEqual({ vacancies: Array(2).fill({ since: '2021-06-01', days: 214 }) })
  expect(await found('Seat', randomUUID(), 'vacancies { since }')).toEqual({ vacancies: null })
})

test('in a group a post has no end; once the group is ended, nobody is given one beyond that day, not even a secondment', async () => {
  const [first, second] = [await register({ name: '丙三' }), await register({ name: '丁四' })]
  const made = await make(group.seatId, first)
  expect(made.data.makeAppointment.appointment.until).toBe('9999-12-31')
  const ended = BodyEnded.of({ bodyId: group.bodyId, unitId, unitType, serves, path, term: 1, on: '2025-01-01' })
  await membership.seen(await membership.log.publish([ended]))
  const sent = { kind: 'SECONDMENT', basis: 'SENDING', from: '2025-02-01', until: '2026-02-01' }
  expect(codes(await make(group.seatId, second, sent))).toEqual(['APPOINTMENT_OUTSIDE_TERM'])
})

test('once a term ended early, its seats are given until that day; a secondment is not bound to it', async () => {
  const person = await register({ name: '戊五' })
  const early = TermEndedEarly.of({ bodyId, unitId, unitType, serves, path, term: 3, from: '2021-06-01', until: '2025-03-01' })
  await membership.seen(await membership.log.publish([early]))
  expect(codes(await make(chair.seatId, person, { until: '2026-06-01' }))).toEqual(['APPOINTMENT_OUTSIDE_TERM'])
  const sent = { kind: 'SECONDMENT', basis: 'SENDING', until: '2025-06-01' }
  expect(codes(await make(chair.seatId, person, sent))).toBeUndefined()
})
