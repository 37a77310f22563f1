import { useState } from 'react'
import { dayOf } from '../date/instants'
import type { PaperLineFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import { MarkPersonsForm } from './MarkPersonsForm'
import { addressOf, type Somebody } from './papers'
import { usePaperText } from './usePaperText'
import { WithdrawPaperForm } from './WithdrawPaperForm'

interface PaperLineProps {
  paper: PaperLineFragment
  mayChange: boolean
  likely: readonly Somebody[]
}

/** One scan: its name to download it by, what and whose it is; or that it was taken back. */
export function PaperLine({ paper, mayChange, likely }: PaperLineProps) {
  const text = useText()
  const words = useWords()
  const paperText = usePaperText()
  const [doing, setDoing] = useState<'withdraw' | 'mark' | null>(null)
  const { id, title, kind, size, attachedAt, attachedBy, names, withdrawn } = paper
  if (withdrawn) {
    const { at, by, reason } = withdrawn
    return (
      <li className="quiet">
        {text('papers.withdrawn', {
          on: dayOf(at),
          by: by ?? text('papers.nobody'),
          reason: text(`papers.reason.${reason ?? 'TERM_OVER'}`),
        })}
      </li>
    )
  }
  const name = title ?? '—'
  return (
    <li>
      <a href={addressOf(id)} download>
        {name}
      </a>{' '}
      <span className="quiet small">
        {text('papers.line', { what: paperText.kindAndSize(kind, size), on: dayOf(attachedAt), by: attachedBy })}
        {names.length > 0 && ` · ${text('papers.line.names', { names: words.list(names.map((one) => one.name)) })}`}
      </span>{' '}
      {mayChange && doing === null && (
        <span className="paper-ways not-printed">
          <button type="button" className="plain-button" aria-label={text('papers.markOf', { name })} onClick={() => setDoing('mark')}>
            {text('papers.mark')}
          </button>
          <button
            type="button"
            className="plain-button"
            aria-label={text('papers.withdrawOf', { name })}
            onClick={() => setDoing('withdraw')}
          >
            {text('papers.withdraw')}
          </button>
        </span>
      )}
      {doing === 'withdraw' && <WithdrawPaperForm paper={paper} onDone={() => setDoing(null)} />}
      {doing === 'mark' && <MarkPersonsForm paper={paper} likely={likely} onDone={() => setDoing(null)} />}
    </li>
  )
}
