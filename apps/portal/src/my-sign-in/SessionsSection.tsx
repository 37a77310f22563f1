import { Button } from 'antd'
import { momentOf } from '../date/instants'
import { RefusalText } from '../form/RefusalText'
import { useText } from '../language/useText'
import type { Refused } from '../session/session-api'
import { useAttempt } from '../sign-in/useAttempt'
import { Loading } from '../states/Loading'
import type { OwnSession } from './my-sign-in-api'
import { endOtherSessions, endSession, readSessions } from './my-sign-in-api'
import { NotTold } from './NotTold'
import { useAnswer } from './useAnswer'

/** Where the reader is signed in, this browser first; any other can be ended, one by one or all. */
export function SessionsSection() {
  const text = useText()
  const { answer, failed, again } = useAnswer(readSessions)
  const others = answer?.filter(({ isThis }) => !isThis) ?? []
  const own = answer?.filter(({ isThis }) => isThis) ?? []

  return (
    <section aria-labelledby="my-sessions">
      <h2 id="my-sessions">{text('mySignIn.sessions')}</h2>
      <p className="quiet">{text('mySignIn.sessions.ends')}</p>
      {failed && <NotTold retry={again} />}
      {!answer && !failed && <Loading />}
      <ul className="my-sessions">
        {[...own, ...others].map((session) => (
          <SessionItem key={session.id} session={session} ended={again} />
        ))}
      </ul>
      {answer && others.length === 0 && <p className="quiet">{text('mySignIn.sessions.noOthers')}</p>}
      {others.length > 1 && <Ending name={text('mySignIn.endOthers')} end={endOtherSessions} ended={again} />}
    </section>
  )
}

function SessionItem({ session, ended }: { session: OwnSession; ended: () => Promise<void> }) {
  const text = useText()
  const { id, address, browser, startedAt, usedAt, endsUnusedAt, endsAt, isThis } = session
  const where = text('mySignIn.session.where', { browser: browser || text('mySignIn.session.unknown'), address })
  const ends = endsUnusedAt < endsAt ? endsUnusedAt : endsAt
  return (
    <li>
      <div>
        <p>
          {where} {isThis && <strong>{text('mySignIn.session.this')}</strong>}
        </p>
        <p className="quiet small">
          {text('mySignIn.session.times', { started: momentOf(startedAt), used: momentOf(usedAt), ends: momentOf(ends) })}
        </p>
      </div>
      {!isThis && <Ending name={text('mySignIn.end')} label={text('mySignIn.endOf', { where })} end={() => endSession(id)} ended={ended} />}
    </li>
  )
}

interface EndingProps {
  name: string
  /** Says which, where several buttons have the same name. */
  label?: string
  end: () => Promise<Refused | null>
  ended: () => Promise<void>
}

function Ending({ name, label, end, ended }: EndingProps) {
  const text = useText()
  const { running, refusal, failed, send } = useAttempt(end, ended)
  return (
    <div className="not-printed">
      <Button loading={running} aria-label={label} onClick={send}>
        {name}
      </Button>
      {refusal && <RefusalText refusal={refusal} />}
      {failed && (
        <p className="refusal" role="alert">
          {text('form.failed')}
        </p>
      )}
    </div>
  )
}
