import { Problem, type Service } from '@sizhang/engines'
import { Giver, type RawRecord } from '@sizhang/messaging'
import { driverOf } from '../../exact/databases'
import type { Installation } from '../installation'
import { number } from '../table'
import type { Range } from './range'
import type { Taker } from './taker'

/** They are held in memory until an aggregate's last one is known. */
const MOST_RECORDS = 200_000
const AGGREGATES_AT_ONCE = 100
const TAKEN_UP_WITHIN_MS = 15_000

/**
 * Gives facts again to the read models of a service, aggregate by aggregate; a running instance applies them. What is there already stays as
 * it is. An aggregate of which the range does not hold all facts is left out: half of them would make half a document.
 */
export function intoProjection({ databases }: Installation, service: Service, { count }: Range): Taker {
  if (count > MOST_RECORDS)
    throw new Problem(
      `范围内有 ${number(count)} 条记录，给投影一次至多 ${number(MOST_RECORDS)} 条。请用 --key 或缩小范围；要全部重来，用 rebuild ${service}。`,
      `The range holds ${number(count)} records; a projection is given ${number(MOST_RECORDS)} at most. Use --key or a smaller range; for all of it there is rebuild ${service}.`,
    )
  const aggregates = new Map<string, RawRecord[]>()
  return {
    async take({ topic, partition, offset, value }, { key }) {
      aggregates.set(key, [...(aggregates.get(key) ?? []), { topic, partition, offset, value }])
    },
    end: () => giveAll(new Giver(driverOf(databases[service])), service, aggregates),
    breakOff: async () => undefined,
  }
}

async function giveAll(giver: Giver, service: Service, aggregates: ReadonlyMap<string, RawRecord[]>) {
  const all = [...aggregates]
  const reasons: string[] = []
  let given = 0
  for (let from = 0; from < all.length; from += AGGREGATES_AT_ONCE) {
    const some = new Map(all.slice(from, from + AGGREGATES_AT_ONCE))
    const outcomes = await giver.give(some, TAKEN_UP_WITHIN_MS)
    if (!outcomes) throw nobody(service, given)
    for (const [key, outcome] of outcomes)
      if (outcome.applied) given += some.get(key)?.length ?? 0
      else reasons.push(`${key} 未给 left out: ${outcome.reason}`)
  }
  return { given, reasons }
}

function nobody(service: Service, given: number): Problem {
  return new Problem(
    `没有运行中的 ${service} 实例取走，已给出 ${number(given)} 条。请启动它，再执行同一条命令。`,
    `No running instance of ${service} takes them; ${number(given)} were given. Start it and give the same command again.`,
  )
}
