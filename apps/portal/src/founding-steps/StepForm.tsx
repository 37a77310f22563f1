import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { useDraft } from '../form/useDraft'
import type { Founding } from '../founding/founding'
import { useLeave } from '../frame/useLeave'
import type { Command } from '../graph/useCommand'
import { useText } from '../language/useText'
import { PaperFiles } from '../papers/PaperFiles'
import type { ChosenFile } from '../papers/papers'
import { usePaperUpload } from '../papers/usePaperUpload'
import { useMay } from '../session/SessionProvider'
import { write } from '../session/verbs'

/** What every step says. */
interface StepSaid {
  foundingId: string
  on: string
  paper: string | null
}

interface StepFormProps<More extends object> {
  founding: Founding
  today: string
  command: Pick<Command<unknown, never>, 'running' | 'refusal' | 'failed' | 'forget'>
  /** Name of the form, for its draft. */
  name: string
  submit: string
  saved: string
  /** Label of the paper; null: none is asked for. */
  paper: string | null
  paperOptional?: boolean
  /** What else is filled in, empty. */
  more: More
  /** Labels of what of it is still missing. */
  missing?: (more: More) => string[]
  /** Names of its fields. */
  fields?: readonly string[]
  send: (said: StepSaid, more: More) => Promise<unknown>
  children?: (more: More, set: (part: Partial<More>) => void) => ReactNode
}

/**
 * The form of one step: the day, the paper, and what this step asks for beside. The scans go after it is recorded: what does not arrive leaves a record
 * to which they can be attached.
 */
export function StepForm<More extends object>(props: StepFormProps<More>) {
  const { founding, today, command, name, submit, paper: paperLabel, paperOptional = false, more, missing, fields = [], children } = props
  const text = useText()
  const leave = useLeave()
  const upload = usePaperUpload()
  const [files, setFiles] = useState<ChosenFile[]>([])
  const mayAttach = useMay(write('papers')) && paperLabel !== null
  const here = `/foundings/${founding.id}`
  const { value, change, dirty, discard } = useDraft(`founding-steps.${name}.${founding.id}.${founding.records.length}`, {
    on: today as string | null,
    paper: '',
    more,
  })
  const { refusal } = command
  const set = (part: Partial<typeof value>) => {
    command.forget()
    change((before) => ({ ...before, ...part }))
  }
  const lacking = [
    ...(value.on ? [] : [text('foundingSteps.on')]),
    ...(paperLabel && !paperOptional && !value.paper.trim() ? [paperLabel] : []),
    ...(missing?.(value.more) ?? []),
  ]
  const send = async () => {
    if (!value.on) return
    if (!(await props.send({ foundingId: founding.id, on: value.on, paper: value.paper.trim() || null }, value.more))) return
    const place = { subject: 'FOUNDING', id: founding.id, record: String(founding.records.length + 1) } as const
    const isAttached = await upload.send(
      files.map(({ file }) => file),
      place,
    )
    discard()
    leave(here, isAttached ? props.saved : text('papers.notAttached', { saved: props.saved }))
  }

  return (
    <>
      <LeaveGuard dirty={dirty || files.length > 0} />
      <CommandForm
        command={{ ...command, running: command.running || upload.running }}
        fields={['on', 'paper', ...fields]}
        submit={submit}
        ready={lacking.length === 0 && files.every(({ problem }) => problem === null)}
        missing={lacking}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('foundingSteps.back')}</PageLink>}
      >
        <Field label={text('foundingSteps.on')} name="on" refusal={refusal} hint={text('foundingSteps.on.hint')}>
          {(input) => <DateField input={input} value={value.on} onChange={(on) => set({ on })} until={today} />}
        </Field>
        {paperLabel && (
          <Field label={paperLabel} name="paper" refusal={refusal} optional={paperOptional}>
            {(input) => <Input {...input} maxLength={200} value={value.paper} onChange={({ target }) => set({ paper: target.value })} />}
          </Field>
        )}
        {mayAttach && <PaperFiles files={files} onChange={setFiles} part={upload.running ? upload.part : null} optional />}
        {children?.(value.more, (part) => set({ more: { ...value.more, ...part } }))}
      </CommandForm>
    </>
  )
}
