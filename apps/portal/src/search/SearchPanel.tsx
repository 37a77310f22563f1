import { useQuery } from '@apollo/client/react'
import type { KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useKeepOn } from '../date/useKeepOn'
import { useOn } from '../date/useOn'
import type { NamedPage } from '../frame/pages'
import { SearchDocument } from '../graph.generated'
import { useText } from '../language/useText'
import type { Result } from './results'
import { pagesFound, recordsFound } from './results'
import { useMay } from '../session/SessionProvider'
import { read } from '../session/verbs'
import { useSettled } from '../screen/useSettled'
import './search.css'

/** One search over pages, units, people, activities and areas, by name, pinyin or initials; arrows choose, Enter opens. */
export function SearchPanel({ pages, close }: { pages: NamedPage[]; close: () => void }) {
  const text = useText()
  const keep = useKeepOn()
  const navigate = useNavigate()
  const { on } = useOn()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const sought = useSettled(typed.trim())

  const seen = {
    units: useMay(read('units')),
    areas: useMay(read('areas')),
    persons: useMay(read('persons')),
    activities: useMay(read('activities')),
  }
  const { data, loading } = useQuery(SearchDocument, { variables: { search: sought, on, ...seen }, skip: sought === '' })
  const results = [...pagesFound(pages, typed, text), ...(sought && data ? recordsFound(data) : [])]

  useEffect(() => dialog.current?.showModal(), [])

  const open = (result: Result | undefined) => {
    if (!result) return
    close()
    void navigate(keep(result.to))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setChosen((before) => Math.max(0, Math.min(results.length - 1, before + step)))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      open(results[chosen])
    }
  }

  return (
    <dialog
      ref={dialog}
      className="search"
      aria-label={text('search.title')}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <input
        autoFocus
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="search-results"
        aria-activedescendant={results[chosen] && `search-${results[chosen].key}`}
        aria-label={text('search.title')}
        placeholder={text('search.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="search-results" role="listbox" aria-label={text('search.title')}>
        {results.map((result, index) => (
          <li
            key={`${result.group}-${result.key}`}
            id={`search-${result.key}`}
            role="option"
            aria-selected={index === chosen}
            ref={index === chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onClick={() => open(result)}
          >
            <span className="quiet small search-group">{text(`search.${result.group}`)}</span>
            <span>{result.name}</span>
            <span className="quiet small search-aside">{result.aside}</span>
          </li>
        ))}
      </ul>
      <p className="quiet small" role="status">
        {typed && (loading || sought !== typed.trim())
          ? text('search.looking')
          : results.length === 0
            ? text('search.nothing')
            : text('search.keys')}
      </p>
    </dialog>
  )
}
