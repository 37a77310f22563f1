import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { RadioField } from '../form/RadioField'
import { useLeave } from '../frame/useLeave'
import type { AreaCorrection } from '../graph.generated'
import { AreaProposalPageDocument, CorrectAreaProposalDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { addressOf, correctionsOf } from './area-proposals'
import { listed } from './useChangeColumns'

/** 更正一项变更 (`?area=…&row=…`): says how it is to be understood; what lies below is compared anew. */
export function CorrectChangePage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const [parameters] = useSearchParams()
  const { data, error, refetch } = useQuery(AreaProposalPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const correct = useCommand(CorrectAreaProposalDocument)
  const [as, choose] = useState<AreaCorrection>()
  const [code, setCode] = useState('')

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const proposal = data.areaProposal
  const change = proposal?.changes.find((one) => addressOf(one) === parameters.toString())
  if (!proposal || !change) return <Missing error={error} retry={() => void refetch()} />
  const { area, row } = change
  const here = `/areas/proposals/${id}`
  // What the change is about is said already; asked for is the other side.
  const asksRow = as === 'MERGED' || (as === 'CONTINUED' && area !== null)
  const asksArea = as === 'SPLIT' || (as === 'CONTINUED' && area === null)

  const send = async () => {
    if (!as) return
    const given = code.trim()
    const ofArea = asksArea ? given : as === 'ADDED' ? undefined : area?.code
    const listCode = asksRow ? given : as === 'GONE' ? undefined : row?.code
    const input = { proposalId: id, as, area: ofArea, listCode }
    if (!(await correct.send({ expectedVersion: proposal.version, input }))) return
    leave(here, text('areaProposals.corrected'))
  }

  return (
    <article className="page">
      <PageHeading name={text('areaProposals.correct')}>
        {text('areaProposals.correct.title', {
          kind: text(`areaProposals.kind.${change.kind}`),
          what: [listed(change.before), listed(row)].filter(Boolean).join(' → '),
        })}
      </PageHeading>
      <p>{text('areaProposals.correct.lead')}</p>
      <CommandForm
        command={correct}
        fields={['as', asksArea ? 'area' : 'listCode']}
        submit={text('areaProposals.correct.submit')}
        ready={as !== undefined && (!(asksRow || asksArea) || code.trim() !== '')}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('areaProposals.back')}</PageLink>}
      >
        <RadioField
          label={text('areaProposals.as')}
          name="as"
          refusal={correct.refusal}
          options={correctionsOf(change).map((value) => ({ value, name: text(`areaProposals.as.${value}`) }))}
          value={as}
          onChange={(value) => {
            correct.forget()
            choose(value)
          }}
        />
        {(asksRow || asksArea) && (
          <Field
            label={text(asksRow ? 'areaProposals.listCode' : 'areaProposals.areaCode')}
            name={asksRow ? 'listCode' : 'area'}
            refusal={correct.refusal}
            hint={text(asksRow ? 'areaProposals.listCode.hint' : 'areaProposals.areaCode.hint')}
          >
            {({ status: _, ...input }) => (
              <Input {...input} inputMode="numeric" maxLength={12} value={code} onChange={({ target }) => setCode(target.value)} />
            )}
          </Field>
        )}
      </CommandForm>
    </article>
  )
}
