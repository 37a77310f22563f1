import catalogue from './body-kinds.json'

/** 机构类别: a kind of body. The catalogue is data: a new kind is a new row. */
export interface BodyKind {
  code: string
  zh: string
  en: string
}

/** All kinds. */
export const bodyKinds: readonly BodyKind[] = catalogue

/** The kind of a code; undefined for an unknown one. */
export function bodyKindOf(code: string): BodyKind | undefined {
  return bodyKinds.find((kind) => kind.code === code)
}
