import { format, resolveConfig } from 'prettier'
import { type Recorded, type Results, RESULTS, spoken } from '../bench/results'
import type { Generated } from './files'
import { textOf } from './files'

const PAGE = 'docs/performance.md'
const BEGIN = '<!-- bench: written by `node tools/run.mjs generate` from docs/results/bench.json -->'
const END = '<!-- bench ends -->'

/** What came of the bench, as a part of the page on performance; the rest of the page is written by hand. */
export async function benchSection(): Promise<Generated[]> {
  const page = textOf(PAGE) ?? ''
  const [before, rest = ''] = page.split(BEGIN)
  const [, after] = rest.split(END)
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no part for the bench: ${BEGIN} … ${END}`)
  const results = JSON.parse(textOf(RESULTS) ?? '{"rows":[]}') as Results
  const text = `${before}${BEGIN}\n\n${section(results)}\n\n${END}${after}`
  return [{ file: PAGE, text: await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' }) }]
}

function section({ machine, engines, rows }: Results): string {
  if (rows.length === 0) return '尚未测量。Not measured yet.'
  return [table(rows), `\`\`\`text\n${chart(rows)}\n\`\`\``, `${machine}; ${engines}.${elsewhere(rows)}`].join('\n\n')
}

/** Rows that were measured on other machines. */
function elsewhere(rows: readonly Recorded[]): string {
  const machines = [...new Set(rows.flatMap(({ machine }) => machine ?? []))]
  const on = (machine: string) => [...new Set(rows.filter((line) => line.machine === machine).map(({ row }) => row))].join(', ')
  return machines.map((machine) => ` Rows ${on(machine)}: ${machine}.`).join('')
}

function table(rows: readonly Recorded[]): string {
  const head = [
    '#',
    '项目 What',
    '本系统 Ours',
    '对照 Theirs',
    '单位 Unit',
    '比值 Ratio',
    '各轮 Rounds',
    '目标 Aim',
    '上限 Bound',
    '数据 On',
    '负载 Load',
    '日期 At',
  ]
  const lines = rows.map(({ row, name, ours, theirs, unit, ratio, spread, aim, met, bound, sizes, load, at }) => [
    `${row}`,
    name,
    `${ours}`,
    `${theirs}`,
    unit,
    ratio === null ? '–' : `${ratio}`,
    `${spread.least} – ${spread.most}`,
    `${aimText(aim)} ${met ? '✓' : '✗'}`,
    bound ? `${bound.figure}, ${bound.ratio} ${bound.met ? '✓' : '✗'}` : '',
    sizes,
    `${load}`,
    at.slice(0, 10),
  ])
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function aimText(aim: Recorded['aim']): string {
  if ('oursAtMost' in aim) return `ours ≤ ${aim.oursAtMost}`
  return 'ratioAtLeast' in aim ? `≥ ${aim.ratioAtLeast}` : `≤ ${aim.ratioAtMost}`
}

const THE_AIM = 20
const LONGEST = 50

/** A bar a line: how far it came, with its aim at the line's stroke; longer is better. */
function chart(rows: readonly Recorded[]): string {
  const names = rows.map(({ row, name }) => `${row} ${name}`)
  const widest = Math.max(...names.map(({ length }) => length))
  return rows
    .map((line, place) => {
      const length = Math.min(LONGEST, Math.max(1, Math.round(reached(line) * THE_AIM)))
      const bar = '█'.repeat(length).padEnd(THE_AIM, ' ')
      return `${names[place]?.padEnd(widest)}  ${bar.slice(0, THE_AIM)}│${bar.slice(THE_AIM)} ${reached(line).toFixed(2)}`
    })
    .join('\n')
}

/** The share of its aim that a line reached: 1 and more is met. */
function reached(line: Recorded): number {
  const { aim } = line
  if ('oursAtMost' in aim) return aim.oursAtMost / spoken(line)
  return 'ratioAtLeast' in aim ? spoken(line) / aim.ratioAtLeast : aim.ratioAtMost / spoken(line)
}
