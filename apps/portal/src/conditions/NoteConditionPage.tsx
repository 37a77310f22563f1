import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { SelectField } from '../form/SelectField'
import { useLeave } from '../frame/useLeave'
import { NoteConditionDocument, NoteConditionPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { PaperFiles } from '../papers/PaperFiles'
import type { ChosenFile } from '../papers/papers'
import { usePaperUpload } from '../papers/usePaperUpload'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { ConditionFields } from './ConditionFields'
import type { NoteDraft } from './conditions'
import { evidencedOf } from './conditions'

/** 登记条件: what a unit has or lacks from a day on, by which evidence (`?kind=posts`). What was noted before stays. */
export function NoteConditionPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const [parameters] = useSearchParams()
  const day = useDay()
  const { data, error, refetch } = useQuery(NoteConditionPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const note = useCommand(NoteConditionDocument)
  const upload = usePaperUpload()
  const [files, setFiles] = useState<ChosenFile[]>([])
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
    const place = { subject: 'UNIT', id: unit.id, record: done.noteCondition.note.id } as const
    const all = files.map(({ file }) => file)
    const said = text('conditions.saved', { kind: kind.name, from: evidenced.from })
    leave(here, (await upload.send(all, place)) ? said : text('conditions.papers.notAttached', { said }))
  }

  return (
    <article className="page">
      <PageHeading name={text('conditions.note')}>{text('conditions.note.heading', { name: unit.name })}</PageHeading>
      <p>{text('conditions.note.consequence')}</p>
      <CommandForm
        command={{ ...note, running: note.running || upload.running }}
        fields={['kind', 'value', 'from', 'source', 'evidenceTitle', 'evidenceNumber']}
        submit={text('conditions.note.submit')}
        ready={evidenced !== null && files.every(({ problem }) => problem === null)}
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
        <Allowed to={write('papers')}>
          <PaperFiles files={files} onChange={setFiles} part={upload.running ? upload.part : null} optional />
        </Allowed>
      </CommandForm>
    </article>
  )
}
