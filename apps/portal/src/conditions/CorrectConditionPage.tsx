import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { RadioField } from '../form/RadioField'
import { useLeave } from '../frame/useLeave'
import { CorrectConditionDocument, NoteConditionPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { ConditionFields } from './ConditionFields'
import type { NoteDraft } from './conditions'
import { draftOf, evidencedOf } from './conditions'
import { useConditionText } from './useConditionText'

/** 更正: a note that is not true, the reason, and what is true instead; or that it is not known. Both stay to be read. */
export function CorrectConditionPage() {
  const text = useText()
  const conditionText = useConditionText()
  const leave = useLeave()
  const { id = '', noteId = '' } = useParams()
  const { data, error, refetch } = useQuery(NoteConditionPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const correct = useCommand(CorrectConditionDocument)
  const [typed, type] = useState<Partial<NoteDraft>>({})
  const [outcome, setOutcome] = useState<'instead' | 'unknown'>('instead')
  const [reason, setReason] = useState('')

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit, conditionSources } = data
  const note = unit?.conditionNotes?.find((known) => known.id === noteId && known.correction === null)
  if (!unit || !note) return <Missing error={error} retry={() => void refetch()} />
  const draft = { ...draftOf(note), ...typed }
  const evidenced = outcome === 'instead' ? evidencedOf(draft, note.kind) : null
  const here = `/units/${unit.id}/conditions`

  const send = async () => {
    const input = { unitId: unit.id, noteId, reason: reason.trim(), instead: evidenced }
    const done = await correct.send({ expectedVersion: unit.conditionsVersion, input })
    if (!done) return
    leave(here, text('conditions.corrected', { kind: note.kind.name }))
  }

  return (
    <article className="page">
      <PageHeading name={text('conditions.correct')}>
        {text('conditions.correct.heading', {
          name: unit.name,
          kind: note.kind.name,
          value: conditionText.value(note.kind, note.value),
          from: note.from,
        })}
      </PageHeading>
      <p>{text('conditions.correct.consequence')}</p>
      <CommandForm
        command={correct}
        fields={['reason', 'instead']}
        submit={text('conditions.correct')}
        ready={reason.trim() !== '' && (outcome === 'unknown' || evidenced !== null)}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('conditions.correct.back')}</PageLink>}
      >
        <Field label={text('conditions.reason')} name="reason" refusal={correct.refusal} hint={text('conditions.reason.hint')}>
          {(input) => (
            <Input.TextArea {...input} rows={2} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
        <RadioField
          label={text('conditions.outcome')}
          options={[
            { value: 'instead', name: text('conditions.outcome.instead') },
            { value: 'unknown', name: text('conditions.outcome.unknown') },
          ]}
          value={outcome}
          onChange={setOutcome}
        />
        {outcome === 'instead' && (
          <ConditionFields
            draft={draft}
            kind={note.kind}
            sources={conditionSources}
            unitFrom={unit.from}
            path="instead."
            refusal={correct.refusal}
            set={(part) => {
              correct.forget()
              type((before) => ({ ...before, ...part }))
            }}
          />
        )}
      </CommandForm>
    </article>
  )
}
