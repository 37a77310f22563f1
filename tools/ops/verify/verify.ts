import { services, titles } from '@sizhang/engines'
import { parkedIn, whenApplied } from '../../exact/applied'
import { FactsInLog } from '../../exact/facts-in-log'
import { compareRebuilt } from '../../exact/rebuilt'
import { compareStates } from '../../exact/states'
import { onInstallation, type Installation } from '../installation'
import type { OpsSettings } from '../settings'
import { number } from '../table'

type Say = (line: string) => void

const MOST_FINDINGS = 20

/** `verify`: compares the stored states with the log, and the log with each read model, while all of them go on; answers whether they are equal. */
export function verify(settings: OpsSettings, say: Say): Promise<boolean> {
  return onInstallation(settings, async (installation) => {
    const facts = new FactsInLog(installation.asked)
    const lost = [...(await statesAgainstLog(installation, facts, say)), ...facts.findings]
    const behind = lost.length > 0 ? [] : await readModelsAgainstLog(installation, facts, say)
    report(lost, '状态与日志不同：先做备份，再查原因 states and log differ: back up first, then find out why', say)
    report(behind, '读模型与日志不同：见运维手册“核对” read models and log differ: see "Verifying" in docs/operators.md', say)
    const equal = lost.length + behind.length === 0
    if (equal) say('状态 = 日志 = 读模型 states = log = read models')
    return equal
  })
}

async function statesAgainstLog({ databases }: Installation, facts: FactsInLog, say: Say): Promise<string[]> {
  const { aggregates, checksum, findings } = await compareStates(databases, facts)
  const others = `重复 twice ${number(facts.duplicates)}  非事实 no facts ${number(facts.unreadable.length)}`
  say(`日志 log      ${facts.checksum}  ${number(facts.count)} 条事实 facts of ${number(facts.last.size)} 个聚合 aggregates  ${others}`)
  say(`状态 states   ${checksum}  ${number(aggregates)} 个聚合 aggregates`)
  return findings
}

/** What stands aside cannot be equal, so it is said first. */
async function readModelsAgainstLog({ settings, databases, client, asked }: Installation, facts: FactsInLog, say: Say): Promise<string[]> {
  const findings: string[] = []
  for (const service of services) {
    const unlike = [...(await parkedIn(service, databases[service])), ...(await whenApplied(service, databases[service], facts))]
    if (unlike.length === 0) {
      const compared = await compareRebuilt(service, { ...settings, env: settings.kafkaEnvironment, client, asked }, facts)
      const moving = compared.moving > 0 ? `  仍在变动 still moving ${number(compared.moving)}` : ''
      say(`${titles[service]} ${service.padEnd(13)} ${compared.checksum}  ${number(compared.documents)} 份读模型 documents${moving}`)
      unlike.push(...compared.findings)
    }
    findings.push(...unlike)
  }
  return findings
}

function report(findings: readonly string[], wayOut: string, say: Say): void {
  if (findings.length === 0) return
  say(`\n${wayOut}`)
  for (const finding of findings.slice(0, MOST_FINDINGS)) say(`  ${finding}`)
  if (findings.length > MOST_FINDINGS) say(`  … ${number(findings.length)}`)
}
