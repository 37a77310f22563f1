import { setTimeout as soon } from 'node:timers/promises'
import { Rejected } from '@sizhang/service-kit'

/** What has to be known of each to keep the order that matters. */
interface Order<Item> {
  /** The record that it makes or changes. */
  makes: (item: Item) => string
  /** The records that have to be as earlier ones leave them. */
  needs: (item: Item) => readonly (string | null | undefined)[]
}

const MOST_AT_ONCE = 10
const AGAIN_AFTER_MS = 100
const MOST_WAITED_MS = 10_000

/**
 * Does something for each in order, some at a time of which none needs what another one of them makes. What was begun is done before a failure is thrown.
 * @param act may be done again for the same one: a record that cannot take a command at the moment is waited for, and not for long
 */
export async function inHeaps<Item>(items: readonly Item[], order: Order<Item>, act: (item: Item) => Promise<void>): Promise<void> {
  for (const together of heapsOf(items, order)) {
    const settled = await Promise.allSettled(together.map((item) => whenItCan(() => act(item))))
    const failed = settled.find((result) => result.status === 'rejected')
    if (failed) throw failed.reason
  }
}

function heapsOf<Item>(items: readonly Item[], { makes, needs }: Order<Item>): Item[][] {
  const heaps: Item[][] = []
  let made = new Set<string>()
  for (const item of items) {
    const last = heaps.at(-1)
    if (last && last.length < MOST_AT_ONCE && !needs(item).some((id) => made.has(id ?? ''))) last.push(item)
    else {
      heaps.push([item])
      made = new Set()
    }
    made.add(makes(item))
  }
  return heaps
}

/** A record takes no command while a hundred of its facts wait to be published: a file of more rows for one record waits for them. */
async function whenItCan(act: () => Promise<void>): Promise<void> {
  for (let waited = 0; ; waited += AGAIN_AFTER_MS)
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Rejected) || error.code !== 'UNAVAILABLE' || waited >= MOST_WAITED_MS) throw error
      await soon(AGAIN_AFTER_MS)
    }
}
