/** What has to be known of each to keep the order that matters. */
interface Order<Item> {
  /** The record that it makes or changes. */
  makes: (item: Item) => string
  /** The records that have to be as earlier ones leave them. */
  needs: (item: Item) => readonly (string | null | undefined)[]
}

const MOST_AT_ONCE = 10

/** Does something for each in order, some at a time of which none needs what another one of them makes. What was begun is done before a failure is thrown. */
export async function inHeaps<Item>(items: readonly Item[], order: Order<Item>, act: (item: Item) => Promise<void>): Promise<void> {
  for (const together of heapsOf(items, order)) {
    const settled = await Promise.allSettled(together.map(act))
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
