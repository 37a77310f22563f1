import type { RefusalCode } from '@sizhang/service-kit/refusals'
import { refusalCatalogue } from '@sizhang/service-kit/refusals'
import ts from 'typescript'
import { filesBelow, textOf } from '../../generate/files'
import type { Finding } from '../step'

type Refusal = (typeof refusalCatalogue)[RefusalCode]

/** Every refusal that is given stands in the catalogue, in both languages, and every one that stands there is given. */
export function refusals(): Finding {
  const catalogue: Record<string, Refusal> = refusalCatalogue
  const sources = ['apps', 'libs']
    .flatMap((folder) => filesBelow(folder, '.ts'))
    .filter((file) => !/spec\.ts$|\.generated\.ts$|\/refusals\/|^apps\/portal\//.test(file))
  const said = sources.map((file) => codesIn(file, textOf(file) ?? ''))
  const used = new Set(said.flatMap(({ literals }) => literals))
  const unknown = said.flatMap(({ file, refused }) =>
    refused.filter((code) => !(code in catalogue)).map((code) => `${file}: the catalogue has no ${code}`),
  )
  const unused = Object.keys(catalogue)
    .filter((code) => !used.has(code))
    .map((code) => `${code} is never given`)
  return {
    verdict: `${Object.keys(catalogue).length} refusals in two languages, all given`,
    faults: [...unknown, ...unused, ...Object.entries(catalogue).flatMap(([code, refusal]) => untold(code, refusal))],
    mend: 'The catalogue is libs/service-kit/src/refusals: one file a service. Delete what no rule gives any more.',
  }
}

interface Said {
  file: string
  /** Codes in `new Rejected('…')`. */
  refused: string[]
  /** Every literal of the source: a code may also be chosen first and given later. */
  literals: string[]
}

/** The codes that a source speaks of. */
export function codesIn(file: string, text: string): Said {
  const said: Said = { file, refused: [], literals: [] }
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) said.literals.push(node.text)
    if (ts.isNewExpression(node) && node.expression.getText() === 'Rejected') {
      const code = node.arguments?.[0]
      if (code && ts.isStringLiteralLike(code)) said.refused.push(code.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return said
}

/** What is missing in one language: a text, a way out, or a detail that the other names. */
export function untold(code: string, { zh, en }: Refusal): string[] {
  const empty = [zh.message, zh.hint, en.message, en.hint].some((text) => !text.trim())
  const [chinese, english] = [detailsIn(`${zh.message} ${zh.hint}`), detailsIn(`${en.message} ${en.hint}`)]
  return [
    ...(empty ? [`${code} lacks a message or a way out in one language`] : []),
    ...(chinese === english ? [] : [`${code} names ${chinese} in Chinese, ${english} in English`]),
  ]
}

/** A name of the catalogue is a detail in each language of its own: `stepZh` and `stepEn` are one. */
function detailsIn(text: string): string {
  const names = [...text.matchAll(/\{(\w+?)(?:Zh|En)?\}/g)].map(([, name]) => name)
  return [...new Set(names)].sort().join(' ') || 'no detail'
}
