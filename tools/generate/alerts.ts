import { recorded, type Fired } from '../alerts/record'
import { alertsOf, readRules, type Alert } from '../alerts/rules'
import type { Generated } from './files'
import { table } from './table'

/** Every alert with its texts, and what the last real run made of it. */
export function alertsPage(): Promise<Generated[]> {
  const runs = new Map(recorded().map((fired) => [fired.alert, fired]))
  const alerts = alertsOf(readRules())
  const text = [
    '<!-- Written by `node tools/run.mjs generate` from infra/prometheus/rules.yml and docs/results/alerts.json, which `node tools/run.mjs alerts` writes. -->',
    '# 告警 · Alerts',
    '怎么办见[运维手册](operators.md#告警--alerts)。 · What to do stands in [operators.md](operators.md#告警--alerts).',
    table(['告警 Alert', '级别 Severity', '条件 When', '含义 Meaning', '处置 What to do'], alerts.map(row)),
    '## 真实触发 · Fired for real',
    '在真实的 Kafka、MongoDB 与 Prometheus 上逐项制造故障：告警触发，修复后告警解除。采集间隔为 2 秒，规则中的时长缩短为十五分之一，门槛值不变。',
    'On real Kafka, MongoDB and Prometheus each fault was made and mended. Scrapes are two seconds apart and the durations of the rules are a fifteenth; thresholds are as they are. An alert that shows nothing here was not fired yet.',
    '```\nnode tools/run.mjs alerts            # all, about fifteen minutes; needs `prometheus` on the PATH\nnode tools/run.mjs alerts FactsUnpublished\n```',
    table(
      ['告警 Alert', '故障 Fault', '触发 Fired after', '解除 Cleared after', '日期 On'],
      alerts.map(({ alert }) => rowOfRun(alert, runs.get(alert))),
    ),
  ].join('\n\n')
  return Promise.resolve([{ file: 'docs/alerts.md', text: `${text}\n` }])
}

function row({ alert, labels, expr, for: lasts, annotations }: Alert): string[] {
  return [alert, labels.severity, `\`${expr.trim()}\`${lasts ? ` for ${lasts}` : ''}`, annotations.meaning, annotations.action]
}

function rowOfRun(alert: string, run: Fired | undefined): string[] {
  return run ? [alert, run.fault, `${run.fired} s`, `${run.cleared} s`, run.on] : [alert, '', '', '', '']
}
