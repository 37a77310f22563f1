import { useEffect, useState } from 'react'
import type { LegalBasisLineFragment, ShownField } from '../graph.generated'
import { useText } from '../language/useText'
import { useMay } from '../session/SessionProvider'
import { write } from '../session/verbs'
import { timeLeft, type ShownNumber } from './accesses'
import './accesses.css'
import { UnmaskDialog } from './UnmaskDialog'

interface MaskedNumberProps {
  person: { id: string; name: string; legalBases: readonly LegalBasisLineFragment[] }
  field: ShownField
  /** As everybody sees it; null: none known. */
  masked: string | null
}

const SECOND = 1_000

/** 电话, 身份证号: masked; who may looks at it after saying why, for minutes, and never in print. */
export function MaskedNumber({ person, field, masked }: MaskedNumberProps) {
  const text = useText()
  const may = useMay(write('accesses'))
  const [asking, setAsking] = useState(false)
  const [shown, show] = useState<ShownNumber | null>(null)
  const [now, setNow] = useState(0)
  const left = shown && timeLeft(shown.until, now)

  useEffect(() => {
    if (!shown) return
    const tick = setInterval(() => {
      setNow(Date.now())
      // Forgotten, not only hidden.
      if (timeLeft(shown.until, Date.now()) === null) show(null)
    }, SECOND)
    return () => clearInterval(tick)
  }, [shown])

  const name = text(`accesses.field.${field}`)
  if (masked === null) return <>—</>
  if (shown && left)
    return (
      <>
        <span className="shown-number not-printed">{shown.number}</span>
        <span className="only-printed">{masked}</span>{' '}
        <span className="quiet small not-printed" role="timer">
          {text('accesses.left', { left })}
        </span>{' '}
        <button type="button" className="plain-button not-printed" onClick={() => show(null)}>
          {text('accesses.mask')}
        </button>
      </>
    )
  return (
    <>
      {masked}{' '}
      {may && (
        <button
          type="button"
          className="plain-button not-printed"
          aria-haspopup="dialog"
          aria-label={text('accesses.lookAt', { name: person.name, field: name })}
          onClick={() => setAsking(true)}
        >
          {text('accesses.look')}
        </button>
      )}
      {asking && (
        <UnmaskDialog
          person={person}
          field={field}
          show={(number) => {
            setNow(Date.now())
            show(number)
          }}
          close={() => setAsking(false)}
        />
      )}
    </>
  )
}
