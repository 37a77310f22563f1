import { useCallback } from 'react'
import type { ReactNode } from 'react'
import { ActionLink } from '../heading/ActionLink'
import { useText } from '../language/useText'
import { write } from '../session/verbs'
import type { Unit } from './unit'
import { countPlaces, termLookedAt } from './unit'

/** The sentence of a unit, and the action that it needs most: a body, a term, or its next activity. */
export function useUnitHeading(): (unit: Unit, day: string) => { sentence: ReactNode; action: ReactNode } {
  const text = useText()
  return useCallback(
    (unit, day) => {
      const { id, name, bodies } = unit
      const [body] = bodies
      const term = body && termLookedAt(body, day)
      const opening = (words: string) => (
        <ActionLink to={`/units/${id}/terms/new${body ? `?body=${body.id}` : ''}`} verb={write('bodies')}>
          {words}
        </ActionLink>
      )
      if (unit.until !== null && unit.until <= day) {
        // A merger is not taken back: another unit goes on.
        const back = !unit.mergedInto && (
          <ActionLink to={`/units/${id}/revive`} verb={write('units')}>
            {text('revivals.link')}
          </ActionLink>
        )
        return { sentence: text('unit.dissolved', { name, until: unit.until }), action: back || null }
      }
      if (!body) return { sentence: text('unit.withoutBody', { name }), action: opening(text('unit.openFirstTerm')) }
      if (!term) return { sentence: text('unit.withoutTerm', { name, body: body.kind.name }), action: opening(text('unit.openFirstTerm')) }

      const { places, vacant } = countPlaces(term.seats)
      const figures = { name, body: body.kind.name, number: term.number, places, held: vacant === null ? null : places - vacant, vacant }
      const overdue = term.overdueDays > 0
      return {
        sentence: overdue
          ? text('unit.overdue', { name, body: body.kind.name, number: term.number, days: term.overdueDays })
          : text(vacant === null ? 'unit.seatsUnknown' : 'unit.seats', figures),
        action: overdue ? (
          opening(text('unit.openNextTerm'))
        ) : (
          <ActionLink to={`/activities/new?unit=${id}`} verb={write('activities')}>
            {text('unit.recordActivity')}
          </ActionLink>
        ),
      }
    },
    [text],
  )
}
