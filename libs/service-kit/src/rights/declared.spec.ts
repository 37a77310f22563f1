import { buildSchema, graphql } from 'graphql'
import { declaredRights, guardRoots } from './declared'
import { everywhere } from './grant'
import { roles } from './roles'
import { verbs } from './verbs'

test('each field of the roots declares its right', () => {
  const sdl = 'extend type Query { units: Int @right(to: "units.read") me: Int @right(to: "signed-in") } type Unit { name: String }'
  expect([...declaredRights(sdl)]).toEqual([
    ['Query.units', 'units.read'],
    ['Query.me', 'signed-in'],
  ])
})

test('a field without a right, or with one that is not in the list, is named', () => {
  const sdl = 'extend type Query { units: Int } extend type Mutation { move: Int @right(to: "units.move") }'
  expect(() => declaredRights(sdl)).toThrow('Query.units declares no right; Mutation.move declares “units.move”, which is no right')
})

test('who has a right nowhere is refused before a resolver runs', async () => {
  const sdl =
    'directive @right(to: String!) on FIELD_DEFINITION type Query { units: Int @right(to: "units.read") me: Int @right(to: "signed-in") }'
  const schema = buildSchema(sdl)
  let asked = 0
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) field.resolve = () => ++asked
  guardRoots(schema, declaredRights(sdl), () => '2026-03-31', { append: () => Promise.resolve() })
  const ask = (grants: object[]) => graphql({ schema, source: '{ units me }', contextValue: { caller: { grants } } })
  const { data, errors } = await ask([everywhere('OPERATOR')])
  expect([data, errors?.map(({ message }) => message), asked]).toEqual([{ units: null, me: 1 }, ['FORBIDDEN'], 1])
  expect((await ask([everywhere('ANALYST')])).errors).toBeUndefined()
})

test('every verb is given by some role, and to no role that cannot be granted', () => {
  const given = new Set<string>(roles.flatMap((role) => role.verbs))
  expect(Object.keys(verbs).filter((verb) => !given.has(verb))).toEqual([])
  for (const role of roles) expect(role.jurisdictions.length).toBeGreaterThan(0)
})

test.each([
  ['areas.read', 'units.read'],
  ['units.read', 'bodies.read'],
  ['appointments.read', 'persons.read'],
] as const)('whoever has %s has %s, which a list that he may see is made of', (outer, inner) => {
  for (const { code, verbs: given } of roles)
    expect([code, given.some((verb) => verb === outer), given.some((verb) => verb === inner)]).toEqual([
      code,
      given.some((verb) => verb === outer),
      given.some((verb) => verb === outer || verb === inner),
    ])
})

test('whoever may change a kind of record may see it', () => {
  for (const role of roles) {
    const blind = role.verbs.filter(
      (verb) => verb.endsWith('.write') && !(role.verbs as readonly string[]).includes(verb.replace('.write', '.read')),
    )
    expect([role.code, blind]).toEqual([role.code, []])
  }
})
