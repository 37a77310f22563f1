import type { Level } from '@sizhang/contracts'
import type { DeclaredUnitType, PackProblem, Rule } from '@sizhang/packs'
import catalogue from './unit-types.json'

/** 组织类型: a type of unit. The catalogue is data (domain (b)): the built-in rows, and those that packs declare. */
export interface UnitType {
  code: string
  /** The level whose areas it covers; null: it covers no area. */
  serves: Level | null
  /** Types of unit that it may stand under. */
  allowedParents: string[]
  /** Whether a unit of it covers employers (N2.3d); absent: no. */
  coversEmployers?: boolean
  /** The kind of body that it usually has. */
  bodyKind: string
  zh: string
  en: string
  /** Of a declared type: the built-in one whose level, bodies, seats, founding, pilots and covers it shares. */
  like?: string
}

const builtIn: readonly UnitType[] = catalogue as UnitType[]
let types = builtIn
let byCode = new Map(types.map((type) => [type.code, type]))

/** All types: the built-in ones in the order of the levels, then those that packs declare. */
export function unitTypes(): readonly UnitType[] {
  return types
}

/** The type of a code; undefined for an unknown one. */
export function unitTypeOf(code: string): UnitType | undefined {
  return byCode.get(code)
}

/** The built-in type by which other catalogues (bodies, seats, foundings, pilots) know a type. */
export function builtInTypeOf(code: string): string {
  return byCode.get(code)?.like ?? code
}

/** Built-in types, and the declared ones that are like one of them. */
export function typesLike(builtInCodes: readonly string[]): string[] {
  return types.flatMap(({ code }) => (builtInCodes.includes(builtInTypeOf(code)) ? [code] : []))
}

/** Takes a catalogue as `joinUnitTypes` made it: once, when the service starts, before anything is decided. */
export function takeUnitTypes(joined: readonly UnitType[]): void {
  types = joined
  byCode = new Map(types.map((type) => [type.code, type]))
}

/**
 * The catalogue with the types that packs declare. Where a built-in type may stand under another, it may stand under those that are like it.
 * The problems name each declared type that has the code of a built-in one, refers to no type, or could come to stand under itself.
 */
export function joinUnitTypes(declared: readonly DeclaredUnitType[]): { types: UnitType[]; problems: PackProblem[] } {
  const models = new Map(builtIn.map((type) => [type.code, type]))
  const codes = new Set([...models.keys(), ...declared.map(({ code }) => code)])
  const problems = declared.flatMap((type) => referenceProblems(type, models, codes))
  if (problems.length > 0) return { types: [], problems }

  const joined = [
    ...builtIn.map((type) => ({ ...type, allowedParents: withAlike(type.allowedParents, declared) })),
    ...declared.flatMap(({ code, like, parents, texts }) => {
      const model = models.get(like)
      return model ? [{ ...model, code, like, allowedParents: [...parents], zh: texts.zh.name, en: texts.en.name }] : []
    }),
  ]
  const above = new Map(joined.map(({ code, allowedParents }) => [code, allowedParents]))
  const circles = declared.filter(({ code }) => reaches(code, code, above)).map((type) => problem('UNIT_TYPE_CIRCLE', type, type.parents))
  return { types: joined, problems: circles }
}

function withAlike(parents: readonly string[], declared: readonly DeclaredUnitType[]): string[] {
  return [...parents, ...declared.filter(({ like }) => parents.includes(like)).map(({ code }) => code)]
}

function referenceProblems(type: DeclaredUnitType, models: ReadonlyMap<string, UnitType>, codes: ReadonlySet<string>): PackProblem[] {
  return [
    ...(models.has(type.code) ? [problem('UNIT_TYPE_BUILT_IN', type, type.code, 'code')] : []),
    ...(models.has(type.like) ? [] : [problem('UNIT_TYPE_LIKE', type, type.like, 'like')]),
    ...type.parents.flatMap((parent, index) => (codes.has(parent) ? [] : [problem('UNIT_TYPE_PARENT', type, parent, `parents[${index}]`)])),
  ]
}

/** Whether what may stand above a type, at any depth, is `target`. */
function reaches(from: string, target: string, above: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>()
  const waiting = [...(above.get(from) ?? [])]
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (code === target) return true
    if (seen.has(code)) continue
    seen.add(code)
    waiting.push(...(above.get(code) ?? []))
  }
  return false
}

function problem(rule: Rule, { declared }: DeclaredUnitType, value: unknown, field?: string): PackProblem {
  return { rule, folder: declared.folder, file: 'pack.json', field: field ? `${declared.field}.${field}` : declared.field, value }
}
