import { randomUUID } from 'node:crypto'
import type { OpenPortal } from './portal'

/** Marks of what a test changed: each command waits until the services know of those before it. */
const marks = new WeakMap<OpenPortal, string[]>()

/** The header by which what is asked waits until the services know of the commands before it. */
export const afterChanges = (portal: OpenPortal) => ({ 'sizhang-after': (marks.get(portal) ?? []).join(',') })

/** Carries out a command of the graph as the reader who is signed in; answers what is selected of its payload. */
export async function command<Payload>(portal: OpenPortal, name: string, input: object, selection: string): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const query = `mutation ($commandId: ID!, $input: ${type}!) { ${name}(commandId: $commandId, input: $input) { ${selection} mark } }`
  const answer = await portal.context.request.post('/graphql', {
    data: { query, variables: { commandId: randomUUID(), input } },
    headers: afterChanges(portal),
  })
  const { data, errors } = (await answer.json()) as Answer<Payload>
  const payload = data?.[name]
  if (!payload) throw new Error((errors ?? []).map(({ message }) => message).join('\n'))
  marks.set(portal, [...(marks.get(portal) ?? []), payload.mark].slice(-16))
  await known(portal)
  return payload
}

/** Waits until a page shows what was changed, whichever services it asks. */
async function known(portal: OpenPortal): Promise<void> {
  const data = {
    query: '{ coverage(level: TOWN) { level } activities(first: 1) { edges { cursor } } persons(first: 1) { edges { cursor } } }',
  }
  for (let stale = true; stale;) {
    const answer = await portal.context.request.post('/graphql', { data, headers: afterChanges(portal) })
    const { errors, extensions } = (await answer.json()) as Answer<unknown>
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'))
    stale = extensions?.stale === true
  }
}

interface Answer<Payload> {
  data?: Record<string, (Payload & { mark: string }) | undefined> | null
  errors?: { message: string }[]
  extensions?: { stale?: boolean }
}

/** A seat of a term as a test wishes it. */
interface Wish {
  title: string
  rank: 'CHAIR' | 'VICE_CHAIR' | 'COMMITTEE_MEMBER'
  kinds: string[]
  reservedHead?: string
}

/** Opens the committee of a unit with one term; answers the ids of its seats by title. */
export async function openCommittee(
  portal: OpenPortal,
  unitId: string,
  from: string,
  until: string,
  seats: Wish[],
): Promise<Map<string, string>> {
  const { body } = await command<{ body: { id: string } }>(portal, 'openBody', { unitId, from }, 'body { id }')
  const wishes = seats.map((seat) => ({ places: 1, ...seat }))
  const { term } = await command<{ term: { seats: { id: string; title: string }[] } }>(
    portal,
    'openTerm',
    { bodyId: body.id, from, until, seats: wishes },
    'term { seats { id title } }',
  )
  return new Map(term.seats.map(({ id, title }) => [title, id]))
}

/** Registers somebody who heads a hospital or a school in 顾山镇; answers the id. */
export async function registerHead(portal: OpenPortal, name: string, head: 'hospital' | 'school', from = '2020-01-01'): Promise<string> {
  const [kind, title, place] =
    head === 'hospital' ? ['hospital', 'hospital-head', '顾山医院'] : ['secondary-school', 'school-head', '顾山中学']
  const employer = { name: place, kind, level: 'TOWN', areaCode: '320281111', from }
  const { employer: known } = await command<{ employer: { id: string } }>(portal, 'registerEmployer', employer, 'employer { id }')
  const homeJob = { employerId: known.id, title, from }
  const { person } = await command<{ person: { id: string } }>(portal, 'registerPerson', { name, homeJob }, 'person { id }')
  return person.id
}
