import { buildSchema } from 'graphql'
import { undatedDeprecations, undescribed } from './graph'

test('each type, field, argument, input field and enum value without a description is named; the roots need none', () => {
  const schema = buildSchema(`
    type Query { "Said" unit(id: ID!): Unit }
    type Unit { rank: Rank "Said" id: ID! }
    enum Rank { CHAIR "Said" DELEGATE }
    "Said" input Filter { name: String }
    scalar LocalDate
  `)
  expect(undescribed(schema).sort()).toEqual(
    ['Filter.name', 'LocalDate', 'Query.unit(id:)', 'Rank', 'Rank.CHAIR', 'Unit', 'Unit.rank'].map((name) => `${name} has no description`),
  )
})

test('what is deprecated says since when', () => {
  const schema = buildSchema(`
    type Query { old: Int @deprecated older: Int @deprecated(reason: "use it, since 2026-02-01") }
    enum Rank { CHAIR @deprecated(reason: "soon") }
  `)
  expect(undatedDeprecations(schema)).toEqual([
    'Query.old is deprecated without the day since when',
    'Rank.CHAIR is deprecated without the day since when',
  ])
})
