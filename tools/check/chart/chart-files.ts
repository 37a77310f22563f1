import { readFileSync } from 'node:fs'
import type { App } from '@sizhang/engines'
import { load, YAML11_SCHEMA } from 'js-yaml'

export const CHART = 'infra/helm/sizhang'
export const SIZES = ['small', 'large']

/** What the chart says of an app in `files/apps.yaml`. */
export interface ChartApp {
  port: number
  /** Whether it reads facts from Kafka, so that KEDA may scale it. */
  consumes: boolean
  settings: Record<string, string>
  /** Setting → key in the Secret. */
  secrets: Record<string, string>
  /** The same, of keys that need not be in the Secret. */
  mayBeAway?: Record<string, string>
}

/** A file of the chart, parsed; merge keys (`<<`) are followed, as Helm does. */
export function chartFile(file: string): unknown {
  return load(readFileSync(`${CHART}/${file}`, 'utf8'), { schema: YAML11_SCHEMA })
}

export function chartApps(): Partial<Record<App, ChartApp>> {
  return (chartFile('files/apps.yaml') as { apps: Partial<Record<App, ChartApp>> }).apps
}
