import { open } from 'node:fs/promises'
import { Problem, type Service } from '@sizhang/engines'
import { AUDIT, type AuditLink } from '@sizhang/service-kit'
import { csvHead, csvLines } from '@sizhang/service-kit/files'
import type { mongo } from 'mongoose'
import { driverOf } from '../../exact/databases'
import { onInstallation, type Installation } from '../installation'
import type { OpsSettings } from '../settings'
import { number, table } from '../table'
import { auditAsked, type AuditAsked } from './asked'

type Say = (line: string) => void

const MOST_SHOWN = 200
const COLUMNS = [
  'service',
  'position',
  'at',
  'account',
  'action',
  'kind',
  'record',
  'reason',
  'address',
  'trace',
  'refusal',
  'hash',
] as const

/** `audit search`: the youngest entries that fit, service by service, 200 of each at most. */
export function searchAudit(settings: OpsSettings, args: readonly string[], say: Say): Promise<boolean> {
  const asked = auditAsked(args)
  if (asked.to !== undefined) throw new Problem('--to 只用于 audit export。', '--to belongs to audit export.')
  return onInstallation(settings, async (installation) => {
    for (const service of asked.services) {
      const found = await entriesIn(installation, service, asked, -1)
        .limit(MOST_SHOWN + 1)
        .toArray()
      const shown = found.slice(0, MOST_SHOWN).map((link) => rowOf(service, link).slice(0, -1))
      if (shown.length > 0) for (const line of table([COLUMNS.slice(0, -1), ...shown])) say(line)
      if (found.length > MOST_SHOWN)
        say(`  … 只列出最新 ${MOST_SHOWN} 条，其余见 audit export the youngest ${MOST_SHOWN}; audit export gives all`)
    }
    return true
  })
}

/** `audit export --to file.csv`: every entry that fits, the oldest first. Never writes over a file. */
export function exportAudit(settings: OpsSettings, args: readonly string[], say: Say): Promise<boolean> {
  const asked = auditAsked(args)
  const { to } = asked
  if (to === undefined) throw new Problem('audit export 缺少 --to <文件>。', 'audit export needs --to <file>.')
  return onInstallation(settings, async (installation) => {
    const file = await open(to, 'wx', 0o600).catch(() => {
      throw new Problem(`${to} 已存在或不能写入，请另选一个文件。`, `${to} exists or cannot be written: name another file.`)
    })
    let count = 0
    try {
      await file.write(csvHead(COLUMNS))
      for (const service of asked.services)
        for await (const link of entriesIn(installation, service, asked, 1)) {
          await file.write(csvLines([rowOf(service, link)]))
          count += 1
        }
    } finally {
      await file.close()
    }
    say(`${to}  ${number(count)} 条 entries`)
    return true
  })
}

function entriesIn({ databases }: Installation, service: Service, { filter }: AuditAsked, order: 1 | -1): mongo.FindCursor<AuditLink> {
  const links = driverOf(databases[service]).collection<AuditLink>(AUDIT)
  return links.find(filter, { sort: { _id: order } }) as unknown as mongo.FindCursor<AuditLink>
}

function rowOf(service: Service, link: AuditLink): string[] {
  const { _id, at, account, action, kind, record, reason, address, trace, refusal, hash } = link
  const fields = [account, action, kind, record, reason, address, trace, refusal, hash]
  return [service, String(_id), at.toISOString(), ...fields.map((field) => field ?? '')]
}
