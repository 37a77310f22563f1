import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { FoundingRowFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { useWords } from '../words/useWords'
import './founding-desk.css'

/** What the desk says of a founding. */
export function useFoundingColumns(closed: boolean): Column<FoundingRowFragment>[] {
  const text = useText()
  const words = useWords()
  return useMemo(() => {
    const columns: Column<FoundingRowFragment>[] = [
      {
        key: 'name',
        title: text('foundingDesk.unit'),
        value: ({ name }) => name,
        show: ({ id, name }) => <PageLink to={`/foundings/${id}`}>{name}</PageLink>,
        width: 230,
      },
      { key: 'type', title: text('foundingDesk.type'), value: ({ type }) => type.name, width: 130 },
      { key: 'area', title: text('foundingDesk.area'), value: ({ area }) => area?.name, width: 100 },
      { key: 'mode', title: text('foundingDesk.mode'), value: ({ mode }) => words.mode(mode), width: 90 },
    ]
    if (closed)
      return [
        ...columns,
        {
          key: 'outcome',
          title: text('foundingDesk.outcome'),
          value: ({ outcome }) => outcome && words.foundingOutcome(outcome),
          width: 100,
        },
      ]
    return [
      ...columns,
      { key: 'step', title: text('foundingDesk.step'), value: ({ step }) => step && words.foundingStep(step), width: 100 },
      {
        key: 'holder',
        title: text('foundingDesk.holder'),
        value: ({ level, desk }) => (level ? text('foundingDesk.association', { area: desk?.name ?? '—' }) : text('foundingDesk.group')),
        width: 130,
      },
      { key: 'since', title: text('foundingDesk.since'), value: ({ since }) => since, width: 100 },
      {
        key: 'due',
        title: text('foundingDesk.due'),
        value: ({ due }) => due,
        show: ({ due, overdue }) =>
          overdue ? <span className="overdue">{text('foundingDesk.overdueSince', { due })}</span> : (due ?? '—'),
        width: 150,
      },
      {
        key: 'missing',
        title: text('foundingDesk.missing'),
        value: ({ missing }) =>
          missing &&
          text('foundingDesk.missingMembers', {
            count: Math.min(...[missing.persons, missing.units, missing.together].map((each) => each ?? Infinity)),
          }),
        width: 120,
      },
    ]
  }, [text, words, closed])
}
