import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { TermDueFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import type { Column } from '../table/columns'

/** What the clock says of a term on the day looked at. */
export function useTermColumns(): Column<TermDueFragment>[] {
  const text = useText()
  return useMemo(
    () => [
      {
        key: 'unit',
        title: text('termClock.unit'),
        value: ({ body }) => body.unit.name,
        show: ({ body }) => <PageLink to={`/units/${body.unit.id}`}>{body.unit.name}</PageLink>,
        width: 200,
      },
      {
        key: 'body',
        title: text('termClock.body'),
        value: ({ body, term }) => text('termClock.term', { kind: body.kind.name, number: term.number }),
        show: ({ body, term }) => (
          <PageLink to={`/bodies/${body.id}`}>{text('termClock.term', { kind: body.kind.name, number: term.number })}</PageLink>
        ),
        width: 150,
      },
      { key: 'county', title: text('termClock.county'), value: ({ body }) => placeOf(body, 'COUNTY'), width: 100, filter: true },
      { key: 'town', title: text('termClock.town'), value: ({ body }) => placeOf(body, 'TOWN'), width: 110, extra: true },
      {
        key: 'state',
        title: text('termClock.state'),
        value: ({ state }) => text(`termClock.state.${state}`),
        show: ({ state }) => <span className={`term-${state.toLowerCase()}`}>{text(`termClock.state.${state}`)}</span>,
        width: 110,
      },
      { key: 'until', title: text('termClock.until'), value: ({ term }) => term.until, width: 110 },
      {
        key: 'daysLeft',
        title: text('termClock.daysLeft'),
        unit: text('termClock.days'),
        value: ({ daysLeft }) => daysLeft,
        numeric: true,
        width: 110,
      },
      { key: 'postponed', title: text('termClock.postponed'), value: ({ term }) => term.postponedUntil, width: 110 },
      { key: 'paper', title: text('termClock.paper'), value: ({ term }) => term.postponementPaper, width: 150 },
      {
        key: 'action',
        title: text('termClock.action'),
        value: () => null,
        show: ({ body }) => (
          <Allowed to={write('bodies')}>
            <PageLink
              to={`/units/${body.unit.id}/terms/new?body=${body.id}`}
              aria-label={text('termClock.openOf', { unit: body.unit.name })}
              className="not-printed"
            >
              {text('termClock.open')}
            </PageLink>{' '}
            <PageLink
              to={`/bodies/${body.id}/postpone`}
              aria-label={text('termClock.postponeOf', { unit: body.unit.name })}
              className="not-printed"
            >
              {text('termClock.postpone')}
            </PageLink>
          </Allowed>
        ),
        control: true,
        width: 130,
      },
    ],
    [text],
  )
}

function placeOf({ unit }: TermDueFragment['body'], level: 'COUNTY' | 'TOWN'): string | null {
  return unit.area?.path.find((area) => area.level === level)?.name ?? null
}
