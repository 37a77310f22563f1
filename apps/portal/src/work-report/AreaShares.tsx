import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { WorkReportQuery } from '../graph.generated'
import { useText } from '../language/useText'
import type { Asked } from '../reports/reports'
import { address } from '../reports/reports'
import type { Column } from '../table/columns'
import { DataTable } from '../table/DataTable'

type Share = WorkReportQuery['work']['byArea'][number]

/** The areas one level below, each leading down to its own report and to its records. */
export function AreaShares({ areas, asked: { from, to } }: { areas: readonly Share[]; asked: Asked }) {
  const text = useText()
  const columns = useMemo(
    (): Column<Share>[] => [
      {
        key: 'area',
        title: text('reports.area'),
        value: ({ area }) => area?.name,
        show: ({ at, area }) => (
          <PageLink to={address('/reports', { view: 'work', within: at?.code, from, to })}>{area?.name ?? '—'}</PageLink>
        ),
        width: 220,
      },
      { key: 'code', title: text('workReport.code'), value: ({ at }) => at?.code, width: 140 },
      {
        key: 'activities',
        title: text('workReport.activities'),
        value: ({ activities }) => activities,
        show: ({ at, activities }) => (
          <PageLink to={address('/activities', { within: at?.code, from, to })}>{activities.toLocaleString()}</PageLink>
        ),
        numeric: true,
        width: 140,
      },
      {
        key: 'personTimes',
        title: text('workReport.personTimes'),
        value: ({ personTimes }) => personTimes,
        show: ({ personTimes }) => personTimes.toLocaleString(),
        numeric: true,
        width: 160,
      },
    ],
    [text, from, to],
  )

  return (
    <section>
      <h2>{text('workReport.byArea')}</h2>
      <DataTable
        id="work-by-area"
        title={text('workReport.file', { from, to })}
        rows={areas}
        rowKey={({ at }) => at?.code ?? ''}
        columns={columns}
        narrow={({ area, activities, personTimes }) => ({
          first: area?.name ?? '—',
          second: text('workReport.share', { activities, personTimes }),
        })}
        empty={text('workReport.noArea')}
      />
    </section>
  )
}
