import type { FigureState } from '../graph.generated'

/** A figure as the graph gives it; fields that a page did not ask for may be missing. */
export interface FigureData {
  value: number | null
  state: FigureState
  unit?: string
  definition?: string
}

/** A service that is away leaves null: that is unknown, never zero. */
export type MaybeFigure = FigureData | null | undefined

/** The number of a known figure, or null. */
export function valueOf(figure: MaybeFigure): number | null {
  return figure?.state === 'KNOWN' ? figure.value : null
}
