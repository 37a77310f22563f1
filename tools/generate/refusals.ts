import type { RefusalCode } from '@sizhang/service-kit/refusals'
import { refusalCatalogue } from '@sizhang/service-kit/refusals'
import type { Generated } from './files'

type Refusal = (typeof refusalCatalogue)[RefusalCode]

/** The catalogue of refusals as a page of the docs, by family. */
export function refusalPage(): Promise<Generated[]> {
  const entries = Object.entries<Refusal>(refusalCatalogue)
  const families = [...new Set(entries.map(([, refusal]) => refusal.family))].sort()
  const text = [
    '<!-- Written by `node tools/run.mjs generate` from libs/service-kit/src/refusals: change the catalogue, not this file. -->',
    '# 拒绝代码 · Refusals',
    '按代码处理，不按文字：代码不变，文字可改。每条写明怎么办。',
    'Act on the code, never on the words: codes stay, words may change. A refusal comes in `extensions { code family field value rule hint }`, ' +
      "in the caller's language; anything else that goes wrong is `INTERNAL` with a trace id.",
    ...families.flatMap((family) => [`## ${family}`, table(entries.filter(([, refusal]) => refusal.family === family))]),
  ].join('\n\n')
  return Promise.resolve([{ file: 'docs/refusals.md', text: `${text}\n` }])
}

function table(entries: [string, Refusal][]): string {
  const rows = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { zh, en, rule }]) => [`\`${code}\``, zh.message, zh.hint, en.message, en.hint, rule ?? ''])
  const head = ['代码 Code', '说明', '怎么办', 'Meaning', 'Way out', '依据 Rule']
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
}
