import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { dayOf } from '../date/instants'
import { useText } from '../language/useText'
import { PasswordStep } from '../second-factor/PasswordStep'
import { RecoveryCodes } from '../second-factor/RecoveryCodes'
import { readSecondFactor, renewRecoveryCodes } from '../second-factor/second-factor-api'
import { Loading } from '../states/Loading'
import { NotTold } from './NotTold'
import { useAnswer } from './useAnswer'

/** So many recovery codes or fewer, and it is time for new ones. */
const FEW = 3

/** Whether the reader has a second factor, how many recovery codes are left, and what can be done about either. */
export function SecondFactorSection() {
  const text = useText()
  const { answer, failed, again } = useAnswer(readSecondFactor)
  const [asking, setAsking] = useState(false)
  const [codes, setCodes] = useState<string[] | null>(null)

  const finish = () => {
    setCodes(null)
    void again()
  }
  const take = (renewed: string[]) => {
    setAsking(false)
    setCodes(renewed)
  }
  const set = (name: string) => <Link to="/second-factor?next=/my-sign-in">{text(name)}</Link>

  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor">{text('mySignIn.secondFactor')}</h2>
      {!answer && (failed ? <NotTold retry={again} /> : <Loading />)}
      {answer?.since === null && (
        <p>
          {text('mySignIn.secondFactor.none')} {set('mySignIn.secondFactor.set')}
        </p>
      )}
      {answer?.since && (
        <>
          <p>
            {text('mySignIn.secondFactor.since', { day: dayOf(answer.since) })} {set('mySignIn.secondFactor.again')}
          </p>
          {codes ? (
            <RecoveryCodes codes={codes} done={finish} />
          ) : (
            <p className={answer.recoveryCodesLeft <= FEW ? 'my-sign-in-few' : undefined}>
              {text('mySignIn.codesLeft', { count: answer.recoveryCodesLeft })}{' '}
              {!asking && (
                <button type="button" className="plain-button" onClick={() => setAsking(true)}>
                  {text('mySignIn.codes.renew')}
                </button>
              )}
            </p>
          )}
          {asking && (
            <PasswordStep
              submit={text('mySignIn.codes.make')}
              ask={renewRecoveryCodes}
              answered={({ recoveryCodes }) => take(recoveryCodes)}
              aside={<Button onClick={() => setAsking(false)}>{text('mySignIn.codes.keep')}</Button>}
            />
          )}
        </>
      )}
    </section>
  )
}
