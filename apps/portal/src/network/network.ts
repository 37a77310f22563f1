import type { CoverageState, Level, NetworkPageQuery } from '../graph.generated'

/** An area in the tree, with how it is covered and its place. */
export interface Node {
  code: string
  name: string
  level: Level
  kind: NetworkPageQuery['areaTree'][number]['kind']
  placeholder: boolean
  /** Null where reporting does not count it: the city, placeholder rows. */
  state: CoverageState | null
  functioning: boolean | null
  parent: Node | null
  children: Node[]
  depth: number
}

/** The areas of the city by code, and its root. */
export interface Network {
  root: Node | null
  byCode: ReadonlyMap<string, Node>
}

/**
 * Joins the list of areas with how they are covered; children stay in the order of their codes. Who may see a part of the city is told of that
 * part alone how it is covered: the rest is left out, but for what lies above.
 */
export function networkOf({ areaTree: areas, counties, towns, villages }: NetworkPageQuery): Network {
  const cells = new Map([...(counties ?? []), ...(towns ?? []), ...(villages ?? [])].map((cell) => [cell.area?.code, cell]))
  const areaTree = cells.size > 0 ? toldOf(areas, cells) : areas
  const byCode = new Map<string, Node>()
  for (const { code, name, level, kind, placeholder } of areaTree) {
    const cell = cells.get(code)
    byCode.set(code, {
      code,
      name,
      level,
      kind,
      placeholder,
      state: cell?.state ?? null,
      functioning: cell?.functioning ?? null,
      parent: null,
      children: [],
      depth: 0,
    })
  }
  let root: Node | null = null
  for (const { code, parent } of areaTree) {
    const node = byCode.get(code)
    const above = parent ? byCode.get(parent.code) : undefined
    if (!node) continue
    if (above) {
      node.parent = above
      above.children.push(node)
    } else root ??= node
  }
  if (root) setDepth(root, 0)
  return { root, byCode }
}

/** The areas with a state, those above them, and the placeholders below them. */
function toldOf(areas: NetworkPageQuery['areaTree'], cells: ReadonlyMap<string | undefined, unknown>): NetworkPageQuery['areaTree'] {
  const parents = new Map(areas.map(({ code, parent }) => [code, parent?.code]))
  const told = new Set<string>()
  for (const { code } of areas)
    if (cells.has(code)) for (let at: string | undefined = code; at !== undefined && !told.has(at); at = parents.get(at)) told.add(at)
  return areas.filter(({ code, placeholder, parent }) => told.has(code) || (placeholder && parent && cells.has(parent.code)))
}

function setDepth(node: Node, depth: number): void {
  node.depth = depth
  node.children.forEach((child) => setDepth(child, depth + 1))
}

/** Every area below one, of one level, by code. */
export function ofLevel(node: Node, level: Level): Node[] {
  return node.children.flatMap((child) => (child.level === level ? [child] : ofLevel(child, level)))
}

/** How many areas count, and how many of them are in which state; zones and placeholders are in no total. */
export interface Tally {
  total: number
  covered: number
  blank: number
  states: Partial<Record<CoverageState, number>>
}

/** Counts the areas by their state. */
export function tally(nodes: readonly Node[]): Tally {
  const states: Partial<Record<CoverageState, number>> = {}
  for (const { state } of nodes) if (state) states[state] = (states[state] ?? 0) + 1
  const covered = (states.OWN ?? 0) + (states.JOINT ?? 0)
  const blank = states.BLANK ?? 0
  return { total: covered + blank, covered, blank, states }
}

/** From the city down to the area, itself included. */
export function pathTo(node: Node): Node[] {
  return node.parent ? [...pathTo(node.parent), node] : [node]
}
