import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { SelectChoice } from '../address/SelectChoice'
import { Choices } from '../arrangement/Choices'
import { Chart } from '../charts/Chart'
import { PageLink } from '../date/PageLink'
import { valueOf } from '../figure/figures'
import { InlineFigure } from '../figure/InlineFigure'
import type { Lack, LackState, Level } from '../graph.generated'
import { LacksReportDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useRichText, useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import type { Asked } from '../reports/reports'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { useWords } from '../words/useWords'
import { LackLines } from './LackLines'
import { useLackColumns } from './useLackColumns'

const levels: readonly Level[] = ['COUNTY', 'TOWN', 'VILLAGE']
const lackCodes: readonly Lack[] = ['POSTS', 'FUNDS', 'PREMISES', 'STAFF']
const states: readonly LackState[] = ['LACKING', 'NOT_LACKING', 'UNKNOWN']

/** 四缺: how many units of a level lack posts, funds, premises or staff, of how many nothing is known, and which. */
export function LacksReport({ asked: { within, place, on }, filters }: { asked: Asked; filters: ReactNode }) {
  const text = useText()
  const rich = useRichText()
  const words = useWords()
  const [parameters] = useSearchParams()
  const level = levels.find((known) => known === parameters.get('level')) ?? 'TOWN'
  const lack = lackCodes.find((known) => known === parameters.get('lack'))
  const state = states.find((known) => known === parameters.get('state'))
  const query = useQuery(LacksReportDocument, { variables: { within, on, level, lack, state } })
  const { error, refetch } = query
  const lacks = (query.data ?? query.previousData)?.lacks
  const paging = usePaging(query, {
    take: (it) => it.lacks.records,
    put: (it, records) => ({ ...it, lacks: { ...it.lacks, records } }),
  })
  const columns = useLackColumns(lacks?.lacks ?? [])

  return (
    <article className="page reports">
      <PageHeading name={text('reports.view.lacks')}>
        {lacks
          ? rich('lacksReport.title', {
              place,
              level: words.level(lacks.level),
              units: <InlineFigure figure={lacks.units} />,
              lacks: lacks.lacks.map(({ lack: code, name, lacking }, index) => (
                <span key={code}>
                  {index > 0 && text('words.separator')}
                  {name} <InlineFigure figure={lacking} />
                </span>
              )),
            })
          : text('reports.view.lacks')}
      </PageHeading>
      {filters}
      <Choices
        label={text('reports.level')}
        parameter="level"
        usual="TOWN"
        options={levels.map((value) => ({ value, name: words.level(value) }))}
      />
      <Unanswered error={error} retry={() => void refetch()} />
      {!lacks ? (
        !error && <Loading />
      ) : (
        <>
          <LackLines lacks={lacks} within={within} />
          <Chart
            title={text('lacksReport.chart', { level: words.level(lacks.level), units: valueOf(lacks.units) })}
            kind="bars"
            height={220}
            unit={lacks.units.unit}
            categories={lacks.lacks.map(({ name }) => name)}
            series={[
              { name: text('lacksReport.lacking'), values: lacks.lacks.map(({ lacking }) => valueOf(lacking)) },
              { name: text('lacksReport.unknown'), values: lacks.lacks.map(({ unknown }) => valueOf(unknown)) },
            ]}
          />
          <section>
            <h2>{text('lacksReport.records')}</h2>
            <div className="filters not-printed">
              <SelectChoice
                label={text('lacksReport.lack')}
                parameter="lack"
                all={text('lacksReport.anyLack')}
                options={lacks.lacks.map(({ lack: value, name }) => ({ value, name }))}
              />
              <SelectChoice
                label={text('lacksReport.state')}
                parameter="state"
                all={text('lacksReport.anyState')}
                options={states.map((value) => ({ value, name: text(`lacksReport.state.${value}`) }))}
              />
            </div>
            <DataTable
              id="lacks"
              title={text('lacksReport.file', { level: words.level(lacks.level), day: lacks.asOf.on })}
              rows={lacks.records.nodes}
              rowKey={({ key }) => key?.id ?? ''}
              columns={columns}
              narrow={({ unit, lacks: known }) => ({
                first: unit ? <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink> : '—',
                second: lacks.lacks
                  .map(({ lack: code, name }) => {
                    const found = known.find((one) => one.lack === code)
                    return `${name}：${text(`lacksReport.state.${found?.state ?? 'UNKNOWN'}`)}`
                  })
                  .join(' · '),
              })}
              empty={text('lacksReport.none')}
              paging={paging}
            />
          </section>
        </>
      )}
    </article>
  )
}
