import type { RefObject, UIEvent } from 'react'
import { useCallback, useRef, useState } from 'react'
import { tokens } from '../theme/tokens'

/** Height of a row in px. */
export const ROW = tokens.row

/** Rows drawn above and below those on the screen, so that scrolling shows no gap. */
const SPARE = 20

interface Window {
  scroller: RefObject<HTMLDivElement | null>
  onScroll: (event: UIEvent<HTMLElement>) => void
  /** First row to draw, and the one after the last. */
  first: number
  last: number
}

/** Which rows of a long list are drawn; all of them where there are at most `allUpTo`. */
export function useWindow(count: number, allUpTo: number): Window {
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const onScroll = useCallback(({ currentTarget }: UIEvent<HTMLElement>) => {
    // In steps of half the spare rows: most scrolling draws nothing anew.
    const step = ROW * (SPARE / 2)
    setTop(Math.floor(currentTarget.scrollTop / step) * step)
  }, [])
  if (count <= allUpTo) return { scroller, onScroll, first: 0, last: count }
  const first = Math.max(0, Math.min(Math.floor(top / ROW) - SPARE, count - 1))
  return { scroller, onScroll, first, last: Math.min(count, Math.ceil((top + innerHeight) / ROW) + SPARE) }
}
