import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { aSeat, hospitalRegistered, seatCreated, unitEstablished } from '../testing/builders'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const hospital = randomUUID()
const nobody = randomUUID()
const chair = aSeat({ rank: 'CHAIR' })
const viceChairs = aSeat({
  unitId: chair.unitId,
  bodyId: chair.bodyId,
  places: 2,
  reservedHead: 'HOSPITAL_HEAD',
  kinds: ['PART_TIME_POST', 'SECONDMENT'],
})
let membership: MembershipUnderTest
let [li, wang, zhao] = ['', '', '']

const REGISTER =
  'mutation ($commandId: ID!, $input: RegisterPersonInput!) { registerPerson(commandId: $commandId, input: $input) { person { id } } }'
const FIELDS = 'id person { name } seat { id } unit { id } kind head { code name } basis paper from until endReason held'
const MAKE = `mutation ($commandId: ID!, $input: MakeAppointmentInput!) { makeAppointment(commandId: $commandId, input: $input) { appointment { ${FIELDS} } version mark } }`
const END = `mutation ($commandId: ID!, $input: EndAppointmentInput!) { endAppointment(commandId: $commandId, input: $input) { appointment { ${FIELDS} } } }`
const PREVIEW = `query ($input: MakeAppointmentInput!) { previewMakeAppointment(input: $input) { overlaps { seat { id } } placesLeft refusal message } }`

const register = async (input: object) =>
  (await membership.answer<{ registerPerson: { person: { id: string } } }>(REGISTER, { commandId: randomUUID(), input })).registerPerson
    .person.id
const make = (input: object, commandId = randomUUID()) =>
  membership.ask<{ makeAppointment: { appointment: { id: string } } }>(MAKE, { variables: { commandId, input: { ...post, ...input } } })
const post = { kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2022-01-01' }
const freshSeat = async (said: Parameters<typeof aSeat>[0] = {}) => {
  const seat = aSeat(said)
  await membership.seen(await membership.log.publish([unitEstablished(seat), seatCreated(seat)]))
  return seat.seatId
}

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  const facts = [hospitalRegistered(hospital), unitEstablished(chair), seatCreated(chair), seatCreated(viceChairs)]
  await membership.seen(await membership.log.publish(facts))
  li = await register({ name: '李长河', homeJob: { employerId: hospital, title: 'hospital-head', from: '2020-03-01' } })
  wang = await register({ name: '王立新' })
  zhao = await register({ name: '赵庆丰' })
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

test('a hospital head is given the vice-chair’s seat, and the fact carries what others count', async () => {
  const { data, errors } = await make({ seatId: viceChairs.seatId, personId: li, paper: '锡科协发〔2022〕1号' })
  expect(errors).toBeUndefined()
  const { appointment } = data.makeAppointment
  expect(appointment).toMatchObject({
    person: { name: '李长河' },
    seat: { id: viceChairs.seatId },
    unit: { id: chair.unitId },
    head: { code: 'HOSPITAL_HEAD' },
    paper: '锡科协发〔2022〕1号',
    from: '2022-01-01',
    until: '2026-06-01',
    held: true,
  })
  await until(async () => (await membership.log.read('membership.appointments')).length > 0)
  const [text = ''] = await membership.log.read('membership.appointments')
  expect(JSON.parse(text)).toMatchObject({
    unit: chair.unitId,
    data: {
      appointmentId: appointment.id,
      personId: li,
      head: 'HOSPITAL_HEAD',
      path: chair.path,
      serves: 'TOWN',
      term: 3,
      rank: 'VICE_CHAIR',
    },
  })
  expect(text).not.toContain('锡科协发')
})

test('two who ask for the last place at once: one gets it', async () => {
  const seatId = await freshSeat()
  const answers = await Promise.all([make({ seatId, personId: wang }), make({ seatId, personId: zhao })])
  expect(answers.flatMap(({ errors }) => errors ?? [])).toMatchObject([
    { extensions: { code: 'SEAT_FULL', family: 'CONFLICT', field: 'seatId' } },
  ])
})

test('twenty times the same command: one holding and twenty equal answers', async () => {
  const seatId = await freshSeat()
  const commandId = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => make({ seatId, personId: wang }, commandId)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]?.data.makeAppointment.appointment.id).toBe(commandId)
})

test.each([
  ['for another person', async (seatId: string) => ({ seatId, personId: zhao })],
  ['for another seat', async () => ({ seatId: await freshSeat(), personId: wang })],
])('the command’s id is not used again %s', async (_, other) => {
  const seatId = await freshSeat({ places: 2 })
  const commandId = randomUUID()
  await make({ seatId, personId: wang }, commandId)
  expect((await make(await other(seatId), commandId)).errors).toMatchObject([
    { extensions: { code: 'IDEMPOTENCY_KEY_REUSED', field: 'commandId' } },
  ])
})

