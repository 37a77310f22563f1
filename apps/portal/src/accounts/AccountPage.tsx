import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { dayOf } from '../date/instants'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { useToday } from '../date/useToday'
import { DelegationsTable } from '../delegations/DelegationsTable'
import { AccountPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { InvitationLink } from '../invitations/InvitationLink'
import { useInvitation } from '../invitations/useInvitation'
import { useText } from '../language/useText'
import { Particular, Particulars } from '../particulars/Particulars'
import { ProposalLines } from '../proposals/ProposalLines'
import { Allowed } from '../session/Allowed'
import { useMay } from '../session/SessionProvider'
import { read, write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { AccountFoot } from './AccountFoot'
import { grantsHeld } from './accounts'
import './accounts.css'
import { GrantsTable } from './GrantsTable'
import { useAccountWords } from './useAccountWords'

/** 账户: one account, its grants past, present and to come, and, once after it was made, the link of its invitation. */
export function AccountPage() {
  const text = useText()
  const words = useAccountWords()
  const { id = '' } = useParams()
  const { on } = useOn()
  const day = useDay()
  const today = useToday()
  const withPerson = useMay(read('persons'))
  const [invitation, showInvitation] = useInvitation(id)
  const { data, error, refetch } = useQuery(AccountPageDocument, { variables: { id, on, withPerson } })

  if (!data || !day || !today) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { account } = data
  if (!account) return <Missing error={error} retry={() => void refetch()} />
  const { name, holder, state, grants, seatGrants } = account
  const isClosed = state === 'CLOSED'

  return (
    <article className="page">
      <PageHeading
        name={name}
        action={
          // Who has not accepted the invitation is given nothing more: whoever has the link could take it.
          state !== 'ACTIVE' ? null : (
            <ActionLink to={`/accounts/${account.id}/grants/new`} verb={write('accounts')}>
              {text('accounts.give')}
            </ActionLink>
          )
        }
      >
        {text(`accounts.accountTitle.${state}`, { holder, count: grantsHeld(account).length })}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      {invitation !== null && <InvitationLink holder={holder} secret={invitation} />}
      <Particulars>
        <Particular name={text('accounts.column.name')}>{name}</Particular>
        <Particular name={text('accounts.column.holder')}>{holder}</Particular>
        {account.person && (
          <Particular name={text('accounts.person')}>
            <PageLink to={`/people/${account.person.id}`}>{account.person.name}</PageLink>
          </Particular>
        )}
        <Particular name={text('accounts.column.state')}>
          {words.state(account)}
          {account.mustChangePassword && ` · ${text('accounts.mustChangePassword')}`}
        </Particular>
        <Particular name={text('accounts.secondFactor')}>{text(`accounts.secondFactor.${account.secondFactor ? 'ON' : 'OFF'}`)}</Particular>
        {account.identitySince && (
          <Particular name={text('identityProvider.name')}>
            {text('identityProvider.since', { day: dayOf(account.identitySince) })}
          </Particular>
        )}
        <Particular name={text('accounts.column.invitation')}>{words.invitation(account)}</Particular>
      </Particulars>
      {account.proposals.length > 0 && (
        <section>
          <h2>{text('accounts.proposals')}</h2>
          <ProposalLines proposed={account.proposals.map((proposal) => ({ account, proposal }))} />
        </section>
      )}
      <section>
        <h2>{text('accounts.grants')}</h2>
        <GrantsTable accountId={account.id} grants={grants} seatGrants={seatGrants} day={day} today={today} />
      </section>
      {account.delegations.length > 0 && (
        <section>
          <h2>{text('accounts.delegations')}</h2>
          <DelegationsTable
            id="delegations-of-account"
            title={text('accounts.delegations')}
            names="by"
            delegations={account.delegations}
            empty={text('accounts.delegations.none')}
          />
        </section>
      )}
      <p className="not-printed">
        <PageLink to={`/accounts/${account.id}/why`}>{text('accounts.why')}</PageLink>
      </p>
      {!isClosed && (
        <Allowed to={write('accounts')}>
          <AccountFoot account={account} renewed={showInvitation} />
        </Allowed>
      )}
    </article>
  )
}
