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
