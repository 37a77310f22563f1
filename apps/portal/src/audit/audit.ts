import { nextDay } from '../date/days'
import { instantOf } from '../date/instants'
import texts from './texts.zh.json'

/** The services that keep an audit each; the first is shown unless another is chosen. */
export const audited = ['membership', 'organization', 'activity', 'reporting'] as const

/** One of them. */
export type Audited = (typeof audited)[number]

/** What is done has its name among the texts of the page; anything else stands there by its code. */
const ACTION = 'audit.action.'
/** A question by a record's id is written down under the right that it asked for. */
const READING = /^[a-z]+\.read$/

/** The service that is chosen in the address. */
export function auditedIn(chosen: string | undefined): Audited {
  return audited.find((service) => service === chosen) ?? audited[0]
}

/** The key of an action's name; null: it has none but its code. */
export function nameOfAction(action: string): string | null {
  if (READING.test(action)) return 'read'
  if (action.startsWith('retryParkedIn')) return 'retryParked'
  return Object.hasOwn(texts, `${ACTION}${action}`) ? action : null
}

/** The instants of whole days, the last one included, in Asia/Shanghai. */
export function spanOfDays(from: string | undefined, to: string | undefined): { from?: string; until?: string } {
  return { ...(from && { from: instantOf(`${from} 00:00`) }), ...(to && { until: instantOf(`${nextDay(to)} 00:00`) }) }
}
