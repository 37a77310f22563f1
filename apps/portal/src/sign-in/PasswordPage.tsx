import { Input } from 'antd'
import { useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { useText } from '../language/useText'
import { changePassword } from '../session/session-api'
import { useSession } from '../session/SessionProvider'
import { wayBack } from '../session/way-back'
import { Sheet } from './Sheet'
import { useAttempt } from './useAttempt'

/** The password that was handed out is changed at the first sign-in, before any page opens. */
export function PasswordPage() {
  const text = useText()
  const { session, renew } = useSession()
  const [parameters] = useSearchParams()
  const [typed, setTyped] = useState({ old: '', next: '', again: '' })
  const attempt = useAttempt(() => changePassword(typed.old, typed.next), renew)
  const differ = typed.again !== '' && typed.again !== typed.next

  if (session.state === 'out') return <Navigate replace to="/sign-in" />
  if (session.state === 'in' && !session.account.mustChangePassword) return <Navigate replace to={wayBack(parameters.get('next'))} />

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
    <Sheet title={text('signIn.change.title')}>
      <CommandForm
        command={attempt}
        fields={['old', 'new']}
        submit={text('signIn.change.submit')}
        ready={typed.old !== '' && typed.next !== '' && typed.again === typed.next}
        onSubmit={attempt.send}
      >
        <p>{text('signIn.change.why')}</p>
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
    </Sheet>
  )
}
