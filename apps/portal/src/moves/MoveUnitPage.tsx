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
import { MoveUnitDocument, MoveUnitPageDocument, PreviewMoveDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { UnitPicker } from '../pickers/UnitPicker'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { ChangePreview } from './ChangePreview'
import { PAPER_TO_COME } from './moves'
import { ParentsOverTime } from './ParentsOverTime'

/** 调整隶属: the new unit above, the first day and the document; what it changes is shown before the button can be pressed. */
export function MoveUnitPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { day, on, choose } = useChosenDay()
  const { data, error, refetch } = useQuery(MoveUnitPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const move = useCommand(MoveUnitDocument)
  const [parentId, setParentId] = useState<string | null>(null)
  const [paper, setPaper] = useState('')
  const input = { unitId: id, parentId: parentId ?? '', on: on ?? '', paper: PAPER_TO_COME }
  const asked = useQuery(PreviewMoveDocument, { variables: { input }, skip: !parentId || !on, fetchPolicy: FROM_THE_SERVICES })
  const preview = parentId && on ? asked.data?.previewMove : undefined

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit } = data
  if (!unit) return <Missing error={error} retry={() => void refetch()} />
  const here = `/units/${unit.id}`

  const send = async () => {
    if (!(await move.send({ expectedVersion: unit.version, input: { ...input, paper: paper.trim() } }))) return
    leave(here, text('moves.saved', { name: unit.name, on }))
  }

  return (
    <article className="page">
      <PageHeading name={text('moves.name')}>{text('moves.title', { name: unit.name })}</PageHeading>
      <p>{text('moves.consequence')}</p>
      <CommandForm
        command={move}
        fields={['parentId', 'on', 'paper']}
        submit={text('moves.submit')}
        ready={preview?.conflicts.length === 0 && paper.trim() !== ''}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('moves.back')}</PageLink>}
      >
        <Field label={text('moves.parent')} name="parentId" refusal={move.refusal} hint={text('moves.parent.hint')}>
          {(field) => <UnitPicker input={field} value={parentId} onChange={setParentId} />}
        </Field>
        <Field label={text('moves.on')} name="on" refusal={move.refusal} hint={text('moves.on.hint')}>
          {(field) => <DateField input={field} value={on} onChange={choose} from={unit.from} />}
        </Field>
        <Field label={text('moves.paper')} name="paper" refusal={move.refusal} hint={text('moves.paper.hint')}>
          {(field) => <Input {...field} maxLength={200} value={paper} onChange={({ target }) => setPaper(target.value)} />}
        </Field>
        <Unanswered error={asked.error} retry={() => void asked.refetch()} />
        {preview && <ChangePreview preview={preview} />}
      </CommandForm>
      <ParentsOverTime parents={unit.parents} />
      {unit.parents.some((each) => each.paper !== null) && (
        <p>
          <PageLink to={`${here}/move/withdraw`}>{text('moves.withdraw')}</PageLink>
        </p>
      )}
    </article>
  )
}
