import { randomUUID } from 'node:crypto'
import type { Rig } from '../rig/rig'
import { send, type Answer } from '../rig/send'
import type { Trial } from '../trial'
import { noRepeats } from './guards'

const STORE = 'libs/service-kit/src/store/aggregate-store.ts'
const NEXT = 'libs/service-kit/src/store/next-document.ts'

const correctPerson = `mutation T($commandId: ID!, $expectedVersion: Int, $input: CorrectPersonInput!) {
  correctPerson(commandId: $commandId, expectedVersion: $expectedVersion, input: $input) { version mark person { id } } }`
const registerPerson = `mutation T($commandId: ID!, $input: RegisterPersonInput!) {
  registerPerson(commandId: $commandId, input: $input) { version mark person { id } } }`
const makeAppointment = `mutation T($commandId: ID!, $input: MakeAppointmentInput!) {
  makeAppointment(commandId: $commandId, input: $input) { version mark appointment { id } } }`
const openTerm = `mutation T($commandId: ID!, $input: OpenTermInput!) {
  openTerm(commandId: $commandId, input: $input) { version mark term { number } } }`
const createSeat = `mutation T($commandId: ID!, $input: CreateSeatInput!) {
  createSeat(commandId: $commandId, input: $input) { version mark seat { id } } }`

const codesOf = (answers: readonly Answer[]) => answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions?.code ?? ''))
const marksOf = (answers: readonly Answer[]) =>
  answers.flatMap(({ data }) => Object.values(data ?? {}).flatMap((accepted) => (accepted ? [accepted.mark] : [])))
const idIn = (answer: Answer, command: string, entity: string) => (answer.data?.[command]?.[entity] as { id: string } | undefined)?.id ?? ''

async function register(rig: Rig, input: Record<string, unknown> = { name: '某人' }): Promise<string> {
  return idIn(await send(rig, registerPerson, { commandId: randomUUID(), input }), 'registerPerson', 'person')
}

/** So that a short run too has some in which all connections are open. */
const LEAST_ROUNDS = 5

const roundsOf = ({ options }: Rig) => Math.max(options.faults, LEAST_ROUNDS)

/** Several rounds: in the first one the connections are opened one after the other, and the edits hardly meet. */
async function fiftyEdits(rig: Rig): Promise<string[]> {
  const findings: string[] = []
  for (let round = 0; round < roundsOf(rig); round++) findings.push(...(await editAtOnce(rig, await register(rig))))
  return findings
}

async function editAtOnce(rig: Rig, personId: string): Promise<string[]> {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, place) =>
      send(rig, correctPerson, { commandId: randomUUID(), expectedVersion: 1, input: { personId, name: `更正${place}` } }),
    ),
  )
  const findings: string[] = []
  const conflicts = answers.flatMap(({ errors = [] }) => errors).filter(({ extensions }) => extensions?.code === 'CONFLICT')
  if (marksOf(answers).length !== 1) findings.push(`${marksOf(answers).length} of 50 edits of one version were accepted`)
  if (conflicts.length !== 49)
    findings.push(
      `${conflicts.length} of 50 edits were answered by CONFLICT, others by ${codesOf(answers).find((code) => code !== 'CONFLICT')}`,
    )
  if (conflicts.some(({ extensions }) => extensions?.details?.current !== 2)) findings.push('a CONFLICT does not tell the current version')
  return findings
}

