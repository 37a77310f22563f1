import { languages, sections, summedFigures, type CodeKind, type Language, type Pack, type PackFile, type Text } from './pack'
import type { PackProblem } from './rules'

interface Named {
  kind: CodeKind
  code: string
  field: string
}

/** The rules that hold over all packs together: codes, what they refer to, and their texts. */
export function checkPacks(packs: readonly Pack[]): PackProblem[] {
  const declared = new Map<string, string>()
  const taken = packs.flatMap((pack) => checkDeclarations(pack, declared))
  const rest = packs.flatMap((pack) => [
    ...checkReferences(pack, declared),
    ...checkSummedFigures(pack),
    ...languages.flatMap((language) => checkTexts(pack, language)),
  ])
  return [...taken, ...rest]
}

function checkDeclarations(pack: Pack, declared: Map<string, string>): PackProblem[] {
  const problems: PackProblem[] = []
  for (const { kind, code, field } of declarations(pack.file)) {
    const also = declared.get(`${kind} ${code}`)
    if (also) problems.push({ rule: 'CODE_TAKEN', folder: pack.folder, file: 'pack.json', field, value: code, also })
    else declared.set(`${kind} ${code}`, `${pack.folder}/pack.json ${field}`)
  }
  return problems
}

function checkReferences(pack: Pack, declared: ReadonlyMap<string, string>): PackProblem[] {
  return references(pack.file)
    .filter(({ kind, code }) => !declared.has(`${kind} ${code}`))
    .map(({ code, field }) => ({ rule: 'NOT_DECLARED', folder: pack.folder, file: 'pack.json', field, value: code }))
}

function checkSummedFigures(pack: Pack): PackProblem[] {
  return pack.file.activityTypes.flatMap(({ code, figures }, index) =>
    summedFigures.every((summed) => figures.some((use) => use.code === summed && use.required))
      ? []
      : [{ rule: 'SUMMED_FIGURES', folder: pack.folder, file: 'pack.json', field: `activityTypes[${index}].figures`, value: code }],
  )
}

function checkTexts(pack: Pack, language: Language): PackProblem[] {
  const texts = pack.texts[language]
  const at = { folder: pack.folder, file: `texts.${language}.json` }
  const wanted = new Set(declarations(pack.file).map(({ kind, code }) => `${sections[kind]}.${code}`))
  const given = Object.values(sections).flatMap((section) =>
    Object.entries(texts[section]).map(([code, text]) => ({ field: `${section}.${code}`, text })),
  )
  const named = new Set(given.map(({ field }) => field))
  return [
    ...[...wanted].filter((field) => !named.has(field)).map((field) => ({ rule: 'TEXT_MISSING' as const, ...at, field })),
    ...given
      .filter(({ field }) => !wanted.has(field))
      .map(({ field, text }) => ({ rule: 'TEXT_UNUSED' as const, ...at, field, value: text.name })),
    ...given
      .filter(({ text }) => !isIn(language, text))
      .map(({ field, text }) => ({ rule: 'TEXT_LANGUAGE' as const, ...at, field, value: text })),
  ]
}

function isIn(language: Language, { name, description }: Text): boolean {
  return [name, description].filter((words) => words !== undefined).every((words) => /\p{Script=Han}/u.test(words) === (language === 'zh'))
}

/** Every code that a pack declares. */
function declarations(file: PackFile): Named[] {
  const coded = (kind: CodeKind, list: readonly { code: string }[]) =>
    list.map(({ code }, index) => ({ kind, code, field: `${sections[kind]}[${index}].code` }))
  const plain = (kind: CodeKind, list: readonly string[]) =>
    list.map((code, index) => ({ kind, code, field: `${sections[kind]}[${index}]` }))
  return [
    { kind: 'department', code: file.department, field: 'department' },
    ...(file.head ? [{ kind: 'head' as const, code: file.head, field: 'head' }] : []),
    ...coded('employerKind', file.employerKinds),
    ...coded('title', file.titles),
    ...plain('unit', file.units),
    ...coded('figure', file.figures),
    ...plain('placeKind', file.placeKinds),
    ...coded('activityType', file.activityTypes),
    ...plain('carryingSociety', file.carryingSocieties),
    ...coded('unitType', file.unitTypes),
  ]
}

/** Every code that a pack uses; each is declared by itself or by another pack. */
function references(file: PackFile): Named[] {
  const all = (kind: CodeKind, list: readonly string[], field: string) =>
    list.map((code, index) => ({ kind, code, field: `${field}[${index}]` }))
  return [
    ...file.titles.flatMap(({ head, employerKinds = [] }, index) => [
      { kind: 'head' as const, code: head, field: `titles[${index}].head` },
      ...all('employerKind', employerKinds, `titles[${index}].employerKinds`),
    ]),
    ...file.figures.map(({ unit }, index) => ({ kind: 'unit' as const, code: unit, field: `figures[${index}].unit` })),
    ...file.activityTypes.flatMap(({ figures, placeKinds = [] }, index) => [
      ...figures.map(({ code }, use) => ({ kind: 'figure' as const, code, field: `activityTypes[${index}].figures[${use}].code` })),
      ...all('placeKind', placeKinds, `activityTypes[${index}].placeKinds`),
    ]),
  ]
}
