import { useSyncExternalStore } from 'react'
import { tokens } from '../theme/tokens'

const query = matchMedia(`(width < ${tokens.narrow}px)`)

const subscribe = (changed: () => void) => {
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the screen is that of a phone. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches)
}