async function twentyTimes(rig: Rig): Promise<string[]> {
  const command = { commandId: randomUUID(), input: { name: '同一人' } }
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(rig, registerPerson, command)))
  const findings: string[] = []
  const marks = marksOf(answers)
  if (marks.length !== 20 || new Set(marks).size !== 1)
    findings.push(`20 equal commands gave ${marks.length} answers, ${new Set(marks).size} of them different`)
  const other = await send(rig, registerPerson, { ...command, input: { name: '另一人' } })
  if (codesOf([other])[0] !== 'IDEMPOTENCY_KEY_REUSED') findings.push(`another body under the same id gave ${JSON.stringify(other)}`)
  return findings
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A number that nobody has: area 320200, born in 1900. */
function identityNumber(place: number): string {
  const digits = `32020019000101${String(place + 100)}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}

async function lastSeat(rig: Rig): Promise<string[]> {
  const findings: string[] = []
  for (let round = 0; round < roundsOf(rig); round++) {
    const seat = { title: `委员${round}`, rank: 'COMMITTEE_MEMBER', kinds: ['PART_TIME_POST'], places: 1 }
    const created = await send(rig, createSeat, { commandId: randomUUID(), input: { bodyId: rig.body, term: 1, seat } })
    const seatId = idIn(created, 'createSeat', 'seat')
    const persons = [await register(rig), await register(rig)]
    const wish = { seatId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2024-01-01' }
    const answers = await Promise.all(
      persons.map((personId) => untilKnown(() => send(rig, makeAppointment, { commandId: randomUUID(), input: { ...wish, personId } }))),
    )
    if (marksOf(answers).length !== 1 || codesOf(answers)[0] !== 'SEAT_FULL')
      findings.push(`two for one seat: ${marksOf(answers).length} were accepted, the other was told ${codesOf(answers)[0]}`)
    const number = identityNumber(round)
    const twice = await Promise.all(
      ['甲某', '乙某'].map((name) => send(rig, registerPerson, { commandId: randomUUID(), input: { name, identityNumber: number } })),
    )
    const families = twice.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions?.family))
    if (marksOf(twice).length !== 1 || families[0] !== 'CONFLICT')
      findings.push(`two with one identity number: ${marksOf(twice).length} were accepted, the other was told ${families[0]}`)
  }
  return findings
}

/** A seat just created is not known in membership for a moment. */
async function untilKnown(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (codesOf([answer])[0] !== 'SEAT_UNKNOWN') return answer
  }
}

/** Terms of too many seats: two that are refused for the size of the request, by whoever gets it, and one for the size of the record. */
async function tooLarge(rig: Rig): Promise<string[]> {
  const terms = [
    { to: 'gateway', seats: 13_000, refused: '413 BODY_TOO_LARGE' },
    { to: 'organization', seats: 13_000, refused: '413 BODY_TOO_LARGE' },
    { to: 'gateway', seats: 2_500, refused: '200 RECORD_TOO_LARGE' },
  ] as const
  const findings: string[] = []
  for (const { to, seats, refused } of terms) {
    const input = { bodyId: rig.body, number: 2, from: '2028-01-01', until: '2033-01-01', seats: Array.from({ length: seats }, wordySeat) }
    const { status, errors } = await send(rig, openTerm, { commandId: randomUUID(), input }, to)
    const { code, family } = errors?.[0]?.extensions ?? {}
    if (`${status} ${code}` !== refused || family !== 'BAD_USER_INPUT')
      findings.push(`${to} answered to a term of ${seats} seats by ${status} ${code} ${family}, not by ${refused}`)
  }
  return findings
}

function wordySeat(_: unknown, place: number) {
  return { title: `委员${String(place).padStart(36, '甲')}`, rank: 'COMMITTEE_MEMBER', kinds: ['PART_TIME_POST'] }
}

async function repeatedly(rig: Rig, once: (rig: Rig) => Promise<string[]>): Promise<string[]> {
  const findings: string[] = []
  for (let time = 0; time < rig.options.faults; time++) findings.push(...(await once(rig)))
  return findings
}

export const rivals: Trial[] = [
  {
    number: 17,
    name: '超大事件 an event source of 2 MB',
    passes: 'a bad user input, as request and as record; nothing stored',
    expected: { rebuild: true },
    control: {
      without: 'the size check before the write',
      patches: [{ file: NEXT, find: '  if (size > MOST_BYTES) throw', put: '  if (size < 0) throw' }],
      apps: ['organization'],
    },
    faultsARun: 20,
    run: (rig) => repeatedly(rig, tooLarge),
  },
  {
    number: 18,
    name: '五十人同改 fifty edits of one record at the same version',
    passes: '1 success, 49 CONFLICT with the current version; 1 event',
    expected: { rebuild: true },
    control: {
      without: 'the version in the compare-and-set',
      patches: [
        {
          file: STORE,
          find: '.replaceOne({ _id: known._id, version: known.version }, document)',
          put: '.replaceOne({ _id: known._id }, await new Promise((resolve) => setTimeout(() => resolve(document), 20)))',
        },
      ],
      apps: ['membership'],
    },
    faultsARun: 20,
    run: fiftyEdits,
  },
  {
    number: 19,
    name: '同一命令二十次 one command twenty times in parallel, and its id with another body',
    passes: 'one effect, 20 equal answers; IDEMPOTENCY_KEY_REUSED',
    expected: { rebuild: true },
    control: { ...noRepeats, apps: ['membership'] },
    faultsARun: 20,
    run: (rig) => repeatedly(rig, twentyTimes),
  },
  {
    number: 20,
    name: '最后一席、同一证号 two for the last seat, and for one identity number',
    passes: 'one wins, one CONFLICT, by a unique index or the aggregate itself',
    expected: { rebuild: true },
    control: {
      without: 'the unique index on identity numbers',
      patches: [
        {
          file: 'apps/membership/src/persons/persons.store.ts',
          find: `{ unique: true, name: 'identity-number'`,
          put: `{ name: 'identity-number'`,
        },
      ],
      apps: ['membership'],
    },
    faultsARun: 20,
    run: lastSeat,
  },
]
