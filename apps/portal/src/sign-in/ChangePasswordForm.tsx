import { Input } from 'antd'
import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { useText } from '../language/useText'
import { changePassword } from '../session/session-api'
import { useAttempt } from './useAttempt'

const nothing = { old: '', next: '', again: '' }

/** The present password, and the new one twice. */
export function ChangePasswordForm({ done }: { done: () => Promise<void> }) {
  const text = useText()
  const [typed, setTyped] = useState(nothing)
  const attempt = useAttempt(
    () => changePassword(typed.old, typed.next),
    async () => {
      setTyped(nothing)
      await done()
    },
  )
  const differ = typed.again !== '' && typed.again !== typed.next

  const passwordInput = (name: keyof typeof typed, autoComplete: string) => (input: { id: string }) => (
    <Input
      {...input}
      type="password"
      autoComplete={autoComplete}
      value={typed[name]}
      onChange={(event) => setTyped((before) => ({ ...before, [name]: event.target.value }))}
    />
  )
  return (
    <CommandForm
      command={attempt}
      fields={['old', 'new']}
      submit={text('signIn.change.submit')}
      ready={typed.old !== '' && typed.next !== '' && typed.again === typed.next}
      onSubmit={attempt.send}
    >
      <Field label={text('signIn.change.old')} name="old" refusal={attempt.refusal}>
        {passwordInput('old', 'current-password')}
      </Field>
      <Field label={text('signIn.change.new')} name="new" refusal={attempt.refusal} hint={text('signIn.change.new.hint')}>
        {passwordInput('next', 'new-password')}
      </Field>
      <Field label={text('signIn.change.again')} hint={differ ? text('signIn.change.differ') : undefined}>
        {passwordInput('again', 'new-password')}
      </Field>
    </CommandForm>
  )
}
