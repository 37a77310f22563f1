import { randomUUID } from 'node:crypto'
import { startStack, type Stack } from '@sizhang/testing'
import type { Answer } from './testing/gateway-under-test'
import { until } from './testing/until'

const AREAS = `code,name,level,parent_code,kind,flag
320200,无锡市,city,,,
320281,江阴市,county,320200,,
320281111,顾山镇,town,320281,town,
`
const PASSWORD = 'a longer password'
let stack: Stack
let session: string
let marks: string[] = []

const post = async <T>(path: string, body: object | string, type = 'application/json'): Promise<T> => {
  const headers = {
    'content-type': type,
    'accept-language': 'en',
    'sizhang-after': marks.join(','),
    ...(session && { authorization: `Bearer ${session}` }),
  }
  const answer = await fetch(stack.gateway + path, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return (answer.status === 204 ? undefined : await answer.json()) as T
}
const ask = (query: string, variables: object = {}) => post<Answer>('/graphql', { query, variables })

/** Carries out a command; answers what is selected of its payload. */
async function command<Payload>(name: string, input: object, selection: string): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const query = `mutation ($commandId: ID!, $input: ${type}!) { ${name}(commandId: $commandId, input: $input) { ${selection} mark } }`
  const { data, errors } = await ask(query, { commandId: randomUUID(), input })
  if (errors) throw new Error(JSON.stringify(errors))
  const payload = (data as Record<string, Payload & { mark: string }>)[name] as Payload & { mark: string }
  marks = [...marks, payload.mark].slice(-8)
  return payload
}
interface Made {
  id: string
}
let person: Made
let activity: Made

beforeAll(async () => {
  stack = await startStack()
  session = (await post<{ session: string }>('/sign-in', { account: 'admin', password: stack.administrator.password })).session
  await post('/password', { old: stack.administrator.password, new: PASSWORD })
  await post('/files/organization/areas', AREAS, 'text/csv')
  const town = { name: '顾山镇科协', type: 'TOWN', areaCode: '320281111', from: '2024-01-01' }
  const { unit } = await command<{ unit: Made }>('establishUnit', town, 'unit { id }')
  const { body } = await command<{ body: Made }>('openBody', { unitId: unit.id, from: '2024-01-01' }, 'body { id }')
  const chair = { title: '主席', rank: 'CHAIR', kinds: ['PART_TIME_POST'], places: 1 }
  const termInput = { bodyId: body.id, from: '2024-01-01', until: '2029-01-01', seats: [chair] }
  const { term } = await command<{ term: { seats: Made[] } }>('openTerm', termInput, 'term { seats { id } }')
  const hospital = { name: '顾山医院', kind: 'hospital', level: 'TOWN', areaCode: '320281111' }
  const { employer } = await command<{ employer: Made }>('registerEmployer', hospital, 'employer { id }')
  const homeJob = { employerId: employer.id, title: 'hospital-head', from: '2020-01-01' }
  person = (await command<{ person: Made }>('registerPerson', { name: '某院长', homeJob }, 'person { id }')).person
  const appointment = { seatId: term.seats[0]?.id, personId: person.id, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2024-01-01' }
  await command('makeAppointment', appointment, 'appointment { id }')
  const day = { startsAt: '2024-04-18T09:00:00+08:00', endsAt: '2024-04-18T11:30:00+08:00' }
  const lecture = { title: '健康讲堂', type: 'health-lecture', placeKind: 'village', areaCode: '320281111', hostIds: [unit.id], ...day }
  const figures = [
    { code: 'sessions', value: 1 },
    { code: 'audience', value: 120 },
  ]
  activity = (await command<{ activity: Made }>('recordActivity', { ...lecture, figures }, 'activity { id }')).activity
  await until(async () => (await counted()) > 0)
  await stack.kill('organization')
}, 120_000)
afterAll(() => stack.stop())

const REPORTS = `{
  work(within: "320281", from: "2024-01-01", until: "2025-01-01") { activities { value } byArea { at: area { code } area { name } activities } }
  headsEntry(level: TOWN, on: "2024-06-01") { records { nodes { key: body { id } body { kind { code } } unit { name } persons } } }
  coverageGrid(level: TOWN) { at: area { code } area { name } state }
}`
const counted = async () => ((await ask(REPORTS)).data as { work: { activities: { value: number } } }).work.activities.value

test('with organization away, a person comes with the posts and the home job, whose places alone are missing', async () => {
  const { data, errors } = await ask(
    'query ($id: ID!) { person(id: $id) { name homeJobs { employer { name } title { code } } appointments { kind unit { name } seat { title } } } }',
    person,
  )
  expect(data).toEqual({
    person: {
      name: '某院长',
      homeJobs: [{ employer: null, title: { code: 'hospital-head' } }],
      appointments: [{ kind: 'PART_TIME_POST', unit: null, seat: null }],
    },
  })
  expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions['code']]).sort()).toEqual([
    ['person.appointments.0.seat.title', 'UNAVAILABLE'],
    ['person.appointments.0.unit.name', 'UNAVAILABLE'],
    ['person.homeJobs.0.employer.name', 'UNAVAILABLE'],
  ])
})

test('with organization away, an activity comes with its figures, whose hosts alone are missing', async () => {
  const { data } = await ask('query ($id: ID!) { activity(id: $id) { title hosts { name } area { name } figures { value } } }', activity)
  expect(data).toEqual({ activity: { title: '健康讲堂', hosts: [null], area: null, figures: [{ value: 120 }, { value: 1 }] } })
})

test('with organization away, the figures come by the codes of their areas and the ids of their bodies, without the names', async () => {
  const { data } = await ask(REPORTS)
  expect(data).toMatchObject({
    work: { activities: { value: 1 }, byArea: [{ at: { code: '320281111' }, area: null, activities: 1 }] },
    headsEntry: { records: { nodes: [{ key: { id: expect.any(String) }, body: null, unit: null, persons: 1 }] } },
    coverageGrid: [{ at: { code: '320281111' }, area: null, state: 'OWN' }],
  })
})

test('with activity away, the records behind a figure come as empty lines', async () => {
  await stack.kill('activity')
  const { data } = await ask('{ work(from: "2024-01-01", until: "2025-01-01") { activities { value } records { nodes { title } } } }')
  expect(data).toEqual({ work: { activities: { value: 1 }, records: { nodes: [null] } } })
})
