import { Input } from 'antd'
import { useState } from 'react'
import { Navigate, useLocation, useSearchParams } from 'react-router'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { askForProvider } from '../identity-provider/identity-provider-api'
import { ProviderButton } from '../identity-provider/ProviderButton'
import { useText } from '../language/useText'
import { signIn } from '../session/session-api'
import { useSession } from '../session/SessionProvider'
import { wayBack } from '../session/way-back'
import { arrivingAs } from './arriving'
import { CodeStep } from './CodeStep'
import { Sheet } from './Sheet'
import { useAttempt } from './useAttempt'

/** Account and password, and the code where one is asked for; afterwards back to the page that was asked for. Who comes from an invitation finds the account filled in. */
export function SignInPage() {
  const text = useText()
  const { session, renew } = useSession()
  const [parameters] = useSearchParams()
  const arriving = arrivingAs(useLocation().state)
  const [account, setAccount] = useState(arriving)
  const [password, setPassword] = useState('')
  const [challenge, setChallenge] = useState<string | null>(null)
  const attempt = useAttempt(async () => {
    const answer = await signIn(account.trim(), password)
    if (!answer || 'code' in answer) return answer
    setChallenge(answer.challenge)
    return null
  }, renew)

  if (session.state === 'in') return <Navigate replace to={wayBack(parameters.get('next'))} />
  if (challenge) return <CodeStep account={account.trim()} challenge={challenge} back={() => setChallenge(null)} />
  return (
    <Sheet title={text('signIn.title')}>
      <CommandForm
        command={attempt}
        fields={[]}
        submit={text('signIn.submit')}
        ready={account.trim() !== '' && password !== ''}
        onSubmit={attempt.send}
      >
        {arriving && <p role="status">{text('signIn.arriving')}</p>}
        <Field label={text('signIn.account')}>
          {(input) => (
            <Input
              {...input}
              autoFocus={!arriving}
              autoComplete="username"
              value={account}
              onChange={(event) => setAccount(event.target.value)}
            />
          )}
        </Field>
        <Field label={text('signIn.password')} hint={arriving ? undefined : text('signIn.password.hint')}>
          {(input) => (
            <Input
              {...input}
              type="password"
              autoFocus={arriving !== ''}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
      </CommandForm>
      <ProviderButton label="identityProvider.signIn" ask={() => askForProvider({ next: wayBack(parameters.get('next')) })} />
    </Sheet>
  )
}
