import { Input } from 'antd'
import { Field } from '../form/Field'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'

interface ReasonFieldProps {
  /** The name of the command's field. */
  name: string
  refusal: Refusal | null
  value: string
  onChange: (reason: string) => void
}

/** Why something is sent back, refused or ended. */
export function ReasonField({ name, refusal, value, onChange }: ReasonFieldProps) {
  const text = useText()
  return (
    <Field label={text('foundingSteps.reason')} name={name} refusal={refusal}>
      {(input) => <Input.TextArea {...input} rows={3} maxLength={200} value={value} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  )
}
