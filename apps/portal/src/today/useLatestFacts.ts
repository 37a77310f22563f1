import { useEffect, useRef, useState } from 'react'
import type { Connection, Fact } from '../graph/facts'
import { followFacts } from '../graph/facts'
import { keepMark } from '../graph/marks'
import { latestOf } from './latest'

/** A fact as shown; one that arrived while the page was open glows. */
export interface ShownFact extends Fact {
  glows: boolean
}

const KEPT = 'sizhang.latest-facts'
const SINCE_MS = 10 * 60_000

/** Single facts are shown at once; while they come in heaps (a load, a rebuild), by the second. */
const CALM_MS = 120
const HEAP_MS = 1_000
const HEAP = 5

/** Of a heap, the last facts that the figures wait for. */
const AWAITED = 3

/** What the heading says of the facts: whether they arrive, and whether earlier ones are still being read. */
export type FactsState = Connection | 'catchingUp'

/** What a tab keeps: the facts as shown, and the position after the last one that arrived. */
interface Kept {
  position?: string | undefined
  facts: Fact[]
}

/**
 * The latest facts, newest first, whatever the order in which earlier ones of several topics are read. They are kept in this tab
 * with the position after the last one that arrived, so that the page goes on where it was left; a first visit begins ten
 * minutes ago. `onNews` hears of facts that came while the page was open: what is asked then holds them.
 */
export function useLatestFacts(onNews: () => void): { facts: ShownFact[]; state: FactsState } {
  const [begun] = useState(kept)
  const [facts, setFacts] = useState<ShownFact[]>(() => begun.facts.map((fact) => ({ ...fact, glows: false })))
  const [connection, setConnection] = useState<Connection>('connecting')
  const [catchingUp, setCatchingUp] = useState(false)
  const shown = useRef(facts)
  const position = useRef(begun.position)
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
      position.current = waiting.at(-1)?.position
      shown.current = latestOf([...waiting.reverse(), ...shown.current])
      waiting = []
      keep({ position: position.current, facts: shown.current })
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
          if (from !== position.current) return setConnection('lost')
          position.current = undefined
          shown.current = []
          stop = follow(lately())
        },
      })
    let stop = follow(position.current ?? lately())
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])

  return { facts, state: catchingUp && connection === 'live' ? 'catchingUp' : connection }
}

const kept = () => JSON.parse(sessionStorage.getItem(KEPT) ?? '{"facts":[]}') as Kept
const keep = (facts: Kept) => sessionStorage.setItem(KEPT, JSON.stringify(facts))
