import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { Chart } from '../charts/Chart'
import { InlineFigure } from '../figure/InlineFigure'
import { CoverageReportDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useRichText, useText } from '../language/useText'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { useWords } from '../words/useWords'
import { ByUnitAbove } from './ByUnitAbove'
import { CoverageLines } from './CoverageLines'
import type { Asked } from '../reports/reports'
import { levelsOf } from '../reports/reports'
import { monthsOf, rateOf } from './coverage-report'
import { useTrendColumns } from './useTrendColumns'

/** 覆盖: how far the network reaches at each level, and how it came there month by month. */
export function CoverageReport({ asked, filters }: { asked: Asked; filters: ReactNode }) {
  const text = useText()
  const rich = useRichText()
  const words = useWords()
  const { within, place, on, from, to } = asked
  const { data, error, refetch } = useQuery(CoverageReportDocument, { variables: { within, on, from, to } })
  const lines = data ? levelsOf([data.counties, data.towns, data.villages], ({ total }) => (total.value ?? 0) > 0) : []
  const main = lines.find(({ level }) => level === 'TOWN') ?? lines[0]
  const months = data ? monthsOf(data) : []
  const columns = useTrendColumns(lines.map(({ level }) => level))
  const charted = lines.map(({ level }) => ({
    name: words.level(level),
    values: months.map(({ points }) => (level === 'CITY' ? null : rateOf(points[level]))),
  }))
  const shown = charted[main ? lines.indexOf(main) : 0]

  return (
    <article className="page reports">
      <PageHeading name={text('reports.view.coverage')}>
        {main
          ? rich('coverageReport.title', {
              place,
              level: words.level(main.level),
              total: <InlineFigure figure={main.total} />,
              covered: <InlineFigure figure={main.covered} />,
              functioning: <InlineFigure figure={main.functioning} />,
              blank: <InlineFigure figure={main.blank} />,
            })
          : text('reports.view.coverage')}
      </PageHeading>
      {filters}
      <Unanswered error={error} retry={() => void refetch()} />
      {!data ? (
        !error && <Loading />
      ) : lines.length === 0 ? (
        <EmptyState>{text('coverageReport.none')}</EmptyState>
      ) : (
        <>
          <CoverageLines lines={lines} within={within} />
          <ByUnitAbove within={within} on={on} />
          {months.length > 1 && shown && (
            <Chart
              title={text('coverageReport.trend', { level: shown.name, first: shown.values[0] ?? '—', last: shown.values.at(-1) ?? '—' })}
              kind="lines"
              unit="%"
              categories={months.map((month) => month.on.slice(0, 7))}
              series={charted}
            />
          )}
          <section>
            <h2>{text('coverageReport.months')}</h2>
            <DataTable
              id="coverage-trend"
              title={text('coverageReport.file', { from, to })}
              rows={months}
              rowKey={(month) => month.on}
              columns={columns}
              narrow={(month) => ({
                first: month.on,
                second: lines
                  .map(({ level }) => level !== 'CITY' && `${words.level(level)} ${month.points[level]?.covered ?? '—'}`)
                  .filter(Boolean)
                  .join(' · '),
              })}
              empty={text('coverageReport.noMonths')}
            />
          </section>
        </>
      )}
    </article>
  )
}
