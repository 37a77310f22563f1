import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { Choices } from '../arrangement/Choices'
import { Chart } from '../charts/Chart'
import { PageLink } from '../date/PageLink'
import { valueOf } from '../figure/figures'
import { InlineFigure } from '../figure/InlineFigure'
import type { Level } from '../graph.generated'
import { HeadsReportDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useRichText, useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { useWords } from '../words/useWords'
import { EntryLines } from './EntryLines'
import type { Asked } from '../reports/reports'
import { useBodyColumns } from './useBodyColumns'

const levels: readonly Level[] = ['COUNTY', 'TOWN', 'VILLAGE']

/** 四长进班子: in how many bodies of each level each of the heads holds a post, and which bodies lack whom. */
export function HeadsReport({ asked: { within, place, on }, filters }: { asked: Asked; filters: ReactNode }) {
  const text = useText()
  const rich = useRichText()
  const words = useWords()
  const [parameters] = useSearchParams()
  const level = levels.find((it) => it === parameters.get('level')) ?? 'TOWN'
  const query = useQuery(HeadsReportDocument, { variables: { within, on, level } })
  const { data, error, refetch } = query
  const paging = usePaging(query, {
    take: ({ chosen }) => chosen.records,
    put: (it, records) => ({ ...it, chosen: { ...it.chosen, records } }),
  })
  const lines = data ? [data.counties, data.towns, data.villages] : []
  const line = lines.find((it) => it.level === level)
  const columns = useBodyColumns(line?.byHead.map(({ head }) => head) ?? [])

  return (
    <article className="page reports">
      <PageHeading name={text('reports.view.heads')}>
        {line
          ? rich('headsReport.title', {
              place,
              level: words.level(level),
              bodies: <InlineFigure figure={line.bodies} />,
              fullHouse: <InlineFigure figure={line.fullHouse} />,
              persons: <InlineFigure figure={line.persons} />,
            })
          : text('reports.view.heads')}
      </PageHeading>
      {filters}
      <Unanswered error={error} retry={() => void refetch()} />
      {!data || !line ? (
        !error && <Loading />
      ) : (
        <>
          <EntryLines lines={lines} within={within} />
          <Choices
            label={text('reports.level')}
            parameter="level"
            usual="TOWN"
            options={levels.map((value) => ({ value, name: words.level(value) }))}
          />
          <Chart
            title={text('headsReport.chart', { level: words.level(level), bodies: valueOf(line.bodies) })}
            kind="bars"
            height={220}
            unit={line.bodies.unit}
            categories={line.byHead.map(({ head }) => head.name)}
            series={[{ name: text('headsReport.bodies'), values: line.byHead.map(({ bodies }) => valueOf(bodies)) }]}
          />
          <section>
            <h2>{text('headsReport.records', { level: words.level(level) })}</h2>
            <DataTable
              id="heads-entry"
              title={text('headsReport.file', { level: words.level(level), day: line.asOf.on })}
              rows={data.chosen.records.nodes}
              rowKey={({ key }) => key?.id ?? ''}
              columns={columns}
              narrow={({ unit, body, heads, persons }) => ({
                first: unit ? <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink> : '—',
                second: [body?.kind.name, words.list(heads.map(({ name }) => name)), text('headsReport.personsOf', { count: persons })]
                  .filter(Boolean)
                  .join(' · '),
              })}
              empty={text('headsReport.none')}
              paging={paging}
            />
          </section>
        </>
      )}
    </article>
  )
}
