import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import type { Seat } from './appointments.domain'
import { aSeat, seatCreated, unitEstablished } from '../testing/builders'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const UNITS = 200
const PEOPLE = 8
const chairs = Array.from({ length: UNITS }, () => aSeat({ rank: 'CHAIR' }))
const viceChairs = chairs.map(({ unitId, bodyId }) => aSeat({ unitId, bodyId, places: 2 }))
const seats = [...chairs, ...viceChairs]
const people = Array.from({ length: PEOPLE }, () => randomUUID())
let membership: MembershipUnderTest

const REGISTER =
  'mutation ($commandId: ID!, $input: RegisterPersonInput!) { registerPerson(commandId: $commandId, input: $input) { mark } }'
const MAKE =
  'mutation ($commandId: ID!, $input: MakeAppointmentInput!) { makeAppointment(commandId: $commandId, input: $input) { appointment { id } } }'

async function give({ seatId }: Seat, person: number, said: object = {}): Promise<string> {
  const commandId = randomUUID()
  const post = { kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2022-01-01' }
  await membership.answer(MAKE, { commandId, input: { ...post, seatId, personId: people[person % PEOPLE], ...said } })
  return commandId
}

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  await membership.seen(await membership.log.publish([...chairs.map((seat) => unitEstablished(seat)), ...seats.map(seatCreated)]))
  await Promise.all(people.map((commandId, place) => membership.answer(REGISTER, { commandId, input: { name: `人员${place}` } })))
  await Promise.all(viceChairs.map((seat, place) => give(seat, place)))
  await give(first(chairs), 1, { from: '2022-02-01', until: '2024-01-01' })
}, 120_000)
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const entities = <Entity>(typename: string, ids: readonly string[], fields: string) =>
  membership
    .answer<{ _entities: Entity[] }>(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${typename} { ${fields} } } }`,
      {
        representations: ids.map((id) => ({ __typename: typename, id })),
      },
    )
    .then(({ _entities }) => _entities)

interface Held {
  holders: { person: { name: string }; seat: { id: string } }[]
}
const first = (all: readonly Seat[]) => all[0] ?? aSeat()

describe('200 units with their seats and holders', () => {
  const unitIds = chairs.map(({ unitId }) => unitId)
  const HOLDERS = 'holders(on: "2023-12-31") { person { name } seat { id } }'

  test('show who holds a seat on a day, the chair first', async () => {
    const units = await entities<Held>('Unit', unitIds, HOLDERS)
    expect(units[0]).toEqual({
      holders: [
        { person: { name: '人员1' }, seat: { id: first(chairs).seatId } },
        { person: { name: '人员0' }, seat: { id: first(viceChairs).seatId } },
      ],
    })
    expect(units.map(({ holders }) => holders.length)).toEqual([2, ...unitIds.slice(1).map(() => 1)])
  })

  test('are two reads: holdings, persons', async () => {
    expect(await membership.reads(() => entities('Unit', unitIds, HOLDERS))).toHaveLength(2)
  })

  test('seat by seat, with the vacant places, they are three reads: holdings, seats, persons', async () => {
    const seatIds = seats.map(({ seatId }) => seatId)
    const FIELDS = 'vacant holders { person { name } seat { id } } appointments { from until }'
    const asked = () => entities<{ vacant: number; holders: object[]; appointments: object[] }>('Seat', seatIds, FIELDS)
    const [chair, viceChair] = [(await asked())[0], (await asked())[UNITS]]
    expect(chair).toEqual({ vacant: 1, holders: [], appointments: [{ from: '2022-02-01', until: '2024-01-01' }] })
    expect(viceChair).toMatchObject({ vacant: 1, holders: [{ person: { name: '人员0' } }] })
    expect(await membership.reads(asked)).toHaveLength(3)
  })
})

test('a seat of which nothing is known here has no figure', async () => {
  expect(await entities('Seat', [randomUUID()], 'vacant holders { id }')).toEqual([{ vacant: null, holders: [] }])
})

test('the history of a seat is shown newest first', async () => {
  const seat = aSeat()
  await membership.seen(await membership.log.publish([unitEstablished(seat), seatCreated(seat)]))
  await give(seat, 2, { until: '2023-01-01' })
  await give(seat, 3, { from: '2023-01-01' })
  const [shown] = await entities('Seat', [seat.seatId], 'appointments { from }')
  expect(shown).toEqual({ appointments: [{ from: '2023-01-01' }, { from: '2022-01-01' }] })
})

test('a person’s posts are shown newest first', async () => {
  const [person = ''] = people
  const { person: shown } = await membership.answer<{ person: { appointments: { from: string; unit: { id: string } }[] } }>(
    'query ($id: ID!) { person(id: $id) { appointments { from unit { id } } } }',
    { id: person },
  )
  expect(shown.appointments).toHaveLength(UNITS / PEOPLE)
  await give(first(chairs), 0, { from: '2025-01-01' })
  const asked = await membership.answer<{ person: { appointments: { from: string }[] } }>(
    'query ($id: ID!) { person(id: $id) { appointments { from } } }',
    { id: person },
  )
  expect(asked.person.appointments[0]).toEqual({ from: '2025-01-01' })
})

test('who can have led an activity on a day is found by its units, by rank', async () => {
  const [one, two] = [first(chairs), aSeat({ unitId: randomUUID() })]
  const asked = (on: string) =>
    membership.answer<{ appointmentsHeld: object[] }>(
      'query ($unitIds: [ID!]!, $on: LocalDate!) { appointmentsHeld(unitIds: $unitIds, on: $on) { seat { id } } }',
      {
        unitIds: [one.unitId, two.unitId],
        on,
      },
    )
  expect((await asked('2023-12-31')).appointmentsHeld).toEqual([{ seat: { id: one.seatId } }, { seat: { id: first(viceChairs).seatId } }])
  expect((await asked('2024-01-01')).appointmentsHeld).toEqual([{ seat: { id: first(viceChairs).seatId } }])
})

test('appointments asked for by other services come in one read, in their order', async () => {
  const seat = aSeat({ places: 2 })
  await membership.seen(await membership.log.publish([unitEstablished(seat), seatCreated(seat)]))
  const [one, two] = [await give(seat, 0), await give(seat, 1, { from: '2023-01-01' })]
  const asked = () => entities('Appointment', [two, randomUUID(), one], 'id from held(on: "2022-06-01")')
  expect(await asked()).toEqual([{ id: two, from: '2023-01-01', held: false }, null, { id: one, from: '2022-01-01', held: true }])
  expect(await membership.reads(asked)).toHaveLength(1)
})

test('one appointment is found by its id, and none by another', async () => {
  const seat = aSeat()
  await membership.seen(await membership.log.publish([unitEstablished(seat), seatCreated(seat)]))
  const id = await give(seat, 2)
  const asked = (one: string) => membership.answer('query ($id: ID!) { appointment(id: $id) { id from } }', { id: one })
  expect(await asked(id)).toEqual({ appointment: { id, from: '2022-01-01' } })
  expect(await asked(randomUUID())).toEqual({ appointment: null })
})
