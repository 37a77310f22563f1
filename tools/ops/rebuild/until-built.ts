import { setTimeout as wait } from 'node:timers/promises'
import { Problem } from '@sizhang/engines'
import { logEnds, type ReadModelState } from '@sizhang/messaging'
import { FOLLOWED } from '../../exact/followed'
import { number } from '../table'
import { Progress } from './progress'
import type { Work } from './work'

const LOOK_EVERY_MS = 500
const SAY_EVERY_MS = 2_000
const NOBODY_FOR_MS = 15_000
/** It makes way for live facts, so while they come it is always a little behind: near enough, as the swap makes both level. */
const NEAR_ENOUGH_MS = 5_000

/** Waits until the generation beside the live one has applied what the log held a few seconds ago, and says how far it is. */
export async function untilBuilt({ service, rebuild, installation: { asked }, say }: Work, { beside }: ReadModelState): Promise<void> {
  const progress = new Progress()
  let [saidAt, heardAt] = [0, Date.now()]
  let wanted = { ends: await endsOf(), at: Date.now() }
  for (;;) {
    const ends = await endsOf()
    const places = await rebuild.places(beside ?? 0)
    const isThere = [...wanted.ends].every(([place, end]) => (places.get(place) ?? 0) >= end)
    const all = sum(ends.values())
    const read = sum([...ends].map(([place, end]) => Math.min(end, places.get(place) ?? 0)))
    const now = Date.now()
    const isBuilt = isThere && now - wanted.at <= NEAR_ENOUGH_MS
    if (isBuilt || now - saidAt >= SAY_EVERY_MS) {
      say(`  ${progress.line(read, all, now)}`)
      saidAt = now
    }
    if (isBuilt) return
    if (isThere) wanted = { ends, at: now }
    if (await rebuild.hears()) heardAt = now
    else if (now - heardAt > NOBODY_FOR_MS) throw nobody(read)
    await wait(LOOK_EVERY_MS)
  }

  async function endsOf(): Promise<Map<string, number>> {
    const found = new Map<string, number>()
    for (const [topic, partitions] of await logEnds(asked))
      if (FOLLOWED[service].includes(topic)) for (const [partition, end] of partitions) found.set(`${topic}@${partition}`, end)
    return found
  }

  function nobody(read: number): Problem {
    return new Problem(
      `${service} 已没有运行中的实例，重建停在 ${number(read)} 条。请启动服务，再执行同一条命令：从那里继续。`,
      `No instance of ${service} runs any more; the rebuild stands at ${number(read)} events. Start the service and give the same command again: it goes on from there.`,
    )
  }
}

function sum(figures: Iterable<number>): number {
  return [...figures].reduce((total, figure) => total + figure, 0)
}
