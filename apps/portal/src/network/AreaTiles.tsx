import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { CoverageState } from '../graph.generated'
import { useText } from '../language/useText'
import type { Tile } from '../tiles/tile'
import type { TileGroup } from '../tiles/TileGrid'
import { TileGrid } from '../tiles/TileGrid'
import { TileKey } from '../tiles/TileKey'
import { useWords } from '../words/useWords'
import type { Node, Tally } from './network'
import { pathTo, tally } from './network'

const looks: Record<CoverageState, Tile['look']> = { OWN: 'covered', JOINT: 'joint', BLANK: 'blank', ZONE: 'zone' }

interface AreaTilesProps {
  within: Node
  areas: readonly Node[]
  counts: Tally
  selected: string | undefined
  onSelect: (code: string) => void
}

/** The areas of one level as tiles, grouped by the areas one step below the one that is looked into. */
export function AreaTiles({ within, areas, counts, selected, onSelect }: AreaTilesProps) {
  const text = useText()
  const words = useWords()
  const [parameters] = useSearchParams()

  const groups = useMemo((): TileGroup[] => {
    const tile = (node: Node): Tile => ({
      key: node.code,
      name: node.name,
      look: node.state ? looks[node.state] : 'unknown',
      words: [
        node.placeholder ? text('network.placeholder') : node.state ? words.coverage(node.state) : text('network.unknown'),
        node.functioning === false ? text('network.notFunctioning') : '',
      ]
        .filter(Boolean)
        .join(' · '),
    })
    return groupsOf(within, areas).map(([group, nodes]) => {
      const { total, covered } = tally(nodes)
      return { key: group.code, name: group.name, aside: text('network.ofTotal', { covered, total }), tiles: nodes.map(tile) }
    })
  }, [within, areas, text, words])

  const states = counts.states
  const whole = new URLSearchParams(parameters)
  whole.delete('within')
  return (
    <div>
      <div className="network-key">
        <TileKey counts={{ covered: states.OWN, joint: states.JOINT, blank: states.BLANK, zone: states.ZONE }} />
        {within.parent && <Link to={`?${whole}`}>{text('network.wholeCity')}</Link>}
      </div>
      <TileGrid label={text('network.tiles', { within: within.name })} groups={groups} selected={selected} onSelect={onSelect} />
    </div>
  )
}

/** The child of `within` above each area, in the order of the codes; counties themselves stand in one group. */
function groupsOf(within: Node, areas: readonly Node[]): [Node, Node[]][] {
  const groups = new Map<Node, Node[]>()
  for (const area of areas) {
    const above = pathTo(area)[within.depth + 1] ?? within
    const group = above === area ? within : above
    groups.set(group, [...(groups.get(group) ?? []), area])
  }
  return [...groups]
}
