import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useSettled } from '../screen/useSettled'
import './address.css'
import { useParameter } from './useParameter'

/** A search whose words are kept in the address; asked when the typing pauses. */
export function SearchChoice({ parameter, label }: { parameter: string; label: string }) {
  const [kept, keep] = useParameter(parameter)
  const [typed, setTyped] = useState(kept ?? '')
  const settled = useSettled(typed.trim(), 300)

  useEffect(() => {
    if (settled !== (kept ?? '')) keep(settled)
    // Only what is typed goes into the address, and not back: the reader may be typing on.
  }, [settled])

  return (
    <Input
      type="search"
      className="search-choice"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
