import { languages, sections, type CodeKind, type Language, type Level, type Pack, type PackFile, type Text } from './pack'

export interface Department {
  code: string
  /** The pack's version, which facts record beside the codes taken from it. */
  version: string
  /** The head that its key persons are; none when it brings no key persons of its own. */
  head?: string
  carryingSocieties: readonly string[]
}

/** A title that makes its holder a key person in the associations of some levels. */
export interface Title {
  code: string
  department: string
  head: string
  levels: readonly Level[]
  /** Kinds of employer at which the title is held; none given means any, or no employer at all. */
  employerKinds?: readonly string[]
}

export interface EmployerKind {
  code: string
  department: string
  levels: readonly Level[]
}

export interface Head {
  code: string
  department: string
  texts: Readonly<Record<Language, Text>>
}

/** 组织类型: a type of unit that a pack adds to the built-in ones; organization checks what it refers to. */
export interface DeclaredUnitType {
  code: string
  /** The built-in type whose level, bodies, seats, way of being founded and covering of employers it shares. */
  like: string
  /** Types of unit that it may stand under, built in or declared. */
  parents: readonly string[]
  texts: Readonly<Record<Language, Text>>
  /** Where it stands, for whoever finds that it refers to nothing: folder, and field of its `pack.json`. */
  declared: { folder: string; field: string }
}

/** A figure as an activity type asks for it. Money is counted in fen. */
export interface FigureAsked {
  code: string
  unit: string
  integer: boolean
  required: boolean
  max?: number
}

export interface ActivityType {
  code: string
  department: string
  packVersion: string
  /** The clause of the notice that asks for it. */
  clause?: string
  /** Kinds of place where it is held; none given means any. */
  placeKinds?: readonly string[]
  /** In the order of the form. */
  figures: readonly FigureAsked[]
}

/** All loaded packs, valid as one whole. Codes that no pack knows give `undefined`; lists stand in the order of the departments. */
export class Packs {
  readonly #departments = new Map<string, Department>()
  readonly #titles = new Map<string, Title>()
  readonly #employerKinds = new Map<string, EmployerKind>()
  readonly #activityTypes = new Map<string, ActivityType>()
  readonly #placeKinds: readonly string[]
  readonly #unitTypes: readonly Omit<DeclaredUnitType, 'texts'>[]
  readonly #texts = new Map<string, Text>()

  constructor(packs: readonly Pack[]) {
    const ordered = [...packs].sort((a, b) => a.file.order - b.file.order || (a.file.department < b.file.department ? -1 : 1))
    const figures = new Map(ordered.flatMap(({ file }) => file.figures.map((figure) => [figure.code, figure] as const)))
    this.#placeKinds = ordered.flatMap(({ file }) => file.placeKinds)
    this.#unitTypes = ordered.flatMap(({ folder, file }) =>
      file.unitTypes.map((type, index) => ({ ...type, declared: { folder, field: `unitTypes[${index}]` } })),
    )
    for (const { file, texts } of ordered) {
      const { department, version, head, carryingSocieties } = file
      this.#departments.set(department, { code: department, version, head, carryingSocieties })
      for (const title of file.titles) this.#titles.set(title.code, { ...title, department })
      for (const kind of file.employerKinds) this.#employerKinds.set(kind.code, { ...kind, department })
      for (const type of file.activityTypes) this.#activityTypes.set(type.code, activityTypeOf(type, file, figures))
      for (const language of languages) this.#keepTexts(language, texts[language])
    }
  }

  departments(): Department[] {
    return [...this.#departments.values()]
  }

  department(code: string): Department | undefined {
    return this.#departments.get(code)
  }

  /** The version of a department's pack. */
  version(department: string): string | undefined {
    return this.#departments.get(department)?.version
  }

  title(code: string): Title | undefined {
    return this.#titles.get(code)
  }

  /** The titles; with a level, those that count in its associations. */
  titles({ level }: { level?: Level } = {}): Title[] {
    return [...this.#titles.values()].filter((title) => !level || title.levels.includes(level))
  }

  /** The head that a title stands for; with a level, only if the title counts in the associations of that level. */
  headOf(titleCode: string, level?: Level): string | undefined {
    const title = this.#titles.get(titleCode)
    return title && (!level || title.levels.includes(level)) ? title.head : undefined
  }

  /** Every head that some pack brings, a fifth one too. */
  heads(): Head[] {
    return this.departments().flatMap(({ code: department, head: code }) =>
      code ? [{ code, department, texts: this.#bothTexts('head', code) }] : [],
    )
  }

  employerKind(code: string): EmployerKind | undefined {
    return this.#employerKinds.get(code)
  }

  employerKinds(): EmployerKind[] {
    return [...this.#employerKinds.values()]
  }

  activityType(code: string): ActivityType | undefined {
    return this.#activityTypes.get(code)
  }

  activityTypes(department?: string): ActivityType[] {
    return [...this.#activityTypes.values()].filter((type) => !department || type.department === department)
  }

  /** Every kind of place where an activity can be held. */
  placeKinds(): string[] {
    return [...this.#placeKinds]
  }

  /** The types of unit that packs add to the built-in ones. */
  unitTypes(): DeclaredUnitType[] {
    return this.#unitTypes.map((type) => ({ ...type, texts: this.#bothTexts('unitType', type.code) }))
  }

  /** The words for a code. A code in an old fact that no pack declares any more is shown as it is. */
  text(kind: CodeKind, code: string, language: Language): Text {
    return this.#texts.get(`${language} ${kind} ${code}`) ?? { name: code }
  }

  #bothTexts(kind: CodeKind, code: string): Record<Language, Text> {
    return { zh: this.text(kind, code, 'zh'), en: this.text(kind, code, 'en') }
  }

  #keepTexts(language: Language, texts: Pack['texts'][Language]): void {
    for (const kind of Object.keys(sections) as CodeKind[]) {
      for (const [code, text] of Object.entries(texts[sections[kind]])) this.#texts.set(`${language} ${kind} ${code}`, text)
    }
  }
}

function activityTypeOf(
  type: PackFile['activityTypes'][number],
  { department, version }: PackFile,
  figures: ReadonlyMap<string, PackFile['figures'][number]>,
): ActivityType {
  const asked = type.figures.map(({ code, required }) => {
    const figure = figures.get(code)
    if (!figure) throw new Error(`activity type ${type.code} asks for the figure ${code}, which no pack declares: check the packs first`)
    return { ...figure, required }
  })
  return { ...type, department, packVersion: version, figures: asked }
}
