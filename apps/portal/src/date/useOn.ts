import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

const DAY = /^\d{4}-\d{2}-\d{2}$/

interface LookedAt {
  /** The day that the reader chose, or undefined for today. Goes into every dated question. */
  on: string | undefined
  /** Looks at another day, at today with undefined. */
  lookAt: (day: string | undefined) => void
}

/** The day looked at, from the address (`?on=2018-06-11`). */
export function useOn(): LookedAt {
  const [parameters, setParameters] = useSearchParams()
  const given = parameters.get('on')
  const lookAt = useCallback(
    (day: string | undefined) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before)
          if (day) after.set('on', day)
          else after.delete('on')
          return after
        },
        { preventScrollReset: true },
      ),
    [setParameters],
  )
  return { on: given && DAY.test(given) ? given : undefined, lookAt }
}
