/** An operation and its variables. */
export type Operation = readonly [text: string, variables?: Record<string, unknown>]

/** What is asked of each unit, by way of every field that returns one. */
const ofUnits = [
  'id name',
  '__typename name level',
  'kind: __typename one: name other: name',
  'name name id',
  'parent { name parent { name } }',
  'children { name children { id } }',
  'chairs { name }',
  'name chairs { name posts { kind unit { name } } }',
  'rating',
  'name rating',
  'events { title }',
  'first: events(kind: "e1") { id } second: events(kind: "e2") { id title }',
  'events { title host { name chairs { id } } }',
  'events { guests { name } }',
  'head { name phone }',
  'head { id } head { name } head { phone(full: true) }',
  'deputies { name } deputies { id never }',
  'deputies { name promised }',
  'advisers { id name posts { kind } } former { id } again: former { name }',
  'seats { title free }',
  'seats { free holders { name phone } }',
  'seats { places free } again: seats { title holders { id } }',
  'secret',
  'late events { id }',
  '... { name } ... on Unit { level chairs { id } }',
  'chairs { home { name events { title } } }',
] as const

const waysToUnits = [
  (fields: string) => `{ units { ${fields} } }`,
  (fields: string) => `{ unit(id: "u2") { ${fields} } none: unit(id: "u9") { ${fields} } }`,
  (fields: string) => `{ grid { ${fields} } }`,
  (fields: string) => `{ search { ... on Unit { ${fields} } } }`,
] as const

const others: Operation[] = [
  ['{ persons { name home { name parent { name } } stamp { by } stamp { at } } }'],
  ['{ person(id: "p1") { posts { kind unit { name chairs { name } } seat { title places free } } } }'],
  ['{ person(id: "p1") { posts { seat { holders { name } } seat { title } } posts { unit { name } } } }'],
  ['{ person(id: "p9") { name } persons { attended { title host { name } } } }'],
  ['{ events { title host { name rating } guests { name attended { id } } } }'],
  ['{ events { guests { id home { id name } } } }'],
  ['{ events { waiting { id name } } }'],
  ['{ search { __typename } }'],
  ['{ search { kind: __typename ... on Named { name } ... on Note { text stamp { at by } about { name events { title } } } } }'],
  ['{ search { ... on Person { phone posts { kind } } ... on Unit { rating } ... on Note { text } } }'],
  ['{ search { ... on Unit { detail: name } ... on Note { detail: text } ... on Person { other: phone } } }'],
  ['{ named { id name } }'],
  ['{ named { __typename name ... on Unit { level events { title } } ... on Note { text stamp { by } } } }'],
  ['{ gaps grid { name } other: gaps }'],
  ['{ __typename }'],
  ['{ __typename units { __typename id } persons { __typename } }'],
  [
    '{ ...all } fragment all on Query { __typename units { ...named } named { ...named } persons { id } } fragment named on Named { id name }',
  ],
  ['{ units { ...a } grid { ...b } } fragment a on Unit { name ...b } fragment b on Unit { chairs { name } events { id } }'],
  ['{ refused units { id } persons { id } }'],
  ['{ strict(id: "u9") { name } }'],
  ['{ strict(id: "u9") { name } persons { id } }'],
  ['{ strict(id: "u2") { rating } units { id } }'],
  ['{ persons { promised } }'],
  ['{ person(id: "p2") { name promised } events { id } }'],
  ['{ echo }'],
  ['{ echo(filter: { level: TOWN, words: ["a", "b \\"c\\""] }, ids: [["u1"], [], ["u2", "u3"]], level: CITY) }'],
  ['mutation { rename(id: "u1", name: "Suzhou") { name parent { name } chairs { name } events { title } } }'],
  ['mutation { refuse { name } }'],
  ['mutation { drop { name } again: drop { id } }'],
  [
    'mutation { a: rename(id: "u1", name: "x") { name } b: hire(id: "p1") { name home { name } } c: rename(id: "u2", name: "y") { rating } }',
  ],
  ['mutation { __typename hire(id: "p2") { promised } }'],
  ['mutation { hire(id: "p9") { name } drop { id } }'],
]

const FILTER = 'query ($filter: Filter, $level: Level = CITY) { echo(filter: $filter, level: $level) }'
const UNIT = 'query ($id: ID!) { unit(id: $id) { name events { title } } }'
const TWO = `query ($a: Boolean!, $b: Boolean = false) {
  units { name chairs @include(if: $a) { name } chairs @skip(if: $b) { phone } ...more @include(if: $b) events @skip(if: $a) { id } }
} fragment more on Unit { level events { title } rating @skip(if: $a) }`

/** The same text with variables as they should be, missing, null and wrong. */
const withVariables: Operation[] = [
  [FILTER],
  [FILTER, { filter: {} }],
  [FILTER, { filter: null, level: null }],
  [FILTER, { filter: { level: 'TOWN', words: 'one' }, level: 'TOWN' }],
  [FILTER, { filter: { level: 'VILLAGE' } }],
  [FILTER, { filter: { words: [1] } }],
  [FILTER, { filter: { height: 1 } }],
  [UNIT, { id: 'u1' }],
  [UNIT, { id: 1 }],
  [UNIT, { id: 'u1', more: true }],
  [UNIT],
  [UNIT, { id: null }],
  [UNIT, { id: ['u1'] }],
  ['query ($first: Int) { units(first: $first) { id } }'],
  ['query ($first: Int) { units(first: $first) { id } }', { first: 1 }],
  ['query ($first: Int) { units(first: $first) { id } }', { first: '1' }],
  ['query ($full: Boolean) { persons { phone(full: $full) home { head { phone(full: $full) } } } }', { full: true }],
  ['query ($kind: String) { units { events(kind: $kind) { id title } } }', { kind: 'e"2' }],
  ['query ($ids: [[ID!]!]) { echo(ids: $ids) }', { ids: [['a'], []] }],
  ['query ($ids: [[ID!]!]) { echo(ids: $ids) }', { ids: 'a' }],
  ...[true, false].flatMap((a): Operation[] => [
    [TWO, { a, b: true }],
    [TWO, { a, b: false }],
    [TWO, { a }],
  ]),
  [TWO, {}],
]

const byWay = waysToUnits.map((way) => ofUnits.map((fields): Operation => [way(fields)]))

/** Some hundred operations. */
export const operations: readonly Operation[] = [...byWay.flat(), ...others, ...withVariables]

/** Those of them that say something when a service is away. */
export const someOperations: readonly Operation[] = [...(byWay[0] ?? []), ...others]
