import type { ComponentType } from 'react'
import type { Verb } from '../session/verbs'

/** A page of the portal. */
export interface Page {
  path: string
  load: () => Promise<ComponentType>
  /** Key of its name (and `<key>.find`: pinyin and other words that find it) where it stands in the navigation. */
  name?: string
  /** The right without which it has nothing to show; absent: everybody's who is signed in. */
  verb?: Verb
}

/** A page that stands in the navigation. */
export type NamedPage = Page & { name: string }

/** The pages of the navigation that the reader may see, in its order. */
export function namedPages(pages: readonly Page[], may: (verb: Verb) => boolean): NamedPage[] {
  return pages.filter((page): page is NamedPage => page.name !== undefined && (page.verb === undefined || may(page.verb)))
}
