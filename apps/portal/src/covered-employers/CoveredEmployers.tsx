import { useQuery } from '@apollo/client/react'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import { useEmployerColumns } from '../employers/useEmployerColumns'
import type { CoveredEmployersQuery } from '../graph.generated'
import { CoveredEmployersDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'

interface CoveredEmployersProps {
  unit: { id: string; name: string; until: string | null }
  day: string
}

type Page = NonNullable<NonNullable<CoveredEmployersQuery['unit']>['coveredEmployers']>

const NONE: Page = {
  __typename: 'EmployerConnection',
  nodes: [],
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
}

/** 覆盖的单位: the employers that a unit covers on the day looked at. */
export function CoveredEmployers({ unit: { id, name, until }, day }: CoveredEmployersProps) {
  const text = useText()
  const { on } = useOn()
  const query = useQuery(CoveredEmployersDocument, { variables: { unitId: id, on } })
  const { data, error, refetch } = query
  const paging = usePaging(query, {
    take: ({ unit }) => unit?.coveredEmployers ?? NONE,
    put: (it, coveredEmployers) => (it.unit ? { ...it, unit: { ...it.unit, coveredEmployers } } : it),
  })
  const columns = useEmployerColumns({ ofUnit: true })
  const rows = data?.unit?.coveredEmployers?.nodes

  return (
    <section>
      <div className="body-head">
        <h2>
          {rows
            ? text(paging.hasMore ? 'coveredEmployers.titleOfFirst' : 'coveredEmployers.title', { count: rows.length })
            : text('coveredEmployers.name')}
        </h2>
        {until === null && (
          <Allowed to={write('units')}>
            <p className="body-ways not-printed">
              <PageLink to={`/units/${id}/employers/cover`}>{text('coveredEmployers.cover')}</PageLink>
              <PageLink to="/employers/import">{text('coverImport.name')}</PageLink>
            </p>
          </Allowed>
        )}
      </div>
      <Unanswered error={error} retry={() => void refetch()} />
      {rows && (
        <DataTable
          id="covered-employers"
          prefix="employers-"
          title={text('coveredEmployers.file', { name, day })}
          rows={rows}
          rowKey={(employer) => employer.id}
          columns={columns}
          narrow={({ id: employerId, name: employerName, kindName, area, cover }) => ({
            first: employerName,
            second: (
              <>
                {[kindName, area.name, cover && text('coveredEmployers.since', { from: cover.from })].filter(Boolean).join(' · ')}{' '}
                {cover && (
                  <Allowed to={write('units')}>
                    <PageLink to={`/employers/${employerId}/covers/${cover.id}/end`}>{text('coveredEmployers.end')}</PageLink>
                  </Allowed>
                )}
              </>
            ),
          })}
          empty={text('coveredEmployers.none')}
          paging={paging}
        />
      )}
    </section>
  )
}
