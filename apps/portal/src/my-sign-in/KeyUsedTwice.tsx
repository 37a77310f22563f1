import { PageLink } from '../date/PageLink'
import { momentOf } from '../date/instants'
import { useText } from '../language/useText'
import { useSession } from '../session/SessionProvider'
import { noticeRead } from './my-sign-in-api'

/** Above every page until the reader has read it: a session of his was ended because its key came from two places. */
export function KeyUsedTwice() {
  const text = useText()
  const { session, renew } = useSession()
  if (session.state !== 'in' || session.account.keyUsedTwiceAt === null) return null

  const close = async () => {
    await noticeRead()
    await renew()
  }
  return (
    <div className="frame-band frame-band-alarm not-printed" role="alert">
      <span>{text('mySignIn.keyUsedTwice', { at: momentOf(session.account.keyUsedTwiceAt) })}</span>
      <PageLink to="/my-sign-in">{text('mySignIn.name')}</PageLink>
      <button type="button" className="plain-button" onClick={() => void close()}>
        {text('frame.close')}
      </button>
    </div>
  )
}
