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
import { PreviewSplitDocument, SplitUnitDocument, SplitUnitPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { ChangePreview } from '../moves/ChangePreview'
import { PAPER_TO_COME } from '../moves/moves'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { SplitPartFields } from './SplitPartFields'
import { intoOf, type Part } from './splits'
import './splits.css'

const EMPTY: Part = { unitId: null, areaCodes: [], belowIds: [] }

/** 拆分组织: who takes over which areas and which units below, on which day and by which document; what it changes is shown before the button can be pressed. */
export function SplitUnitPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { day, on, choose } = useChosenDay()
  const [parts, setParts] = useState<Part[]>([EMPTY])
  const [paper, setPaper] = useState('')
  const page = useQuery(SplitUnitPageDocument, { variables: { id, on: on ?? day }, skip: !day, fetchPolicy: FROM_THE_SERVICES })
  const split = useCommand(SplitUnitDocument)
  const unit = (page.data ?? page.previousData)?.unit
  const areas = unit?.covers.filter(({ code }) => code !== unit.area?.code) ?? []
  const below = unit?.children ?? []
  const into = intoOf(parts, { areas, below })
  const input = { unitId: id, into: into ?? [], on: on ?? '', paper: PAPER_TO_COME }
  const enough = into !== null && Boolean(on)
  const asked = useQuery(PreviewSplitDocument, { variables: { input }, skip: !enough, fetchPolicy: FROM_THE_SERVICES })
  const preview = enough ? asked.data?.previewSplit : undefined

  const retry = () => void page.refetch()
  if (unit === undefined || !day) return page.error ? <Unanswered error={page.error} retry={retry} /> : <Loading />
  if (!unit) return <Missing error={page.error} retry={retry} />
  const here = `/units/${unit.id}`

  const send = async () => {
    if (!(await split.send({ expectedVersion: unit.version, input: { ...input, paper: paper.trim() } }))) return
    leave(here, text('splits.saved', { name: unit.name, on, count: input.into.length }))
  }

  return (
    <article className="page">
      <PageHeading name={text('splits.name')}>{text('splits.title', { name: unit.name })}</PageHeading>
      <p>{text('splits.consequence')}</p>
      <CommandForm
        command={split}
        fields={['into', 'on', 'paper']}
        submit={text('splits.submit')}
        ready={preview?.conflicts.length === 0 && paper.trim() !== ''}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('splits.back')}</PageLink>}
      >
        <Field label={text('splits.on')} name="on" refusal={split.refusal} hint={text('splits.on.hint')}>
          {(field) => <DateField input={field} value={on} onChange={choose} from={unit.from} />}
        </Field>
        {areas.length === 0 ? (
          <EmptyState>{text('splits.nothing', { name: unit.name })}</EmptyState>
        ) : (
          parts.map((_, at) => (
            <SplitPartFields
              key={at}
              {...{ parts, at, areas, below }}
              refusal={split.refusal}
              set={(said) => setParts(parts.map((part, place) => (place === at ? { ...part, ...said } : part)))}
              remove={parts.length > 1 ? () => setParts(parts.filter((_part, place) => place !== at)) : undefined}
            />
          ))
        )}
        {parts.length < areas.length && (
          <button type="button" className="plain-button" onClick={() => setParts([...parts, EMPTY])}>
            {text('splits.further')}
          </button>
        )}
        <Field label={text('moves.paper')} name="paper" refusal={split.refusal} hint={text('moves.paper.hint')}>
          {(field) => <Input {...field} maxLength={200} value={paper} onChange={({ target }) => setPaper(target.value)} />}
        </Field>
        <Unanswered error={asked.error} retry={() => void asked.refetch()} />
        {preview && <ChangePreview preview={preview} />}
      </CommandForm>
    </article>
  )
}
