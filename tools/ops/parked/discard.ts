import { Problem, type Service, services, titles } from '@sizhang/engines'
import { discardedIn } from '@sizhang/messaging'
import { confirmed } from '../../engines/confirm'
import { driverOf } from '../../exact/databases'
import { type Installation, onInstallation } from '../installation'
import type { OpsSettings } from '../settings'
import { discardAsked } from './discard-asked'
import { described, type Found, foundIn, parkedOf, placeOf, shown } from './parked'

type Say = (line: string) => void

/**
 * `parked discard`: gives up for good the record that stops an aggregate, once it was shown and that was confirmed; a running instance does
 * it and applies what waits behind. Answers whether the aggregate goes on.
 */
export function discardParked(settings: OpsSettings, args: readonly string[], say: Say): Promise<boolean> {
  const { service, key, because, isConfirmed } = discardAsked(args)
  return onInstallation(settings, async (installation) => {
    const found = (await foundIn(installation)).find((each) => each.service === service && isNamed(each, key))
    if (!found) throw nothing(service, key)
    for (const line of described(found)) say(line)
    if (!(await confirmed(warningOf(found), isConfirmed))) throw new Problem('已取消，未放弃任何记录。', 'Cancelled; nothing was given up.')
    const discarded = await (await parkedOf(installation, service)).discard(found.parked, because)
    say(
      discarded.applied
        ? `${service}  ${found.parked.key}  已放弃，其后的已应用 given up, what waited behind is applied`
        : `${service}  ${found.parked.key}  仍搁置 stays parked: ${discarded.reason}`,
    )
    return discarded.applied
  })
}

/** `parked discarded`: each record that was given up, why it had been parked and why it was given up. */
export function listDiscarded(settings: OpsSettings, say: Say): Promise<boolean> {
  return onInstallation(settings, async (installation) => {
    for (const service of services) for (const line of await discardedOf(installation, service)) say(line)
    return true
  })
}

async function discardedOf({ databases }: Installation, service: Service): Promise<string[]> {
  const found = await discardedIn(driverOf(databases[service]))
    .find({}, { sort: { at: 1 }, promoteBuffers: true })
    .toArray()
  return found.flatMap(({ _id, key, reason, because, at, value }) => [
    `${titles[service]}服务 ${service}  ${key}`,
    `  位置 at       ${_id}`,
    `  放弃 given up ${at.toISOString()}  ${because}`,
    `  原因 reason   ${reason}`,
    `  记录 record   ${shown(value)}\n`,
  ])
}

const isNamed = ({ parked }: Found, key: string) => parked.key === key || placeOf(parked) === key

function warningOf({ service, parked }: Found): string {
  const place = placeOf(parked)
  return (
    `将放弃 ${place} 的记录，${titles[service]}服务永不应用它；若它是事实，其后的缺口会使聚合再次搁置。\n` +
    `The record ${place} of ${parked.key} will be given up: ${service} never applies it. If it was a fact, the gap behind it parks the aggregate again.`
  )
}

function nothing(service: Service, key: string): Problem {
  return new Problem(
    `${service} 没有搁置 ${key}。parked list 列出全部，位置写作 分区:偏移。`,
    `${service} has not parked ${key}; parked list names all. A place is written partition:offset.`,
  )
}
