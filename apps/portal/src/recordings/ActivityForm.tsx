import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { useDraft } from '../form/useDraft'
import type { RecordActivityInput, RecordingChoicesFragment } from '../graph.generated'
import { UnitByIdDocument } from '../graph.generated'
import type { Command } from '../graph/useCommand'
import { useText } from '../language/useText'
import { Several } from '../pickers/Several'
import { UnitPicker } from '../pickers/UnitPicker'
import { FigureFields } from './FigureFields'
import { LeaderField } from './LeaderField'
import type { Recording } from './recordings'
import { inputOf, missingOf, typeOf } from './recordings'
import './recordings.css'
import { TimeAndPlaceFields } from './TimeAndPlaceFields'
import { TypeFields } from './TypeFields'

interface ActivityFormProps {
  /** Name of the draft. */
  draft: string
  start: Recording
  choices: RecordingChoicesFragment
  command: Pick<Command<unknown, never>, 'running' | 'refusal' | 'failed' | 'forget'>
  submit: string
  /** Where to go without saving. */
  back: string
  onSubmit: (input: RecordActivityInput, discard: () => void) => void
}

const fields = ['type', 'title', 'hostIds', 'coHostIds', 'ledById', 'place', 'placeKind', 'areaCode', 'startsAt', 'endsAt', 'figures']

/** The form of an activity: its type first, because the figures follow from it. */
export function ActivityForm({ draft, start, choices, command, submit, back, onSubmit }: ActivityFormProps) {
  const text = useText()
  const { value, change, dirty, discard } = useDraft(draft, start)
  const type = typeOf(choices, value.type)
  const [host = ''] = value.hostIds
  const hostArea = useQuery(UnitByIdDocument, { variables: { id: host }, skip: host === '', fetchPolicy: 'cache-first' }).data?.unit?.area
  const input = inputOf(value, type, hostArea?.code ?? null)
  const { refusal } = command
  const set = (part: Partial<Recording>) => {
    command.forget()
    change((before) => ({ ...before, ...part }))
  }
  const of = { recording: value, refusal, set }

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={command}
        fields={fields}
        submit={submit}
        ready={input !== null}
        missing={missingOf(value, type).map((name) => text(`recordings.${name}`))}
        onSubmit={() => input && onSubmit(input, discard)}
        aside={<PageLink to={back}>{text('recordings.back')}</PageLink>}
      >
        <TypeFields {...of} choices={choices} />
        <Field label={text('recordings.title')} name="title" refusal={refusal} hint={text('recordings.title.hint')}>
          {(field) => <Input {...field} maxLength={120} value={value.title} onChange={({ target }) => set({ title: target.value })} />}
        </Field>
        <Field label={text('recordings.hosts')} name="hostIds" refusal={refusal}>
          {(field) => (
            <Several label={text('recordings.hosts')} input={field} values={value.hostIds} onChange={(hostIds) => set({ hostIds })}>
              {(picker) => <UnitPicker {...picker} />}
            </Several>
          )}
        </Field>
        <Field label={text('recordings.coHosts')} name="coHostIds" refusal={refusal} optional hint={text('recordings.coHosts.hint')}>
          {(field) => (
            <Several label={text('recordings.coHosts')} input={field} values={value.coHostIds} onChange={(coHostIds) => set({ coHostIds })}>
              {(picker) => <UnitPicker {...picker} />}
            </Several>
          )}
        </Field>
        <TimeAndPlaceFields {...of} placeKinds={type?.placeKinds ?? []} usualArea={hostArea?.code ?? null} />
        <LeaderField {...of} />
        <FigureFields {...of} type={type} />
      </CommandForm>
    </>
  )
}
