import type { Dispatch, SetStateAction } from 'react'
import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

interface Draft<Value> {
  value: Value
  change: Dispatch<SetStateAction<Value>>
  /** Whether there is something that is not saved. */
  dirty: boolean
  /** After the command was carried out, or to begin anew. */
  discard: () => void
}

/**
 * What is typed into a form, kept in this tab until it is saved: it survives a reload and a lost connection.
 * Kept for the tab only and forgotten at sign-out, because it may hold personal data.
 */
export function useDraft<Value>(key: string, empty: Value): Draft<Value> {
  const name = `sizhang.draft.${key}`
  const [value, change] = useState<Value>(() => read(name) ?? empty)
  const [start] = useState(() => JSON.stringify(empty))
  const now = JSON.stringify(value)
  const dirty = now !== start

  useEffect(() => {
    if (dirty) sessionStorage.setItem(name, now)
    else sessionStorage.removeItem(name)
  }, [name, now, dirty])

  const discard = useCallback(() => {
    sessionStorage.removeItem(name)
    // At once, so that the guard lets the reader go on to the next page.
    flushSync(() => change(JSON.parse(start) as Value))
  }, [name, start])

  return { value, change, dirty, discard }
}

function read<Value>(name: string): Value | null {
  const kept = sessionStorage.getItem(name)
  return kept === null ? null : (JSON.parse(kept) as Value)
}
