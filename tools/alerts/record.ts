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
