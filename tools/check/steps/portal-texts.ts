import { basename, dirname } from 'node:path'
import ts from 'typescript'
import { filesBelow, textOf } from '../../generate/files'
import type { Finding } from '../step'

const PORTAL = 'apps/portal/src'

/** A portal's texts in one language, by key. */
type Texts = Record<string, string>

/** Every text that the portal shows stands in both languages, and every text that stands there is shown. */
export function portalTexts(): Finding {
  const [zh, en] = [textsIn('zh'), textsIn('en')]
  const sources = ['.ts', '.tsx'].flatMap((ending) => filesBelow(PORTAL, ending)).filter((file) => !/\.generated\.|spec\.tsx?$/.test(file))
  const used = sources.flatMap((file) => usesIn(file, textOf(file) ?? ''))
  return {
    verdict: `${Object.keys(zh.texts).length} texts in two languages, all used`,
    faults: [...zh.faults, ...en.faults, ...unpaired(zh.texts, en.texts), ...unfit(zh.texts, used)],
    mend: 'Texts stand in texts.zh.json and texts.en.json of the feature whose name begins their key; no other string is written like a key.',
  }
}

function textsIn(language: string): { texts: Texts; faults: string[] } {
  const files = filesBelow(PORTAL, `/texts.${language}.json`).map((file) => ({ file, texts: JSON.parse(textOf(file) ?? '{}') as Texts }))
  const faults = files.flatMap(({ file, texts }) => {
    const feature = camelCase(basename(dirname(file)))
    return Object.keys(texts)
      .filter((key) => !key.startsWith(`${feature}.`))
      .map((key) => `${file}: ${key} does not begin with ${feature}.`)
  })
  return { texts: Object.assign({}, ...files.map(({ texts }) => texts)) as Texts, faults }
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Keys that one language lacks, texts that are empty, and places `{name}` that only one language has. */
export function unpaired(zh: Texts, en: Texts): string[] {
  return [...new Set([...Object.keys(zh), ...Object.keys(en)])].sort().flatMap((key) => {
    const [chinese, english] = [zh[key], en[key]]
    if (!chinese?.trim()) return [`${key} has no Chinese text`]
    if (!english?.trim()) return [`${key} has no English text`]
    return places(chinese) === places(english) ? [] : [`${key} has the places ${places(chinese)} in Chinese, ${places(english)} in English`]
  })
}

function places(text: string): string {
  return [...new Set(placesIn(text))].sort().join(' ') || 'none'
}

/** The names in braces of an ICU message; what `select` and `plural` choose from is a message again, not a name. */
function placesIn(message: string): string[] {
  return groupsIn(message).flatMap((group) => {
    const [name = '', , ...choices] = group.split(',')
    return [name.trim(), ...groupsIn(choices.join(',')).flatMap(placesIn)]
  })
}

/** What stands between the outermost braces of a text. */
function groupsIn(text: string): string[] {
  const groups: string[] = []
  let [depth, start] = [0, 0]
  for (const [place, sign] of [...text].entries()) {
    if (sign === '{' && depth++ === 0) start = place + 1
    if (sign === '}' && --depth === 0) groups.push([...text].slice(start, place).join(''))
  }
  return groups
}

/** Where a source names a text: a whole key, or the ends of one that it puts together. */
interface Use {
  file: string
  start: string
  /** Undefined for a whole key; else how a key that is put together ends. */
  end?: string
}

/** The strings of a source that look like keys of texts: `today.title`, or `today.${kind}.title` by its two ends. */
export function usesIn(file: string, text: string): Use[] {
  const uses: Use[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && /^[a-z]\w*(\.\w+)+$/.test(node.text)) uses.push({ file, start: node.text })
    if (ts.isTemplateExpression(node)) {
      const [start, end] = [node.head.text, node.templateSpans.at(-1)?.literal.text ?? '']
      if (/^[a-z]\w*\.[\w.]*$/.test(start) || (start === '' && /^(\.\w+)+$/.test(end))) uses.push({ file, start, end })
    }
    if (!ts.isImportDeclaration(node)) ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return uses
}

/** Keys that are used and do not exist, and keys that exist and are not used. */
export function unfit(texts: Texts, uses: Use[]): string[] {
  const keys = Object.keys(texts)
  const features = new Set(keys.map((key) => key.split('.')[0]))
  const ours = uses.filter(({ start }) => start === '' || features.has(start.split('.')[0]))
  const missing = ours
    .filter((use) => use.start !== '' && !keys.some((key) => names(use, key)))
    .map(({ file, start }) => `${file}: there is no text ${start}`)
  const unused = keys.filter((key) => !ours.some((use) => names(use, key))).map((key) => `${key} is used nowhere`)
  return [...missing, ...unused]
}

function names({ start, end }: Use, key: string): boolean {
  return end === undefined ? key === start : key.length > start.length + end.length && key.startsWith(start) && key.endsWith(end)
}
