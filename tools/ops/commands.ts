import { Problem } from '@sizhang/engines'
import { exportAudit, searchAudit } from './audit/search'
import { verifyAudit } from './audit/verify-audit'
import { backup } from './backup/backup'
import { listErasures } from './backup/erasures'
import { restore } from './backup/restore'
import { engineUsersFor } from './engine-users/engine-users'
import { rebuild } from './rebuild/rebuild'
import { discardParked, listDiscarded } from './parked/discard'
import { listParked, retryParked, showParked } from './parked/parked'
import { replay } from './replay/replay'
import { retention } from './retention/retention'
import type { OpsSettings } from './settings'
import { status } from './status/status'
import { table } from './table'
import { verify } from './verify/verify'

type Say = (line: string) => void

/** Carries out a command; answers whether all is well, and throws a `Problem` where nothing could be done. */
export async function runCommand([name, ...args]: string[], settings: OpsSettings, say: Say): Promise<boolean> {
  if (name === undefined || name === 'help' || name === '--help') return help(say)
  const command = commands[name]
  if (!command) throw wrong(name)
  return command(args, settings, say)
}

const commands: Record<string, (args: string[], settings: OpsSettings, say: Say) => Promise<boolean>> = {
  status: (_args, settings, say) => status(settings, say),

  verify: (_args, settings, say) => verify(settings, say),

  rebuild: (args, settings, say) => rebuild(settings, args, say),

  replay: (args, settings, say) => replay(settings, args, say),

  async audit(args, settings, say) {
    const [what, ...rest] = args
    if (what === 'verify' && rest.length < 2) return verifyAudit(settings, rest[0], say)
    if (what === 'search') return searchAudit(settings, rest, say)
    if (what === 'export') return exportAudit(settings, rest, say)
    throw wrong(`audit ${args.join(' ')}`)
  },

  async backup(args, settings, say) {
    const [to, folder] = args
    if (to !== '--to' || !folder || args.length > 2) throw wrong(`backup ${args.join(' ')}`)
    return backup(settings, folder, say)
  },

  async restore(args, settings, say) {
    const [from, folder, erasures, list] = args
    if (from !== '--from' || !folder || erasures !== '--erasures' || !list || args.length > 4) throw wrong(`restore ${args.join(' ')}`)
    return restore(settings, folder, list, say)
  },

  async erasures(args, settings, say) {
    const [to, file] = args
    if (to !== '--to' || !file || args.length > 2) throw wrong(`erasures ${args.join(' ')}`)
    return listErasures(settings, file, say)
  },

  async 'engine-users'(args, settings, say) {
    const [engine, more] = args
    if (!engine || more !== undefined) throw wrong(`engine-users ${args.join(' ')}`)
    return engineUsersFor(settings, engine, say)
  },

  async retention(args, settings, say) {
    const [run] = args
    if ((run !== undefined && run !== '--run') || args.length > 1) throw wrong(`retention ${args.join(' ')}`)
    return retention(settings, run === '--run', say)
  },

  async parked(args, settings, say) {
    const [what, key] = args
    if (what === 'list' && args.length === 1) return listParked(settings, say)
    if (what === 'show' && key) return showParked(settings, key, say)
    if (what === 'retry' && key) return retryParked(settings, key === '--all' ? undefined : key, say)
    if (what === 'discard') return discardParked(settings, args.slice(1), say)
    if (what === 'discarded' && args.length === 1) return listDiscarded(settings, say)
    throw wrong(`parked ${args.join(' ')}`)
  },
}

const usage = [
  ['status', '各服务的状况 how all services are'],
  ['parked list', '搁置的聚合 what stands aside'],
  ['parked show <id>', '其记录与原因 its record and the reason'],
  ['verify', '状态 = 日志 = 读模型？运行中即可 whether states, log and read models are equal, while they go on'],
  [
    'audit verify [<服务 service>]',
    '审计链完整？指出第一条被改动的或缺失的末尾 is the audit whole? names the first bad entry or the missing tail',
  ],
  [
    'audit search [--service S] [--account A] [--record R] [--from F] [--until U]',
    '按账户、对象、时间查审计 the audit by account, record and time',
  ],
  ['audit export --to <文件 file> [… 同上 as search]', '导出为 CSV as CSV, neutral to spreadsheets'],
  [
    'rebuild <投影 projection> [--swap | --back | --drop]',
    '另建读模型，比较，切换；运行中 read models anew, compared, swapped, while all goes on',
  ],
  [
    'replay --topic T --from F --to T2 [--key K] --into <目标 target> [--dry-run]',
    '再给出一段事实 facts once more, into a topic or a projection',
  ],
  ['backup --to <文件夹 folder>', '备份全部数据，服务照常运行 all data, while the services go on'],
  [
    'erasures --to <文件 file>',
    '把已删除的人员、已撤回的同意加到名单，与备份一起保存 adds who was erased and what was withdrawn to a list, to be kept beside the backups',
  ],
  [
    'restore --from <文件夹 folder> --erasures <名单 list> | none',
    '恢复到空的安装，服务停止时；名单上的再次删除、撤回 into an empty installation, services stopped; what is in the list is erased and withdrawn again',
  ],
  [
    'engine-users kafka | mongo',
    '列出为各应用建立最小权限用户的命令，本身不改动 prints commands that make a user with least rights for each app; changes nothing',
  ],
  [
    'retention [--run]',
    '个人信息到期情况，只看不改；--run 立即处理 what of personal data is due, changing nothing; --run does now what is done each night',
  ],
  ['parked retry <id> | --all', '再试一次，等到有结果 try again, and wait for what comes of it'],
  [
    'parked discard <服务 service> <主题 topic> <聚合 aggregate> --reason "…"',
    '永久放弃其记录，先确认 give its record up for good, after asking',
  ],
  ['parked discarded', '放弃过的记录 what was given up'],
]

function help(say: Say): boolean {
  say('用法 usage: npm run ops -- <命令 command>\n')
  for (const line of table(usage)) say(`  ${line}`)
  say('\n退出码 exit code: 0 正常 all is well, 1 需要处理 something needs a hand, 2 未执行 not carried out')
  say('设置与服务相同 settings as the services have: KAFKA_BROKERS MONGODB_URI TOPIC_PREFIX DATABASE_PREFIX SERVICES')
  return true
}

const wrong = (what: string) =>
  new Problem(`没有命令“${what.trim()}”。npm run ops 列出全部命令。`, `No such command: ${what.trim()}. npm run ops lists all.`)
