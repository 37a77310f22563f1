import { defaultFieldResolver, getNamedType, getNullableType, isCompositeType, isListType, isObjectType, type GraphQLSchema } from 'graphql'

/** Objects of an answer that are completed in one turn of the event loop: of a few fields each, some milliseconds; figures of areas take ten times as long. */
const A_TURN = 100

/** One after the other, whoever they are for: all that the loop has to do next is done before it looks for requests again. */
const turns: (() => void)[] = []

function inATurn(work: () => void): void {
  turns.push(work)
  if (turns.length === 1) setImmediate(runNext)
}

function runNext(): void {
  const [work] = turns
  work?.()
  turns.shift()
  if (turns.length > 0) setImmediate(runNext)
}

/**
 * Gives the objects of one answer to whoever completes them, so many in a turn of the event loop: an answer of thousands, completed in one go, would
 * hold up all other requests meanwhile. An answer of fewer never waits.
 */
export class Turns {
  private left = A_TURN
  private waiting: (() => void)[] = []
  private readonly afterwards: (() => void)[] = []

  /** Begins a turn: what the database answers comes in one of its own. */
  begin(): void {
    if (this.waiting.length === 0) this.left = A_TURN
  }

  /** The objects of a list; what is too much for this turn as promises that are kept in later ones, in order. */
  share<Item>(items: readonly Item[]): readonly (Item | Promise<Item>)[] {
    if (this.waiting.length === 0 && items.length <= this.left) {
      this.left -= items.length
      return items
    }
    const now = this.waiting.length === 0 ? this.left : 0
    this.left -= now
    return items.map((item, place) => (place < now ? item : new Promise<Item>((resolve) => this.wait(() => resolve(item)))))
  }

  /** Does something once no object waits: what they ask for is then asked for at once, and not in each turn anew. */
  whenShared(work: () => void): void {
    if (this.waiting.length > 0) this.afterwards.push(work)
    else afterPromises(() => (this.waiting.length > 0 ? this.afterwards.push(work) : work()))
  }

  private wait(give: () => void): void {
    if (this.waiting.push(give) === 1) inATurn(() => this.next())
  }

  private next(): void {
    const now = this.waiting.slice(0, A_TURN)
    this.left = A_TURN - now.length
    this.waiting = this.waiting.slice(A_TURN)
    for (const give of now) give()
    if (this.waiting.length > 0) inATurn(() => this.next())
    else for (const work of this.afterwards.splice(0)) this.whenShared(work)
  }
}

/** After all promises that are kept by now, and what follows from them, as DataLoader waits by itself. */
function afterPromises(work: () => void): void {
  void Promise.resolve().then(() => process.nextTick(work))
}

/** Has the objects of every list in a schema given out in turns. */
export function inTurns(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type)) || !isCompositeType(getNamedType(field.type))) continue
      const { resolve = defaultFieldResolver } = field
      field.resolve = (source, args, context: { turns: Turns }, info) => {
        const share = (found: unknown) => (Array.isArray(found) ? context.turns.share(found) : found)
        const found: unknown = resolve(source, args, context, info)
        return found instanceof Promise ? found.then(share) : share(found)
      }
    }
  }
}
