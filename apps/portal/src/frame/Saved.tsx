import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useText } from '../language/useText'

/** What may be done about it: the counter-command that takes it back or, where there is none, the page that goes on from it. */
type WayOn = (() => Promise<unknown>) | { name: string; to: string }

interface Notice {
  said: string
  way?: WayOn
}

const Say = createContext<(said: string, way?: WayOn) => void>(() => undefined)

/** `saved(text, undo?)`: says above the page that a change is kept, with the way to take it back. */
export function useSaved(): (said: string, way?: WayOn) => void {
  return useContext(Say)
}

/** The last notice survives the way to the next page, and goes when that page is left, when it is closed or when another change is made. */
export function SavedProvider({ children }: { children: ReactNode }) {
  const text = useText()
  const [notice, setNotice] = useState<Notice | null>(null)
  const { pathname } = useLocation()
  const pagesLeft = useRef(0)
  const say = useCallback((said: string, way?: WayOn) => {
    pagesLeft.current = 0
    setNotice({ said, way })
  }, [])

  useEffect(
    () => () => {
      pagesLeft.current += 1
      if (pagesLeft.current > 1) setNotice(null)
    },
    [pathname],
  )

  const takeBack = (undo: () => Promise<unknown>) => {
    setNotice(null)
    void undo()
  }
  const way = notice?.way

  return (
    <Say.Provider value={say}>
      {children}
      <div className="saved-notice-place not-printed" role="status">
        {notice && (
          <p className="saved-notice">
            {notice.said}
            {typeof way === 'function' && (
              <button type="button" className="plain-button" onClick={() => takeBack(way)}>
                {text('frame.undo')}
              </button>
            )}
            {typeof way === 'object' && (
              <Link to={way.to} onClick={() => setNotice(null)}>
                {way.name}
              </Link>
            )}
            <button type="button" className="plain-button" onClick={() => setNotice(null)}>
              {text('frame.close')}
            </button>
          </p>
        )}
      </div>
    </Say.Provider>
  )
}
