import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import { useToday } from '../date/useToday'
import { CommandForm } from '../form/CommandForm'
import { useLeave } from '../frame/useLeave'
import { CloseAccountDocument, CloseAccountPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { isOpen } from '../grants/grants'
import { useGrantWords } from '../grants/useGrantWords'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import './accounts.css'

/** 停用账户: names all that ends with it, and asks once more. There is no way back but a new account. */
export function CloseAccountPage() {
  const text = useText()
  const words = useGrantWords()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { on } = useOn()
  const today = useToday()
  const { data, error, refetch } = useQuery(CloseAccountPageDocument, { variables: { id, on }, fetchPolicy: FROM_THE_SERVICES })
  const close = useCommand(CloseAccountDocument)

  if (!data || !today) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { account } = data
  if (!account) return <Missing error={error} retry={() => void refetch()} />
  const { name, holder, invitedUntil } = account
  const here = `/accounts/${account.id}`

  const send = async () => {
    if (!(await close.send({ input: { accountId: account.id } }))) return
    leave(here, text('accounts.closed', { name, holder }))
  }

  return (
    <article className="page">
      <PageHeading name={text('accounts.close')}>{text('accounts.close.title', { name, holder })}</PageHeading>
      <p>{text('accounts.close.lead')}</p>
      <ul className="account-ending">
        <li>{text('accounts.close.signIn', { name })}</li>
        {invitedUntil && <li>{text('accounts.close.invitation')}</li>}
        {account.grants
          .filter((grant) => isOpen(grant, today))
          .map((grant) => (
            <li key={grant.id}>{text('accounts.close.grant', { grant: words.grant(grant) })}</li>
          ))}
        {account.seatGrants
          .filter((grant) => isOpen(grant, today))
          .map((grant) => (
            <li key={grant.id}>{text('accounts.close.seatGrant', { grant: words.grant(grant) })}</li>
          ))}
      </ul>
      <CommandForm
        command={close}
        fields={[]}
        submit={text('accounts.close')}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('accounts.close.back')}</PageLink>}
      >
        <p>{text('accounts.close.consequence')}</p>
      </CommandForm>
    </article>
  )
}
