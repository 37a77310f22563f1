import { PageLink } from '../date/PageLink'
import { RefusalText } from '../form/RefusalText'
import type { AccountRowFragment } from '../graph.generated'
import { RenewInvitationDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { useSession } from '../session/SessionProvider'

interface AccountFootProps {
  account: AccountRowFragment & { secondFactor: boolean; identitySince: string | null }
  /** Takes the secret of the new invitation. */
  renewed: (secret: string) => void
}

/** What else can be done with somebody else's account: a new link for who lost it or forgot the password, and its end. */
export function AccountFoot({ account: { id, state, secondFactor, identitySince }, renewed }: AccountFootProps) {
  const text = useText()
  const { session } = useSession()
  const renew = useCommand(RenewInvitationDocument)
  const isOwn = session.state === 'in' && session.account.id === id

  const send = async () => {
    const done = await renew.send({ input: { accountId: id } })
    if (!done) return
    renewed(done.renewInvitation.invitation)
    // The link stands at the head of the page.
    scrollTo({ top: 0 })
  }

  if (isOwn) return null
  return (
    <div className="account-foot not-printed">
      <p>
        <button type="button" className="plain-button" disabled={renew.running} onClick={() => void send()}>
          {text(`accounts.renew.${state}`)}
        </button>{' '}
        <span className="quiet small">{text(`accounts.renew.hint.${state}`)}</span>
      </p>
      {secondFactor && (
        <p>
          <PageLink to={`/accounts/${id}/second-factor/remove`}>{text('accounts.secondFactor.remove')}</PageLink>{' '}
          <span className="quiet small">{text('accounts.secondFactor.remove.hint')}</span>
        </p>
      )}
      {identitySince && (
        <p>
          <PageLink to={`/accounts/${id}/identity/unlink`}>{text('identityProvider.unlink')}</PageLink>{' '}
          <span className="quiet small">{text('identityProvider.unlink.hint')}</span>
        </p>
      )}
      {renew.refusal && <RefusalText refusal={renew.refusal} />}
      {renew.failed && (
        <p className="refusal" role="alert">
          {text('form.failed')}
        </p>
      )}
      <PageLink to={`/accounts/${id}/close`} className="account-close">
        {text('accounts.close')}
      </PageLink>
    </div>
  )
}
