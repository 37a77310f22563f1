import { Input, InputNumber } from 'antd'
import type { HoldingKind, OpenTermPageQuery, Rank } from '../graph.generated'
import { rolesOfSeats } from '../grants/grants'
import { useRolesToGive } from '../grants/useRolesToGive'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import type { SeatDraft } from './seat-drafts'
import './terms.css'

interface SeatFieldsProps {
  /** Whether it is a group's. */
  standing: boolean
  seat: SeatDraft
  heads: OpenTermPageQuery['heads']
  roles: OpenTermPageQuery['roles']
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

/** The offices of a leading or working group (A1). */
const offices: readonly Rank[] = ['GROUP_LEADER', 'DEPUTY_GROUP_LEADER', 'GROUP_MEMBER', 'OFFICE_HEAD']

/** Title, rank, kinds of holding, places, reserved head and role of one seat, in a line. */
export function SeatFields({ standing, seat, heads, roles, path, set }: SeatFieldsProps) {
  const text = useText()
  const words = useWords()
  const offered = standing ? offices : ranks
  const rolesOffered = rolesOfSeats(useRolesToGive(roles))
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
        <select value={seat.rank} onChange={({ target }) => set({ rank: offered.find((rank) => rank === target.value) ?? seat.rank })}>
          {offered.map((rank) => (
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
      {standing && (
        <label>
          <span>{text('terms.seat.byPost')}</span>
          <Input id={`${path}.byPost`} maxLength={60} value={seat.byPost} onChange={({ target }) => set({ byPost: target.value })} />
        </label>
      )}
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
      {rolesOffered.length > 0 && (
        <label>
          <span>{text('terms.seat.role')}</span>
          <select value={seat.role ?? ''} onChange={({ target }) => set({ role: target.value || null })}>
            <option value="">{text('terms.seat.role.none')}</option>
            {rolesOffered.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
