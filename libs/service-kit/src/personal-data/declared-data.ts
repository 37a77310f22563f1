import { Kind, parse, type FieldDefinitionNode, type InputValueDefinitionNode, type TypeNode } from 'graphql'
import { dataClasses, type DataClassCode } from './classes'

/** What a field about a person declares of itself. */
export interface DeclaredData {
  /** Such as `Person.phone`. */
  field: string
  class: DataClassCode
  /** How it is masked, such as `138****8000`; undefined: it is not. */
  masked: string | undefined
}

type Field = FieldDefinitionNode | InputValueDefinitionNode

/**
 * The class of each field about persons in a part of the graph. A type or input is about persons when its name says so, or when one of its
 * fields declares a class; then each of its fields that holds a value declares one. Throws with all that do not, or that declare one that is
 * not in the list: data about persons comes into the graph by no oversight.
 */
export function declaredData(sdl: string): DeclaredData[] {
  const { definitions } = parse(sdl, { noLocation: true })
  const composite = new Set(
    definitions.flatMap((one) =>
      one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? [one.name.value] : [],
    ),
  )
  const wrong: string[] = []
  const declared = definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION) return []
    const { fields = [], name } = definition
    if (!name.value.includes('Person') && !fields.some((field) => said(field, 'class') !== undefined)) return []
    return fields
      .filter(({ type }) => !composite.has(namedIn(type)))
      .flatMap((field): DeclaredData[] => {
        const [at, code = 'none'] = [`${name.value}.${field.name.value}`, said(field, 'class')]
        if (isClass(code)) return [{ field: at, class: code, masked: said(field, 'masked') }]
        wrong.push(`${at} declares ${code === 'none' ? 'no class of data' : `“${code}”, which is no class of data`}`)
        return []
      })
  })
  if (wrong.length > 0) throw new Error(`${wrong.join('; ')}: add @data(class: "…") with a class of personal-data/classes.ts`)
  return declared
}

function isClass(code: string): code is DataClassCode {
  return Object.hasOwn(dataClasses, code)
}

function said({ directives }: Field, argument: string): string | undefined {
  const data = directives?.find(({ name }) => name.value === 'data')
  const value = data?.arguments?.find(({ name }) => name.value === argument)?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}

function namedIn(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type)
}
