import { Problem, type Service, services, titles } from '@sizhang/engines'
import { AUDIT, type AuditFault, type AuditLink, ChainWalk } from '@sizhang/service-kit'
import { driverOf } from '../../exact/databases'
import { onInstallation, type Installation } from '../installation'
import type { OpsSettings } from '../settings'
import { number } from '../table'
import { checkpointsOf } from './checkpoints'

type Say = (line: string) => void

/**
 * `audit verify [service]`: seals every entry anew, and compares the chain with the checkpoints that another service and Kafka have, while
 * services go on. Names the first bad entry, or the missing tail; answers whether all chains are whole.
 */
export function verifyAudit(settings: OpsSettings, wanted: string | undefined, say: Say): Promise<boolean> {
  const chosen = wanted === undefined ? services : [serviceNamed(wanted)]
  return onInstallation(settings, async (installation) => {
    let whole = true
    for (const service of chosen) whole = (await verifyChain(installation, service, say)) && whole
    return whole
  })
}

/** Refuses what is no service, by the value and those there are. */
export function serviceNamed(name: string): Service {
  const service = services.find((known) => known === name)
  if (service) return service
  throw new Problem(`没有服务“${name}”。可用：${services.join(' ')}`, `There is no service “${name}”. There are: ${services.join(' ')}`)
}

/** The checkpoints are read first: what is added meanwhile is beyond them. */
async function verifyChain(installation: Installation, service: Service, say: Say): Promise<boolean> {
  const { keeper, kept, published } = await checkpointsOf(installation, service)
  const walk = new ChainWalk(service, [...kept, ...published])
  const fault = await faultIn(installation, service, walk)
  const last = kept.at(-1)
  const upTo = last ? `至第 ${number(last.position)} 条 up to entry ${number(last.position)}（${last.at}）` : '尚无 none yet'
  say(`${titles[service]} ${service.padEnd(13)} ${number(walk.position)} 条 entries  ${fault ? '不完整 NOT WHOLE' : '完整 whole'}`)
  say(`     检查点 checkpoints  ${keeper} ${number(kept.length)}  Kafka ${number(published.length)}  ${upTo}`)
  if (fault) say(`     ${described(fault)}`)
  return fault === undefined
}

async function faultIn({ databases }: Installation, service: Service, walk: ChainWalk): Promise<AuditFault | undefined> {
  const links = driverOf(databases[service])
    .collection<AuditLink>(AUDIT)
    .find({}, { sort: { _id: 1 }, readConcern: 'majority' })
  for await (const link of links) {
    const fault = walk.follow(link)
    if (fault) return fault
  }
  return walk.end()
}

function described(fault: AuditFault): string {
  if (fault.kind === 'ALTERED') return `第 ${fault.position} 条被改动或移位 entry ${fault.position} was edited or moved`
  if (fault.kind === 'UNLINKED')
    return `第 ${fault.position} 条与前一条不衔接，其前有条目被重写 entry ${fault.position} does not follow on the one before: something before it was written anew`
  const entries = `${fault.from}–${fault.to}`
  if (fault.kind === 'GONE') return `第 ${entries} 条已不在 entries ${entries} are gone`
  if (fault.kind === 'REWRITTEN')
    return `第 ${entries} 条中有被重写的，${fault.at} 的检查点记得另一个散列 some of the entries ${entries} were written anew: the checkpoint of ${fault.at} knows another hash`
  return `第 ${entries} 条已不在，${fault.at} 的检查点记得它们 entries ${entries}, of which a checkpoint of ${fault.at} tells, are gone`
}
