import { randomUUID } from 'node:crypto'
import { type Answer, type DemoCommand, type DemoMutation, GraphClient } from '../../demo/graph-client'

const SOCIETIES = 200
const SEATS = 2
const FROM = '2019-01-01'
const UNTIL = '2031-01-01'

/** Two hundred learned societies under the city's association, each with a council, a running term and two seats that somebody holds. */
export async function foundSocieties(gateway: string, authorization: () => Promise<string>): Promise<void> {
  const client = new GraphClient(gateway, authorization)
  const send = (mutation: DemoMutation, inputs: object[]) => client.send(mutation, inputs.map(command), () => undefined)
  const city = await send(establishUnit, [{ name: '无锡市科协', type: 'CITY', areaCode: '320200', from: FROM }])
  const [parentId = ''] = idsOf(city, 'unit')
  const societies = Array.from({ length: SOCIETIES }, (_, place) => ({ name: `学会${place}`, type: 'SOCIETY', parentId, from: FROM }))
  const units = idsOf(await send(establishUnit, societies), 'unit')
  const bodies = idsOf(
    await send(
      openBody,
      units.map((unitId) => ({ unitId, from: FROM })),
    ),
    'body',
  )
  const seats = Array.from({ length: SEATS }, (_, place) => ({
    title: `副理事长${place + 1}`,
    rank: 'VICE_CHAIR',
    kinds: ['PART_TIME_POST'],
    places: 1,
  }))
  const terms = await send(
    openTerm,
    bodies.map((bodyId) => ({ bodyId, from: FROM, until: UNTIL, seats })),
  )
  const seatIds = [...terms.values()].flatMap((answer) => (answer['term'] as { seats: { id: string }[] }).seats.map(({ id }) => id))
  const persons = idsOf(
    await send(
      registerPerson,
      seatIds.map((_, place) => ({ name: `人员${place}` })),
    ),
    'person',
  )
  await send(
    makeAppointment,
    seatIds.map((seatId, place) => ({ seatId, personId: persons[place], kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2024-01-01' })),
  )
}

const establishUnit = { name: 'establishUnit', inputType: 'EstablishUnitInput', answer: 'unit { id }' }
const openBody = { name: 'openBody', inputType: 'OpenBodyInput', answer: 'body { id }' }
const openTerm = { name: 'openTerm', inputType: 'OpenTermInput', answer: 'term { seats { id } }' }
const registerPerson = { name: 'registerPerson', inputType: 'RegisterPersonInput', answer: 'person { id }' }
const makeAppointment = { name: 'makeAppointment', inputType: 'MakeAppointmentInput', answer: 'appointment { id }' }

function command(input: object, place: number): DemoCommand {
  return { key: String(place), commandId: randomUUID(), input }
}

function idsOf(answers: ReadonlyMap<string, Answer>, field: string): string[] {
  return [...answers.values()].map((answer) => (answer[field] as { id: string }).id)
}
