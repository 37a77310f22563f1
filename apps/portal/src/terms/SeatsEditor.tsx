import { Button } from 'antd'
import { RefusalText } from '../form/RefusalText'
import type { OpenTermPageQuery } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { concerns } from '../graph/refusal'
import { useText } from '../language/useText'
import type { SeatDraft } from './seat-drafts'
import { blankSeat } from './seat-drafts'
import { SeatFields } from './SeatFields'

interface SeatsEditorProps {
  /** Whether they are a group's, which has offices of its own and is held by post (A1). */
  standing: boolean
  seats: readonly SeatDraft[]
  heads: OpenTermPageQuery['heads']
  roles: OpenTermPageQuery['roles']
  refusal: Refusal | null
  change: (seats: SeatDraft[]) => void
}

/** The seats of a term, a line each: changed, taken away and added before the term is saved. */
export function SeatsEditor({ standing, seats, heads, roles, refusal, change }: SeatsEditorProps) {
  const text = useText()
  const places = seats.reduce((sum, seat) => sum + seat.places, 0)
  return (
    <fieldset className="seats-editor">
      <legend className="field-label">{text('terms.seats', { count: seats.length, places })}</legend>
      <p className="quiet small">{text('terms.seats.hint')}</p>
      <ol>
        {seats.map((seat, place) => (
          <li key={seat.key}>
            <SeatFields
              standing={standing}
              seat={seat}
              heads={heads}
              roles={roles}
              path={`seats.${place}`}
              set={(part) => change(seats.map((other) => (other === seat ? { ...seat, ...part } : other)))}
            />
            <button
              type="button"
              className="plain-button"
              aria-label={text('terms.seats.removeOf', { title: seat.title })}
              onClick={() => change(seats.filter((other) => other !== seat))}
            >
              {text('terms.seats.remove')}
            </button>
            {refusal && concerns(refusal, `seats.${place}`) && <RefusalText refusal={refusal} />}
          </li>
        ))}
      </ol>
      <Button onClick={() => change([...seats, blankSeat(standing)])}>{text('terms.seats.add')}</Button>
    </fieldset>
  )
}
