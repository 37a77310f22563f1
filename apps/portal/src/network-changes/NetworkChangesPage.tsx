import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { DayChoice } from '../address/DayChoice'
import { SelectChoice } from '../address/SelectChoice'
import { PageLink } from '../date/PageLink'
import { RefusalText } from '../form/RefusalText'
import { NetworkChangesPageDocument } from '../graph.generated'
import { NO_AREA } from '../graph/left-out'
import { refusalOf } from '../graph/refusal'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { TimeSlider } from '../network-time/TimeSlider'
import { usePaging } from '../paging/usePaging'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { OTHER_DAY, useComparedDays } from './useComparedDays'
import { useUnitChangeColumns, useUnitChangeWords } from './useUnitChangeColumns'

/** 这段时间的变化: what became of the network's units between the day looked at and another one. */
export function NetworkChangesPage() {
  const text = useText()
  const words = useUnitChangeWords()
  const columns = useUnitChangeColumns()
  const days = useComparedDays()
  const [parameters] = useSearchParams()
  const within = parameters.get('within') || undefined
  const asked = useQuery(NetworkChangesPageDocument, {
    variables: { from: days?.from ?? '', to: days?.to ?? '', within, place: within ?? NO_AREA, narrowed: within !== undefined },
    skip: !days,
  })
  const { error, refetch } = asked
  const refusal = refusalOf(error)
  const data = asked.data ?? (error ? undefined : asked.previousData)
  const paging = usePaging(asked, { take: (it) => it.unitChanges, put: (it, unitChanges) => ({ ...it, unitChanges }) })
  const rows = data?.unitChanges?.nodes
  const place = data?.place
  const counties = data?.counties?.nodes ?? []
  const options = place && !counties.some(({ code }) => code === place.code) ? [place, ...counties] : counties

  return (
    <article className="page">
      <PageHeading
        name={text('networkChanges.name')}
        action={<PageLink to={within ? `/network?within=${within}` : '/network'}>{text('networkChanges.network')}</PageLink>}
      >
        {rows && days
          ? text(paging.hasMore ? 'networkChanges.titleOfFirst' : 'networkChanges.title', {
              ...{ from: days.from, to: days.to },
              place: place?.name ?? text('networkChanges.wholeNetwork'),
              count: rows.length,
            })
          : text('networkChanges.name')}
      </PageHeading>
      <TimeSlider />
      <div className="filters not-printed">
        <DayChoice label={text('networkChanges.with')} parameter={OTHER_DAY} usual={days?.other} />
        <SelectChoice
          label={text('networkChanges.within')}
          parameter="within"
          all={text('networkChanges.wholeCity')}
          options={options.map(({ code, name }) => ({ value: code, name }))}
        />
      </div>
      {refusal?.field ? <RefusalText refusal={refusal} /> : <Unanswered error={error} retry={() => void refetch()} />}
      {rows && days ? (
        <DataTable
          id="network-changes"
          title={text('networkChanges.file', { from: days.from, to: days.to })}
          rows={rows}
          rowKey={({ unit, kind, on }) => [unit.id, kind, on].join()}
          columns={columns}
          narrow={(change) => ({
            first: (
              <>
                {words.kind(change)} <PageLink to={`/units/${change.unit.id}`}>{change.unit.name}</PageLink>
              </>
            ),
            second: [change.on, [words.before(change).words, words.after(change).words].filter(Boolean).join(' → '), change.paper]
              .filter(Boolean)
              .join(' · '),
          })}
          empty={text('networkChanges.none', { from: days.from, to: days.to })}
          paging={paging}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}
