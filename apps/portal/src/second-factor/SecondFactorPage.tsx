import type { ReactNode } from 'react'
import { useState } from 'react'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { readIdentity } from '../identity-provider/identity-provider-api'
import { useText } from '../language/useText'
import { NotTold } from '../my-sign-in/NotTold'
import { useAnswer } from '../my-sign-in/useAnswer'
import { useSession } from '../session/SessionProvider'
import { wayBack } from '../session/way-back'
import { GatewayAway } from '../states/GatewayAway'
import { Loading } from '../states/Loading'
import { Sheet } from '../sign-in/Sheet'
import { PasswordStep } from './PasswordStep'
import { RecoveryCodes } from './RecoveryCodes'
import { ScanStep } from './ScanStep'
import type { OfferedFactor } from './second-factor-api'
import { offerFactor } from './second-factor-api'

/** 启用两步验证: the password, a QR code with the first code, and the recovery codes. Who administrates comes here before any other page. */
export function SecondFactorPage() {
  const text = useText()
  const navigate = useNavigate()
  const { session, renew, leave } = useSession()
  const [parameters] = useSearchParams()
  const [offered, setOffered] = useState<OfferedFactor | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const back = wayBack(parameters.get('next'))

  if (session.state === 'asking') return <Loading />
  if (session.state === 'away') return <GatewayAway retry={renew} />
  if (session.state === 'out') return <Navigate replace to="/sign-in" />
  const { mustEnrol } = session.account

  const finish = async () => {
    await renew()
    await navigate(back, { replace: true })
  }
  const aside = mustEnrol ? (
    <button type="button" className="plain-button" onClick={() => void leave()}>
      {text('session.signOut')}
    </button>
  ) : (
    <Link to={back}>{text('secondFactor.back')}</Link>
  )
  if (codes)
    return (
      <Sheet title={text('secondFactor.done')}>
        <RecoveryCodes codes={codes} done={() => void finish()} />
      </Sheet>
    )
  return (
    <Sheet title={text('secondFactor.title')}>
      <title>{text('heading.documentTitle', { name: text('secondFactor.title') })}</title>
      {offered ? (
        <ScanStep offered={offered} enrolled={setCodes} again={() => setOffered(null)} aside={aside} />
      ) : (
        <>
          <p>{text(mustEnrol ? 'secondFactor.why.demanded' : 'secondFactor.why')}</p>
          <OwnerStep offered={setOffered} aside={aside} />
        </>
      )}
    </Sheet>
  )
}

/** The password, before anything is shown. Who has none is told how to come by one: a password field would lead nowhere. */
function OwnerStep({ offered, aside }: { offered: (factor: OfferedFactor) => void; aside: ReactNode }) {
  const text = useText()
  const { answer: identity, failed, again } = useAnswer(readIdentity)
  if (!identity) return failed ? <NotTold retry={again} /> : <Loading />
  if (identity.hasPassword) return <PasswordStep submit={text('secondFactor.begin')} ask={offerFactor} answered={offered} aside={aside} />
  return (
    <>
      <p>{text('secondFactor.noPassword')}</p>
      <p>{aside}</p>
    </>
  )
}
