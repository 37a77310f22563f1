import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { dayOf } from '../date/instants'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { InlineFigure } from '../figure/InlineFigure'
import { ActivitiesPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useRichText, useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { figureOf, filterOf } from './activities'
import { ActivityFilters } from './ActivityFilters'
import { useActivityColumns } from './useActivityColumns'

/** 活动: what was held, by area, department, type, head and time, all of it in the address. */
export function ActivitiesPage() {
  const text = useText()
  const rich = useRichText()
  const { on } = useOn()
  const day = useDay() ?? ''
  const [parameters] = useSearchParams()
  const filter = filterOf(parameters, on)
  const { unitId } = filter
  const asked = useQuery(ActivitiesPageDocument, { variables: { ...filter, ofUnit: unitId !== undefined, unit: unitId ?? '' } })
  const { error, refetch } = asked
  const data = asked.data ?? asked.previousData
  const paging = usePaging(asked, { take: (it) => it.activities, put: (it, activities) => ({ ...it, activities }) })
  const columns = useActivityColumns(data?.departments ?? [])
  const rows = data?.activities.nodes

  const sentence = (): ReactNode => {
    if (!data || !rows) return text('activities.name')
    if (data.work) {
      return rich('activities.titleOfTime', {
        from: filter.from ?? '',
        to: parameters.get('to') ?? day,
        activities: <InlineFigure figure={data.work.activities} />,
        personTimes: <InlineFigure figure={data.work.personTimes} />,
      })
    }
    const unit = data.unit?.name ?? ''
    return text(paging.hasMore ? 'activities.titleOfFirst' : 'activities.title', { unit, count: rows.length })
  }

  return (
    <article className="page">
      <PageHeading
        name={text('activities.name')}
        action={
          <ActionLink to={unitId ? `/activities/new?unit=${unitId}` : '/activities/new'} verb={write('activities')}>
            {text('activities.record')}
          </ActionLink>
        }
      >
        {sentence()}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <ActivityFilters choices={data} unit={data?.unit ?? null} day={day} />
      {rows ? (
        <DataTable
          id="activities"
          title={text('activities.file', { day })}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          narrow={(activity) => ({
            first: <PageLink to={`/activities/${activity.id}`}>{activity.title}</PageLink>,
            second: [
              dayOf(activity.startsAt),
              activity.ledBy && text('activities.ledByLine', { name: activity.ledBy.person.name }),
              figureOf(activity, 'audience') !== null && text('activities.audienceLine', { count: figureOf(activity, 'audience') }),
              activity.withdrawn && text('activities.withdrawnMark'),
            ]
              .filter(Boolean)
              .join(' · '),
          })}
          empty={text('activities.none')}
          paging={paging}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}
