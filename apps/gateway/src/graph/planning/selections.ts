import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql'

/** Whether a fragment on a type of this name says something of the object at hand. */
type Applies = (typeCondition: string) => boolean
/** Whether `@skip` and `@include` leave a selection in. */
type Included = (selection: SelectionNode) => boolean

const always = () => true

/** The selections of one document, its fragments looked up. */
export class Selections {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>

  constructor({ definitions }: DocumentNode) {
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
  }

  /** The fields of selection sets, by the keys that they have in the answer, in the order of the answer. */
  fields(sets: readonly SelectionSetNode[], applies: Applies = always, included: Included = always): Map<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>()
    const spread = new Set<string>()
    const collect = ({ selections }: SelectionSetNode) => {
      for (const selection of selections) {
        if (!included(selection)) continue
        if (selection.kind === Kind.FIELD) {
          const key = keyOf(selection)
          const same = fields.get(key)
          if (same) same.push(selection)
          else fields.set(key, [selection])
          continue
        }
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.spreadOnce(selection.name.value, spread)
        if (fragment && (!fragment.typeCondition || applies(fragment.typeCondition.name.value))) collect(fragment.selectionSet)
      }
    }
    sets.forEach(collect)
    return fields
  }

  private spreadOnce(name: string, spread: Set<string>): FragmentDefinitionNode | undefined {
    if (spread.has(name)) return undefined
    spread.add(name)
    return this.fragments.get(name)
  }
}

/** What the fields of one key select below it, put together. */
export function setsBelow(fields: readonly FieldNode[]): SelectionSetNode[] {
  return fields.flatMap(({ selectionSet }) => selectionSet ?? [])
}

/** The key of a field in the answer. */
function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value
}
