import type { ReactNode } from 'react'
import { useId } from 'react'
import type { Refusal } from '../graph/refusal'
import { concerns } from '../graph/refusal'
import { useText } from '../language/useText'
import { RefusalText } from './RefusalText'
import './form.css'

/** What an input needs to belong to its label and to its refusal. */
export interface FieldInput {
  id: string
  status: 'error' | undefined
  'aria-invalid': boolean
  'aria-describedby': string | undefined
  /** Where one label stands for several inputs. */
  'aria-label'?: string
}

interface FieldProps {
  label: string
  /** Path in the command's input: a refusal of it is shown here. */
  name?: string
  refusal?: Refusal | null
  /** What helps to fill it in. */
  hint?: ReactNode
  optional?: boolean
  children: (input: FieldInput) => ReactNode
}

/** A labelled field of a form; the refusal that concerns it stands at it, with the rule and the way out. */
export function Field({ label, name, refusal = null, hint, optional = false, children }: FieldProps) {
  const text = useText()
  const id = useId()
  const refused = name !== undefined && concerns(refusal, name) ? refusal : null
  const describedBy = [refused && `${id}-refusal`, hint && `${id}-hint`].filter(Boolean).join(' ')

  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="quiet small"> {text('form.optional')}</span>}
      </label>
      {children({
        id,
        status: refused ? 'error' : undefined,
        'aria-invalid': refused !== null,
        'aria-describedby': describedBy || undefined,
      })}
      {refused && <RefusalText id={`${id}-refusal`} refusal={refused} />}
      {hint && (
        <p id={`${id}-hint`} className="quiet small">
          {hint}
        </p>
      )}
    </div>
  )
}
