import { GatewayUnderTest } from '../testing/gateway-under-test'
import { TinyService } from '../testing/tiny-service'
import { refusal } from '../testing/tiny-subgraph'

const seats = [
  { id: 's1', title: 'chair' },
  { id: 's2', title: 'vice-chair' },
]
const notSeen = () => {
  throw refusal('NOT_SEEN', 'id')
}
let organization: TinyService
let activity: TinyService
let gateway: GatewayUnderTest

beforeAll(async () => {
  organization = await TinyService.start({
    sdl: `
      type Query { seats: [Seat!]! seat(id: ID!): Seat bodies: [Body!]! refused: String }
      type Body { name: String term: String }
      type Mutation { createSeat(title: String!): Seat! }
      type Seat @key(fields: "id") { id: ID! title: String! }
    `,
    resolvers: {
      Body: { term: ({ name }: { name: string }) => (name === 'council' ? '3' : notSeen()) },
      Query: {
        refused: notSeen,
        bodies: () => [{ name: 'council' }, { name: 'board' }],
        seats: () => seats,
        seat: (_: unknown, { id }: { id: string }) => seats.find((seat) => seat.id === id),
      },
      Mutation: {
        createSeat: (_: unknown, { title }: { title: string }) => {
          if (title === '') throw refusal('TITLE_MISSING', 'input.title')
          if (title === 'fault') throw new Error('secret of the database')
          return { id: 's3', title }
        },
      },
    },
    entities: { Seat: ({ id }) => seats.find((seat) => seat.id === id) },
  })
  activity = await TinyService.start({
    sdl: `
      type Query { activities: [String!]! }
      type Seat @key(fields: "id") { id: ID! led: [String!] seen: String never: String alsoNever: String }
    `,
    resolvers: {
      Query: { activities: () => ['clinic'] },
      Seat: { seen: ({ id }: { id: string }) => (id === 's1' ? id : notSeen()), never: notSeen, alsoNever: notSeen },
    },
    entities: { Seat: ({ id }) => ({ id, led: [`clinic of ${String(id)}`] }) },
  })
  gateway = await GatewayUnderTest.start({ services: { organization: organization.url, activity: activity.url } })
})
afterAll(async () => {
  await gateway.stop()
  await Promise.all([organization.goAway(), activity.goAway()])
})
afterEach(() => (organization.extensions = undefined))

test('one question crosses two services, and nobody sees the seam', async () => {
  expect(await gateway.ask('{ seats { title led } }')).toEqual({
    data: {
      seats: [
        { title: 'chair', led: ['clinic of s1'] },
        { title: 'vice-chair', led: ['clinic of s2'] },
      ],
    },
  })
})

test('all entities of a list are asked for at once', async () => {
  activity.asked.length = 0
  await gateway.ask('{ seats { led } }')
  expect(activity.asked).toHaveLength(1)
})

test('services are told who asks, in which language, after which writes, and on which trace', async () => {
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
  await gateway.ask('{ seats { title } }', {}, { 'sizhang-after': 'm1,m2', traceparent, 'accept-language': 'zh-CN' })
  expect(organization.asked.at(-1)?.headers).toMatchObject({
    authorization: expect.stringMatching(/^Bearer ey/),
    'accept-language': 'zh',
    'sizhang-after': 'm1,m2',
    traceparent,
    'x-correlation-id': 'a'.repeat(32),
  })
})

test('a refusal comes from its service to the asker as it was given', async () => {
  const { errors } = await gateway.ask('mutation { createSeat(title: "") { id } }')
  expect(errors).toEqual([
    {
      message: 'refused',
      path: ['createSeat'],
      extensions: {
        code: 'TITLE_MISSING',
        family: 'BAD_USER_INPUT',
        field: 'input.title',
        value: 'given',
        rule: 'N2.1',
        hint: 'the way out',
      },
    },
  ])
})

test('a fault of a service is masked, with a trace id and nothing more', async () => {
  const answer = await gateway.ask('mutation { createSeat(title: "fault") { id } }')
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', family: 'INTERNAL', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) })
  expect(JSON.stringify(answer)).not.toContain('secret')
})

test('an answer that may lag behind the asker’s own writes says so', async () => {
  organization.extensions = { stale: true }
  expect((await gateway.ask('{ seats { title } }')).extensions).toEqual({ stale: true })
})

