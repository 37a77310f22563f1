import { mkdirSync, writeFileSync } from 'node:fs'
import { textOf } from '../generate/files'

/** What the last real run made of an alert. */
export interface Fired {
  alert: string
  /** How it was made to fire. */
  fault: string
  /** Seconds from the fault until it fired, and from the mending until it had ended. */
  fired: number
  cleared: number
  on: string
}

const RESULTS = 'docs/results/alerts.json'

/** What is written down of the last runs. */
export function recorded(): Fired[] {
  return (JSON.parse(textOf(RESULTS) ?? '{"alerts":[]}') as { alerts: Fired[] }).alerts
}

/** Writes down what came of an alert, in place of what was known of it. */
export function record(fired: Fired): void {
  const alerts = [...recorded().filter(({ alert }) => alert !== fired.alert), fired].sort((a, b) => a.alert.localeCompare(b.alert))
  mkdirSync('docs/results', { recursive: true })
  writeFileSync(RESULTS, `${JSON.stringify({ alerts }, null, 2)}\n`)
}
