import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { ConditionNotesPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { papersOf } from '../papers/papers'
import { RecordPapers } from '../papers/RecordPapers'
import { useMay } from '../session/SessionProvider'
import { read, write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { useConditionText } from './useConditionText'

/** 扫描件: the scans of the evidence on which one note rests. */
export function NotePapersPage() {
  const text = useText()
  const conditionText = useConditionText()
  const { id = '', noteId = '' } = useParams()
  const mayAttach = useMay(write('conditions'))
  const papers = useMay(read('papers'))
  const { data, error, refetch } = useQuery(ConditionNotesPageDocument, { variables: { id, accounts: false, papers } })

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit } = data
  const note = unit?.conditionNotes?.find((known) => known.id === noteId)
  if (!unit || !note) return <Missing error={error} retry={() => void refetch()} />
  const of = `${note.kind.name} ${conditionText.value(note.kind, note.value)}`

  return (
    <article className="page">
      <PageHeading name={text('papers.name')}>{text('conditions.papers.heading', { name: unit.name, of, from: note.from })}</PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <p>{conditionText.evidence(note)}</p>
      {unit.attachedPapers && (
        <RecordPapers
          place={{ subject: 'UNIT', id, record: noteId }}
          of={of}
          papers={papersOf(unit.attachedPapers, noteId)}
          expected
          mayAttach={mayAttach}
        />
      )}
      <p className="not-printed">
        <PageLink to={`/units/${id}/conditions`}>{text('conditions.papers.back')}</PageLink>
      </p>
    </article>
  )
}
