import { parse } from 'graphql'
import { rootFields } from './request-metrics'

test('a request is known by the fields of the schema, never by the names that its author gave', () => {
  const text = `query MyOwnName { mine: units { id } other: units { id } ...Rest ... on Query { seats { id } } } fragment Rest on Query { persons { id } }`
  expect(rootFields(parse(text))).toEqual(['units', 'persons', 'seats'])
})
