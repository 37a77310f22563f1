import type { ReactNode } from 'react'
import type { FieldInput } from '../form/Field'
import type { PickerProps } from './Picker'
import './pickers.css'

interface SeveralProps {
  /** Names each picker. */
  label: string
  input: FieldInput
  values: readonly string[]
  onChange: (values: string[]) => void
  /** Draws one picker. */
  children: (props: PickerProps) => ReactNode
}

/** Several records, a picker each; one more stands empty below. */
export function Several({ label, input, values, onChange, children }: SeveralProps) {
  return (
    <div className="several">
      {[...values, null].map((value, place) => (
        <div key={value ?? 'next'}>
          {children({
            input: place === 0 ? input : { ...input, id: `${input.id}-${place}`, 'aria-label': label },
            value,
            onChange: (chosen) => onChange(replaced(values, place, chosen)),
          })}
        </div>
      ))}
    </div>
  )
}

/** The list with one place changed, added, or taken away; nothing stands in it twice. */
function replaced(values: readonly string[], place: number, chosen: string | null): string[] {
  return [...new Set([...values.slice(0, place), ...(chosen ? [chosen] : []), ...values.slice(place + 1)])]
}
