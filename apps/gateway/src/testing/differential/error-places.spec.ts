import { GraphQLError } from 'graphql'
import { atTheirPlaces } from './error-places'

const at = (...path: (string | number)[]) => new GraphQLError(path.join('.'), { path })
const places = (errors: GraphQLError[], data: unknown) => atTheirPlaces(errors, data).map(({ path }) => path?.join('.'))

test('an error in a list is told at the item that lacks its value', () => {
  expect(places([at('seats', 'led')], { seats: [{ led: 1 }, { led: null }] })).toEqual(['seats.1.led'])
})

test('errors of the same field go to the items without a value in their order', () => {
  const data = { units: [{ seats: [{ led: null }, { led: 1 }] }, { seats: [{ led: null }] }] }
  expect(places([at('units', 'seats', 'led'), at('units', 'seats', 'led')], data)).toEqual(['units.0.seats.0.led', 'units.1.seats.0.led'])
})

test('where the item itself is gone, its error stands at the field that took it away', () => {
  expect(places([at('seats', 'title')], { seats: [{ title: 'chair' }, null] })).toEqual(['seats.1.title'])
})

test('an error with its whole path stays there, also beside others, and one that explains no null stays as it came', () => {
  expect(places([at('seats', 1, 'led'), at('me')], { seats: [{ led: null }, { led: null }], me: 'admin' })).toEqual(['seats.1.led', 'me'])
})

test('several errors that came as one are told each by itself', () => {
  const together = new GraphQLError('both', { path: ['seat'], originalError: new AggregateError([at('seat', 'a'), at('seat', 'b')]) })
  expect(places([together], { seat: null })).toEqual(['seat.a', 'seat.b'])
})
