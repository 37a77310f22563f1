import { setTimeout as pause } from 'node:timers/promises'
import { TinyService } from '../tiny-service'
import { refusal, type TinyPart } from '../tiny-subgraph'

interface Unit {
  id: string
  name: string
  level: string
  parentId?: string
}

const units: Unit[] = [
  { id: 'u1', name: 'Wuxi', level: 'CITY' },
  { id: 'u2', name: 'Jiangyin', level: 'TOWN', parentId: 'u1' },
  { id: 'u3', name: 'Yixing "south"', level: 'TOWN', parentId: 'u1' },
]
const persons = [
  { id: 'p1', name: 'Li', homeId: 'u2' },
  { id: 'p2', name: 'Wang', homeId: null },
]
const seats = [
  { id: 's1', title: 'chair', places: 1, unitId: 'u1' },
  { id: 's2', title: 'vice-chair', places: 3, unitId: 'u2' },
]

const stamp = { by: 'clerk', at: '2024-01-01' }
const note = { __typename: 'Note', id: 'n1', name: 'a note', text: 'a "text"', about: [units[1], null], stamp }

const unitOf = (id: unknown) => units.find((unit) => unit.id === id)
const refuse = (code: string) => () => {
  throw refusal(code, 'id')
}
const person = (id: string) => ({ __typename: 'Person', id })
const unit = (id: string | null) => id && { __typename: 'Unit', id }

