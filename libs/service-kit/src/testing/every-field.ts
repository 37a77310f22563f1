import { randomUUID } from 'node:crypto'
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isLeafType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql'
import { declaredRights } from '../rights/declared'
import { everywhere, gives, roles, SIGNED_IN, type Grant } from '../rights'

/** Asks the graph of a service as somebody who is granted so much. */
type Ask = (query: string, asking: { grants: Grant[] }) => Promise<{ errors?: { extensions: { code: string } }[] }>

const SCALARS: Record<string, unknown> = {
  ID: randomUUID(),
  String: 'x',
  Int: 1,
  Float: 1,
  Boolean: false,
  LocalDate: '2026-01-01',
  Instant: '2026-01-01T09:00:00+08:00',
  AreaCode: '320299',
  Count: 1,
}

/** One root field with values for all that it must be given, and what right it declares. */
interface RootField {
  name: string
  right: string
  query: string
}

/**
 * Tests of a whole subgraph: each field of its roots is asked by each role, everywhere, and is refused as FORBIDDEN just where the role
 * lacks the right that the field declares.
 * @param sdl the text of the subgraph
 */
export function testEveryField(sdl: () => Promise<string>, ask: Ask): void {
  describe.each(roles.map(({ code }) => code))('every field of the graph, asked by %s', (role) => {
    test('is open or closed as it declares', async () => {
      const wrong: string[] = []
      for (const { name, right, query } of rootFields(await sdl())) {
        const { errors = [] } = await ask(query, { grants: [everywhere(role)] })
        const refused = errors.some(({ extensions }) => extensions.code === 'FORBIDDEN')
        const may = right === SIGNED_IN || gives(role, right as Parameters<typeof gives>[1])
        if (refused === may) wrong.push(`${name} (${right}) ${refused ? 'was refused' : 'was open'}`)
      }
      expect(wrong).toEqual([])
    })
  })
}

/** Every root field that a caller can ask for. */
function rootFields(sdl: string): RootField[] {
  const declared = declaredRights(sdl)
  const schema = buildSchema(`scalar _Any\ntype Query\ntype Mutation\n${sdl}`, { assumeValidSDL: true })
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map((field) => ({
      name: field.name,
      right: declared.get(`${root?.name}.${field.name}`) ?? '',
      query: `${root?.name.toLowerCase()} { ${callOf(field)} }`,
    })),
  )
}

function callOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const given = args.filter(isRequiredArgument).map((argument) => `${argument.name}: ${valueOf(argument.type)}`)
  return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${isLeafType(getNamedType(type)) ? '' : ' { __typename }'}`
}

function valueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueOf(type.ofType as GraphQLInputType)
  if (isListType(type)) return `[${valueOf(type.ofType as GraphQLInputType)}]`
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  if (!isInputObjectType(type)) return JSON.stringify(SCALARS[type.name])
  const fields = Object.values(type.getFields()).filter(isRequiredInputField)
  return `{ ${fields.map((field) => `${field.name}: ${valueOf(field.type)}`).join(', ')} }`
}
