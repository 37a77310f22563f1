import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { momentOf } from '../date/instants'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import { CommandForm } from '../form/CommandForm'
import { RefusalText } from '../form/RefusalText'
import { useLeave } from '../frame/useLeave'
import type { ProposalPageQuery } from '../graph.generated'
import { ConfirmGrantDocument, ProposalPageDocument, RefuseGrantDocument, WithdrawGrantDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { RoleVerbs } from '../grants/RoleVerbs'
import { useGrantWords } from '../grants/useGrantWords'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import './proposals.css'

type ProposedAccount = NonNullable<ProposalPageQuery['account']>

/** 待确认的授权: what is proposed, by whom and what it lets do; a second account confirms or refuses it, its proposer withdraws it. */
export function ProposalPage() {
  const text = useText()
  const { id = '', grantId = '' } = useParams()
  const { on } = useOn()
  const asked = useQuery(ProposalPageDocument, { variables: { id, on }, fetchPolicy: FROM_THE_SERVICES })
  const { data, error } = asked
  const retry = () => void asked.refetch()

  if (!data) return error ? <Unanswered error={error} retry={retry} /> : <Loading />
  const { account } = data
  if (!account) return <Missing error={error} retry={retry} />
  const proposal = account.proposals.find(({ grant }) => grant.id === grantId)
  if (!proposal)
    return (
      <article className="page">
        <PageHeading name={text('proposals.name')}>{text('proposals.gone', { holder: account.holder })}</PageHeading>
        <EmptyState action={<PageLink to={`/accounts/${account.id}`}>{text('proposals.back')}</PageLink>}>
          {text('proposals.gone.why')}
        </EmptyState>
      </article>
    )
  return <Decision account={account} proposal={proposal} />
}

function Decision({ account, proposal }: { account: ProposedAccount; proposal: ProposedAccount['proposals'][number] }) {
  const text = useText()
  const words = useGrantWords()
  const leave = useLeave()
  const confirm = useCommand(ConfirmGrantDocument)
  const refuse = useCommand(RefuseGrantDocument)
  const withdraw = useCommand(WithdrawGrantDocument)
  const { grant, lapsesAt, own, mayConfirm } = proposal
  const { holder } = account
  const said = { holder, grant: words.grant(grant) }
  const here = `/accounts/${account.id}`
  const input = { accountId: account.id, grantId: grant.id }

  const decide = async (sent: Promise<unknown>, done: string) => {
    if (!(await sent)) return
    leave(here, text(done, said))
  }
  const forward = own
    ? { command: withdraw, submit: text('proposals.withdraw'), send: () => decide(withdraw.send({ input }), 'proposals.withdrawn') }
    : { command: confirm, submit: text('proposals.confirm'), send: () => decide(confirm.send({ input }), 'proposals.confirmed') }

  return (
    <article className="page">
      <PageHeading name={text('proposals.name')}>{text('proposals.title', said)}</PageHeading>
      <p>{text('proposals.said', { by: grant.givenBy?.holder ?? '—', time: words.time(grant), lapsesAt: momentOf(lapsesAt) })}</p>
      <p>{text(own ? 'proposals.own.hint' : mayConfirm ? 'proposals.yours.hint' : 'proposals.notYours.hint')}</p>
      <RoleVerbs role={grant.role} />
      {own || mayConfirm ? (
        <CommandForm
          command={forward.command}
          fields={[]}
          submit={forward.submit}
          onSubmit={() => void forward.send()}
          aside={<PageLink to={here}>{text('proposals.back')}</PageLink>}
        >
          {null}
        </CommandForm>
      ) : (
        <p>
          <PageLink to={here}>{text('proposals.back')}</PageLink>
        </p>
      )}
      {!own && (
        <p className="proposal-refuse not-printed">
          <button
            type="button"
            className="plain-button"
            disabled={refuse.running}
            onClick={() => void decide(refuse.send({ input }), 'proposals.refused')}
          >
            {text('proposals.refuse')}
          </button>{' '}
          <span className="quiet small">{text('proposals.refuse.hint')}</span>
        </p>
      )}
      {refuse.refusal && <RefusalText refusal={refuse.refusal} />}
    </article>
  )
}
