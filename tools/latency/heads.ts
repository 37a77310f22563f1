import type { Graph } from './graph'

const SINCE = '2024-01-01'
const UNTIL = '2029-01-01'
const A_SEAT = 4

/** An appointment that will move the figure by one: a seat with room, and a hospital's head who holds no post yet. */
export interface Opening {
  seatId: string
  personId: string
}

interface Made {
  id: string
}

/** Founds an association in a town that has none, with seats for so many heads, and registers the heads. */
export async function openingsFor(graph: Graph, count: number): Promise<Opening[]> {
  const { data } = await graph.ask<{ coverage: { areas: { nodes: { area: { code: string } }[] } } }>(
    '{ coverage(level: TOWN) { areas(state: BLANK, first: 1) { nodes { area { code } } } } }',
  )
  const areaCode = data.coverage.areas.nodes[0]?.area.code
  if (!areaCode) throw new Error('no town is blank, so none can be founded for the measurement')
  const found = { name: '测量用科协', type: 'TOWN', areaCode, from: SINCE }
  const { unit } = await graph.command<{ unit: Made }>('establishUnit', found, 'unit { id }')
  const { body } = await graph.command<{ body: Made }>('openBody', { unitId: unit.id, from: SINCE }, 'body { id }')
  const seats = Array.from({ length: Math.ceil(count / A_SEAT) }, (_, place) => ({
    title: `副主席${place + 1}`,
    rank: 'VICE_CHAIR',
    kinds: ['PART_TIME_POST'],
    places: A_SEAT,
  }))
  const opened = { bodyId: body.id, from: SINCE, until: UNTIL, seats }
  const { term } = await graph.command<{ term: { seats: Made[] } }>('openTerm', opened, 'term { seats { id } }')
  const hospital = { name: '测量用卫生院', kind: 'township-health-centre', level: 'TOWN', areaCode, from: SINCE }
  const { employer } = await graph.command<{ employer: Made }>('registerEmployer', hospital, 'employer { id }')
  const openings: Opening[] = []
  for (const seat of term.seats.flatMap(({ id }) => Array.from({ length: A_SEAT }, () => id)).slice(0, count)) {
    const homeJob = { employerId: employer.id, title: 'township-health-centre-head', from: SINCE }
    const { person } = await graph.command<{ person: Made }>('registerPerson', { name: '测量', homeJob }, 'person { id }')
    openings.push({ seatId: seat, personId: person.id })
  }
  return openings
}

/** Makes the appointment; answers its mark. */
export async function appoint(graph: Graph, { seatId, personId }: Opening): Promise<string> {
  const input = { seatId, personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: SINCE, until: UNTIL }
  return (await graph.command('makeAppointment', input, 'appointment { id }')).mark
}

/** How many of the four heads hold posts in the towns of the whole city; how the figure stands, and whether it lags behind a mark. */
export async function headsInTowns(graph: Graph, mark?: string): Promise<{ persons: number; stale: boolean }> {
  const query = '{ headsEntry(level: TOWN) { persons { value } } }'
  const { data, stale } = await graph.ask<{ headsEntry: { persons: { value: number } } }>(query, {}, mark)
  return { persons: data.headsEntry.persons.value, stale }
}
