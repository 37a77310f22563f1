import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { dayOf } from '../date/instants'
import { PageLink } from '../date/PageLink'
import type { ConditionNotesPageQuery, PaperLineFragment } from '../graph.generated'
import { ConditionNotesPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { papersOf } from '../papers/papers'
import { Allowed } from '../session/Allowed'
import { useMay } from '../session/SessionProvider'
import { read, write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import type { Column } from '../table/columns'
import { DataTable } from '../table/DataTable'
import './conditions.css'
import { useConditionText } from './useConditionText'

type Unit = NonNullable<ConditionNotesPageQuery['unit']>
type Note = NonNullable<Unit['conditionNotes']>[number]

/** 登记历史: everything that was ever noted of a unit, corrected notes too, with evidence, by whom and when. */
export function ConditionNotesPage() {
  const text = useText()
  const conditionText = useConditionText()
  const { id = '' } = useParams()
  const accounts = useMay(read('accounts'))
  const papers = useMay(read('papers'))
  const { data, error, refetch } = useQuery(ConditionNotesPageDocument, { variables: { id, accounts, papers } })
  const columns = useNoteColumns(id, accounts, data?.unit?.attachedPapers)

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit } = data
  if (!unit) return <Missing error={error} retry={() => void refetch()} />

  return (
    <article className="page">
      <PageHeading
        name={text('conditions.history')}
        action={
          <span className="page-actions">
            <Allowed to={write('conditions')}>
              <PageLink to="/units/conditions/import">{text('conditionImport.name')}</PageLink>
            </Allowed>
            <ActionLink to={`/units/${id}/conditions/new`} verb={write('conditions')}>
              {text('conditions.note')}
            </ActionLink>
          </span>
        }
      >
        {text('conditions.history.heading', { name: unit.name, count: unit.conditionNotes?.length ?? 0 })}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <p className="not-printed">
        <PageLink to={`/units/${id}`}>{text('conditions.back')}</PageLink>
      </p>
      <DataTable
        id="condition-notes"
        title={text('conditions.history.file', { name: unit.name })}
        rows={unit.conditionNotes ?? []}
        rowKey={(note) => note.id}
        columns={columns}
        narrow={(note) => ({
          first: `${note.from} ${note.kind.name} ${conditionText.value(note.kind, note.value)}`,
          second: (
            <>
              {[conditionText.evidence(note), note.correction && text('conditions.correctedFor', { reason: note.correction.reason })]
                .filter(Boolean)
                .join(' · ')}{' '}
              <ScansLink unitId={id} note={note} papers={unit.attachedPapers} />
            </>
          ),
        })}
        empty={text('conditions.history.none')}
      />
    </article>
  )
}

/** How many scans of a note are there. */
function countOf(papers: readonly PaperLineFragment[], { id }: Pick<Note, 'id'>): number {
  return papersOf(papers, id).filter(({ withdrawn }) => withdrawn === null).length
}

/** To the scans of a note, with how many there are; nothing for who may not see them. */
function ScansLink({ unitId, note, papers }: { unitId: string; note: Note; papers: Unit['attachedPapers'] }) {
  const text = useText()
  if (!papers) return null
  return (
    <PageLink
      to={`/units/${unitId}/conditions/${note.id}/papers`}
      aria-label={text('conditions.papersOf', { kind: note.kind.name, from: note.from })}
    >
      {text('conditions.papers.count', { count: countOf(papers, note) })}
    </PageLink>
  )
}

function useNoteColumns(unitId: string, accounts: boolean, papers: Unit['attachedPapers']): Column<Note>[] {
  const text = useText()
  const conditionText = useConditionText()
  const mayCorrect = useMay(write('conditions'))
  return useMemo(() => {
    const hand: Column<Note> = { key: 'by', title: text('conditions.by'), value: ({ notedBy }) => notedBy?.holder, width: 120 }
    const scans: Column<Note> = {
      key: 'papers',
      title: text('papers.name'),
      value: (note) => countOf(papers ?? [], note),
      show: (note) => <ScansLink unitId={unitId} note={note} papers={papers} />,
      width: 100,
    }
    const correcting: Column<Note> = {
      key: 'correct',
      title: text('conditions.correct'),
      value: () => null,
      show: ({ id, kind, from, correction }) =>
        correction === null && (
          <PageLink to={`/units/${unitId}/conditions/${id}/correct`} aria-label={text('conditions.correctOf', { kind: kind.name, from })}>
            {text('conditions.correct')}
          </PageLink>
        ),
      control: true,
      width: 80,
    }
    return [
      { key: 'from', title: text('conditions.from'), value: ({ from }) => from, width: 120 },
      { key: 'kind', title: text('conditions.kind'), value: ({ kind }) => kind.name, filter: true, width: 160 },
      {
        key: 'value',
        title: text('conditions.typed'),
        value: ({ kind, value }) => conditionText.value(kind, value),
        show: ({ kind, value, correction }) => (
          <span className={correction ? 'condition-corrected' : undefined}>{conditionText.value(kind, value)}</span>
        ),
        width: 120,
      },
      { key: 'evidence', title: text('conditions.evidenceTitle'), value: (note) => conditionText.evidence(note), width: 280 },
      {
        key: 'state',
        title: text('conditions.state'),
        value: ({ correction }) =>
          correction ? text('conditions.correctedFor', { reason: correction.reason }) : text('conditions.state.held'),
        width: 200,
      },
      { key: 'at', title: text('conditions.at'), value: ({ notedAt }) => dayOf(notedAt), width: 120 },
      ...(accounts ? [hand] : []),
      ...(papers ? [scans] : []),
      ...(mayCorrect ? [correcting] : []),
    ]
  }, [text, conditionText, accounts, mayCorrect, papers, unitId])
}
