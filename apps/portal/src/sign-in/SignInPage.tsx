import { Input } from 'antd'
import { useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { useText } from '../language/useText'
import { signIn } from '../session/session-api'
import { useSession } from '../session/SessionProvider'
import { wayBack } from '../session/way-back'
import { Sheet } from './Sheet'
import { useAttempt } from './useAttempt'

/** Account and password; afterwards back to the page that was asked for. */
export function SignInPage() {
  const text = useText()
  const { session, renew } = useSession()
  const [parameters] = useSearchParams()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const attempt = useAttempt(() => signIn(account.trim(), password), renew)

  if (session.state === 'in') return <Navigate replace to={wayBack(parameters.get('next'))} />
  return (
    <Sheet title={text('signIn.title')}>
      <CommandForm
        command={attempt}
        fields={[]}
        submit={text('signIn.submit')}
        ready={account.trim() !== '' && password !== ''}
        onSubmit={attempt.send}
      >
        <Field label={text('signIn.account')}>
          {(input) => (
            <Input {...input} autoFocus autoComplete="username" value={account} onChange={(event) => setAccount(event.target.value)} />
          )}
        </Field>
        <Field label={text('signIn.password')} hint={text('signIn.password.hint')}>
          {(input) => (
            <Input
              {...input}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
      </CommandForm>
    </Sheet>
  )
}
