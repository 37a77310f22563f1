import { lazy, Suspense, useEffect, useState } from 'react'
import { useText } from '../language/useText'
import type { NamedPage } from './pages'

const SearchPanel = lazy(async () => ({ default: (await import('../search/SearchPanel')).SearchPanel }))

/** Opens the one search, also by Ctrl K. */
export function SearchButton({ pages }: { pages: NamedPage[] }) {
  const text = useText()
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  return (
    <>
      <button type="button" className="frame-search" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        {text('frame.search')} <kbd>Ctrl K</kbd>
      </button>
      {open && (
        <Suspense fallback={null}>
          <SearchPanel pages={pages} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
