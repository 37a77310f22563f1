import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'

/** The rules, from the root of the repository. */
export const RULES = 'infra/prometheus/rules.yml'

/** One alert as Prometheus knows it. */
export interface Alert {
  alert: string
  expr: string
  for?: string
  labels: { severity: string }
  /** Chinese, then English, with ` · ` between; `runbook` is a place in the docs. */
  annotations: { summary: string; meaning: string; action: string; runbook: string }
}

/** A file of rules. */
export interface Rules {
  groups: { name: string; rules: Alert[] }[]
}

export function readRules(): Rules {
  return load(readFileSync(RULES, 'utf8')) as Rules
}

export function alertsOf({ groups }: Rules): Alert[] {
  return groups.flatMap(({ rules }) => rules)
}

const OPERATORS = new Set(['and', 'or', 'unless', 'bool', 'offset'])

/** The metrics that a PromQL expression asks for, each once. */
export function metricsIn(expression: string): string[] {
  const bare = expression
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, ' ')
    .replaceAll(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, '')
  const names = bare.match(/(?<!\w)[a-z_:][\w:]*(?!\w|\s*\()/gi) ?? []
  return [...new Set(names.filter((name) => !OPERATORS.has(name)))]
}

const SHORTER = 15

/** The same rules with all durations a fifteenth, so that they can be watched; thresholds stay as they are. */
export function shortened({ groups }: Rules): Rules {
  const short = (text: string) =>
    text.replaceAll(/\b(\d+)(s|m|h)\b/g, (_, count: string, unit: 's' | 'm' | 'h') => shorter(Number(count), unit))
  const ranges = (expression: string) => expression.replaceAll(/\[[^\]]*\]/g, short)
  return {
    groups: groups.map(({ name, rules }) => ({
      name,
      rules: rules.map((rule) => ({ ...rule, expr: ranges(rule.expr), ...(rule.for && { for: short(rule.for) }) })),
    })),
  }
}

function shorter(count: number, unit: 's' | 'm' | 'h'): string {
  return `${Math.ceil((count * { s: 1, m: 60, h: 3600 }[unit]) / SHORTER)}s`
}
