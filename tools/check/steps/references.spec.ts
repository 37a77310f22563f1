import { parse } from 'graphql'
import { brittleReferences } from './references'

const part = (app: string, text: string) => ({ app, typeDefs: parse(text) })
const organization = part(
  'organization',
  `type Seat @key(fields: "id") { id: ID! title: String! body: Body! } type Body @key(fields: "id") { id: ID! kind: String! }`,
)

test('a field that leads to another service’s entity may be null, alone or in a list', () => {
  const membership = part(
    'membership',
    `type Appointment @key(fields: "id") { id: ID! seat: Seat! seats: [Seat!]! may: Seat several: [Seat]! }
     type Seat @key(fields: "id") { id: ID! holders: [Appointment!] vacant: Int }`,
  )
  expect(brittleReferences([organization, membership])).toEqual([
    'membership: Appointment.seat is Seat!',
    'membership: Appointment.seats is [Seat!]!',
  ])
})

test('an entity of its own and a type that is nobody’s entity are promised freely', () => {
  const membership = part('membership', 'type Seat @key(fields: "id") { id: ID! vacant: Int } type Page { seats: Int! }')
  expect(brittleReferences([organization, membership])).toEqual([])
})
