import type { Graph } from './graph'
import { appoint, headsInTowns, type Opening } from './heads'
import type { Observer } from './observer'

/** What one appointment took, in milliseconds from the moment its command was sent. */
export type Round = Record<string, number>

/**
 * As the portal does: the fact arrives over the socket, and the figure is asked with the mark of the command, again as long as it lags.
 * The two go on at once, as the command's answer and the fact do.
 */
export async function followed(graph: Graph, observer: Observer, opening: Opening): Promise<Round> {
  const before = (await headsInTowns(graph)).persons
  const from = performance.now()
  const arriving = observer.nextOf(opening.seatId)
  const mark = await appoint(graph, opening)
  const answered = performance.now()
  const fact = await arriving
  let figure = await headsInTowns(graph, mark)
  let asked = 1
  for (; figure.stale || figure.persons !== before + 1; asked++) {
    if (!figure.stale) throw new Error(`the figure was ${before}, and is ${figure.persons} after one appointment`)
    figure = await headsInTowns(graph, mark)
  }
  const moved = performance.now()
  return { answered: answered - from, fact: fact - from, moved: moved - from, asked }
}

/** A reader who knows of no mark and no fact: asks the same question over and over until the figure has moved. */
export async function polled(graph: Graph, opening: Opening): Promise<Round> {
  const before = (await headsInTowns(graph)).persons
  const from = performance.now()
  const appointing = appoint(graph, opening).then(() => performance.now())
  let asked = 1
  for (; (await headsInTowns(graph)).persons === before; asked++);
  const moved = performance.now()
  return { answered: (await appointing) - from, moved: moved - from, asked }
}