const organization: TinyPart = {
  sdl: `
    type Query {
      units(first: Int = 3): [Unit!]!
      unit(id: ID!): Unit
      strict(id: ID!): Unit!
      grid: [[Unit!]!]!
      gaps: [[Int]]
      search: [Found!]!
      named: [Named!]!
      echo(filter: Filter, ids: [[ID!]!], level: Level = TOWN): String
      refused: String
    }
    type Mutation { rename(id: ID!, name: String!): Unit! refuse: Unit! drop: Unit }
    enum Level { CITY TOWN }
    input Filter { level: Level! = CITY words: [String!] }
    interface Named { id: ID! name: String! }
    union Found = Unit | Person | Note
    type Note implements Named { id: ID! name: String! text: String! about: [Unit] stamp: Stamp }
    type Stamp @shareable { by: String at: String }
    type Unit implements Named @key(fields: "id") {
      id: ID! name: String! level: Level parent: Unit children: [Unit!]! head: Person deputies: [Person] advisers: [Person] former: [Person] seats: [Seat!]! secret: String
    }
    type Seat @key(fields: "id") { id: ID! title: String! places: Int }
    type Person @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: {
      units: (_: unknown, { first }: { first: number }) => units.slice(0, first),
      unit: (_: unknown, { id }: { id: string }) => unitOf(id),
      strict: (_: unknown, { id }: { id: string }) => unitOf(id),
      grid: () => [[units[0], units[1]], [], [units[1]]],
      gaps: () => [[1, null], null, []],
      search: () => [{ __typename: 'Unit', ...units[0] }, person('p1'), note],
      named: () => [{ __typename: 'Unit', ...units[1] }, note],
      echo: (_: unknown, given: object) => JSON.stringify(given),
      refused: refuse('NOT_SEEN'),
    },
    Mutation: {
      rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...unitOf(id), name }),
      refuse: refuse('MAY_NOT'),
      drop: refuse('MAY_NOT'),
    },
    Unit: {
      parent: ({ parentId }: Unit) => unitOf(parentId),
      children: ({ id }: Unit) => units.filter(({ parentId }) => parentId === id),
      head: ({ id }: Unit) => (id === 'u3' ? null : person('p1')),
      deputies: () => [person('p2'), person('p2')],
      former: () => [person('p1'), person('gone')],
      advisers: () => [person('p1'), null, person('p2')],
      seats: ({ id }: Unit) => seats.filter(({ unitId }) => unitId === id),
      secret: ({ id, name }: Unit) => (id === 'u1' ? name : refuse('NOT_SEEN')()),
    },
  },
  entities: {
    Unit: ({ id }) => unitOf(id),
    Seat: ({ id }) => seats.find((seat) => seat.id === id),
    Person: ({ id }) => person(String(id)),
  },
}

const people: TinyPart = {
  sdl: `
    type Query { person(id: ID!): Person persons: [Person!]! }
    type Mutation { hire(id: ID!): Person! }
    type Person @key(fields: "id") {
      id: ID! name: String! phone(full: Boolean = false): String posts: [Post!]! home: Unit stamp: Stamp never: String promised: String!
    }
    type Stamp @shareable { by: String at: String }
    type Post { unit: Unit! seat: Seat kind: String }
    type Unit @key(fields: "id") { id: ID! chairs: [Person!]! rating: Int! }
    type Seat @key(fields: "id") { id: ID! holders: [Person] places: Int @external free: Int @requires(fields: "places") }
  `,
  resolvers: {
    Query: { person: (_: unknown, { id }: { id: string }) => persons.find((one) => one.id === id), persons: () => persons },
    Mutation: { hire: (_: unknown, { id }: { id: string }) => persons.find((one) => one.id === id) },
    Person: {
      phone: (_: unknown, { full }: { full: boolean }) => (full ? '138 0000 0000' : '138'),
      posts: ({ id }: { id: string }) =>
        id === 'p1' ? [{ unit: unit('u1'), seat: { id: 's1' }, kind: 'CHAIR' }, { unit: unit('u2') }] : [],
      home: ({ homeId }: { homeId: string | null }) => unit(homeId),
      stamp: () => stamp,
      never: refuse('NOT_SEEN'),
      promised: ({ id }: { id: string }) => (id === 'p1' ? 'kept' : refuse('NOT_SEEN')()),
    },
    Unit: {
      chairs: ({ id }: Unit) => persons.slice(0, id === 'u1' ? 2 : 1),
      rating: ({ id }: Unit) => (id === 'u2' ? refuse('NOT_RATED')() : 5),
    },
    Seat: {
      holders: () => [persons[0], null],
      free: ({ places }: { places: number }) => places - 1,
    },
  },
  entities: {
    Person: ({ id }) => persons.find((one) => one.id === id),
    Unit: ({ id }) => ({ id }),
    Seat: (representation) => ({ ...representation }),
  },
}

const activity: TinyPart = {
  sdl: `
    type Query { events: [Event!]! }
    type Unit @key(fields: "id") { id: ID! events(kind: String): [Event!]! late: String }
    type Event @key(fields: "id") { id: ID! title: String! host: Unit guests: [[Person]] waiting: [[Person]] }
    type Person @key(fields: "id") { id: ID! attended: [Event!] }
  `,
  resolvers: {
    Query: { events: () => ['e1', 'e2'].map(event) },
    Unit: {
      events: (_: unknown, { kind }: { kind?: string }) => [event(kind ?? 'e1')],
      late: async ({ id }: Unit) => {
        await pause(20)
        return `late ${id}`
      },
    },
    Event: {
      title: ({ id }: { id: string }) => `clinic ${id}`,
      host: ({ id }: { id: string }) => unit(id === 'e2' ? 'u3' : 'u2'),
      guests: () => [[person('p1')], [], [person('p2'), person('p1')]],
      waiting: () => [[person('p1'), null], null, []],
    },
    Person: { attended: ({ id }: { id: string }) => (id === 'p1' ? [event('e1')] : null) },
  },
  entities: { Unit: ({ id }) => ({ id }), Event: ({ id }) => ({ id }), Person: ({ id }) => ({ id }) },
}

function event(id: string) {
  return { id }
}

/** Three services whose entities refer to each other in all the ways that a graph may have: unions, lists of lists, nulls that may not be. */
export async function threeServices(): Promise<Map<string, TinyService>> {
  const parts = Object.entries({ organization, people, activity })
  return new Map(await Promise.all(parts.map(async ([name, part]) => [name, await TinyService.start(part)] as const)))
}
