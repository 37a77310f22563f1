import { Problem } from '@sizhang/engines'
import { backup } from './backup/backup'
import { restore } from './backup/restore'
import { rebuild } from './rebuild/rebuild'
import { discardParked, listDiscarded } from './parked/discard'
import { listParked, retryParked, showParked } from './parked/parked'
import { replay } from './replay/replay'
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

  async backup(args, settings, say) {
    const [to, folder] = args
    if (to !== '--to' || !folder || args.length > 2) throw wrong(`backup ${args.join(' ')}`)
    return backup(settings, folder, say)
  },

  async restore(args, settings, say) {
    const [from, folder] = args
    if (from !== '--from' || !folder || args.length > 2) throw wrong(`restore ${args.join(' ')}`)
    return restore(settings, folder, say)
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
    'rebuild <投影 projection> [--swap | --back | --drop]',
    '另建读模型，比较，切换；运行中 read models anew, compared, swapped, while all goes on',
  ],
  [
    'replay --topic T --from F --to T2 [--key K] --into <目标 target> [--dry-run]',
    '再给出一段事实 facts once more, into a topic or a projection',
  ],
  ['backup --to <文件夹 folder>', '备份全部数据，服务照常运行 all data, while the services go on'],
  ['restore --from <文件夹 folder>', '恢复到空的安装，服务停止时 into an empty installation, services stopped'],
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
