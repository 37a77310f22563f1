import { useText } from '../language/useText'
import { DatedLine, DatedLines } from '../particulars/DatedLines'
import { useWords } from '../words/useWords'
import type { Founding } from './founding'

/** 办理记录: what was done so far, by whom and on which paper. */
export function FoundingRecords({ founding: { records, outcome } }: { founding: Founding }) {
  const text = useText()
  const words = useWords()
  const said = ({ step, level, returned, paper, reason, papers, meeting }: Founding['records'][number], place: number) => {
    const what = step ? words.foundingStep(step) : place === 0 ? text('founding.begun') : outcome ? words.foundingOutcome(outcome) : '—'
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
        {records.map((record, place) => (
          <DatedLine key={`${record.enteredAt} ${place}`} day={record.on}>
            {said(record, place)}
          </DatedLine>
        ))}
      </DatedLines>
    </section>
  )
}
