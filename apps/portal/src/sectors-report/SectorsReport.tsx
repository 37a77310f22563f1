import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { SelectChoice } from '../address/SelectChoice'
import { PageLink } from '../date/PageLink'
import { InlineFigure } from '../figure/InlineFigure'
import { useRateText } from '../figure/useRateText'
import { SectorsReportDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useRichText, useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import type { Asked } from '../reports/reports'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { SectorLines } from './SectorLines'
import './sectors-report.css'
import { states, statesOf } from './sectors-report'
import { useSectorColumns } from './useSectorColumns'

/** 行业覆盖: how many hospitals, schools, stations and firms are covered, in which mode, and which are not. */
export function SectorsReport({ asked: { within, place, on }, filters }: { asked: Asked; filters: ReactNode }) {
  const text = useText()
  const rich = useRichText()
  const rateText = useRateText()
  const [parameters] = useSearchParams()
  const given = (name: string) => parameters.get(name) || undefined
  const narrowed = { department: given('department'), kind: given('kind'), states: statesOf(parameters.get('state')) }
  const query = useQuery(SectorsReportDocument, { variables: { within, on, ...narrowed } })
  const { error, refetch } = query
  const data = query.data ?? query.previousData
  const paging = usePaging(query, {
    take: ({ sectorCoverage }) => sectorCoverage.records,
    put: (it, records) => ({ ...it, sectorCoverage: { ...it.sectorCoverage, records } }),
  })
  const columns = useSectorColumns()
  const coverage = data?.sectorCoverage

  return (
    <article className="page reports">
      <PageHeading name={text('reports.view.sectors')}>
        {coverage
          ? rich('sectorsReport.title', {
              place,
              known: <InlineFigure figure={coverage.whole.known} />,
              covered: <InlineFigure figure={coverage.whole.covered} />,
              uncovered: <InlineFigure figure={coverage.whole.uncovered} />,
              rate: rateText(coverage.whole.rate),
            })
          : text('reports.view.sectors')}
      </PageHeading>
      {filters}
      <Unanswered error={error} retry={() => void refetch()} />
      {!coverage ? (
        !error && <Loading />
      ) : (
        <>
          <SectorLines coverage={coverage} within={within} />
          <section id="records">
            <h2>{text('sectorsReport.records')}</h2>
            <div className="filters not-printed">
              <SelectChoice
                label={text('sectorsReport.sector')}
                parameter="department"
                all={text('sectorsReport.everySector')}
                options={coverage.sectors.flatMap(({ department, name }) =>
                  department ? [{ value: department, name: name ?? department }] : [],
                )}
              />
              <SelectChoice
                label={text('sectorsReport.kind')}
                parameter="kind"
                all={text('sectorsReport.everyKind')}
                options={coverage.sectors.flatMap(({ kinds }) => kinds.map(({ kind, name }) => ({ value: kind, name })))}
              />
              <SelectChoice
                label={text('sectorsReport.state')}
                parameter="state"
                all={text('sectorsReport.everyState')}
                options={['covered', ...states].map((state) => ({ value: state, name: text(`sectorsReport.state.${state}`) }))}
              />
            </div>
            <DataTable
              id="sector-coverage"
              title={text('sectorsReport.file', { day: coverage.asOf.on })}
              rows={coverage.records.nodes}
              rowKey={({ key }) => key?.id ?? ''}
              columns={columns}
              narrow={({ employer, state, unit }) => ({
                first: employer?.name ?? '—',
                second: (
                  <>
                    {[employer?.kindName, employer?.area.name, text(`sectorsReport.state.${state}`)].filter(Boolean).join(' · ')}{' '}
                    {unit && <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink>}
                  </>
                ),
              })}
              empty={text('sectorsReport.none')}
              paging={paging}
            />
          </section>
        </>
      )}
    </article>
  )
}
