import { Kind, parse, visit, type ConstDirectiveNode } from 'graphql'
import type { Parts } from './compose'

/** How long lists without pages are about, by `<type>.<field>`. */
export type Sizes = ReadonlyMap<string, number>

/** What the services say of their lists by `@size(about: …)`: composing leaves it out, as all that is not for those who ask. */
export function sizesIn(parts: Parts): Sizes {
  const sizes = new Map<string, number>()
  for (const sdl of parts.values()) {
    let type = ''
    const entered = ({ name }: { name: { value: string } }) => void (type = name.value)
    visit(parse(sdl), {
      ObjectTypeDefinition: { enter: entered },
      ObjectTypeExtension: { enter: entered },
      FieldDefinition({ name, directives }) {
        const about = aboutIn(directives?.find((directive) => directive.name.value === 'size'))
        if (about !== undefined) sizes.set(`${type}.${name.value}`, about)
      },
    })
  }
  return sizes
}

function aboutIn(directive: ConstDirectiveNode | undefined): number | undefined {
  const value = directive?.arguments?.find(({ name }) => name.value === 'about')?.value
  return value?.kind === Kind.INT ? Number(value.value) : undefined
}
