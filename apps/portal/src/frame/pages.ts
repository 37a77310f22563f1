import type { ComponentType } from 'react'

/** A page of the portal. */
export interface Page {
  path: string
  load: () => Promise<ComponentType>
  /** Key of its name (and `<key>.find`: pinyin and other words that find it) where it stands in the navigation. */
  name?: string
}

/** A page that stands in the navigation. */
export type NamedPage = Page & { name: string }

/** The pages of the navigation, in its order. */
export function namedPages(pages: readonly Page[]): NamedPage[] {
  return pages.filter((page): page is NamedPage => page.name !== undefined)
}
