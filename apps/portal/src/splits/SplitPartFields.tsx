import { Field } from '../form/Field'
import type { SplitUnitPageQuery } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import { UnitPicker } from '../pickers/UnitPicker'
import { chosenElsewhere, type Part, toggled } from './splits'

type Unit = NonNullable<SplitUnitPageQuery['unit']>

interface SplitPartFieldsProps {
  parts: readonly Part[]
  at: number
  areas: Unit['covers']
  below: Unit['children']
  refusal: Refusal | null
  set: (said: Partial<Part>) => void
  /** Left out: it is the only one. */
  remove: (() => void) | undefined
}

/** One unit that takes over: which it is, which areas go to it, and which units below go along. */
export function SplitPartFields({ parts, at, areas, below, refusal, set, remove }: SplitPartFieldsProps) {
  const text = useText()
  const part = parts[at]
  if (!part) return null
  return (
    <fieldset aria-label={text('splits.part', { number: at + 1 })}>
      <Field label={text('splits.successor', { number: at + 1 })} name="into" refusal={at === 0 ? refusal : null}>
        {(field) => <UnitPicker input={field} value={part.unitId} onChange={(unitId) => set({ unitId })} />}
      </Field>
      <Checks
        label={text('splits.areas', { number: at + 1 })}
        options={areas.map(({ code, name }) => ({ value: code, name }))}
        chosen={part.areaCodes}
        elsewhere={chosenElsewhere(parts, at, ({ areaCodes }) => areaCodes)}
        onChange={(areaCodes) => set({ areaCodes })}
      />
      {below.length > 0 && (
        <Checks
          label={text('splits.below', { number: at + 1 })}
          options={below.map(({ id, name }) => ({ value: id, name }))}
          chosen={part.belowIds}
          elsewhere={chosenElsewhere(parts, at, ({ belowIds }) => belowIds)}
          onChange={(belowIds) => set({ belowIds })}
        />
      )}
      {remove && (
        <button type="button" className="plain-button" onClick={remove}>
          {text('splits.remove', { number: at + 1 })}
        </button>
      )}
    </fieldset>
  )
}

interface ChecksProps {
  label: string
  options: readonly { value: string; name: string }[]
  chosen: readonly string[]
  /** Chosen for another one: shown, and not offered. */
  elsewhere: readonly string[]
  onChange: (chosen: string[]) => void
}

function Checks({ label, options, chosen, elsewhere, onChange }: ChecksProps) {
  return (
    <div role="group" aria-label={label} className="split-checks">
      <span className="quiet small">{label}</span>
      {options.map(({ value, name }) => (
        <label key={value} className="check-line">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            disabled={elsewhere.includes(value)}
            onChange={({ target }) => onChange(toggled(chosen, value, target.checked))}
          />{' '}
          {name}
        </label>
      ))}
    </div>
  )
}
