import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { ListedAreaProposalFragment } from '../graph.generated'
import { AreaProposalsPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES } from '../graph/useCommand'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import type { Column } from '../table/columns'
import { DataTable } from '../table/DataTable'

/** 区划变更方案: what new lists of areas would change, or did, the newest first. */
export function AreaProposalsPage() {
  const text = useText()
  const asked = useQuery(AreaProposalsPageDocument, { fetchPolicy: FROM_THE_SERVICES })
  const { data, error, refetch } = asked
  const paging = usePaging(asked, { take: (it) => it.areaProposals, put: (it, areaProposals) => ({ ...it, areaProposals }) })
  const columns = useMemo<Column<ListedAreaProposalFragment>[]>(
    () => [
      {
        key: 'on',
        title: text('areaProposals.on'),
        value: ({ on }) => on,
        show: ({ id, on }) => <PageLink to={`/areas/proposals/${id}`}>{on}</PageLink>,
        width: 120,
      },
      { key: 'paper', title: text('areaProposals.paper'), value: ({ paper }) => paper, width: 280 },
      {
        key: 'standing',
        title: text('areaProposals.standing'),
        value: ({ standing }) => text(`areaProposals.standing.${standing}`),
        width: 110,
      },
      { key: 'total', title: text('areaProposals.total'), value: ({ total }) => total, numeric: true, width: 110 },
      { key: 'reason', title: text('areaProposals.reason'), value: ({ reason }) => reason, width: 280 },
    ],
    [text],
  )
  const rows = data?.areaProposals.nodes
  const waiting = rows?.filter(({ standing }) => standing === 'OPEN').length ?? 0

  return (
    <article className="page">
      <PageHeading
        name={text('areaProposals.name')}
        action={
          <ActionLink to="/areas/proposals/new" verb={write('area-proposals')}>
            {text('areaProposals.propose')}
          </ActionLink>
        }
      >
        {rows ? text('areaProposals.title', { count: rows.length, waiting }) : text('areaProposals.name')}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      {rows ? (
        <DataTable
          id="area-proposals"
          title={text('areaProposals.name')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          narrow={({ id, on, paper, standing }) => ({
            first: <PageLink to={`/areas/proposals/${id}`}>{text('areaProposals.of', { on })}</PageLink>,
            second: [text(`areaProposals.standing.${standing}`), paper].join(' · '),
          })}
          empty={text('areaProposals.none')}
          paging={paging}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}
