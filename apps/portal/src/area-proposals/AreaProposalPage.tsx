import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { AreaProposalPageDocument, AreaProposalProgressDocument } from '../graph.generated'
import { FROM_THE_SERVICES } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { useWords } from '../words/useWords'
import { AcceptProposalForm } from './AcceptProposalForm'
import { addressOf, countByKind } from './area-proposals'
import { hangingOn, listed, useChangeColumns, withOf } from './useChangeColumns'

const EVERY_MS = 500

/** 一份变更方案: each change by kind with what hangs on it, the yes, and how far it is carried out. */
export function AreaProposalPage() {
  const text = useText()
  const words = useWords()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(AreaProposalPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const proposal = data?.areaProposal
  const running = proposal?.standing === 'ACCEPTED'
  const progress = useQuery(AreaProposalProgressDocument, { variables: { id }, skip: !running, pollInterval: EVERY_MS }).data?.areaProposal
  const columns = useChangeColumns(proposal?.standing === 'OPEN' ? `/areas/proposals/${id}/correct` : null)
  const finished = running && progress?.standing !== undefined && progress.standing !== 'ACCEPTED'
  useEffect(() => {
    if (finished) void refetch()
  }, [finished, refetch])

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  if (!proposal) return <Missing error={error} retry={() => void refetch()} />
  const { on, paper, standing, changes, reason, total } = proposal
  const kinds = countByKind(changes).map(({ kind, count }) =>
    text('areaProposals.count', { kind: text(`areaProposals.kind.${kind}`), count }),
  )

  return (
    <article className="page">
      <PageHeading name={text('areaProposals.of', { on })}>
        {changes.length > 0 ? text('areaProposals.changes', { on, kinds: words.list(kinds) }) : text('areaProposals.noChanges', { on })}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <p>
        {[text(`areaProposals.standing.${standing}`), paper, text('areaProposals.present', { count: proposal.present })].join(' · ')}
        {reason && ` · ${text('areaProposals.because', { reason })}`}
      </p>
      {running && (
        <p role="status">
          <progress value={progress?.done ?? proposal.done} max={total} aria-label={text('areaProposals.progress')} />{' '}
          {text('areaProposals.done', { done: progress?.done ?? proposal.done, total })}
        </p>
      )}
      <DataTable
        id="area-changes"
        title={text('areaProposals.of', { on })}
        rows={changes}
        rowKey={addressOf}
        columns={columns}
        narrow={(change) => ({
          first: `${text(`areaProposals.kind.${change.kind}`)} ${[listed(change.before), listed(change.row)].filter(Boolean).join(' → ')}`,
          second: [withOf(text)(change), hangingOn(text, change)].filter(Boolean).join(' · '),
        })}
        empty={text('areaProposals.noChanges', { on })}
      />
      {standing === 'OPEN' && (
        <Allowed to={write('area-proposals')}>
          <AcceptProposalForm proposal={proposal} done={() => void refetch()} />
          <p>
            <PageLink to={`/areas/proposals/${id}/discard`}>{text('areaProposals.discard')}</PageLink>
          </p>
        </Allowed>
      )}
    </article>
  )
}
