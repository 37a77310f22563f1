import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findCommand, rootFolder } from '@sizhang/engines'
import { triedByPromtool } from './promtool'
import { alertsOf, metricsIn, readRules } from './rules'

process.chdir(rootFolder())
const alerts = alertsOf(readRules())

/** The anchor that a heading of Markdown gets. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

test.each(alerts)('$alert says in both languages what is wrong, what it means and what to do', ({ annotations, labels }) => {
  for (const text of [annotations.summary, annotations.meaning, annotations.action]) expect(text).toMatch(/[一-鿿].* · .*[a-z]{2}/)
  expect(['critical', 'warning']).toContain(labels.severity)
})

test('every alert leads to a section of the docs that is there', () => {
  const anchors = [...readFileSync('docs/operators.md', 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading))
  for (const { annotations } of alerts) {
    const [file, anchor] = annotations.runbook.split('#')
    expect(file).toBe('docs/operators.md')
    expect(anchors).toContain(anchor)
  }
})

test('every alert is tried by a case of its own', () => {
  const cases = readFileSync('infra/prometheus/rules.test.yml', 'utf8')
  expect(alerts.filter(({ alert }) => !isTried(alert, cases)).map(({ alert }) => alert)).toEqual([])
})

/** Named whole, or in a pattern that ends with `.*`. */
function isTried(alert: string, cases: string): boolean {
  return cases.includes(`"${alert}"`) || cases.includes(`alertname: ${alert}`)
}

test('the metrics of an expression are told from functions, labels, durations and texts', () => {
  const expression =
    'histogram_quantile(0.9, sum by (service, le) (rate(a_bucket{b="c", d=~"e"}[5m]))) > 0.1 and on (x) max(f) or g offset 5m'
  expect(metricsIn(expression)).toEqual(['a_bucket', 'f', 'g'])
})

test('a rule that does not do what its test expects is found, where promtool is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'))
  cpSync('infra/prometheus', folder, { recursive: true })
  const file = join(folder, 'rules.yml')
  const found = await triedByPromtool(file)
  writeFileSync(file, readFileSync(file, 'utf8').replace('sizhang_outbox_oldest_seconds) > 60', 'sizhang_outbox_oldest_seconds) > 600'))
  const foundThen = await triedByPromtool(file)
  rmSync(folder, { recursive: true })
  if (await findCommand('promtool')) {
    expect(found).toEqual([])
    expect(foundThen).toEqual([expect.stringContaining('FactsUnpublished')])
  } else {
    expect([found, foundThen]).toEqual([undefined, undefined])
  }
})
