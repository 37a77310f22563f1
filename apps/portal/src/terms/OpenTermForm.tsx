import { InputNumber } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { yearsLater } from '../date/days'
import { PageLink } from '../date/PageLink'
import { useKeepOn } from '../date/useKeepOn'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { SelectField } from '../form/SelectField'
import { useDraft } from '../form/useDraft'
import { useSaved } from '../frame/Saved'
import type { OpenTermPageQuery } from '../graph.generated'
import { useText } from '../language/useText'
import type { SeatDraft } from './seat-templates'
import { usualSeats } from './seat-templates'
import { SeatsEditor } from './SeatsEditor'
import './terms.css'
import { useOpening } from './useOpening'

type Unit = NonNullable<OpenTermPageQuery['unit']>

interface OpenTermFormProps {
  unit: Unit
  /** The body whose term begins; undefined: it is opened with its first term. */
  known: Unit['bodies'][number] | undefined
  bodyKinds: OpenTermPageQuery['bodyKinds']
  heads: OpenTermPageQuery['heads']
}

/** What is filled in; null where the usual value stands. */
interface TermDraft {
  kind: string
  number: number | null
  from: string | null
  until: string | null
  seats: SeatDraft[]
}

/** Years that a term usually runs (domain (d)). */
const YEARS = 5

/** Number, days and seats of a term, all of them suggested and all of them to be changed before they are saved. */
export function OpenTermForm({ unit, known, bodyKinds, heads }: OpenTermFormProps) {
  const text = useText()
  const keep = useKeepOn()
  const navigate = useNavigate()
  const saved = useSaved()
  // As it was at the beginning: a body that is opened on the way does not start the draft anew.
  const [body] = useState(known)
  const last = body?.terms.at(-1)
  const headCodes = heads.map(({ code }) => code)
  const usualKind = body?.kind.code ?? unit.type.bodyKind
  const empty: TermDraft = {
    kind: usualKind,
    number: (last?.number ?? 0) + 1,
    from: last?.until ?? body?.from ?? unit.from,
    until: null,
    seats: usualSeats(unit.type.code, usualKind, headCodes),
  }
  const { value, change, dirty, discard } = useDraft(`terms.${unit.id}.${body?.id ?? 'new'}`, empty)
  const opening = useOpening(unit.id, known)
  const until = value.until ?? (value.from && yearsLater(value.from, YEARS))
  const here = `/units/${unit.id}`
  const set = (part: Partial<TermDraft>) => {
    opening.forget()
    change((before) => ({ ...before, ...part }))
  }

  const send = async () => {
    if (!value.from || !until) return
    const done = await opening.send({ ...value, from: value.from, until })
    if (!done) return
    discard()
    saved(text('terms.saved', { unit: unit.name, number: done.number }))
    void navigate(keep(here))
  }

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={opening}
        fields={['kind', 'number', 'from', 'until', 'seats']}
        submit={text('terms.submit')}
        ready={Boolean(value.from && until && value.number)}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('terms.back')}</PageLink>}
      >
        {!body && (
          <Field label={text('terms.kind')} name="kind" refusal={opening.refusal} hint={text('terms.kind.hint')}>
            {(input) => (
              <SelectField
                input={input}
                value={value.kind}
                onChange={(kind) => kind && set({ kind, seats: usualSeats(unit.type.code, kind, headCodes) })}
                options={bodyKinds.map(({ code, name }) => ({ value: code, name }))}
              />
            )}
          </Field>
        )}
        <div className="term-days">
          <Field label={text('terms.number')} name="number" refusal={opening.refusal}>
            {(input) => <InputNumber {...input} min={1} max={999} value={value.number} onChange={(number) => set({ number })} />}
          </Field>
          <Field label={text('terms.from')} name="from" refusal={opening.refusal}>
            {(input) => <DateField input={input} value={value.from} onChange={(from) => set({ from })} />}
          </Field>
          <Field label={text('terms.until')} name="until" refusal={opening.refusal}>
            {(input) => <DateField input={input} value={until} onChange={(day) => set({ until: day })} from={value.from ?? undefined} />}
          </Field>
        </div>
        <SeatsEditor seats={value.seats} heads={heads} refusal={opening.refusal} change={(seats) => set({ seats })} />
      </CommandForm>
    </>
  )
}
