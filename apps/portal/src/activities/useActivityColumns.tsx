import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import { dayOf } from '../date/instants'
import type { ActivityChoicesFragment, ActivityRowFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { useWords } from '../words/useWords'
import { figureOf } from './activities'

/** What the list says of an activity. */
export function useActivityColumns(departments: ActivityChoicesFragment['departments']): Column<ActivityRowFragment>[] {
  const text = useText()
  const words = useWords()
  return useMemo(
    () => [
      {
        key: 'title',
        title: text('activities.column.title'),
        value: ({ title }) => title,
        show: ({ id, title, withdrawn }) => (
          <>
            <PageLink to={`/activities/${id}`}>{title}</PageLink>
            {withdrawn && <span className="quiet small"> {text('activities.withdrawnMark')}</span>}
          </>
        ),
        width: 240,
      },
      { key: 'day', title: text('activities.column.day'), value: ({ startsAt }) => dayOf(startsAt), width: 110 },
      {
        key: 'audience',
        title: text('activities.column.audience'),
        unit: text('activities.column.audienceUnit'),
        value: (activity) => figureOf(activity, 'audience'),
        numeric: true,
        width: 110,
      },
      { key: 'type', title: text('activities.type'), value: ({ type }) => type.name, filter: true, width: 140 },
      {
        key: 'department',
        title: text('activities.department'),
        value: ({ type }) => departments.find(({ code }) => code === type.department)?.name ?? type.department,
        filter: true,
        width: 110,
      },
      {
        key: 'hosts',
        title: text('activities.column.hosts'),
        value: ({ hosts }) => words.list(hosts.map((host) => host?.name ?? '—')),
        width: 170,
      },
      {
        key: 'ledBy',
        title: text('activities.column.ledBy'),
        value: ({ ledBy }) => ledBy?.person.name,
        show: ({ ledBy }) => (ledBy ? <PageLink to={`/people/${ledBy.person.id}`}>{ledBy.person.name}</PageLink> : '—'),
        width: 90,
      },
      { key: 'head', title: text('activities.head'), value: ({ ledBy }) => ledBy?.head?.name, filter: true, width: 130 },
      { key: 'area', title: text('activities.column.area'), value: ({ area, placeKind }) => area?.name ?? placeKind.name, width: 140 },
      {
        key: 'sessions',
        title: text('activities.column.sessions'),
        unit: text('activities.column.sessionsUnit'),
        value: (activity) => figureOf(activity, 'sessions'),
        numeric: true,
        extra: true,
        width: 90,
      },
    ],
    [text, words, departments],
  )
}
