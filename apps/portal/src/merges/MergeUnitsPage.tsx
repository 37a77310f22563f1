import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useChosenDay } from '../date/useChosenDay'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { useLeave } from '../frame/useLeave'
import { MergeUnitsDocument, MergeUnitsPageDocument, PreviewMergerDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { ChangePreview } from '../moves/ChangePreview'
import { PAPER_TO_COME } from '../moves/moves'
import { Several } from '../pickers/Several'
import { UnitPicker } from '../pickers/UnitPicker'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'

/** 合并组织: which units end, on which day and by which document; what it changes for each is shown before the button can be pressed. */
export function MergeUnitsPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { day, on, choose } = useChosenDay()
  const { data, error, refetch } = useQuery(MergeUnitsPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const merge = useCommand(MergeUnitsDocument)
  const [predecessorIds, setPredecessors] = useState<string[]>([])
  const [paper, setPaper] = useState('')
  const input = { unitId: id, predecessorIds, on: on ?? '', paper: PAPER_TO_COME }
  const enough = predecessorIds.length > 0 && Boolean(on)
  const asked = useQuery(PreviewMergerDocument, { variables: { input }, skip: !enough, fetchPolicy: FROM_THE_SERVICES })
  const preview = enough ? asked.data?.previewMerger : undefined

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit } = data
  if (!unit) return <Missing error={error} retry={() => void refetch()} />
  const here = `/units/${unit.id}`

  const send = async () => {
    if (!(await merge.send({ expectedVersion: unit.version, input: { ...input, paper: paper.trim() } }))) return
    leave(here, text('merges.saved', { name: unit.name, on, count: predecessorIds.length }))
  }

  return (
    <article className="page">
      <PageHeading name={text('merges.name')}>{text('merges.title', { name: unit.name })}</PageHeading>
      <p>{text('merges.consequence')}</p>
      <CommandForm
        command={merge}
        fields={['predecessorIds', 'on', 'paper']}
        submit={text('merges.submit')}
        ready={preview?.conflicts.length === 0 && paper.trim() !== ''}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('merges.back')}</PageLink>}
      >
        <Field label={text('merges.predecessors')} name="predecessorIds" refusal={merge.refusal} hint={text('merges.predecessors.hint')}>
          {(field) => (
            <Several label={text('merges.predecessors')} input={field} values={predecessorIds} onChange={setPredecessors}>
              {(picker) => <UnitPicker {...picker} />}
            </Several>
          )}
        </Field>
        <Field label={text('merges.on')} name="on" refusal={merge.refusal} hint={text('merges.on.hint')}>
          {(field) => <DateField input={field} value={on} onChange={choose} from={unit.from} />}
        </Field>
        <Field label={text('moves.paper')} name="paper" refusal={merge.refusal} hint={text('moves.paper.hint')}>
          {(field) => <Input {...field} maxLength={200} value={paper} onChange={({ target }) => setPaper(target.value)} />}
        </Field>
        <Unanswered error={asked.error} retry={() => void asked.refetch()} />
        {preview && <ChangePreview preview={preview} />}
      </CommandForm>
    </article>
  )
}
