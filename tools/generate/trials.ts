import type { Recorded, RecordedStorm, Records } from '../trials/record'
import type { Generated } from './files'
import { textOf } from './files'
import { table } from './table'

/** What came of the full runs of the trials, as a page of the docs. */
export function trialsPage(): Promise<Generated[]> {
  const { trials = [], storms = [] } = JSON.parse(textOf('docs/results/trials.json') ?? '{}') as Partial<Records>
  const text = [
    '<!-- Written by `node tools/run.mjs generate` from docs/results/trials.json, which `npm run trials` writes. -->',
    '# 故障试验 · Trials',
    '在真实的 Kafka 和 MongoDB 上，负载之下制造故障：结束进程、停引擎、冻结数据库、重复投递……恢复之后，台账、存储的状态、Kafka 日志和每个读模型须完全一致。' +
      '每项试验另有对照：去掉一道防护的模块做同样的事，必须被查出。',
    'Faults under load, on real Kafka and MongoDB. Clients keep a **ledger** of each accepted command (aggregate, sequence, event id); after the fault ' +
      'is healed, ledger = stored states = Kafka log (duplicates dropped by sequence) = every read model, outboxes empty, parked aggregates as stated: that is **exact**. ' +
      'Each trial has a **control**: the same against a module without the guard, which exists in the trials’ own bundle only, and which must be found out.',
    '```\nnpm run trials                                  # the full run, in parts if you like: --only 1-5\nnpm run trials -- --short                       # each once, about a quarter of an hour\nnpm run trials -- --only 6 --times 20 --seed 7  # what a failure prints, to repeat it\nnpm run trials -- --storm --instances 2          # 100,000 commands, everything killed at random for ten minutes\n```',
    tableOf(trials),
    '“Found” is the first thing that the comparison says of the control.',
    '## 十万条命令 · A hundred thousand commands',
    '十分钟内随机结束各服务、网关、Kafka 和 MongoDB；中途逐个重启全部实例，其中活动服务升级到事实多一个字段的新版本。之后同样全部核对。',
    'Services, gateway, Kafka and MongoDB are killed at random for ten minutes; in the middle all instances are restarted one after the other, those of activity from a newer release whose facts have one field more. Then everything is compared as above, each read model also with one built anew.',
    stormsOf(storms),
  ].join('\n\n')
  return Promise.resolve([{ file: 'docs/trials.md', text: `${text}\n` }])
}

function tableOf(trials: readonly Recorded[]): string {
  const head = [
    '#',
    '试验 Trial',
    '通过的标准 Passes when',
    '次数 Faults',
    '一致 Exact',
    '命令 Commands',
    '日期 On',
    '对照：去掉 Control without',
    '查出 Found',
  ]
  const rows = trials.map(({ number, name, passes, faults, runs, exact, commands, on, control }) => [
    `${number}`,
    name,
    passes,
    `${faults}`,
    `${exact} of ${runs} runs`,
    commands.toLocaleString('en'),
    on,
    control.without,
    control.red ? control.found : '**not red**',
  ])
  return table(head, rows)
}

function stormsOf(storms: readonly RecordedStorm[]): string {
  const head = ['实例 Instances of each app', '命令 Commands', '故障 Faults', '用时 Took', '一致 Exact', '日期 On']
  const rows = storms.map(({ instances, commands, faults, seconds, exact, on }) => [
    `${instances}`,
    commands.toLocaleString('en'),
    Object.entries(faults)
      .map(([name, count]) => `${name} ${count} ×`)
      .join(', '),
    `${Math.round(seconds / 60)} min`,
    exact ? '✓' : '**no**',
    on,
  ])
  return table(head, rows)
}
