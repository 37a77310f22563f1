/** How much is carried out together. */
export interface Limits<Item> {
  /** Items are added to a work until their weight comes to this. */
  weight: number
  weightOf: (item: Item) => number
}

interface Asked<Item> {
  item: Item
  done: () => void
  failed: (error: unknown) => void
}

/**
 * Carries out what is asked for: the first at once, what comes while it works together with all that has come by then. One trip to the
 * database then serves many, and nobody waits for others to come. A work of many that fails is tried one by one, so that each hears of its own failure.
 */
export class Together<Item> {
  private waiting: Asked<Item>[] = []
  private busy = false

  constructor(
    private readonly work: (items: Item[]) => Promise<void>,
    private readonly limits: Limits<Item>,
  ) {}

  /** Resolves when the work in which the item was is done. */
  carryOut(item: Item): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed })
      this.look()
    })
  }

  /** In the next turn of the loop: what comes in this one belongs together. */
  private look(): void {
    if (this.busy || this.waiting.length === 0) return
    this.busy = true
    setImmediate(() => void this.begin(this.next()))
  }

  private next(): Asked<Item>[] {
    let weight = 0
    const end = this.waiting.findIndex(({ item }, place) => {
      weight += this.limits.weightOf(item)
      return place > 0 && weight > this.limits.weight
    })
    return this.waiting.splice(0, end < 0 ? this.waiting.length : end)
  }

  private async begin(asked: Asked<Item>[]): Promise<void> {
    try {
      await this.work(asked.map(({ item }) => item))
      for (const { done } of asked) done()
    } catch (error) {
      const [only, ...others] = asked
      if (others.length === 0) only?.failed(error)
      else await Promise.all(asked.map(({ item, done, failed }) => this.work([item]).then(done, failed)))
    } finally {
      this.busy = false
      this.look()
    }
  }
}
