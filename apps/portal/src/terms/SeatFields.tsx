import { Input, InputNumber } from 'antd'
import type { HoldingKind, OpenTermPageQuery, Rank } from '../graph.generated'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import type { SeatDraft } from './seat-templates'
import './terms.css'

interface SeatFieldsProps {
  seat: SeatDraft
  heads: OpenTermPageQuery['heads']
  /** Path in the command's input; begins the ids of the fields. */
  path: string
  set: (part: Partial<SeatDraft>) => void
}

const kinds: readonly HoldingKind[] = ['FULL_TIME_OFFICE', 'PART_TIME_POST', 'SECONDMENT']

const ranks: readonly Rank[] = [
  'CHAIR',
  'VICE_CHAIR',
  'SECRETARY_GENERAL',
  'STANDING_COMMITTEE_MEMBER',
  'COMMITTEE_MEMBER',
  'DELEGATE',
  'TEAM_MEMBER',
]

/** Title, rank, kinds of holding, places and reserved head of one seat, in a line. */
export function SeatFields({ seat, heads, path, set }: SeatFieldsProps) {
  const text = useText()
  const words = useWords()
  const toggle = (kind: HoldingKind, on: boolean) =>
    set({ kinds: kinds.filter((known) => (known === kind ? on : seat.kinds.includes(known))) })

  return (
    <div className="seat-fields" role="group" aria-label={seat.title || text('terms.seat.new')}>
      <label>
        <span>{text('terms.seat.title')}</span>
        <Input id={`${path}.title`} maxLength={40} value={seat.title} onChange={({ target }) => set({ title: target.value })} />
      </label>
      <label>
        <span>{text('terms.seat.rank')}</span>
        <select value={seat.rank} onChange={({ target }) => set({ rank: ranks.find((rank) => rank === target.value) ?? seat.rank })}>
          {ranks.map((rank) => (
            <option key={rank} value={rank}>
              {words.rank(rank)}
            </option>
          ))}
        </select>
      </label>
      <div role="group" aria-label={text('terms.seat.kinds')}>
        <span>{text('terms.seat.kinds')}</span>
        <span className="seat-kinds">
          {kinds.map((kind) => (
            <label key={kind} className="check-line">
              <input type="checkbox" checked={seat.kinds.includes(kind)} onChange={({ target }) => toggle(kind, target.checked)} />{' '}
              {words.holding(kind)}
            </label>
          ))}
        </span>
      </div>
      <label>
        <span>{text('terms.seat.places')}</span>
        <InputNumber className="seat-number" min={1} max={200} value={seat.places} onChange={(places) => set({ places: places ?? 1 })} />
      </label>
      <label>
        <span>{text('terms.seat.reservedHead')}</span>
        <select value={seat.reservedHead ?? ''} onChange={({ target }) => set({ reservedHead: target.value || null })}>
          <option value="">{text('terms.seat.notReserved')}</option>
          {heads.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