test('a service that is away costs its fields, each with an error at its place', async () => {
  await activity.goAway()
  const { data, errors } = await gateway.ask('{ seats { title led } }')
  expect(data).toEqual({
    seats: [
      { title: 'chair', led: null },
      { title: 'vice-chair', led: null },
    ],
  })
  expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
    [['seats', 0, 'led'], 'UNAVAILABLE'],
    [['seats', 1, 'led'], 'UNAVAILABLE'],
  ])
  await activity.comeBack()
  expect((await gateway.ask('{ seats { led } }')).errors).toBeUndefined()
})

test('of ever so many errors a hundred are named, and it is said that there are more', async () => {
  await activity.goAway()
  const aliases = Array.from({ length: 60 }, (_, at) => `a${at}: led`).join(' ')
  const { data, errors, extensions } = await gateway.ask(`{ seats { ${aliases} } }`)
  expect((data?.['seats'] as object[]).map((seat) => Object.values(seat).filter((led) => led === null).length)).toEqual([60, 60])
  expect(errors?.map(({ path }) => path?.join('.'))).toEqual([
    ...Array.from({ length: 60 }, (_, at) => `seats.0.a${at}`),
    ...Array.from({ length: 40 }, (_, at) => `seats.1.a${at}`),
  ])
  expect(extensions).toMatchObject({ errorsLeftOut: true })
  await activity.comeBack()
})

test('an alias may have the name of what every object inherits', async () => {
  const query = '{ seats { toString: title constructor: led } }'
  expect((await gateway.ask(query)).data?.['seats']).toContainEqual({ toString: 'chair', constructor: ['clinic of s1'] })
  await activity.goAway()
  const { data, errors } = await gateway.ask(query)
  await activity.comeBack()
  expect(data?.['seats']).toContainEqual({ toString: 'chair', constructor: null })
  expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['seats.0.constructor', 'seats.1.constructor'])
})

test('several questions to one service are one request, and each error keeps its place and its name', async () => {
  organization.asked.length = 0
  const { data, errors } = await gateway.ask('{ first: seat(id: "s1") { title } none: refused bodies { name term } }')
  expect(organization.asked).toHaveLength(1)
  expect(data).toEqual({
    first: { title: 'chair' },
    none: null,
    bodies: [
      { name: 'council', term: '3' },
      { name: 'board', term: null },
    ],
  })
  expect(errors?.map(({ path }) => path)).toEqual(expect.arrayContaining([['none'], ['bodies', 1, 'term']]))
})

test('an error of one entity stands at that entity', async () => {
  const { data, errors } = await gateway.ask('{ seats { title seen } }')
  expect(data).toEqual({
    seats: [
      { title: 'chair', seen: 's1' },
      { title: 'vice-chair', seen: null },
    ],
  })
  expect(errors).toMatchObject([{ path: ['seats', 1, 'seen'], extensions: { code: 'NOT_SEEN' } }])
})

test('several errors of one request are told each by itself', async () => {
  const { errors } = await gateway.ask('{ seats { never alsoNever } }')
  expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions['code']]).sort()).toEqual([
    ['seats.0.alsoNever', 'NOT_SEEN'],
    ['seats.0.never', 'NOT_SEEN'],
    ['seats.1.alsoNever', 'NOT_SEEN'],
    ['seats.1.never', 'NOT_SEEN'],
  ])
})

test('a command of a service that is away is refused as unavailable, in the asker’s language', async () => {
  await organization.goAway()
  const { errors } = await gateway.ask('mutation { createSeat(title: "chair") { id } }', {}, { 'accept-language': 'zh' })
  await organization.comeBack()
  expect(errors).toMatchObject([
    { message: '服务暂时不可用', path: ['createSeat'], extensions: { code: 'UNAVAILABLE', family: 'UNAVAILABLE' } },
  ])
})

test('fifty commands go in one document, each under its own name, and are done in order', async () => {
  const commands = Array.from({ length: 50 }, (_, at) => `c${at}: createSeat(title: "seat ${at}") { title }`)
  const { data } = await gateway.ask(`mutation { ${commands.join('\n')} }`)
  expect(Object.keys(data ?? {})).toHaveLength(50)
  expect(data?.['c49']).toEqual({ title: 'seat 49' })
})

test('the gateway itself answers which facts can be followed', async () => {
  const { data } = await gateway.ask('{ factTopics { topic types { type summary } } }')
  expect(data?.['factTopics']).toContainEqual({
    topic: 'membership.appointments',
    types: expect.arrayContaining([{ type: 'membership.appointment-made.v1', summary: 'A person was given a seat' }]),
  })
})
