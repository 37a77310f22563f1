import { useEffect, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { RefusalText } from '../form/RefusalText'
import { askForProvider } from '../identity-provider/identity-provider-api'
import { ProviderButton } from '../identity-provider/ProviderButton'
import { useLanguage } from '../language/LanguageProvider'
import { useText } from '../language/useText'
import type { Invited, Refused } from '../session/session-api'
import { readInvitation } from '../session/session-api'
import { Sheet } from '../sign-in/Sheet'
import { GatewayAway } from '../states/GatewayAway'
import { Loading } from '../states/Loading'
import { ChoosePasswordForm } from './ChoosePasswordForm'
import { secretIn } from './invitations'
import './invitations.css'

/** What is known of the invitation: it is asked for, nothing was answered, or whom it is for, or why it does not hold. */
type Answer = 'asking' | 'away' | Invited | Refused

/** 邀请: greets the invited one by name and has him choose a password. The secret is taken out of the address as soon as it is read. */
export function InvitationPage() {
  const text = useText()
  const { language } = useLanguage()
  const address = useLocation()
  const [secret, setSecret] = useState(() => secretIn(address.hash))
  const [answer, setAnswer] = useState<Answer>('asking')
  const [asked, ask] = useState(0)

  useEffect(() => {
    const given = secretIn(address.hash)
    if (given === null) return
    setSecret(given)
    setAnswer('asking')
    history.replaceState(history.state, '', address.pathname + address.search)
  }, [address])

  useEffect(() => {
    if (secret === null) return
    let wanted = true
    readInvitation(secret)
      .then((given) => wanted && setAnswer(given))
      .catch(() => wanted && setAnswer('away'))
    return () => {
      wanted = false
    }
    // A refusal comes in the reader's language: in another it is asked for again, while what is shown stays.
  }, [secret, asked, language])

  const retry = () => {
    setAnswer('asking')
    ask((times) => times + 1)
  }

  if (secret === null) return <Invalid />
  if (answer === 'asking')
    return (
      <Sheet title={text('invitations.title')}>
        <Loading />
      </Sheet>
    )
  if (answer === 'away') return <GatewayAway retry={retry} />
  if ('code' in answer) return <Invalid refused={answer} />
  return (
    <Sheet title={text('invitations.greeting', { holder: answer.holder })}>
      <title>{text('heading.documentTitle', { name: text('invitations.title') })}</title>
      <ChoosePasswordForm secret={secret} invited={answer} />
      <ProviderButton label="identityProvider.accept" ask={() => askForProvider({ invitation: secret })} />
    </Sheet>
  )
}

/** The link does not hold: why, and the ways out. `refused` is the gateway's word for it; without it the address holds no secret. */
function Invalid({ refused }: { refused?: Refused }) {
  const text = useText()
  return (
    <Sheet title={text('invitations.invalid')}>
      <title>{text('heading.documentTitle', { name: text('invitations.title') })}</title>
      <div className="invitation-invalid">
        {refused ? (
          <RefusalText refusal={{ ...refused, message: refused.message || text('invitations.invalid'), value: null, rule: null }} />
        ) : (
          <p role="alert">{text('invitations.invalid.none')}</p>
        )}
        <p>
          {text('invitations.invalid.set')} <Link to="/sign-in">{text('invitations.toSignIn')}</Link>
        </p>
      </div>
    </Sheet>
  )
}
