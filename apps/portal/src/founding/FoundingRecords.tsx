import { useText } from '../language/useText'
import { DatedLine, DatedLines } from '../particulars/DatedLines'
import { useWords } from '../words/useWords'
import { papersOf } from '../papers/papers'
import { RecordPapers } from '../papers/RecordPapers'
import type { Founding } from './founding'

/** 办理记录: what was done so far, by whom and on which paper, with the scans of it. */
export function FoundingRecords({ founding }: { founding: Founding }) {
  const text = useText()
  const words = useWords()
  const { id, records, outcome, attachedPapers, mayPrepare, mayDecide, members } = founding
  const likely = members.nodes.flatMap(({ person }) => person ?? [])
  const whatOf = ({ step, number }: Founding['records'][number]) =>
    step ? words.foundingStep(step) : number === 1 ? text('founding.begun') : outcome ? words.foundingOutcome(outcome) : '—'
  const said = (record: Founding['records'][number]) => {
    const { level, returned, paper, reason, papers, meeting } = record
    const what = whatOf(record)
    return [
      level ? text('founding.by', { level: words.level(level), what: returned ? text('founding.sentBack') : what }) : what,
      paper,
      reason && text('founding.because', { reason }),
      ...papers.map(({ name, title, number }) => text('founding.withPaper', { name, title, number: number ?? '' })),
      meeting && text('founding.met', { ...meeting }),
    ]
      .filter(Boolean)
      .join(text('founding.comma'))
  }
  return (
    <section>
      <h2>{text('founding.records')}</h2>
      <DatedLines>
        {records.map((record) => (
          <DatedLine key={record.number} day={record.on}>
            {said(record)}
            {attachedPapers && (
              <RecordPapers
                place={{ subject: 'FOUNDING', id, record: String(record.number) }}
                of={`${record.on} ${whatOf(record)}`}
                papers={papersOf(attachedPapers, String(record.number))}
                expected={record.paper !== null || record.papers.length > 0}
                mayAttach={mayPrepare || mayDecide}
                likely={likely}
              />
            )}
          </DatedLine>
        ))}
      </DatedLines>
    </section>
  )
}
