import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { useLeave } from '../frame/useLeave'
import { AreaProposalPageDocument, DiscardAreaProposalDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'

/** 放弃方案: puts a proposal away, with a reason; nothing of it is carried out. */
export function DiscardProposalPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(AreaProposalPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const discard = useCommand(DiscardAreaProposalDocument)
  const [reason, setReason] = useState('')

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const proposal = data.areaProposal
  if (!proposal) return <Missing error={error} retry={() => void refetch()} />

  const send = async () => {
    if (!(await discard.send({ expectedVersion: proposal.version, input: { proposalId: id, reason: reason.trim() } }))) return
    leave('/areas/proposals', text('areaProposals.discarded', { on: proposal.on }))
  }

  return (
    <article className="page">
      <PageHeading name={text('areaProposals.discard')}>{text('areaProposals.discard.title', { on: proposal.on })}</PageHeading>
      <CommandForm
        command={discard}
        fields={['reason']}
        submit={text('areaProposals.discard')}
        ready={reason.trim() !== ''}
        missing={[text('areaProposals.reason')]}
        onSubmit={() => void send()}
        aside={<PageLink to={`/areas/proposals/${id}`}>{text('areaProposals.back')}</PageLink>}
      >
        <Field label={text('areaProposals.reason')} name="reason" refusal={discard.refusal} hint={text('areaProposals.discard.hint')}>
          {({ status: _, ...input }) => (
            <Input.TextArea {...input} rows={2} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      </CommandForm>
    </article>
  )
}
