import { Kind, parse, type FieldDefinitionNode, type GraphQLSchema } from 'graphql'
import type { Audit } from '../audit/audit'
import { auditRefusal } from '../audit/refused-rights'
import type { Caller } from '../caller/caller'
import { checkRight } from './record-rights'
import { isVerb, SIGNED_IN, type Right } from './verbs'

/** How a field of the graph's roots declares what right it asks for. */
export const RIGHT_DIRECTIVE = 'directive @right(to: String!) on FIELD_DEFINITION'
const ROOTS = new Set(['Query', 'Mutation', 'Subscription'])

/** The right that each root field of a part of the graph declares, as `Query.units`. Throws with every field that declares none, or one that is not in the list. */
export function declaredRights(sdl: string): Map<string, Right> {
  const declared = new Map<string, Right>()
  const wrong: string[] = []
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_EXTENSION && definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    const root = definition.name.value
    if (!ROOTS.has(root)) continue
    for (const field of definition.fields ?? []) {
      const right = rightOf(field)
      if (right === SIGNED_IN || isVerb(right)) declared.set(`${root}.${field.name.value}`, right)
      else wrong.push(`${root}.${field.name.value} declares ${right === '' ? 'no right' : `“${right}”, which is no right`}`)
    }
  }
  if (wrong.length > 0) throw new Error(`${wrong.join('; ')}: add @right(to: "…") with a verb of rights/verbs.ts, or "${SIGNED_IN}"`)
  return declared
}

/**
 * Puts the declared rights before the resolvers of a schema: who has the right nowhere is refused before anything is asked. Whichever
 * right is refused behind it, by a store or by a rule, is written down here, so that no resolver can forget it.
 */
export function guardRoots(
  schema: GraphQLSchema,
  declared: ReadonlyMap<string, Right>,
  today: () => string,
  audit: Pick<Audit, 'append'>,
): void {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const right = declared.get(`${type?.name}.${field.name}`)
      const { resolve } = field
      if (!right || !resolve) continue
      field.resolve = async (source, args: Record<string, unknown>, context: { caller: Caller }, info) => {
        try {
          checkRight(context.caller, right, today())
          return (await resolve(source, args, context, info)) as unknown
        } catch (error) {
          await auditRefusal(audit, context.caller, { root: type?.name ?? '', field: field.name, args, error })
          throw error
        }
      }
    }
  }
}

function rightOf({ directives }: FieldDefinitionNode): string {
  const to = directives?.find(({ name }) => name.value === 'right')?.arguments?.[0]?.value
  return to?.kind === Kind.STRING ? to.value : ''
}
