import { Problem, type Service, titles, until } from '@sizhang/engines'
import { forgetGroups, groupsWithMembers, type ReadModelState, Rebuild, REBUILD_GROUP, RebuildStopped } from '@sizhang/messaging'
import { driverOf } from '../../exact/databases'
import { onInstallation } from '../installation'
import type { OpsSettings } from '../settings'
import { rebuildAsked, type Wish } from './asked'
import { againstLive } from './against-live'
import { untilBuilt } from './until-built'
import type { Work } from './work'

type Say = (line: string) => void

const TAKEN_UP_WITHIN_MS = 15_000

/**
 * `rebuild <projection>`: builds a service's read models anew beside the live ones, compares the two, and swaps them; answers whether all
 * is well. The service's own instances do the work, so the command may be ended at any moment and given again.
 */
export function rebuild(settings: OpsSettings, args: readonly string[], say: Say): Promise<boolean> {
  const { service, wish } = rebuildAsked(args)
  return onInstallation(settings, async (installation) => {
    const work = { service, rebuild: new Rebuild(driverOf(installation.databases[service])), installation, say }
    try {
      return await carryOut(work, wish)
    } catch (error) {
      if (error instanceof RebuildStopped) throw stopped(service, error)
      throw error
    }
  })
}

async function carryOut(work: Work, wish: Wish): Promise<boolean> {
  const { rebuild, service, say } = work
  const before = await rebuild.state()
  if (before.step === 'swapped') return finishSwap(work)
  if (wish === 'drop') return giveUp(work)
  const state = wish === 'back' ? await begunBack(work) : await rebuild.begin()
  say(beginning(before, state, service))
  await rebuild.takenUp(state, TAKEN_UP_WITHIN_MS)
  await untilBuilt(work, state)
  const isEqual = await againstLive(work, state)
  if (!isEqual && wish === 'rebuild') return leaveBoth(work)
  const { live, former } = await rebuild.swap()
  say(
    `已切换 swapped: ${titles[service]} ${service} 现用第 ${live} 代 generation ${live} is live，第 ${former} 代留作退回 ${former} is kept`,
  )
  say(`退回 to go back: npm run ops -- rebuild ${service} --back    释放空间 to free its room: npm run ops -- rebuild ${service} --drop`)
  await forgetGroup(work)
  return true
}

function beginning(before: ReadModelState, { live, former, beside, begunAt }: ReadModelState, service: Service): string {
  const goesOn = before.beside === beside ? `接着重建 goes on, begun ${begunAt?.toISOString() ?? ''}` : '开始重建 begins'
  const what = beside === former ? '退回 back' : goesOn
  return `${titles[service]} ${service}  ${what}  现用第 ${live} 代 live is generation ${live}，旁边第 ${beside} 代 beside it ${beside}`
}

async function begunBack({ rebuild, service }: Work): Promise<ReadModelState> {
  const state = await rebuild.beginBack()
  if (state) return state
  const { former } = await rebuild.state()
  if (former === null)
    throw new Problem(
      `${service} 没有可退回的前一份：还没有切换过，或已用 --drop 释放。`,
      `${service} has no former read models to go back to: nothing was swapped yet, or --drop freed them.`,
    )
  throw new Problem(
    `${service} 正在重建，不能同时退回。请先让它完成（npm run ops -- rebuild ${service}）或放弃（--drop，前一份也一并释放）。`,
    `${service} is being rebuilt and cannot go back meanwhile: let that end (npm run ops -- rebuild ${service}), or give it up (--drop, which frees the former ones, too).`,
  )
}

async function finishSwap({ rebuild, service, say }: Work): Promise<boolean> {
  const { live } = await rebuild.endSwap()
  say(`上一条命令的切换已完成 the swap of an earlier command is done: ${service} 现用第 ${live} 代 generation ${live} is live`)
  return true
}

async function giveUp(work: Work): Promise<boolean> {
  await work.rebuild.giveUp()
  const { live } = await work.rebuild.state()
  await forgetGroup(work)
  work.say(`${work.service} 只留第 ${live} 代 nothing is kept but generation ${live}, which is live`)
  return true
}

function leaveBoth({ service, say }: Work): boolean {
  say('未切换，两份都保留 not swapped, both are kept. 选择其一 choose:')
  say(`  npm run ops -- rebuild ${service} --swap    换用新的一份 take the new ones`)
  say(`  npm run ops -- rebuild ${service} --drop    放弃新的一份 give them up`)
  return false
}

/** Kafka need not remember the group that built; while a member still leaves, it stays. */
async function forgetGroup({ installation: { asked }, service }: Work): Promise<void> {
  const group = service + REBUILD_GROUP
  await until(async () => (await groupsWithMembers(asked, [group])).length === 0, { within: 5_000, every: 200 })
  await forgetGroups(asked, [group])
}

function stopped(service: Service, { why }: RebuildStopped): Problem {
  if (why === 'busy')
    return new Problem(
      `另一条 rebuild ${service} 命令正在进行。请等它结束，或稍后再试。`,
      `Another rebuild ${service} is at work: wait for its end, or try again in a moment.`,
    )
  if (why === 'nobody')
    return new Problem(
      `没有运行中的 ${service} 实例。重建由服务自己进行：请启动它，再执行同一条命令，从停下的地方继续。`,
      `No instance of ${service} runs. The service itself rebuilds: start it and give the same command again, it goes on where it stopped.`,
    )
  return new Problem(
    `${service} 的实例没有在十秒内都停在同一处，未切换，现用的一份照旧。请用 status 查看，再执行同一条命令。`,
    `Not all instances of ${service} came to one place of the log within ten seconds: not swapped, the live ones go on. See status, then give the same command again.`,
  )
}
