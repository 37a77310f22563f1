import { composeServices } from '@theguild/federation-composition'
import { buildSchema, parse, print } from 'graphql'
import { breakingChanges } from './breaking-changes'
import { persisted, withTypenames } from './portal-operations'
import { joined } from './subgraphs'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])'
const compose = (text: string) =>
  composeServices([{ name: 'organization', url: 'http://organization', typeDefs: parse(`${link}\n${text}`) }]).supergraphSdl ?? ''

describe('the features of a service', () => {
  test('each add to the roots and to each other’s types', () => {
    const document = joined([
      'type Query { unit: Unit }\ntype Unit { id: ID! }',
      '',
      'extend type Query { body: ID }\nextend type Unit { bodies: [ID!]! }',
    ])
    const schema = buildSchema(print(document))
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['unit', 'body'])
    expect(print(document)).toContain('bodies: [ID!]!')
  })
})

describe('a client of the committed graph', () => {
  const before = compose(
    'type Query { units(first: Int): [Unit!]! old: Int @deprecated(reason: "since 2026-01-01") } type Unit { id: ID! name: String! } enum Level { CITY TOWN }',
  )
  const changed = (text: string) => breakingChanges(before, compose(text))

  test('is not broken by more fields, nor by the end of a deprecated one', async () => {
    expect(
      await changed('type Query { units(first: Int): [Unit!]! } type Unit { id: ID! name: String! level: Level } enum Level { CITY TOWN }'),
    ).toEqual([])
  })

  test.each([
    ['a field that went', 'type Query { units(first: Int): [Unit!]! } type Unit { id: ID! } enum Level { CITY TOWN }', 'Unit.name'],
    [
      'an argument that must be given',
      'type Query { units(first: Int!): [Unit!]! } type Unit { id: ID! name: String! } enum Level { CITY TOWN }',
      'Query.units',
    ],
    [
      'a value that may be null',
      'type Query { units(first: Int): [Unit!]! } type Unit { id: ID! name: String } enum Level { CITY TOWN }',
      'Unit.name',
    ],
    [
      'an enum value that went',
      'type Query { units(first: Int): [Unit!]! } type Unit { id: ID! name: String! } enum Level { CITY }',
      'Level.TOWN',
    ],
  ])('is broken by %s', async (_, text, path) => {
    expect((await changed(text)).join()).toContain(path)
  })
})

describe('an operation of the portal', () => {
  const fragments = 'fragment B on Unit { name ...A } fragment A on Unit { id }'
  const query = 'query Unit { unit { ...B } }'
  const of = (text: string) => persisted(withTypenames(parse(text)))

  test('is kept with the fragments that it uses, whatever the order of the files', () => {
    const [operation] = of(`${query} ${fragments} fragment C on Unit { id }`)
    expect(operation?.name).toBe('Unit')
    expect(operation?.text.match(/fragment \w/g)).toEqual(['fragment A', 'fragment B'])
    expect(of(`${fragments} ${query}`)[0]?.hash).toBe(operation?.hash)
  })

  test('names the type of each object once, so that client and gateway hash the same text', () => {
    const [operation] = of('query Unit { unit { id __typename bodies { id } } }')
    expect(operation?.text).toBe(print(parse('query Unit { unit { id __typename bodies { id __typename } } }')))
  })
})
