import { randomUUID } from 'node:crypto'
import { topics } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { testEveryField, until } from '@sizhang/service-kit/testing'
import { aSeat, hospitalRegistered, seatCreated, unitEstablished } from './testing/builders'
import { MembershipUnderTest } from './testing/service'

const names = freshNames()
const [seat, employerId, personId] = [aSeat(), randomUUID(), randomUUID()]
const [PHONE, OTHER_PHONE, IDENTITY_NUMBER, OTHER_NUMBER] = ['13912345678', '051087654321', '320200190001010012', '32020019000101008X']
const planted = [PHONE, OTHER_PHONE, IDENTITY_NUMBER, OTHER_NUMBER]
const logged: string[] = []
let membership: MembershipUnderTest

const PERSON = 'person { id name phone identityNumber }'
const REGISTER = `mutation ($commandId: ID!, $input: RegisterPersonInput!) { registerPerson(commandId: $commandId, input: $input) { ${PERSON} } }`
const CORRECT = `mutation ($commandId: ID!, $input: CorrectPersonInput!) { correctPerson(commandId: $commandId, input: $input) { ${PERSON} } }`
const UNMASK = 'mutation ($commandId: ID!, $input: UnmaskPersonInput!) { unmaskPerson(commandId: $commandId, input: $input) { phone } }'
const command = (input: object, commandId = randomUUID()) => ({ variables: { commandId, input } })

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => logged.push(String(text)) > 0)
  membership = await MembershipUnderTest.start({ ...engines(), ...names }, { LOG_LEVEL: 'trace' })
  await membership.seen(await membership.log.publish([hospitalRegistered(employerId), unitEstablished(seat), seatCreated(seat)]))
  await membership.ask(REGISTER, command({ name: '单明远', phone: PHONE, identityNumber: IDENTITY_NUMBER, consents: [CONSENT] }, personId))
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const CONSENT = { purpose: 'CONTACT', textVersion: 1, means: 'SIGNED_PAPER', on: '2026-01-01' }
const appointment = { seatId: seat.seatId, personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2022-01-01' }
const reference = (typename: string, id: string, fields: string) =>
  `{ _entities(representations: [{ __typename: "${typename}", id: "${id}" }]) { ... on ${typename} { ${fields} } } }`

/** Every question and command that touches persons or their posts. */
const guarded: [string, () => [string, { variables?: Record<string, unknown> }?]][] = [
  ['person', () => [`{ person(id: "${personId}") { name } }`]],
  ['persons', () => ['{ persons { nodes { name } } }']],
  ['persons by number', () => [`{ persons(search: "${PHONE}") { nodes { name } } }`]],
  ['a person by reference', () => [reference('Person', personId, 'name')]],
  ['an employer’s staff', () => [reference('Employer', employerId, 'staff { name }')]],
  ['appointment', () => [`{ appointment(id: "${randomUUID()}") { id } }`]],
  ['an appointment by reference', () => [reference('Appointment', randomUUID(), 'id from')]],
  ['appointmentsHeld', () => [`{ appointmentsHeld(unitIds: ["${seat.unitId}"], on: "2023-01-01") { id } }`]],
  ['a seat’s holders', () => [reference('Seat', seat.seatId, 'holders { id }')]],
  ['a seat’s vacant places', () => [reference('Seat', seat.seatId, 'vacant')]],
  ['a seat’s history', () => [reference('Seat', seat.seatId, 'appointments { id }')]],
  ['a unit’s holders', () => [reference('Unit', seat.unitId, 'holders { id }')]],
  [
    'previewMakeAppointment',
    () => [
      'query ($input: MakeAppointmentInput!) { previewMakeAppointment(input: $input) { placesLeft } }',
      { variables: { input: appointment } },
    ],
  ],
  ['registerPerson', () => [REGISTER, command({ name: '单明远' })]],
  ['correctPerson', () => [CORRECT, command({ personId, name: '单明达' })]],
  ['paperLimits', () => ['{ paperLimits { megabytes } }']],
  ['a founding’s papers', () => [reference('Founding', randomUUID(), 'attachedPapers { id }')]],
  ['a unit’s papers', () => [reference('Unit', seat.unitId, 'attachedPapers { id }')]],
  [
    'markPersonsInPaper',
    () => [
      'mutation ($commandId: ID!, $input: MarkPersonsInPaperInput!) { markPersonsInPaper(commandId: $commandId, input: $input) { mark } }',
      command({ paperId: randomUUID(), personIds: [] }),
    ],
  ],
  [
    'withdrawPaper',
    () => [
      'mutation ($commandId: ID!, $input: WithdrawPaperInput!) { withdrawPaper(commandId: $commandId, input: $input) { mark } }',
      command({ paperId: randomUUID(), reason: 'WRONG_FILE' }),
    ],
  ],
  ['looksToApprove', () => ['{ looksToApprove { id } }']],
  [
    'approveLook',
    () => [
      'mutation ($commandId: ID!, $input: ApproveLookInput!) { approveLook(commandId: $commandId, input: $input) { mark } }',
      command({ accessId: randomUUID() }),
    ],
  ],
  ['retention', () => ['{ retention { terms { due } } }']],
  ['applyRetention', () => ['mutation { applyRetention { terms { due } } }']],
  [
    'giveConsent',
    () => [
      'mutation ($commandId: ID!, $input: GiveConsentInput!) { giveConsent(commandId: $commandId, input: $input) { mark } }',
      command({ personId, consent: CONSENT }),
    ],
  ],
  [
    'withdrawGuardianConsent',
    () => [
      'mutation ($commandId: ID!, $input: WithdrawGuardianConsentInput!) { withdrawGuardianConsent(commandId: $commandId, input: $input) { mark } }',
      command({ personId }),
    ],
  ],
  [
    'withdrawConsent',
    () => [
      'mutation ($commandId: ID!, $input: WithdrawConsentInput!) { withdrawConsent(commandId: $commandId, input: $input) { mark } }',
      command({ personId, purpose: 'CONTACT' }),
    ],
  ],
  ['personalDataAccesses', () => [`{ personalDataAccesses(personId: "${personId}") { nodes { by } } }`]],
  ['unmaskPerson', () => [UNMASK, command({ personId, fields: ['PHONE'], purpose: 'REQUEST_OF_PERSON', reason: '本人要求' })]],
  ['previewErasePerson', () => [`{ previewErasePerson(personId: "${personId}") { person { name } } }`]],
  [
    'erasePerson',
    () => [
      'mutation ($commandId: ID!, $input: ErasePersonInput!) { erasePerson(commandId: $commandId, input: $input) { mark } }',
      command({ personId, ground: 'PURPOSE_MET' }),
    ],
  ],
  [
    'declineErasure',
    () => [
      'mutation ($commandId: ID!, $input: DeclineErasureInput!) { declineErasure(commandId: $commandId, input: $input) { mark } }',
      command({ personId, reason: '仍在任' }),
    ],
  ],
  [
    'makeAppointment',
    () => [
      'mutation ($commandId: ID!, $input: MakeAppointmentInput!) { makeAppointment(commandId: $commandId, input: $input) { mark } }',
      command(appointment),
    ],
  ],
  [
    'endAppointment',
    () => [
      'mutation ($commandId: ID!, $input: EndAppointmentInput!) { endAppointment(commandId: $commandId, input: $input) { mark } }',
      command({ appointmentId: randomUUID(), on: '2023-01-01', reason: 'RECALL' }),
    ],
  ],
]

describe('persons and their posts are for those who may', () => {
  test.each(guarded)('%s is refused to an account without a role', async (_, asked) => {
    const [question, asking] = asked()
    const { errors } = await membership.ask(question, { ...asking, grants: [] })
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })

  test.each(guarded)('%s is not answered without a caller', async (_, asked) => {
    const [query, asking] = asked()
    const response = await fetch(`${membership.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, ...asking }),
    })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  })
})

describe('phones and identity numbers stay inside', () => {
  const answers: unknown[] = []

  test('shown in parts to everybody, whatever is asked', async () => {
    const asked = [
      await membership.ask(CORRECT, command({ personId, phone: OTHER_PHONE, identityNumber: OTHER_NUMBER })),
      await membership.ask(
        `{ person(id: "${personId}") { name phone identityNumber } persons(search: "${OTHER_PHONE}") { nodes { phone } edges { cursor } } }`,
      ),
      await membership.ask(REGISTER, command({ name: '冒名者', identityNumber: OTHER_NUMBER })),
      await membership.ask(REGISTER, command({ name: '冒', phone: PHONE })),
      await membership.ask(REGISTER, command({ name: '冒名者', phone: `${PHONE}9`, identityNumber: `${IDENTITY_NUMBER.slice(0, -1)}3` })),
    ]
    answers.push(...asked)
    expect(asked[1]).toMatchObject({ data: { person: { phone: '051****4321', identityNumber: '3****************X' } } })
    for (const number of [...planted, `${PHONE}9`]) expect(JSON.stringify(asked)).not.toContain(number)
  })

  test('in no document of the database, nor anything from which they could be guessed', async () => {
    const collections = await membership.database.listCollections({}, { nameOnly: true }).toArray()
    for (const { name } of collections) {
      const text = JSON.stringify(await membership.database.collection(name).find().toArray())
      for (const number of planted) expect(text).not.toContain(number)
    }
    const again = await membership.ask(REGISTER, command({ name: '单明远', phone: PHONE }))
    const [one, two] = await membership.database.collection('persons').find({ name: '单明远' }).toArray()
    expect(again.errors).toBeUndefined()
    expect(two?.['phone'].sealed).not.toBe(one?.['phone'].sealed)
  })

  test('in no fact', async () => {
    await until(async () => (await membership.log.read('membership.persons')).length >= 3)
    for (const topic of topics) {
      const text = (await membership.log.read(topic)).join()
      for (const secret of [...planted, '单明远']) expect(text).not.toContain(secret)
    }
  })

  test('in no line of the log, be a request ever so wrong', async () => {
    await membership.ask(REGISTER, command({ name: '单明远', phone: Number(PHONE) }))
    await membership.ask(
      REGISTER,
      command({ name: '单明远', phone: PHONE, homeJob: { employerId, title: 'hospital-head', from: IDENTITY_NUMBER } }),
    )
    await membership.ask(`{ person(id: "${PHONE}") { phoneOf${PHONE} } }`)
    expect(logged.length).toBeGreaterThan(0)
    for (const secret of [...planted, '单明远']) expect(logged.join('')).not.toContain(secret)
  })
})

testEveryField(
  async () => (await membership.answer<{ _service: { sdl: string } }>('{ _service { sdl } }'))._service.sdl,
  (query, asking) => membership.ask(query, asking),
)
