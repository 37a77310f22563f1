import { Input } from 'antd'
import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { useSaved } from '../frame/Saved'
import type { AreaProposalPageQuery } from '../graph.generated'
import { AcceptAreaProposalDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'

interface AcceptProposalFormProps {
  proposal: NonNullable<AreaProposalPageQuery['areaProposal']>
  done: () => void
}

/** 同意方案: says what follows; where the list loses many areas it asks why. */
export function AcceptProposalForm({ proposal, done }: AcceptProposalFormProps) {
  const text = useText()
  const saved = useSaved()
  const accept = useCommand(AcceptAreaProposalDocument)
  const [reason, setReason] = useState('')
  const { id, version, on, needsReason, lost, lostCounties, present } = proposal

  const send = async () => {
    const input = { proposalId: id, ...(needsReason ? { reason: reason.trim() } : {}) }
    if (!(await accept.send({ expectedVersion: version, input }))) return
    saved(text('areaProposals.accepted', { on }))
    done()
  }

  return (
    <section className="not-printed">
      <h2>{text('areaProposals.accept')}</h2>
      <p>{text('areaProposals.accept.consequence', { on })}</p>
      <CommandForm
        command={accept}
        fields={['reason']}
        submit={text('areaProposals.accept.submit')}
        ready={!needsReason || reason.trim() !== ''}
        missing={needsReason ? [text('areaProposals.reason')] : []}
        onSubmit={() => void send()}
      >
        {needsReason && (
          <>
            <p className="refusal">{text('areaProposals.loses', { lost, lostCounties, present })}</p>
            <Field label={text('areaProposals.reason')} name="reason" refusal={accept.refusal} hint={text('areaProposals.reason.hint')}>
              {({ status: _, ...input }) => (
                <Input.TextArea {...input} rows={2} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
              )}
            </Field>
          </>
        )}
      </CommandForm>
    </section>
  )
}
