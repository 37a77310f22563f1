import type { KeyboardEvent, UIEvent } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useText } from '../language/useText'
import type { Node } from './network'
import { pathTo } from './network'
import { TreeRow } from './TreeRow'
import { openRows, stepInTree } from './tree-rows'

/** Height of a row in px; the same in the style sheet. */
const ROW = 32

/** Rows that are drawn above and below those on the screen. */
const SPARE = 12

interface AreaTreeProps {
  root: Node
  selected: Node | undefined
  onSelect: (code: string) => void
}

/**
 * The areas as a tree; only the rows on the screen are drawn, so its size does not matter.
 * One stop of the tab key: up and down walk, right and left open and close, Enter chooses.
 */
export function AreaTree({ root, selected, onSelect }: AreaTreeProps) {
  const text = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set([root.code]))
  const [active, setActive] = useState(selected?.code ?? root.code)
  const [view, setView] = useState({ top: 0, height: 800 })
  const rows = useMemo(() => openRows(root, opened), [root, opened])
  const at = Math.max(
    0,
    rows.findIndex(({ code }) => code === active),
  )

  const selectedCode = selected?.code
  useEffect(() => {
    if (!selected) return
    setOpened(
      (before) =>
        new Set([
          ...before,
          ...pathTo(selected)
            .slice(0, -1)
            .map(({ code }) => code),
        ]),
    )
    setActive(selected.code)
    // A renewed answer brings new nodes: only another choice opens the way to it.
  }, [selectedCode])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const top = at * ROW
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW - element.clientHeight
  }, [at])

  const toggle = (node: Node) =>
    setOpened((before) => {
      const after = new Set(before)
      if (!after.delete(node.code)) after.add(node.code)
      return after
    })
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at]
    const step = row && stepInTree(event.key, row, at, rows, opened)
    if (!step) return
    event.preventDefault()
    if (step.do === 'go') setActive(step.to)
    else if (step.do === 'toggle') toggle(row)
    else onSelect(row.code)
  }
  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>) =>
    setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })

  const first = Math.max(0, Math.floor(view.top / ROW) - SPARE)
  const drawn = rows.slice(first, Math.ceil((view.top + view.height) / ROW) + SPARE)
  return (
    <div
      ref={scroller}
      className="area-tree"
      role="tree"
      tabIndex={0}
      aria-label={text('network.tree', { within: root.name })}
      aria-activedescendant={`tree-${rows[at]?.code ?? ''}`}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      <div className="area-tree-rows" role="none" style={{ height: rows.length * ROW }}>
        {drawn.map((node, index) => (
          <TreeRow
            key={node.code}
            node={node}
            top={(first + index) * ROW}
            open={opened.has(node.code)}
            active={node.code === rows[at]?.code}
            chosen={node.code === selectedCode}
            toggle={() => toggle(node)}
            choose={() => {
              setActive(node.code)
              onSelect(node.code)
            }}
          />
        ))}
      </div>
    </div>
  )
}
