import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useState } from 'react'
import { useText } from '../language/useText'

interface Notice {
  said: string
  /** The counter-command, where there is one. */
  undo?: () => Promise<unknown>
}

const Say = createContext<(said: string, undo?: Notice['undo']) => void>(() => undefined)

/** `saved(text, undo?)`: says above the page that a change is kept, with the way to take it back. */
export function useSaved(): (said: string, undo?: () => Promise<unknown>) => void {
  return useContext(Say)
}

/** The last notice stays until it is closed or another change is made: it survives the way to the next page. */
export function SavedProvider({ children }: { children: ReactNode }) {
  const text = useText()
  const [notice, setNotice] = useState<Notice | null>(null)
  const say = useCallback((said: string, undo?: Notice['undo']) => setNotice({ said, undo }), [])

  const takeBack = (undo: () => Promise<unknown>) => {
    setNotice(null)
    void undo()
  }
  const undo = notice?.undo

  return (
    <Say.Provider value={say}>
      {children}
      <div className="saved-notice-place not-printed" role="status">
        {notice && (
          <p className="saved-notice">
            {notice.said}
            {undo && (
              <button type="button" className="plain-button" onClick={() => takeBack(undo)}>
                {text('frame.undo')}
              </button>
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
