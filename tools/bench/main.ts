import { cpus, loadavg } from 'node:os'
import { explain, whenNpmEnds } from '@sizhang/engines'
import { buildAll } from '../build/build-all'
import { rowsAsked } from './options'
import { carriedOver, committed, keep, kept, moved, type Recorded, withRow } from './results'
import { figuresOf, ROUNDS } from './rounds'
import type { Row } from './row'
import { rows } from './rows'
import { Site } from './site'

/**
 * `npm run bench`: ours and a raw peer in one run, on the same engines and data. A row is written down as soon as it is done, so that
 * a full run may be made in parts. It decides no test.
 */
async function main(): Promise<void> {
  const asked = rowsAsked(
    process.argv.slice(2),
    rows.map(({ number }) => number),
  )
  await buildAll(['organization', 'membership', 'activity', 'reporting', 'gateway'], process.cwd(), () => undefined)
  const site = await Site.open((line) => console.log(line))
  const close = () => void site.close().then(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close)
  whenNpmEnds(close)
  const done: Recorded[] = []
  try {
    const surroundings = { machine: `${cpus().length} × ${cpus()[0]?.model.trim()}`, engines: await site.engines() }
    console.log(`${surroundings.machine}; ${surroundings.engines}`)
    for (const row of rows.filter(({ number }) => asked.includes(number))) {
      const lines = await measured(row, site)
      if (lines.length === 0) process.exitCode = 1
      else keep({ ...surroundings, rows: withRow(carriedOver(kept() ?? { ...surroundings, rows: [] }, surroundings.machine), lines) })
      done.push(...lines)
    }
  } finally {
    await site.close()
  }
  sayWhatMoved(done)
}

/** A row that cannot be measured is named, and the others go on. */
async function measured(row: Row, site: Site): Promise<Recorded[]> {
  try {
    return await measure(row, site)
  } catch (error) {
    console.error(`✗ ${row.number}: ${explain(error)}`)
    return []
  }
}

async function measure(row: Row, site: Site): Promise<Recorded[]> {
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10
  const contest = await row.prepare(site)
  try {
    const figures = await figuresOf(contest)
    const command = `npm run bench -- --only ${row.number}`
    const common = { row: row.number, sizes: contest.sizes, at: new Date().toISOString(), load, command }
    for (const { name, unit, ours, theirs, ratio, spread, met, bound } of figures) {
      const compared = ratio === null ? '' : ` ÷ ${theirs} = ${ratio}`
      const alone = bound ? `; at most ${bound.figure} = ${bound.ratio}` : ''
      console.log(
        `${met ? '✓' : '✗'} ${row.number} ${name}: ${ours}${compared} ${unit} (${spread.least}–${spread.most})${alone}, load ${load}`,
      )
    }
    return figures.map((figure) => ({ ...common, ...figure, rounds: contest.rounds ?? ROUNDS }))
  } finally {
    await contest.end?.()
  }
}

function sayWhatMoved(done: readonly Recorded[]): void {
  const before = committed()
  if (!before) return console.log('还没有提交过的结果可比 / no committed run to compare with')
  const lines = moved(before.rows, done).map(({ line, from, to }) => `${line.row} ${line.name}: ${from} → ${to}`)
  console.log(`与上次提交相比，超出离散范围的 moved by more than the spread since the last committed run: ${lines.length || '无 none'}`)
  for (const line of lines) console.log(`  ${line}`)
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(explain(error))
    process.exit(1)
  },
)
