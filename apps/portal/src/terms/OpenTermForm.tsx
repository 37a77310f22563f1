import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { yearsLater } from '../date/days'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { SelectField } from '../form/SelectField'
import { useDraft } from '../form/useDraft'
import { useLeave } from '../frame/useLeave'
import type { OpenTermPageQuery } from '../graph.generated'
import { useText } from '../language/useText'
import type { SeatDraft } from './seat-drafts'
import { usualSeats } from './seat-drafts'
import { SeatsEditor } from './SeatsEditor'
import './terms.css'
import { useOpening } from './useOpening'

type Unit = NonNullable<OpenTermPageQuery['unit']>

interface OpenTermFormProps {
  unit: Unit
  /** The body whose term begins; undefined: it is opened with its first term. */
  known: Unit['bodies'][number] | undefined
  heads: OpenTermPageQuery['heads']
  roles: OpenTermPageQuery['roles']
}

/** What is filled in; null where the usual value stands. */
interface TermDraft {
  kind: string
  /** Name of a group. */
  name: string
  number: number | null
  from: string | null
  until: string | null
  /** Paper by which the congress is held early. */
  earlyPaper: string
  seats: SeatDraft[]
}

/** Years that a term runs where its kind says nothing (domain (d)). */
const YEARS = 5

/** Number, days and seats of a term, or name and seats of a group, all of them suggested and all of them to be changed before they are saved. */
export function OpenTermForm({ unit, known, heads, roles }: OpenTermFormProps) {
  const text = useText()
  const leave = useLeave()
  // As it was at the beginning: a body that is opened on the way does not start the draft anew.
  const [body] = useState(known)
  const last = body?.terms.at(-1)
  const templates = unit.bodyTemplates
  const usualKind = body?.kind.code ?? unit.type.bodyKind
  const empty: TermDraft = {
    kind: usualKind,
    name: '',
    number: (last?.number ?? 0) + 1,
    from: last?.until ?? body?.from ?? unit.from,
    until: null,
    earlyPaper: '',
    seats: usualSeats(templates, usualKind),
  }
  const { value, change, dirty, discard } = useDraft(`terms.${unit.id}.${body?.id ?? 'new'}`, empty)
  const opening = useOpening(unit.id, known)
  const kind = templates.find(({ kind: { code } }) => code === value.kind)?.kind
  const standing = !body && kind?.standing === true
  const until = value.until ?? (value.from && yearsLater(value.from, kind?.termYears ?? YEARS))
  const early = Boolean(last && value.from && last.from < value.from && value.from < last.until)
  const here = `/units/${unit.id}`
  const set = (part: Partial<TermDraft>) => {
    opening.forget()
    change((before) => ({ ...before, ...part }))
  }

  const send = async () => {
    if (!value.from || !until) return
    const done = await opening.send({
      ...value,
      from: value.from,
      until: standing ? null : until,
      earlyPaper: early ? value.earlyPaper : '',
    })
    if (!done) return
    discard()
    leave(
      standing ? `/bodies/${done.id}` : here,
      standing ? text('terms.saved.group', { name: value.name }) : text('terms.saved', { unit: unit.name, number: value.number }),
    )
  }

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={opening}
        fields={['kind', 'name', 'number', 'from', 'until', 'earlyPaper', 'seats']}
        submit={text('terms.submit')}
        ready={Boolean(value.from && (standing ? value.name.trim() : until && value.number))}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('terms.back')}</PageLink>}
      >
        {!body && (
          <Field label={text('terms.kind')} name="kind" refusal={opening.refusal} hint={text('terms.kind.hint')}>
            {(input) => (
              <SelectField
                input={input}
                value={value.kind}
                onChange={(kind) => kind && set({ kind, seats: usualSeats(templates, kind) })}
                options={templates.map(({ kind: { code, name } }) => ({ value: code, name }))}
              />
            )}
          </Field>
        )}
        {standing && (
          <Field label={text('terms.groupName')} name="name" refusal={opening.refusal} hint={text('terms.groupName.hint')}>
            {(input) => <Input {...input} maxLength={60} value={value.name} onChange={({ target }) => set({ name: target.value })} />}
          </Field>
        )}
        <div className="term-days">
          {!standing && (
            <Field label={text('terms.number')} name="number" refusal={opening.refusal}>
              {(input) => <InputNumber {...input} min={1} max={999} value={value.number} onChange={(number) => set({ number })} />}
            </Field>
          )}
          <Field label={text('terms.from')} name="from" refusal={opening.refusal}>
            {(input) => <DateField input={input} value={value.from} onChange={(from) => set({ from })} />}
          </Field>
          {!standing && (
            <Field label={text('terms.until')} name="until" refusal={opening.refusal}>
              {(input) => <DateField input={input} value={until} onChange={(day) => set({ until: day })} from={value.from ?? undefined} />}
            </Field>
          )}
        </div>
        {early && (
          <Field label={text('terms.earlyPaper')} name="earlyPaper" refusal={opening.refusal} hint={text('terms.earlyPaper.hint')}>
            {(input) => (
              <Input {...input} maxLength={60} value={value.earlyPaper} onChange={({ target }) => set({ earlyPaper: target.value })} />
            )}
          </Field>
        )}
        <SeatsEditor
          standing={standing}
          seats={value.seats}
          heads={heads}
          roles={roles}
          refusal={opening.refusal}
          change={(seats) => set({ seats })}
        />
      </CommandForm>
    </>
  )
}
