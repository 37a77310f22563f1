import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Caller } from '../caller/caller'
import { Rejected } from '../rules'

/** The sort key of a row: the values that the list is ordered by, the last one unique. */
export type SortKey = (string | number)[]

/** A page asked for. */
export interface PageRequest {
  first?: number | null | undefined
  after?: string | null | undefined
}

/** A page of a list, as Relay has it; cursors are signed for who asks for them. */
export interface Connection<Node> {
  nodes: Node[]
  edges: { cursor: () => string; node: Node }[]
  pageInfo: { hasNextPage: boolean; endCursor: () => string | null }
}

/** Makes pages whose cursors are signed and belong to one list, one filter and one caller. */
export class Pages {
  constructor(private readonly key: Buffer) {}

  /**
   * Loads a page: `load` gets the sort key to start after (null: the beginning) and how many rows to give.
   * Refuses a `first` outside 1 to 200 and a cursor that was not made for this list, filter and caller.
   */
  async page<Row>(
    caller: Caller,
    list: string,
    filter: unknown,
    request: PageRequest,
    load: (after: SortKey | null, limit: number) => Promise<Row[]>,
    keyOf: (row: Row) => SortKey,
  ): Promise<Connection<Row>> {
    const first = request.first ?? 50
    if (first < 1 || first > 200) throw new Rejected('FIRST_OUT_OF_RANGE', { field: 'first', value: first })
    const scope = JSON.stringify([list, filter, caller.accountId])
    const rows = await load(request.after ? this.read(scope, request.after) : null, first + 1)
    const nodes = rows.slice(0, first)
    const edges = nodes.map((node) => ({ cursor: () => this.sign(scope, keyOf(node)), node }))
    return { nodes, edges, pageInfo: { hasNextPage: rows.length > first, endCursor: () => edges.at(-1)?.cursor() ?? null } }
  }

  private sign(scope: string, key: SortKey): string {
    const text = Buffer.from(JSON.stringify(key)).toString('base64url')
    return `${text}.${this.seal(scope, text).toString('base64url')}`
  }

  private read(scope: string, cursor: string): SortKey {
    const [text = '', seal = ''] = cursor.split('.')
    const given = Buffer.from(seal, 'base64url')
    const expected = this.seal(scope, text)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Rejected('CURSOR_INVALID', { field: 'after' })
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as SortKey
  }

  private seal(scope: string, text: string): Buffer {
    return createHmac('sha256', this.key).update(scope).update('\n').update(text).digest().subarray(0, 16)
  }
}

/**
 * The database filter for rows behind a sort key: `fields` in order, each `1` (rising) or `-1` (falling).
 * An empty filter at the beginning.
 */
export function behind(fields: Record<string, 1 | -1>, after: SortKey | null): Record<string, unknown> {
  if (!after) return {}
  const names = Object.keys(fields)
  return {
    $or: names.map((name, place) => ({
      ...Object.fromEntries(names.slice(0, place).map((equal, at) => [equal, after[at]])),
      [name]: { [fields[name] === 1 ? '$gt' : '$lt']: after[place] },
    })),
  }
}
