import { z } from 'zod'
import { byRule, isObjectOf } from './rules'

export const levels = ['CITY', 'COUNTY', 'TOWN', 'VILLAGE'] as const
export type Level = (typeof levels)[number]

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** The figures that every activity type asks for, so that reporting can sum them over all departments. */
export const summedFigures = ['audience', 'sessions'] as const

/** No figure is larger: what a fact can carry, and far below the whole numbers that a computer keeps exactly. */
export const largestFigure = 1e12

/** The kinds of code that a pack declares; each stands in a section of the texts. */
export const sections = {
  department: 'departments',
  head: 'heads',
  title: 'titles',
  employerKind: 'employerKinds',
  activityType: 'activityTypes',
  figure: 'figures',
  unit: 'units',
  placeKind: 'placeKinds',
  carryingSociety: 'carryingSocieties',
  unitType: 'unitTypes',
} as const
export type CodeKind = keyof typeof sections

const code = z.string(byRule('CODE')).regex(/^(?!.{61})[a-z][a-z0-9]*(-[a-z0-9]+)*$/, byRule('CODE'))
const capitals = z.string(byRule('CAPITALS')).regex(/^(?!.{61})[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, byRule('CAPITALS'))

/** A list that names nothing twice; `key` gives the name of an entry. */
function listOf<T extends z.ZodType>(entry: T, key: (value: z.infer<T>) => string = String) {
  return z.array(entry, byRule('LIST')).superRefine((values, context) => {
    const named = new Set<string>()
    values.forEach((value, index) => {
      if (named.has(key(value))) context.addIssue({ code: 'custom', path: [index], message: byRule('NAMED_TWICE') })
      named.add(key(value))
    })
  })
}

const someLevels = listOf(z.enum(levels, byRule('LEVEL'))).min(1, byRule('LIST_EMPTY'))
const codes = listOf(code)
const someCodes = codes.min(1, byRule('LIST_EMPTY'))

const employerKind = z.strictObject({ code, levels: someLevels }, { error: isObjectOf })
const title = z.strictObject({ code, head: capitals, levels: someLevels, employerKinds: someCodes.optional() }, { error: isObjectOf })
const figure = z.strictObject(
  {
    code,
    unit: code,
    integer: z.boolean(byRule('TRUE_OR_FALSE')),
    max: z.int(byRule('MAX')).positive(byRule('MAX')).max(largestFigure, byRule('MAX')).optional(),
  },
  { error: isObjectOf },
)
const figureUse = z.strictObject({ code, required: z.boolean(byRule('TRUE_OR_FALSE')) }, { error: isObjectOf })
const activityType = z.strictObject(
  {
    code,
    clause: z
      .string(byRule('CLAUSE'))
      .regex(/^[NA]\d+(\.\d+)?[a-z]?$/, byRule('CLAUSE'))
      .optional(),
    placeKinds: someCodes.optional(),
    figures: listOf(figureUse, (use) => use.code),
  },
  { error: isObjectOf },
)

const unitType = z.strictObject(
  { code: capitals, like: capitals, parents: listOf(capitals).min(1, byRule('LIST_EMPTY')) },
  { error: isObjectOf },
)

/** `pack.json`: what a department brings. A code is declared once over all packs and may be used by each of them. */
export const packFile = z.strictObject(
  {
    department: code,
    version: z.string(byRule('VERSION')).regex(/^\d{4}\.\d{1,4}$/, byRule('VERSION')),
    order: z.int(byRule('ORDER')).nonnegative(byRule('ORDER')).default(100),
    head: capitals.optional(),
    employerKinds: z.array(employerKind, byRule('LIST')).default([]),
    titles: z.array(title, byRule('LIST')).default([]),
    units: z.array(code, byRule('LIST')).default([]),
    figures: z.array(figure, byRule('LIST')).default([]),
    placeKinds: z.array(code, byRule('LIST')).default([]),
    activityTypes: z.array(activityType, byRule('LIST')).default([]),
    carryingSocieties: z.array(code, byRule('LIST')).default([]),
    unitTypes: z.array(unitType, byRule('LIST')).default([]),
  },
  { error: isObjectOf },
)
export type PackFile = z.infer<typeof packFile>

const words = z.string(byRule('TEXT')).regex(/^\S(.*\S)?$/, byRule('TEXT'))
const text = z.strictObject(
  { name: words.max(60, byRule('TEXT')), description: words.max(200, byRule('TEXT')).optional() },
  { error: isObjectOf },
)
export type Text = z.infer<typeof text>

const section = z.record(z.string(), text, byRule('OBJECT')).default({})

/** `texts.<language>.json`: a name, and where useful a description, for each code that the pack declares. */
export const textsFile = z.strictObject(
  {
    departments: section,
    heads: section,
    titles: section,
    employerKinds: section,
    activityTypes: section,
    figures: section,
    units: section,
    placeKinds: section,
    carryingSocieties: section,
    unitTypes: section,
  },
  { error: isObjectOf },
)
type TextsFile = z.infer<typeof textsFile>

/** A pack as read from its folder: each file has passed its own schema. */
export interface Pack {
  folder: string
  file: PackFile
  texts: Record<Language, TextsFile>
}
