import { Input } from 'antd'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { NO_END } from '../date/days'
import { PageLink } from '../date/PageLink'
import { useKeepOn } from '../date/useKeepOn'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { RadioField } from '../form/RadioField'
import { useDraft } from '../form/useDraft'
import { useSaved } from '../frame/Saved'
import type { AppointmentBasis } from '../graph.generated'
import { MakeAppointmentDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { PersonPicker } from '../pickers/PersonPicker'
import { useWords } from '../words/useWords'
import { AppointmentPreview } from './AppointmentPreview'
import type { Giving, Seat } from './appointments'
import { inputOf, nothingGiven, usualOf } from './appointments'

const bases: readonly AppointmentBasis[] = ['ELECTION', 'APPOINTMENT', 'ENGAGEMENT', 'SENDING']

interface MakeAppointmentFormProps {
  seat: Seat
  /** The day looked at. */
  day: string
  /** Whom the address names: somebody who was registered for this seat a moment ago. */
  person: string | null
}

/** Gives a seat to a person. What hinders or is worth knowing is said before it is saved. */
export function MakeAppointmentForm({ seat, day, person }: MakeAppointmentFormProps) {
  const text = useText()
  const words = useWords()
  const keep = useKeepOn()
  const navigate = useNavigate()
  const saved = useSaved()
  const { value, change, dirty, discard } = useDraft(`appointments.${seat.id}`, nothingGiven)
  useEffect(() => {
    if (person) change((before) => ({ ...before, personId: person }))
  }, [person, change])
  const make = useCommand(MakeAppointmentDocument)
  const usual = usualOf(seat, value, day)
  const input = inputOf(seat, value, day)
  const here = seat.body.kind.standing ? `/bodies/${seat.body.id}` : `/units/${seat.body.unit.id}`
  // In a group without terms a post goes on until it is ended, unless a day is said.
  const endless = usual.until === NO_END
  const { refusal } = make
  const set = (part: Partial<Giving>) => {
    make.forget()
    change((before) => ({ ...before, ...part }))
  }

  const send = async () => {
    const done = input && (await make.send({ input }))
    if (!done) return
    const { id, person: holder, from, until } = done.makeAppointment.appointment
    discard()
    saved(text('appointments.saved', { name: holder.name, title: seat.title, from, until: words.end(until) }), {
      name: text('appointments.endThis'),
      to: keep(`/appointments/${id}/end`),
    })
    void navigate(keep(here))
  }

  return (
    <div>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={make}
        fields={['personId', 'kind', 'basis', 'paper', 'from', 'until']}
        submit={text('appointments.submit')}
        ready={input !== null}
        missing={[text('appointments.person')]}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('appointments.back')}</PageLink>}
      >
        <Field
          label={text('appointments.person')}
          name="personId"
          refusal={refusal}
          hint={
            <>
              {text('appointments.person.hint')}{' '}
              <PageLink to={`/people/new?seat=${seat.id}`}>{text('appointments.person.register')}</PageLink>
            </>
          }
        >
          {(field) => <PersonPicker input={field} value={value.personId} onChange={(personId) => set({ personId })} />}
        </Field>
        <RadioField
          label={text('appointments.kind')}
          name="kind"
          refusal={refusal}
          options={seat.kinds.map((kind) => ({ value: kind, name: words.holding(kind) }))}
          value={usual.kind}
          onChange={(kind) => set({ kind, basis: null, until: null })}
        />
        <RadioField
          label={text('appointments.basis')}
          name="basis"
          refusal={refusal}
          options={bases.map((basis) => ({ value: basis, name: words.basis(basis) }))}
          value={value.basis ?? usual.basis}
          onChange={(basis) => set({ basis })}
        />
        <Field label={text('appointments.paper')} name="paper" refusal={refusal} optional>
          {(field) => <Input {...field} maxLength={60} value={value.paper} onChange={({ target }) => set({ paper: target.value })} />}
        </Field>
        <div className="appointment-days">
          <Field label={text('appointments.from')} name="from" refusal={refusal}>
            {(field) => <DateField input={field} value={usual.from} onChange={(from) => set({ from })} />}
          </Field>
          <Field
            label={text('appointments.until')}
            name="until"
            refusal={refusal}
            hint={text(endless ? 'appointments.until.endless' : 'appointments.until.hint')}
            optional={endless}
          >
            {(field) => (
              <DateField
                input={field}
                value={value.until ?? (endless ? null : usual.until)}
                onChange={(until) => set({ until })}
                from={usual.from}
              />
            )}
          </Field>
        </div>
        <AppointmentPreview input={input} />
      </CommandForm>
    </div>
  )
}
