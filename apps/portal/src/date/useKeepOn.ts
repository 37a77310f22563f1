import { useCallback } from 'react'
import { useOn } from './useOn'

/** Adds the day looked at to an address of the portal. */
export function useKeepOn(): (to: string) => string {
  const { on } = useOn()
  return useCallback(
    (to) => {
      if (!on) return to
      const [path = '', query] = to.split('?')
      const parameters = new URLSearchParams(query)
      parameters.set('on', on)
      return `${path}?${parameters}`
    },
    [on],
  )
}
