import { execute, parse } from 'graphql'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { turnsDuring } from '../testing/turns-during'
import { loadOne, type GraphContext } from './context'
import { inTurns, Turns } from './turns'

interface Answered {
  villages: { name: string; town: { name: string }; posts: { name: string }[] }[]
}

const asked: number[] = []
const schema = makeExecutableSchema<GraphContext>({
  typeDefs: `
    type Query { villages(count: Int!): [Village!]! later(count: Int!): [Village!] none: [Village!] codes: [String!]! }
    type Village { name: String! town: Town! posts: [Post!]! }
    type Town { name: String! }
    type Post { name: String! }
  `,
  resolvers: {
    Query: {
      villages: (_, { count }: { count: number }) => villages(count),
      later: (_, { count }: { count: number }) => Promise.resolve(villages(count)),
      none: () => null,
      codes: () => Array.from({ length: 2_000 }, String),
    },
    Village: {
      town: ({ name }: { name: string }, _, context) =>
        loadOne(context, 'towns', name, (names) => {
          asked.push(names.length)
          return Promise.resolve(names.map((each) => ({ name: `${each}镇` })))
        }),
      posts: ({ name }: { name: string }) => ['会长', '秘书长'].map((post) => ({ name: name + post })),
    },
  },
})
inTurns(schema)
beforeEach(() => asked.splice(0))

function villages(count: number) {
  return Array.from({ length: count }, (_, place) => ({ name: `${place}村` }))
}

async function answered(text: string): Promise<Answered> {
  const contextValue = { caller: {}, loaders: new Map(), turns: new Turns() }
  const { data, errors } = await execute({ schema, document: parse(text), contextValue })
  expect(errors).toBeUndefined()
  return data as unknown as Answered
}

test.each(['villages', 'later'])('%s: a list of hundreds is whole and in its order, and so is what stands in it', async (field) => {
  const { [field]: found = [] } = (await answered(`{ ${field}(count: 240) { name posts { name } } }`)) as unknown as Record<
    string,
    Answered['villages']
  >
  expect(found).toEqual(villages(240).map(({ name }) => ({ name, posts: [{ name: `${name}会长` }, { name: `${name}秘书长` }] })))
})

test('others have their turn after each hundred objects; an answer of fewer does not wait', async () => {
  expect(await turnsDuring(() => answered('{ villages(count: 100) { name } }'))).toBe(0)
  expect(await turnsDuring(() => answered('{ villages(count: 101) { name } }'))).toBe(1)
  expect(await turnsDuring(() => answered('{ villages(count: 500) { name } }'))).toBe(4)
  expect(await turnsDuring(() => answered('{ villages(count: 100) { posts { name } } }'))).toBe(2)
})

test('two answers at once have their turns one after the other', async () => {
  const both = () => Promise.all([answered('{ villages(count: 300) { name } }'), answered('{ villages(count: 300) { name } }')])
  expect(await turnsDuring(both)).toBe(4)
})

test('what the objects of all turns ask for is asked for at once', async () => {
  const { villages: found } = await answered('{ villages(count: 180) { town { name } } }')
  expect(found.map(({ town }) => town.name)).toEqual(villages(180).map(({ name }) => `${name}镇`))
  expect(asked).toEqual([180])
})

test('what is asked for of many is given out in turns, too', async () => {
  // A hundred villages and their towns at once; then eighty more of each, after a turn.
  expect(await turnsDuring(() => answered('{ villages(count: 100) { town { name } } }'))).toBe(0)
  expect(await turnsDuring(() => answered('{ villages(count: 180) { town { name } } }'))).toBe(2)
})

test('a list of words, and none, are as they were', async () => {
  expect(await answered('{ none { name } }')).toEqual({ none: null })
  expect(await turnsDuring(() => answered('{ codes }'))).toBe(0)
})
