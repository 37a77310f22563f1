import { Navigate, useSearchParams } from 'react-router'
import { useText } from '../language/useText'
import { useSession } from '../session/SessionProvider'
import { wayBack } from '../session/way-back'
import { ChangePasswordForm } from './ChangePasswordForm'
import { Sheet } from './Sheet'

/** The password that was handed out is changed at the first sign-in, before any page opens. */
export function PasswordPage() {
  const text = useText()
  const { session, renew } = useSession()
  const [parameters] = useSearchParams()

  if (session.state === 'out') return <Navigate replace to="/sign-in" />
  if (session.state === 'in' && !session.account.mustChangePassword) return <Navigate replace to={wayBack(parameters.get('next'))} />
  return (
    <Sheet title={text('signIn.change.title')}>
      <p>{text('signIn.change.why')}</p>
      <ChangePasswordForm done={renew} />
    </Sheet>
  )
}
