import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * Another page begins at its beginning for the keyboard and for who listens to it too: the focus goes to the page, unless the page
 * put it somewhere itself. A filter or a day that changes within a page leaves it where it is.
 */
export function useFocusOnPage(): RefObject<HTMLElement | null> {
  const page = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const shown = useRef(pathname)

  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (!page.current?.contains(document.activeElement)) page.current?.focus({ preventScroll: true })
  }, [pathname])

  return page
}
