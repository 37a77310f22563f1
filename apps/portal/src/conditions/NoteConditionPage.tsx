import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useKeepOn } from '../date/useKeepOn'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { SelectField } from '../form/SelectField'
import { useSaved } from '../frame/Saved'
import { NoteConditionDocument, NoteConditionPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { ConditionFields } from './ConditionFields'
import type { NoteDraft } from './conditions'
import { evidencedOf } from './conditions'

/** 登记条件: what a unit has or lacks from a day on, by which evidence (`?kind=posts`). What was noted before stays. */
export function NoteConditionPage() {
  const text = useText()
  const keep = useKeepOn()
  const navigate = useNavigate()
  const saved = useSaved()
  const { id = '' } = useParams()
  const [parameters] = useSearchParams()
  const day = useDay()
  const { data, error, refetch } = useQuery(NoteConditionPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const note = useCommand(NoteConditionDocument)
  const [typed, type] = useState<Partial<NoteDraft>>({ kind: parameters.get('kind') })

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit, conditionKinds, conditionSources } = data
  if (!unit) return <Missing error={error} retry={() => void refetch()} />
  const draft: NoteDraft = { kind: null, value: null, from: day, source: null, evidenceTitle: '', evidenceNumber: '', ...typed }
  const kind = conditionKinds.find(({ code }) => code === draft.kind)
  const evidenced = evidencedOf(draft, kind)
  const here = `/units/${unit.id}`
  const set = (part: Partial<NoteDraft>) => {
    note.forget()
    type((before) => ({ ...before, ...part }))
  }

  const send = async () => {
    if (!kind || !evidenced) return
    const input = { unitId: unit.id, kind: kind.code, ...evidenced }
    const done = await note.send({ expectedVersion: unit.conditionsVersion, input })
    if (!done) return
    saved(text('conditions.saved', { kind: kind.name, from: evidenced.from }))
    void navigate(keep(here))
  }

  return (
    <article className="page">
      <PageHeading name={text('conditions.note')}>{text('conditions.note.heading', { name: unit.name })}</PageHeading>
      <p>{text('conditions.note.consequence')}</p>
      <CommandForm
        command={note}
        fields={['kind', 'value', 'from', 'source', 'evidenceTitle', 'evidenceNumber']}
        submit={text('conditions.note.submit')}
        ready={evidenced !== null}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('conditions.back')}</PageLink>}
      >
        <Field label={text('conditions.kind')} name="kind" refusal={note.refusal}>
          {(input) => (
            <SelectField
              input={input}
              value={draft.kind}
              onChange={(code) => set({ kind: code, value: null })}
              options={conditionKinds.map(({ code, name }) => ({ value: code, name }))}
              placeholder={text('conditions.choose')}
            />
          )}
        </Field>
        <ConditionFields draft={draft} kind={kind} sources={conditionSources} unitFrom={unit.from} refusal={note.refusal} set={set} />
      </CommandForm>
    </article>
  )
}
