import { randomUUID } from 'node:crypto'
import { until } from '@sizhang/engines'
import { plantAreaList, plantBodies, plantDissolution, plantFoundings, plantMerger, plantSplit } from './plant-network'
import { CHILD_NUMBER, PLANTED, type Send } from './planted'

const SIGNED_ON = { textVersion: 1, on: '2026-01-01' }
const SIGNED = { ...SIGNED_ON, means: 'SIGNED_PAPER' }

interface Made {
  id: string
}

/** Whom `plant` registers, by id. */
interface Planted {
  personId: string
  /** Under fourteen, with a guardian. */
  childId: string
}

/**
 * Sends every mutation of the graph that leaves its record there, with what is planted in each of its texts.
 * @param areaCode a town that has its unit
 * @param areaList the list that the areas were imported from, as CSV
 */
export async function plant(gateway: string, session: string, areaCode: string, areaList: string): Promise<Planted> {
  const of = (name: string) => PLANTED[name]
  const days = { from: '2024-01-01', until: '2029-01-01' }
  const send = <Payload>(name: string, input: object, answer: string) => command<Payload>(gateway, session, name, input, answer)
  const unit = { name: of('EstablishUnitInput.name'), type: 'ENTERPRISE', areaCode, from: days.from }
  const founded = { ...unit, pilotCategory: of('EstablishUnitInput.pilotCategory') }
  const host = (await send<{ unit: Made }>('establishUnit', founded, 'unit { id }')).unit.id
  await plantDissolution(send, unit)
  await plantMerger(send, unit)
  await plantSplit(send, { ...unit, type: 'TOWN' }, anotherTown(areaList, areaCode))
  await plantPilot(send, host, days.from)
  await plantConditions(send, host)
  const employer = { name: of('RegisterEmployerInput.name'), kind: 'tech-firm', level: 'TOWN', areaCode, from: days.from }
  const employerId = (await send<{ employer: Made }>('registerEmployer', employer, 'employer { id }')).employer.id
  await plantCover(send, host, employerId)
  await plantFoundings(send, employer)
  const homeJob = { employerId, title: 'tech-entrepreneur', from: days.from }
  const personId = (await send<{ person: Made }>('registerPerson', { ...personOf('RegisterPersonInput'), homeJob }, 'person { id }')).person
    .id
  await send('correctPerson', { personId, ...personOf('CorrectPersonInput') }, 'version')
  await send('giveConsent', { personId, consent: { purpose: 'CONTACT', ...SIGNED } }, 'version')
  await send('withdrawConsent', { personId, purpose: 'CONTACT' }, 'version')
  const guardian = { name: of('GuardianInput.name'), phone: of('GuardianInput.phone'), relation: 'PARENT', ...SIGNED_ON }
  const child = { name: of('RegisterPersonInput.name'), identityNumber: CHILD_NUMBER, guardian }
  const childId = (await send<{ person: Made }>('registerPerson', child, 'person { id }')).person.id
  const bodyId = (await send<{ body: Made }>('openBody', { unitId: host, from: days.from }, 'body { id }')).body.id
  const seat = { title: of('SeatInput.title'), rank: 'CHAIR', kinds: ['PART_TIME_POST'], places: 2, byPost: of('SeatInput.byPost') }
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
  await plantBodies(send, host, bodyId)
  const account = {
    name: of('InviteAccountInput.name'),
    holder: of('InviteAccountInput.holder'),
    personId,
    grant: { role: 'ANALYST', from: days.from },
  }
  const look = { personId, fields: ['PHONE', 'IDENTITY_NUMBER'], purpose: 'REQUEST_OF_PERSON', reason: of('UnmaskPersonInput.reason') }
  await send('unmaskPerson', look, 'until')
  const { invitation } = await send<{ invitation: string }>('inviteAccount', account, 'invitation')
  const himself = await accepted(gateway, account.name ?? '', invitation)
  const deputy = { to: of('DelegateInput.to'), role: 'CITY_ADMINISTRATOR', reason: 'AWAY', from: '2026-06-30', until: '2026-07-30' }
  await send('delegate', deputy, 'mark')
  await command(gateway, himself, 'correctMyPhone', { phone: of('CorrectMyPhoneInput.phone') }, 'mark')
  await command(gateway, himself, 'askForErasure', null, 'mark')
  await send('declineErasure', { personId, reason: of('DeclineErasureInput.reason') }, 'version')
  await plantAreaList(gateway, session, send, `${areaList}${areaCode}990,植入社区 PLANTED-village,village,${areaCode},community,\n`)
  return { personId, childId }
}

