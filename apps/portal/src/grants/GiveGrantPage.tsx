import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useToday } from '../date/useToday'
import { CommandForm } from '../form/CommandForm'
import { LeaveGuard } from '../form/LeaveGuard'
import { useDraft } from '../form/useDraft'
import { useLeave } from '../frame/useLeave'
import type { GiveGrantPageQuery } from '../graph.generated'
import { GiveGrantDocument, GiveGrantPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { GrantEffect } from './GrantEffect'
import { GrantFields, grantFields } from './GrantFields'
import type { GrantDraft } from './grants'
import { blankGrant, grantInput, missingOfGrant } from './grants'
import { useRolesToGive } from './useRolesToGive'

/** 授权: gives an account one more role within a jurisdiction, from a day to a day. */
export function GiveGrantPage() {
  const text = useText()
  const { id = '' } = useParams()
  const today = useToday()
  const { data, error, refetch } = useQuery(GiveGrantPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })

  if (!data || !today) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { account, roles } = data
  if (!account) return <Missing error={error} retry={() => void refetch()} />
  return (
    <article className="page">
      <PageHeading name={text('grants.give')}>{text('grants.give.title', { holder: account.holder })}</PageHeading>
      <p className="quiet">{text('grants.give.lead')}</p>
      <GiveGrantForm account={account} roles={roles} today={today} />
    </article>
  )
}

interface GiveGrantFormProps {
  account: NonNullable<GiveGrantPageQuery['account']>
  roles: GiveGrantPageQuery['roles']
  today: string
}

function GiveGrantForm({ account, roles, today }: GiveGrantFormProps) {
  const text = useText()
  const leave = useLeave()
  const { value, change, dirty, discard } = useDraft(`grants/of/${account.id}`, blankGrant(today))
  const give = useCommand(GiveGrantDocument)
  const offered = useRolesToGive(roles)
  const role = offered.find(({ code }) => code === value.role)
  const grant = grantInput(value, role)
  const here = `/accounts/${account.id}`
  const set = (part: Partial<GrantDraft>) => {
    give.forget()
    change((before) => ({ ...before, ...part }))
  }

  const send = async () => {
    const done = grant && (await give.send({ expectedVersion: account.version, input: { accountId: account.id, grant } }))
    if (!done) return
    discard()
    const waits = done.giveGrant.account.proposals.length > account.proposals.length
    leave(here, text(waits ? 'grants.proposed' : 'grants.given', { holder: account.holder, role: role?.name }))
  }

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={give}
        fields={grantFields}
        submit={text('grants.give')}
        ready={grant !== null}
        missing={missingOfGrant(value, role).map((field) => text(`grants.${field}`))}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('grants.back')}</PageLink>}
      >
        <GrantFields draft={value} roles={offered} refusal={give.refusal} set={set} />
        <GrantEffect grant={grant} role={role} accountId={account.id} />
      </CommandForm>
    </>
  )
}
