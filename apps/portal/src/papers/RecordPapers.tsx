import { useState } from 'react'
import type { PaperLineFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { useMay } from '../session/SessionProvider'
import { write } from '../session/verbs'
import { AttachPapers } from './AttachPapers'
import { PaperLine } from './PaperLine'
import type { PaperPlace, Somebody } from './papers'
import './papers.css'

interface RecordPapersProps {
  place: PaperPlace
  /** What the papers belong to, in words, as buttons say it. */
  of: string
  papers: readonly PaperLineFragment[]
  /** Whether there ought to be one: that there is none is said. */
  expected: boolean
  mayAttach: boolean
  /** Persons whom they are likely to name. */
  likely?: readonly Somebody[]
}

/** The scans of one record: download, attach, take back. */
export function RecordPapers({ place, of, papers, expected, mayAttach, likely = [] }: RecordPapersProps) {
  const text = useText()
  const [attaching, setAttaching] = useState(false)
  const mayWrite = useMay(write('papers')) && mayAttach
  const isNone = papers.every(({ withdrawn }) => withdrawn !== null)
  if (papers.length === 0 && !expected && !mayWrite) return null
  return (
    <div className="record-papers">
      {papers.length > 0 && (
        <ul>
          {papers.map((paper) => (
            <PaperLine key={paper.id} paper={paper} mayChange={mayWrite} likely={likely} />
          ))}
        </ul>
      )}
      {(isNone && expected) || (mayWrite && !attaching) ? (
        <p className="record-papers-foot">
          {isNone && expected && <span className="quiet">{text('papers.none')}</span>}
          {mayWrite && !attaching && (
            <button
              type="button"
              className="plain-button not-printed"
              aria-label={text('papers.attachTo', { of })}
              onClick={() => setAttaching(true)}
            >
              {text('papers.attach')}
            </button>
          )}
        </p>
      ) : null}
      {attaching && <AttachPapers place={place} of={of} likely={likely} onDone={() => setAttaching(false)} />}
    </div>
  )
}
