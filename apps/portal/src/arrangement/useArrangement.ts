import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Arrangement } from './arrange'

/** Order and filters of a table, kept in the address: `?sort=-since&f.county=滨湖区`. A second table on a page has a prefix. */
export function useArrangement(prefix = ''): [Arrangement, (next: Arrangement) => void] {
  const [parameters, setParameters] = useSearchParams()
  const marker = `${prefix}f.`

  const arrangement = useMemo(
    () => ({
      sort: parameters.get(`${prefix}sort`) ?? undefined,
      filters: Object.fromEntries(
        [...new Set(parameters.keys())]
          .filter((name) => name.startsWith(marker))
          .map((name) => [name.slice(marker.length), parameters.getAll(name)]),
      ),
    }),
    [parameters, prefix, marker],
  )

  const change = useCallback(
    ({ sort, filters }: Arrangement) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before)
          for (const name of [...after.keys()]) if (name.startsWith(marker)) after.delete(name)
          for (const [key, values] of Object.entries(filters)) values.forEach((value) => after.append(`${marker}${key}`, value))
          if (sort) after.set(`${prefix}sort`, sort)
          else after.delete(`${prefix}sort`)
          return after
        },
        { replace: true },
      ),
    [setParameters, prefix, marker],
  )
  return [arrangement, change]
}