describe('a seat is ended once, with its reason', () => {
  test('and its place is free from that day', async () => {
    const seatId = await freshSeat()
    const appointmentId = (await make({ seatId, personId: wang })).data.makeAppointment.appointment.id
    const input = { appointmentId, on: '2024-03-01', reason: 'TRANSFER' }
    const end = () => membership.ask<{ endAppointment: object }>(END, { variables: { commandId: randomUUID(), input } })
    expect((await end()).data.endAppointment).toMatchObject({
      appointment: { id: appointmentId, until: '2024-03-01', endReason: 'TRANSFER', held: false },
    })
    expect((await end()).errors).toMatchObject([{ extensions: { code: 'APPOINTMENT_ENDED_ALREADY', value: '2024-03-01' } }])
    expect((await make({ seatId, personId: zhao, from: '2024-03-01' })).errors).toBeUndefined()
  })

  test('one that there is not is not ended', async () => {
    const variables = { commandId: randomUUID(), input: { appointmentId: randomUUID(), on: '2024-03-01', reason: 'DEATH' } }
    expect((await membership.ask(END, { variables })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', field: 'appointmentId' } }])
  })
})

describe('refused with one code, the field, the rule and the way out; nothing is stored', () => {
  const holdings = () =>
    membership.database
      .collection('appointments')
      .find({}, { projection: { version: 1, held: 1 } })
      .toArray()
  const cases: [string, string, () => object][] = [
    ['SEAT_UNKNOWN', 'seatId', () => ({ seatId: nobody, personId: wang })],
    ['PERSON_UNKNOWN', 'personId', () => ({ seatId: chair.seatId, personId: nobody })],
    ['HOLDING_KIND_NOT_ALLOWED', 'kind', () => ({ seatId: viceChairs.seatId, personId: li, kind: 'FULL_TIME_OFFICE' })],
    ['RESERVED_HEAD_NOT_MET', 'personId', () => ({ seatId: viceChairs.seatId, personId: wang })],
    ['APPOINTMENT_OUTSIDE_TERM', 'from', () => ({ seatId: chair.seatId, personId: wang, from: '2021-05-31' })],
    ['APPOINTMENT_OUTSIDE_TERM', 'until', () => ({ seatId: chair.seatId, personId: wang, until: '2026-06-02', kind: 'FULL_TIME_OFFICE' })],
    ['APPOINTMENT_ENDS_BEFORE_IT_STARTS', 'until', () => ({ seatId: chair.seatId, personId: wang, until: '2022-01-01' })],
    [
      'UNIT_NOT_IN_FORCE',
      'from',
      () => ({ seatId: chair.seatId, personId: wang, kind: 'SECONDMENT', from: '2018-06-10', until: '2019-01-01' }),
    ],
    ['TEXT_TOO_LONG', 'paper', () => ({ seatId: chair.seatId, personId: wang, paper: '号'.repeat(61) })],
  ]

  test.each(cases)('%s (%s), and the preview says the same', async (code, field, input) => {
    const before = await holdings()
    const { errors } = await make(input())
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/.{10}/), extensions: { code, field, hint: expect.stringMatching(/.{10}/) } },
    ])
    const { previewMakeAppointment: preview } = await membership.answer<{ previewMakeAppointment: object }>(PREVIEW, {
      input: { ...post, ...input() },
    })
    expect(preview).toMatchObject({ refusal: code, message: errors?.[0]?.message })
    expect(await holdings()).toEqual(before)
  })
})

test('before saving, other posts of the same time and the places left are told, and several posts are allowed', async () => {
  const zhao = await register({ name: '赵晚成' })
  const [first, second] = [await freshSeat({ places: 3 }), await freshSeat({ places: 3 })]
  await make({ seatId: first, personId: zhao, from: '2023-01-01', until: '2024-01-01' })
  await make({ seatId: first, personId: wang })
  await make({ seatId: second, personId: wang, from: '2023-01-01' })
  const preview = (input: object) => membership.answer(PREVIEW, { input: { ...post, seatId: second, personId: zhao, ...input } })
  const nothingAgainst = { refusal: null, message: null }
  expect(await preview({ from: '2023-12-31' })).toEqual({
    previewMakeAppointment: { overlaps: [{ seat: { id: first } }], placesLeft: 2, ...nothingAgainst },
  })
  expect(await preview({ from: '2024-01-01' })).toEqual({
    previewMakeAppointment: { overlaps: [], placesLeft: 2, ...nothingAgainst },
  })
  expect((await make({ seatId: second, personId: zhao, from: '2023-06-01' })).errors).toBeUndefined()
})
