import { randomUUID } from 'node:crypto'
import { until } from '@sizhang/engines'

/** What is planted in the graph's text inputs, by input and field, to be looked for in Kafka: none of it may be there. */
export const PLANTED: Record<string, string> = {
  'RegisterEmployerInput.name': '植入单位 PLANTED-employer',
  'EstablishUnitInput.name': '植入组织 PLANTED-unit',
  'EstablishUnitInput.pilotCategory': 'PLANTED-category',
  'DissolveUnitInput.reason': '植入原因 PLANTED-dissolved',
  'SeatInput.title': '植入职务 PLANTED-seat',
  'RegisterPersonInput.name': '植入人名',
  'RegisterPersonInput.phone': '13900047110',
  'RegisterPersonInput.identityNumber': '32020019000101999X',
  'CorrectPersonInput.name': '植入更名',
  'CorrectPersonInput.phone': '13900047111',
  'CorrectPersonInput.identityNumber': '320200190001019981',
  'MakeAppointmentInput.paper': '植入文号 PLANTED-paper',
  'RecordActivityInput.title': '植入主题 PLANTED-title',
  'RecordActivityInput.place': '植入地点 PLANTED-place',
  'WithdrawActivityInput.reason': '植入缘由 PLANTED-withdrawn',
}

/** Text inputs that take a code of the catalogues alone, or an employer's public number: anything else is refused. */
export const CODES = [
  'RegisterEmployerInput.kind',
  'RegisterEmployerInput.creditCode',
  'EstablishUnitInput.type',
  'OpenBodyInput.kind',
  'SeatInput.reservedHead',
  'HomeJobInput.title',
  'RecordActivityInput.type',
  'RecordActivityInput.placeKind',
  'FigureInput.code',
]

interface Made {
  id: string
}

/** Sends every mutation of the graph, with what is planted in each of its texts. */
export async function plant(gateway: string, session: string, areaCode: string): Promise<void> {
  const of = (name: string) => PLANTED[name]
  const days = { from: '2024-01-01', until: '2029-01-01' }
  const send = <Payload>(name: string, input: object, answer: string) => command<Payload>(gateway, session, name, input, answer)
  const unit = { name: of('EstablishUnitInput.name'), type: 'ENTERPRISE', areaCode, from: days.from }
  const founded = { ...unit, pilotCategory: of('EstablishUnitInput.pilotCategory') }
  const host = (await send<{ unit: Made }>('establishUnit', founded, 'unit { id }')).unit.id
  const short = (await send<{ unit: Made }>('establishUnit', founded, 'unit { id }')).unit.id
  await send('dissolveUnit', { unitId: short, on: '2025-01-01', reason: of('DissolveUnitInput.reason') }, 'version')
  const employer = { name: of('RegisterEmployerInput.name'), kind: 'tech-firm', level: 'TOWN', areaCode, from: days.from }
  const employerId = (await send<{ employer: Made }>('registerEmployer', employer, 'employer { id }')).employer.id
  const homeJob = { employerId, title: 'tech-entrepreneur', from: days.from }
  const personId = (await send<{ person: Made }>('registerPerson', { ...personOf('RegisterPersonInput'), homeJob }, 'person { id }')).person
    .id
  await send('correctPerson', { personId, ...personOf('CorrectPersonInput') }, 'version')
  const bodyId = (await send<{ body: Made }>('openBody', { unitId: host, from: days.from }, 'body { id }')).body.id
  const seat = { title: of('SeatInput.title'), rank: 'CHAIR', kinds: ['PART_TIME_POST'], places: 2 }
  await send('openTerm', { bodyId, ...days, seats: [seat] }, 'version')
  const further = { bodyId, term: 1, seat: { ...seat, rank: 'VICE_CHAIR' } }
  const seatId = (await send<{ seat: Made }>('createSeat', further, 'seat { id }')).seat.id
  const post = { seatId, personId, kind: 'PART_TIME_POST', basis: 'ELECTION', paper: of('MakeAppointmentInput.paper'), ...days }
  const ledById = (await send<{ appointment: Made }>('makeAppointment', post, 'appointment { id }')).appointment.id
  const record = { ...activityOf(host, areaCode), ledById }
  const activityId = (await send<{ activity: Made }>('recordActivity', record, 'activity { id }')).activity.id
  await send('correctActivity', { activityId, record: { ...record, endsAt: '2025-05-01T12:00:00+08:00' } }, 'version')
  await send('withdrawActivity', { activityId, reason: of('WithdrawActivityInput.reason') }, 'version')
  await send('endAppointment', { appointmentId: ledById, on: '2026-01-01', reason: 'TRANSFER' }, 'version')
}

function personOf(input: string): object {
  return Object.fromEntries(['name', 'phone', 'identityNumber'].map((field) => [field, PLANTED[`${input}.${field}`]]))
}

function activityOf(hostId: string, areaCode: string): object {
  return {
    title: PLANTED['RecordActivityInput.title'],
    place: PLANTED['RecordActivityInput.place'],
    type: 'science-lecture',
    placeKind: 'community',
    hostIds: [hostId],
    areaCode,
    startsAt: '2025-05-01T09:00:00+08:00',
    endsAt: '2025-05-01T11:00:00+08:00',
    figures: ['audience', 'sessions'].map((code) => ({ code, value: 1 })),
  }
}

/** Carries out one command; a service that has not heard yet of what it names is asked again. */
async function command<Payload>(gateway: string, session: string, name: string, input: object, answer: string): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const query = `mutation ($commandId: ID!, $input: ${type}!) { payload: ${name}(commandId: $commandId, input: $input) { ${answer} } }`
  const body = JSON.stringify({ query, variables: { commandId: randomUUID(), input } })
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${session}` }
  let payload: Payload | undefined
  let refused: Refusal[] | undefined
  await until(
    async () => {
      const response = await fetch(`${gateway}/graphql`, { method: 'POST', headers, body })
      const answer = (await response.json()) as { data?: { payload: Payload | null }; errors?: Refusal[] }
      payload = answer.data?.payload ?? undefined
      refused = answer.errors
      return !refused?.[0]?.extensions?.code?.endsWith('_UNKNOWN')
    },
    { within: 15_000 },
  )
  if (!payload) throw new Error(`${name}: ${JSON.stringify(refused)}`)
  return payload
}

interface Refusal {
  message: string
  extensions?: { code?: string }
}
