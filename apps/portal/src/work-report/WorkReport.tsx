import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { Choices } from '../arrangement/Choices'
import { Chart } from '../charts/Chart'
import { nextDay } from '../date/days'
import { Figure } from '../figure/Figure'
import { Figures } from '../figure/Figures'
import { InlineFigure } from '../figure/InlineFigure'
import { WorkReportDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useRichText, useText } from '../language/useText'
import type { Asked } from '../reports/reports'
import { address } from '../reports/reports'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { AreaShares } from './AreaShares'
import { LineShares } from './LineShares'
import { SummedFigures } from './SummedFigures'
import { linesByMonth, monthsBetween } from './work-report'

/** 活动: how much was done over a time, by line and month and by area. */
export function WorkReport({ asked, filters }: { asked: Asked; filters: ReactNode }) {
  const text = useText()
  const rich = useRichText()
  const { within, place, from, to } = asked
  const [parameters] = useSearchParams()
  const measure = parameters.get('measure') === 'personTimes' ? 'personTimes' : 'activities'
  const { data, error, refetch } = useQuery(WorkReportDocument, { variables: { within, from, until: nextDay(to) } })
  const work = data?.work
  const records = address('/activities', { within, from, to })
  const months = monthsBetween(from, to)
  const [largest] = [...(work?.byDepartment ?? [])].sort((a, b) => b[measure] - a[measure])

  return (
    <article className="page reports">
      <PageHeading name={text('reports.view.work')}>
        {work
          ? rich('workReport.title', {
              place,
              from,
              to,
              activities: <InlineFigure figure={work.activities} to={records} />,
              personTimes: <InlineFigure figure={work.personTimes} to={records} />,
            })
          : text('reports.view.work')}
      </PageHeading>
      {filters}
      <Unanswered error={error} retry={() => void refetch()} />
      {!work ? (
        !error && <Loading />
      ) : work.activities.value === 0 ? (
        <EmptyState>{text('workReport.none')}</EmptyState>
      ) : (
        <>
          <Figures>
            <Figure label={text('workReport.activities')} figure={work.activities} on={work.asOf.on} to={records} />
            <Figure label={text('workReport.personTimes')} figure={work.personTimes} on={work.asOf.on} to={records} />
            <Figure label={text('workReport.ledByHeads')} figure={work.ledByHeads} on={work.asOf.on} />
          </Figures>
          <Choices
            label={text('workReport.measure')}
            parameter="measure"
            usual="activities"
            options={['activities', 'personTimes'].map((value) => ({ value, name: text(`workReport.measure.${value}`) }))}
          />
          <Chart
            title={text('workReport.chart', { line: largest?.name ?? '', measure: text(`workReport.measure.${measure}`) })}
            kind="stacked-bars"
            unit={work[measure].unit}
            categories={months}
            series={linesByMonth(work, months, measure)}
          />
          <LineShares work={work} asked={asked} />
          <AreaShares areas={work.byArea} asked={asked} />
          <SummedFigures data={data} />
        </>
      )}
    </article>
  )
}
