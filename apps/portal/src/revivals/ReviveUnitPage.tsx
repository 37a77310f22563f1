import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useKeepOn } from '../date/useKeepOn'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { useLeave } from '../frame/useLeave'
import { PreviewRevivalDocument, ReviveUnitDocument, ReviveUnitPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { ChangePreview } from '../moves/ChangePreview'
import { PAPER_TO_COME } from '../moves/moves'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { useWords } from '../words/useWords'
import { othersThere } from './revivals'
import { WhatComesBack } from './WhatComesBack'

/** 恢复组织: says what comes back and what does not, who else covers the areas by now and what it would be refused for, and asks for the document. */
export function ReviveUnitPage() {
  const text = useText()
  const words = useWords()
  const keep = useKeepOn()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(ReviveUnitPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const revive = useCommand(ReviveUnitDocument)
  const [paper, setPaper] = useState('')
  const until = data?.unit?.until ?? null
  const input = { unitId: id, paper: PAPER_TO_COME }
  const asked = useQuery(PreviewRevivalDocument, { variables: { input }, skip: until === null, fetchPolicy: FROM_THE_SERVICES })
  const preview = asked.data?.previewRevival

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit } = data
  if (!unit) return <Missing error={error} retry={() => void refetch()} />
  const { name, area } = unit
  const here = `/units/${unit.id}`
  const title = <PageHeading name={text('revivals.name')}>{text('revivals.title', { name })}</PageHeading>
  const back = <PageLink to={here}>{text('revivals.leave')}</PageLink>
  if (until === null)
    return (
      <article className="page">
        {title}
        <EmptyState>{text('revivals.none', { name })}</EmptyState>
        {back}
      </article>
    )

  const send = async () => {
    if (!(await revive.send({ expectedVersion: unit.version, input: { unitId: unit.id, paper: paper.trim() } }))) return
    const look = area && { name: text('revivals.look'), to: keep(`/network?area=${area.code}`) }
    leave(here, text('revivals.saved', { name, on: until }), look ?? undefined)
  }
  const others = preview ? othersThere(preview.units, unit.id) : []

  return (
    <article className="page">
      {title}
      <p>{text('revivals.consequence', { on: until })}</p>
      <WhatComesBack on={until} />
      <CommandForm
        command={revive}
        fields={['paper']}
        submit={text('revivals.submit')}
        ready={preview?.conflicts.length === 0 && paper.trim() !== ''}
        onSubmit={() => void send()}
        aside={back}
      >
        <Field label={text('revivals.paper')} name="paper" refusal={revive.refusal} hint={text('revivals.paper.hint')}>
          {(field) => <Input {...field} maxLength={200} value={paper} onChange={({ target }) => setPaper(target.value)} />}
        </Field>
        <Unanswered error={asked.error} retry={() => void asked.refetch()} />
        {others.length > 0 && <p>{text('revivals.others', { units: words.list(others) })}</p>}
        {preview && <ChangePreview preview={preview} />}
      </CommandForm>
    </article>
  )
}
