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
import { RenameUnitDocument, RenameUnitPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { NamesOverTime } from './NamesOverTime'

/** 更名: the new name, its first day and the document it rests on; below it the names so far, the last of which can be taken back. */
export function RenameUnitPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { day, on, choose } = useChosenDay()
  const { data, error, refetch } = useQuery(RenameUnitPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const rename = useCommand(RenameUnitDocument)
  const [name, setName] = useState('')
  const [paper, setPaper] = useState('')

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit } = data
  if (!unit) return <Missing error={error} retry={() => void refetch()} />
  const here = `/units/${unit.id}`

  const send = async () => {
    if (!on) return
    const said = { unitId: unit.id, name: name.trim(), on, paper: paper.trim() }
    if (!(await rename.send({ expectedVersion: unit.version, input: said }))) return
    leave(here, text('renamings.saved', { name: said.name, on }))
  }

  return (
    <article className="page">
      <PageHeading name={text('renamings.name')}>{text('renamings.title', { name: unit.name })}</PageHeading>
      <p>{text('renamings.consequence')}</p>
      <CommandForm
        command={rename}
        fields={['name', 'on', 'paper']}
        submit={text('renamings.submit')}
        ready={Boolean(on) && name.trim() !== '' && paper.trim() !== ''}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('renamings.back')}</PageLink>}
      >
        <Field label={text('renamings.newName')} name="name" refusal={rename.refusal} hint={text('renamings.newName.hint')}>
          {(input) => <Input {...input} maxLength={80} value={name} onChange={({ target }) => setName(target.value)} />}
        </Field>
        <Field label={text('renamings.on')} name="on" refusal={rename.refusal} hint={text('renamings.on.hint')}>
          {(input) => <DateField input={input} value={on} onChange={choose} from={unit.from} />}
        </Field>
        <Field label={text('renamings.paper')} name="paper" refusal={rename.refusal} hint={text('renamings.paper.hint')}>
          {(input) => <Input {...input} maxLength={200} value={paper} onChange={({ target }) => setPaper(target.value)} />}
        </Field>
      </CommandForm>
      <NamesOverTime names={unit.names} />
      {unit.names.length > 1 && (
        <p>
          <PageLink to={`${here}/rename/withdraw`}>{text('renamings.withdraw')}</PageLink>
        </p>
      )}
    </article>
  )
}
