import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** A part of the address, such as a filter: its value, undefined where the address says nothing, and how to change it. */
export function useParameter(name: string): [string | undefined, (value: string | null | undefined) => void] {
  const [parameters, setParameters] = useSearchParams()
  const change = useCallback(
    (value: string | null | undefined) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before)
          if (value) after.set(name, value)
          else after.delete(name)
          return after
        },
        { replace: true },
      ),
    [setParameters, name],
  )
  return [parameters.get(name) || undefined, change]
}
