import { useEffect, useRef, useState } from 'react'
import type { Connection, Fact } from '../graph/facts'
import { followFacts } from '../graph/facts'
import { keepMark } from '../graph/marks'

/** A fact as shown; one that arrived while the page was open glows. */
export interface ShownFact extends Fact {
  glows: boolean
}

const SHOWN = 10
const KEPT = 'sizhang.facts'
const SINCE_MS = 10 * 60_000

/** Single facts are shown at once; while they come in heaps (a load, a rebuild), by the second. */
const CALM_MS = 120
const HEAP_MS = 1_000
const HEAP = 5
/** What the heading says of the facts: whether they arrive, and whether earlier ones are still being read. */
export type FactsState = Connection | 'catchingUp'

/** Of a heap, the last facts that the figures wait for. */
const AWAITED = 3

/**
 * The latest facts, newest first. They are kept in this tab with the position after the last one, so that the page goes
 * on where it was left; a first visit begins ten minutes ago. `onNews` hears of facts that came while the page was open: what is
 * asked then holds them.
 */
export function useLatestFacts(onNews: () => void): { facts: ShownFact[]; state: FactsState } {
  const [facts, setFacts] = useState<ShownFact[]>(kept)
  const [connection, setConnection] = useState<Connection>('connecting')
  const [catchingUp, setCatchingUp] = useState(false)
  const shown = useRef(facts)
  const tell = useRef(onNews)
  useEffect(() => {
    tell.current = onNews
  }, [onNews])

  useEffect(() => {
    let waiting: ShownFact[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    let delay = CALM_MS
    const opened = Date.now()

    const show = () => {
      const heap = waiting.length > HEAP
      delay = heap ? HEAP_MS : CALM_MS
      timer = heap ? setTimeout(show, delay) : undefined
      setCatchingUp(heap && waiting.at(-1)?.glows === false)
      if (waiting.length === 0) return
      const news = waiting.filter(({ glows }) => glows)
      shown.current = [...waiting.reverse(), ...shown.current].slice(0, SHOWN)
      waiting = []
      sessionStorage.setItem(KEPT, JSON.stringify(shown.current))
      setFacts(shown.current)
      if (news.length === 0) return
      for (const { mark } of news.slice(-AWAITED)) keepMark(mark)
      tell.current()
    }
    const lately = () => new Date(Date.now() - SINCE_MS).toISOString()
    const follow = (from: string): (() => void) =>
      followFacts({
        from,
        onConnection: setConnection,
        onFact: (fact) => {
          waiting.push({ ...fact, glows: Date.parse(fact.time) > opened })
          timer ??= setTimeout(show, delay)
        },
        onUnknownPosition: () => {
          stop()
          if (from !== shown.current[0]?.position) return setConnection('lost')
          shown.current = []
          stop = follow(lately())
        },
      })
    let stop = follow(shown.current[0]?.position ?? lately())
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])

  return { facts, state: catchingUp && connection === 'live' ? 'catchingUp' : connection }
}

function kept(): ShownFact[] {
  const facts = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as ShownFact[]
  return facts.map((fact) => ({ ...fact, glows: false }))
}