/** A town of a list that is not the one named. */
function anotherTown(areaList: string, areaCode: string): string {
  const rows = areaList.split('\n').map((line) => line.split(','))
  return rows.find(([code, , level]) => level === 'town' && code !== areaCode)?.[0] ?? ''
}

/** Makes a unit a pilot that changes, works and ends. */
async function plantPilot(send: Send, unitId: string, from: string): Promise<void> {
  const text = (name: string) => PLANTED[name]
  const idOf = async (name: string, input: object) => (await send<{ pilot: Made }>(name, input, 'pilot { id }')).pilot.id
  const designation = { unitId, category: 'enterprise', from, paper: text('DesignatePilotInput.paper') }
  const first = await idOf('designatePilot', designation)
  const change = { pilotId: first, department: 'SOCIETIES', from: '2025-01-01', paper: text('ChangePilotDesignationInput.paper') }
  const pilotId = await idOf('changePilotDesignation', change)
  const said = { remark: text('RecordPilotTaskInput.remark'), nextStep: text('RecordPilotTaskInput.nextStep') }
  await send('recordPilotTask', { pilotId, task: 'survey', state: 'DROPPED', on: '2025-02-01', ...said }, 'version')
  await send('endPilotDesignation', { pilotId, on: '2026-01-01', reason: text('EndPilotDesignationInput.reason') }, 'version')
}

/** Gives a unit another name, and notes and corrects what it has. */
async function plantConditions(send: Send, unitId: string): Promise<void> {
  const text = (name: string) => PLANTED[name]
  await send(
    'renameUnit',
    { unitId, name: text('RenameUnitInput.name'), on: '2025-03-01', paper: text('RenameUnitInput.paper') },
    'version',
  )
  const noted = (input: string) => ({
    value: 1,
    from: '2025-01-01',
    source: 'survey',
    evidenceTitle: text(`${input}.evidenceTitle`),
    evidenceNumber: text(`${input}.evidenceNumber`),
  })
  const { note } = await send<{ note: Made }>('noteCondition', { unitId, kind: 'posts', ...noted('NoteConditionInput') }, 'note { id }')
  const correction = { unitId, noteId: note.id, reason: text('CorrectConditionInput.reason'), instead: noted('InsteadInput') }
  await send('correctCondition', correction, 'version')
}

/** Has a unit cover an employer for a time. */
async function plantCover(send: Send, unitId: string, employerId: string): Promise<void> {
  const covered = { unitId, employerIds: [employerId], from: '2025-01-01' }
  const { employers } = await send<{ employers: { cover: Made | null }[] }>('coverEmployers', covered, 'employers { cover { id } }')
  const end = { employerId, coverId: employers[0]?.cover?.id, on: '2026-01-01', reason: PLANTED['EndEmployerCoverInput.reason'] }
  await send('endEmployerCover', end, 'version')
}

/** Accepts an invitation and signs in; answers the session. */
async function accepted(gateway: string, account: string, invitation: string): Promise<string> {
  const password = 'planted quiet words'
  const post = (path: string, body: object) =>
    fetch(gateway + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  await post('/invitation/accept', { invitation, new: password })
  const { session = '' } = (await (await post('/sign-in', { account, password })).json()) as { session?: string }
  return session
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
async function command<Payload>(gateway: string, session: string, name: string, input: object | null, answer: string): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const [declared, given] = input ? [`, $input: ${type}!`, ', input: $input'] : ['', '']
  const query = `mutation ($commandId: ID!${declared}) { payload: ${name}(commandId: $commandId${given}) { ${answer} } }`
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
