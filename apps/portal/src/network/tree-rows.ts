import type { Node } from './network'

/** The rows that are open, from top to bottom. */
export function openRows(root: Node, opened: ReadonlySet<string>): Node[] {
  const rows: Node[] = []
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    rows.push(node)
    if (opened.has(node.code)) waiting.push(...node.children.toReversed())
  }
  return rows
}

/** What a key does in the tree. */
export type TreeStep = { do: 'go'; to: string } | { do: 'toggle' } | { do: 'choose' }

/** The step of a key from a row, as trees are walked everywhere; undefined for keys that mean nothing here. */
export function stepInTree(key: string, row: Node, at: number, rows: readonly Node[], opened: ReadonlySet<string>): TreeStep | undefined {
  const go = (node: Node | null | undefined): TreeStep | undefined => (node ? { do: 'go', to: node.code } : undefined)
  const closed = row.children.length > 0 && !opened.has(row.code)
  switch (key) {
    case 'ArrowDown':
      return go(rows[at + 1])
    case 'ArrowUp':
      return go(rows[at - 1])
    case 'ArrowRight':
      return closed ? { do: 'toggle' } : go(row.children[0])
    case 'ArrowLeft':
      return opened.has(row.code) && row.children.length > 0 ? { do: 'toggle' } : go(at > 0 ? row.parent : null)
    case 'Home':
      return go(rows[0])
    case 'End':
      return go(rows.at(-1))
    case 'Enter':
    case ' ':
      return { do: 'choose' }
    default:
      return undefined
  }
}
