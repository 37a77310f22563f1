import { memo } from 'react'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import type { Node } from './network'
import { ofLevel, tally } from './network'

interface TreeRowProps {
  node: Node
  /** Distance from the top of the tree in px. */
  top: number
  open: boolean
  active: boolean
  chosen: boolean
  toggle: () => void
  choose: () => void
}

/** One area: its name, how it is covered, and how many are covered below it. */
export const TreeRow = memo(function TreeRow({ node, top, open, active, chosen, toggle, choose }: TreeRowProps) {
  const text = useText()
  const words = useWords()
  const parent = node.children.length > 0
  const siblings = node.parent?.children ?? [node]

  return (
    <div
      id={`tree-${node.code}`}
      role="treeitem"
      aria-level={node.depth + 1}
      aria-setsize={siblings.length}
      aria-posinset={siblings.indexOf(node) + 1}
      aria-expanded={parent ? open : undefined}
      aria-selected={chosen}
      className={active ? 'tree-row tree-row-active' : 'tree-row'}
      style={{ top, paddingLeft: node.depth * 20 + 4 }}
      onClick={choose}
    >
      <span
        className={parent ? 'tree-handle' : 'tree-handle tree-leaf'}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          if (parent) toggle()
        }}
      >
        {parent ? (open ? '▾' : '▸') : ''}
      </span>
      {node.state && <span className={`tile tile-${looks[node.state]}`} aria-hidden="true" />}
      <span className="tree-name">{node.name}</span>
      <span className="quiet small">
        {node.placeholder ? text('network.placeholder') : node.state ? words.coverage(node.state) : ''}
        {node.functioning === false && ` · ${text('network.notFunctioning')}`}
      </span>
      <span className="quiet small tree-below">
        {below(node)
          .map(({ level, covered, total }) => `${words.level(level)} ${covered}/${total}`)
          .join(' · ')}
      </span>
      <span className="quiet small tree-code">{node.code}</span>
    </div>
  )
})

const looks = { OWN: 'covered', JOINT: 'joint', BLANK: 'blank', ZONE: 'zone' } as const

/** Covered of all, level by level, below an area that has any. */
function below(node: Node) {
  return (['TOWN', 'VILLAGE'] as const).map((level) => ({ level, ...tally(ofLevel(node, level)) })).filter(({ total }) => total > 0)
}
