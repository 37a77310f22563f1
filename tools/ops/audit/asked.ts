import { parseArgs } from 'node:util'
import { Problem, type Service, services } from '@sizhang/engines'
import type { AuditLink } from '@sizhang/service-kit'
import type { mongo } from 'mongoose'
import { serviceNamed } from './verify-audit'

/** What `audit search` and `audit export` were asked for. */
export interface AuditAsked {
  services: readonly Service[]
  filter: mongo.Filter<AuditLink>
  /** File to write. */
  to: string | undefined
}

const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/

/** Reads the words after `audit search` and `audit export`. Refuses what cannot be meant, by the value, the rule and the way out. */
export function auditAsked(args: readonly string[]): AuditAsked {
  const { service, account, record, from, until, to } = optionsIn(args)
  const at = { ...(from && { $gte: instantIn('--from', from) }), ...(until && { $lt: instantIn('--until', until) }) }
  return {
    services: service === undefined ? services : [serviceNamed(service)],
    filter: { ...(account && { account }), ...(record && { record }), ...((from ?? until) && { at }) },
    to,
  }
}

function optionsIn(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { service: text, account: text, record: text, from: text, until: text, to: text } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new Problem(`audit 的选项有误：${what}。npm run ops 列出全部命令。`, `audit: ${what}. npm run ops lists all commands.`)
  }
}

/** A day begins at midnight in Asia/Shanghai. */
function instantIn(option: string, text: string): Date {
  const at = new Date(INSTANT.test(text) ? (text.includes('T') ? text : `${text}T00:00:00+08:00`) : Number.NaN)
  if (!Number.isNaN(at.getTime())) return at
  throw new Problem(
    `${option} ${text}：应为日期（2026-06-30）或时刻（2026-06-30T12:00:00+08:00）。`,
    `${option} ${text}: neither a day (2026-06-30) nor a time (2026-06-30T12:00:00+08:00).`,
  )
}
