import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import { useToday } from '../date/useToday'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { RadioField } from '../form/RadioField'
import { SelectField } from '../form/SelectField'
import { useDraft } from '../form/useDraft'
import { useLeave } from '../frame/useLeave'
import type { PilotPageQuery, PilotTaskState } from '../graph.generated'
import { PilotPageDocument, RecordPilotTaskDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { useWords } from '../words/useWords'

type Pilot = NonNullable<PilotPageQuery['pilot']>

/** What is filled in. */
interface TaskDraft {
  task: string | null
  state: PilotTaskState | null
  on: string | null
  remark: string
  nextStep: string
  nextStepBy: string | null
}

const states: readonly PilotTaskState[] = ['NOT_BEGUN', 'UNDER_WAY', 'DONE', 'DROPPED']

/** 登记进展: where the pilot is with a task, and what comes next; what was recorded before stays. */
export function RecordTaskPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { on } = useOn()
  const today = useToday()
  const [parameters] = useSearchParams()
  const { data, error, refetch } = useQuery(PilotPageDocument, { variables: { id, on }, fetchPolicy: FROM_THE_SERVICES })

  if (!data || !today) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { pilot } = data
  if (!pilot) return <Missing error={error} retry={() => void refetch()} />
  return (
    <article className="page">
      <PageHeading name={text('pilots.record')}>{text('pilot.record.title', { unit: pilot.unit.name })}</PageHeading>
      <RecordTaskForm pilot={pilot} task={parameters.get('task')} today={today} />
    </article>
  )
}

function RecordTaskForm({ pilot, task, today }: { pilot: Pilot; task: string | null; today: string }) {
  const text = useText()
  const words = useWords()
  const leave = useLeave()
  const record = useCommand(RecordPilotTaskDocument)
  const empty: TaskDraft = { task, state: null, on: today, remark: '', nextStep: '', nextStepBy: null }
  const { value, change, dirty, discard } = useDraft(`pilot.${pilot.id}.${task ?? ''}`, empty)
  const { refusal } = record
  const here = `/pilots/${pilot.id}`
  const set = (part: Partial<TaskDraft>) => {
    record.forget()
    change((before) => ({ ...before, ...part }))
  }
  const missing = [
    !value.task && text('pilot.task'),
    !value.state && text('pilot.state'),
    !value.on && text('pilot.on'),
    value.state === 'DROPPED' && !value.remark.trim() && text('pilot.reason'),
  ].filter((label) => label !== false)

  const send = async () => {
    const { state, on, remark, nextStep, nextStepBy } = value
    if (!value.task || !state || !on) return
    const words = { remark: remark.trim() || null, nextStep: nextStep.trim() || null, nextStepBy }
    if (!(await record.send({ input: { pilotId: pilot.id, task: value.task, state, on, ...words } }))) return
    discard()
    leave(here, text('pilot.recorded', { unit: pilot.unit.name }))
  }

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={record}
        fields={['task', 'state', 'on', 'remark', 'nextStep', 'nextStepBy']}
        submit={text('pilots.record')}
        ready={missing.length === 0}
        missing={missing}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('pilot.back')}</PageLink>}
      >
        <Field label={text('pilot.task')} name="task" refusal={refusal}>
          {(input) => (
            <SelectField
              input={input}
              value={value.task}
              onChange={(code) => set({ task: code })}
              options={pilot.tasks.map((standing) => ({ value: standing.task.code, name: standing.task.name }))}
            />
          )}
        </Field>
        <RadioField
          label={text('pilot.state')}
          name="state"
          refusal={refusal}
          options={states.map((state) => ({ value: state, name: words.pilotTask(state) }))}
          value={value.state}
          onChange={(state) => set({ state })}
        />
        <Field label={text('pilot.on')} name="on" refusal={refusal} hint={text('pilot.on.hint')}>
          {(input) => <DateField input={input} value={value.on} onChange={(on) => set({ on })} from={pilot.from} />}
        </Field>
        <Field
          label={text(value.state === 'DROPPED' ? 'pilot.reason' : 'pilot.remark')}
          name="remark"
          refusal={refusal}
          optional={value.state !== 'DROPPED'}
        >
          {(input) => <Input {...input} maxLength={200} value={value.remark} onChange={({ target }) => set({ remark: target.value })} />}
        </Field>
        <Field label={text('pilots.nextStep')} name="nextStep" refusal={refusal} optional hint={text('pilot.nextStep.hint')}>
          {(input) => (
            <Input {...input} maxLength={200} value={value.nextStep} onChange={({ target }) => set({ nextStep: target.value })} />
          )}
        </Field>
        <Field label={text('pilot.nextStepBy')} name="nextStepBy" refusal={refusal} optional>
          {(input) => <DateField input={input} value={value.nextStepBy} onChange={(nextStepBy) => set({ nextStepBy })} />}
        </Field>
      </CommandForm>
    </>
  )
}
