import { useCallback } from 'react'
import { useText } from '../language/useText'
import type { Figures } from './founding'

/** Says what of the members is missing; of several figures one is enough. */
export function useMissing() {
  const text = useText()
  return useCallback(
    ({ missing }: { missing: Figures | null }): string | null => {
      if (!missing) return null
      const ways = (['persons', 'units', 'together'] as const).flatMap((what) => {
        const count = missing[what]
        return count === null ? [] : [text(`founding.missing.${what}`, { count })]
      })
      return text('founding.missing', { ways: ways.join(text('founding.missing.or')) })
    },
    [text],
  )
}
