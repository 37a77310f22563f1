import { Input } from 'antd'
import { Field } from '../form/Field'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'

interface CodeFieldProps {
  /** The six digits of a phone, or one of the codes on paper. */
  kind: 'code' | 'recovery'
  value: string
  change: (code: string) => void
  refusal: Refusal | null
}

const LENGTH = { code: 6, recovery: 10 } as const

/** Whether all of a code was typed; spaces and dashes that came along by pasting do not count. */
export function isWhole(kind: CodeFieldProps['kind'], typed: string): boolean {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').length === LENGTH[kind]
}

/** A code, with the keys that it needs on a phone. */
export function CodeField({ kind, value, change, refusal }: CodeFieldProps) {
  const text = useText()
  return (
    <Field label={text(`signIn.code.${kind}`)} name="code" refusal={refusal} hint={text(`signIn.code.${kind}.hint`)}>
      {(input) => (
        <Input
          {...input}
          autoFocus
          autoComplete={kind === 'code' ? 'one-time-code' : 'off'}
          inputMode={kind === 'code' ? 'numeric' : 'text'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </Field>
  )
}
