import { Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { useText } from '../language/useText'
import type { Invited } from '../session/session-api'
import { acceptInvitation } from '../session/session-api'
import { useSession } from '../session/SessionProvider'
import type { Arriving } from '../sign-in/arriving'
import { useAttempt } from '../sign-in/useAttempt'
import { faultOf, SHORTEST_PASSWORD } from './invitations'

/** The password twice; then on to the sign-in. Somebody else who is signed in in this browser is signed out before that. */
export function ChoosePasswordForm({ secret, invited }: { secret: string; invited: Invited }) {
  const text = useText()
  const navigate = useNavigate()
  const { session, leave } = useSession()
  const [typed, setTyped] = useState({ next: '', again: '' })
  const attempt = useAttempt(
    () => acceptInvitation(secret, typed.next),
    async () => {
      if (session.state === 'in') await leave()
      const state: Arriving = { account: invited.name }
      await navigate('/sign-in', { replace: true, state })
    },
  )
  const fault = faultOf(typed.next, typed.again)

  const passwordInput = (name: keyof typeof typed) => (input: { id: string }) => (
    <Input
      {...input}
      type="password"
      autoComplete="new-password"
      value={typed[name]}
      onChange={(event) => setTyped((before) => ({ ...before, [name]: event.target.value }))}
    />
  )
  return (
    <CommandForm
      command={attempt}
      fields={['new']}
      submit={text('invitations.choose')}
      ready={typed.again !== '' && fault === null}
      onSubmit={attempt.send}
    >
      <p>{text('invitations.account', { name: invited.name })}</p>
      {session.state === 'in' && <p className="quiet">{text('invitations.otherSignedIn', { name: session.account.name })}</p>}
      {/* Where the browser keeps passwords, it keeps this one under the right name. */}
      <input className="unseen" type="text" autoComplete="username" tabIndex={-1} aria-hidden="true" readOnly value={invited.name} />
      <Field
        label={text('invitations.password')}
        name="new"
        refusal={attempt.refusal}
        hint={text(fault === 'tooShort' ? 'invitations.password.tooShort' : 'invitations.password.hint', {
          shortest: SHORTEST_PASSWORD,
          length: [...typed.next].length,
        })}
      >
        {passwordInput('next')}
      </Field>
      <Field label={text('invitations.again')} hint={fault === 'differ' ? text('invitations.differ') : undefined}>
        {passwordInput('again')}
      </Field>
    </CommandForm>
  )
}
