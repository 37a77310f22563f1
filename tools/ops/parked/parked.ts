import { Problem, titles, type Service } from '@sizhang/engines'
import { Parked, type ParkedAggregate } from '@sizhang/messaging'
import { liveIn } from '../../exact/applied'
import { onInstallation, type Installation } from '../installation'
import type { OpsSettings } from '../settings'
import { number, table } from '../table'

/** What a service has set aside. */
export interface Found {
  service: Service
  parked: ParkedAggregate
}

type Say = (line: string) => void

const MOST_SHOWN = 2_000
/** A service takes up so many wishes at a time. */
const AT_ONCE = 20

/** `parked list`: what stands aside and why; answers whether nothing does. */
export function listParked(settings: OpsSettings, say: Say): Promise<boolean> {
  return onInstallation(settings, async (installation) => {
    const found = await foundIn(installation)
    if (found.length === 0) say('没有搁置的聚合 nothing is parked')
    const rows = found.map(({ service, parked: { key, partition, offset, waiting, at, reason } }) => [
      service,
      key,
      `${partition}:${offset}`,
      number(waiting),
      at.toISOString(),
      reason.slice(0, 120),
    ])
    if (found.length > 0)
      for (const line of table([['服务 service', '聚合 id', '位置 at', '等待 waiting', '自 since', '原因 reason'], ...rows])) say(line)
    return found.length === 0
  })
}

/** `parked show <id>`: the record that stopped the aggregate, as Kafka has it. Facts hold no personal data, so it may be shown. */
export function showParked(settings: OpsSettings, key: string, say: Say): Promise<boolean> {
  return onInstallation(settings, async (installation) => {
    for (const found of await wanted(installation, key)) for (const line of described(found)) say(line)
    return true
  })
}

/** A parked aggregate and the record that stopped it, in full. */
export function described({ service, parked }: Found): string[] {
  return [
    `${titles[service]}服务 ${service}  ${parked.key}`,
    `  位置 at       ${parked.topic} 分区 partition ${parked.partition} 偏移 offset ${parked.offset}`,
    `  自 since      ${parked.at.toISOString()}`,
    `  原因 reason   ${parked.reason}`,
    `  等待 waiting  ${number(parked.waiting)}`,
    `  记录 record   ${shown(parked.value)}\n`,
  ]
}

/** `parked retry`: has the services try again and waits; answers whether all was applied. Without a key everything is tried. */
export function retryParked(settings: OpsSettings, key: string | undefined, say: Say): Promise<boolean> {
  return onInstallation(settings, async (installation) => {
    const found = key === undefined ? await foundIn(installation) : await wanted(installation, key)
    if (found.length === 0) say('没有搁置的聚合 nothing is parked')
    let left = 0
    for (let from = 0; from < found.length; from += AT_ONCE) {
      const retried = await Promise.all(found.slice(from, from + AT_ONCE).map((each) => retry(installation, each, say)))
      left += retried.filter((applied) => !applied).length
    }
    if (left > 0) say(`仍有 ${number(left)} 个搁置 ${number(left)} stay parked`)
    return left === 0
  })
}

async function retry(installation: Installation, { service, parked: { key } }: Found, say: Say): Promise<boolean> {
  const retried = await (await parkedOf(installation, service)).retry(key)
  say(`${service}  ${key}  ${retried.applied ? '已应用 applied' : `未应用 not applied: ${retried.reason}`}`)
  return retried.applied
}

async function wanted(installation: Installation, key: string): Promise<Found[]> {
  const found = (await foundIn(installation)).filter(({ parked }) => parked.key === key || placeOf(parked) === key)
  if (found.length > 0) return found
  throw new Problem(`没有搁置 ${key}。parked list 列出全部。`, `Nothing is parked under ${key}; parked list names all.`)
}

/** What all services have set aside. */
export async function foundIn(installation: Installation): Promise<Found[]> {
  const all: Found[] = []
  for (const service of Object.keys(installation.databases) as Service[])
    all.push(...(await (await parkedOf(installation, service)).list()).map((parked) => ({ service, parked })))
  return all
}

/** Where its record stands in the log: the portal names by this what has no id. */
export function placeOf({ topic, partition, offset }: ParkedAggregate): string {
  return `${topic}@${partition}:${offset}`
}

/** What a service's live read models have set aside, whichever generation they are. */
export async function parkedOf({ databases }: Installation, service: Service): Promise<Parked> {
  const live = await liveIn(databases[service])
  return new Parked(() => live)
}

/** Text as it is, anything else in hexadecimal, cut to what a screen takes. */
export function shown(value: Buffer | null): string {
  if (value === null) return '空 none'
  const text = value.toString()
  const isText = Buffer.from(text).equals(value)
  const whole = isText ? text : value.toString('hex')
  const kind = isText ? '' : 'hex '
  if (whole.length <= MOST_SHOWN) return kind + whole
  return `${kind}${whole.slice(0, MOST_SHOWN)} …（共 ${number(value.length)} 字节 bytes in all）`
}
