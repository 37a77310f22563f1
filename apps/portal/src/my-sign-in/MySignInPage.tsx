import { PageLink } from '../date/PageLink'
import { useSaved } from '../frame/Saved'
import { PageHeading } from '../heading/PageHeading'
import { readIdentity } from '../identity-provider/identity-provider-api'
import { IdentitySection } from '../identity-provider/IdentitySection'
import { useText } from '../language/useText'
import { useSession } from '../session/SessionProvider'
import { ChangePasswordForm } from '../sign-in/ChangePasswordForm'
import './my-sign-in.css'
import { SecondFactorSection } from './SecondFactorSection'
import { SessionsSection } from './SessionsSection'
import { useAnswer } from './useAnswer'

/** 我的登录: where the reader is signed in, the identity provider, the second factor, and the password. */
export function MySignInPage() {
  const text = useText()
  const saved = useSaved()
  const { session } = useSession()
  const identity = useAnswer(readIdentity)
  if (session.state !== 'in') return null

  // Who accepted the invitation by the identity provider has no password: the provider asks for what else it takes.
  const hasPassword = identity.answer?.hasPassword !== false
  const changed = async () => saved(text('mySignIn.password.changed'))
  return (
    <article className="page my-sign-in">
      <PageHeading name={text('mySignIn.name')}>{text('mySignIn.title', { name: session.account.name })}</PageHeading>
      <p>
        <PageLink to="/my-delegations">{text('delegations.name')}</PageLink> ·{' '}
        <PageLink to="/my-rights">{text('delegations.rights')}</PageLink>
      </p>
      <SessionsSection />
      {identity.answer && <IdentitySection identity={identity.answer} changed={identity.again} />}
      {hasPassword && <SecondFactorSection />}
      {hasPassword && (
        <section aria-labelledby="my-password" className="not-printed">
          <h2 id="my-password">{text('mySignIn.password')}</h2>
          <p className="quiet">{text('mySignIn.password.elsewhere')}</p>
          <ChangePasswordForm done={changed} />
        </section>
      )}
    </article>
  )
}
