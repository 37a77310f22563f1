import { useEffect, useRef, useState } from 'react'
import { Link, Navigate, useNavigate } from 'react-router'
import { RefusalText } from '../form/RefusalText'
import { useText } from '../language/useText'
import type { Refused } from '../session/session-api'
import { keepSignedIn } from '../session/session-api'
import { useSession } from '../session/SessionProvider'
import { wayBack } from '../session/way-back'
import { CodeStep } from '../sign-in/CodeStep'
import { Sheet } from '../sign-in/Sheet'
import { Loading } from '../states/Loading'
import type { Returned } from './identity-provider-api'
import { bringBack } from './identity-provider-api'
import './identity-provider.css'

/** The page to which the identity provider sends a browser back. Its answer is taken out of the address, and brought to the gateway once. */
export function ReturnPage() {
  const text = useText()
  const navigate = useNavigate()
  const { session, renew, leave } = useSession()
  const [outcome, setOutcome] = useState<'asking' | 'failed' | Returned | Refused>('asking')
  const brought = useRef(false)

  useEffect(() => {
    if (brought.current) return
    brought.current = true
    const { search, pathname } = location
    history.replaceState(history.state, '', pathname)
    void bringBack(search)
      .then(async (given) => {
        if ('account' in given) {
          keepSignedIn(given.account.name)
          await renew()
        }
        // Somebody else may be signed in in this browser.
        if ('challenge' in given) await leave()
        setOutcome(given)
      })
      .catch(() => setOutcome('failed'))
  }, [renew, leave])

  if (outcome === 'asking')
    return (
      <Sheet title={text('identityProvider.returning')}>
        <Loading />
      </Sheet>
    )
  if (outcome === 'failed') return <NotSignedIn refused={null} />
  if ('code' in outcome) return <NotSignedIn refused={outcome} />
  if ('linked' in outcome) return <Navigate replace to="/my-sign-in" />
  if (session.state === 'in') return <Navigate replace to={wayBack(outcome.next)} />
  if ('challenge' in outcome) return <CodeStep account="" challenge={outcome.challenge} back={() => void navigate('/sign-in')} />
  return <NotSignedIn refused={null} />
}

/** Why nobody is signed in, and the way on. `refused` is the gateway's word for it; without it the gateway did not answer. */
function NotSignedIn({ refused }: { refused: Refused | null }) {
  const text = useText()
  return (
    <Sheet title={text('identityProvider.notSignedIn')}>
      <div className="identity-outcome">
        {refused ? (
          <RefusalText refusal={{ ...refused, message: refused.message || text('signIn.refused'), value: null, rule: null }} />
        ) : (
          <p className="refusal" role="alert">
            {text('form.failed')}
          </p>
        )}
        <p>
          <Link to="/sign-in">{text('identityProvider.toSignIn')}</Link>
        </p>
      </div>
    </Sheet>
  )
}
