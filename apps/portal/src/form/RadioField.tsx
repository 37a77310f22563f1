import type { ReactNode } from 'react'
import { useId } from 'react'
import type { Refusal } from '../graph/refusal'
import { concerns } from '../graph/refusal'
import './form.css'
import { RefusalText } from './RefusalText'

interface RadioFieldProps<Value extends string> {
  label: string
  /** Path in the command's input: a refusal of it is shown here. */
  name?: string
  refusal?: Refusal | null
  hint?: ReactNode
  options: readonly { value: Value; name: string }[]
  value: Value | null | undefined
  onChange: (value: Value) => void
}

/** One of few, all in sight. */
export function RadioField<Value extends string>({ label, name, refusal = null, hint, options, value, onChange }: RadioFieldProps<Value>) {
  const id = useId()
  const refused = name !== undefined && concerns(refusal, name) ? refusal : null
  return (
    <fieldset className="field radio-field" aria-describedby={refused ? `${id}-refusal` : undefined}>
      <legend className="field-label">{label}</legend>
      <div className="radio-field-options">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={id} checked={option.value === value} onChange={() => onChange(option.value)} /> {option.name}
          </label>
        ))}
      </div>
      {refused && <RefusalText id={`${id}-refusal`} refusal={refused} />}
      {hint && <p className="quiet small">{hint}</p>}
    </fieldset>
  )
}
