import { useState } from 'react'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { useDraft } from '../form/useDraft'
import { useLeave } from '../frame/useLeave'
import type { CoverEmployersPageQuery } from '../graph.generated'
import { CoverEmployersDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { EmployerPicker } from '../pickers/EmployerPicker'
import { Several } from '../pickers/Several'
import { RegisterEmployerForm } from '../registrations/RegisterEmployerForm'
import '../registrations/registrations.css'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'

interface CoverEmployersFormProps {
  unit: { id: string; name: string; from: string }
  kinds: CoverEmployersPageQuery['employerKinds']
  /** The day looked at. */
  day: string
}

interface Covering {
  employerIds: string[]
  from: string | null
}

/** Employers, a line each, and the day from which they are covered. */
export function CoverEmployersForm({ unit, kinds, day }: CoverEmployersFormProps) {
  const text = useText()
  const leave = useLeave()
  const cover = useCommand(CoverEmployersDocument)
  const { value, change, dirty, discard } = useDraft<Covering>(`covered-employers.${unit.id}`, { employerIds: [], from: day })
  const { employerIds, from } = value
  const [registering, setRegistering] = useState(false)
  const { refusal } = cover
  const here = `/units/${unit.id}`
  const set = (part: Partial<Covering>) => {
    cover.forget()
    change((before) => ({ ...before, ...part }))
  }
  const missing = [employerIds.length === 0 && text('coveredEmployers.employers'), !from && text('coveredEmployers.from')].filter(
    (label) => label !== false,
  )

  const send = async () => {
    if (!from) return
    const done = await cover.send({ input: { unitId: unit.id, employerIds, from } })
    if (!done) return
    discard()
    leave(here, text('coveredEmployers.saved', { name: unit.name, count: done.coverEmployers.employers.length, from }))
  }

  return (
    <div className="registration">
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={cover}
        fields={['employerIds', 'from']}
        submit={text('coveredEmployers.submit')}
        ready={missing.length === 0}
        missing={missing}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('coveredEmployers.back')}</PageLink>}
      >
        <Field label={text('coveredEmployers.from')} name="from" refusal={refusal} hint={text('coveredEmployers.from.hint')}>
          {(input) => <DateField input={input} value={from} onChange={(chosen) => set({ from: chosen })} from={unit.from} />}
        </Field>
        <Field
          label={text('coveredEmployers.employers')}
          name="employerIds"
          refusal={refusal}
          hint={
            <>
              {text('coveredEmployers.employers.hint')}{' '}
              <Allowed to={write('employers')}>
                <button type="button" className="plain-button" onClick={() => setRegistering(true)}>
                  {text('registrations.employer.missing')}
                </button>
              </Allowed>
            </>
          }
        >
          {(input) => (
            <Several
              label={text('coveredEmployers.employers')}
              input={input}
              values={employerIds}
              onChange={(chosen) => set({ employerIds: chosen })}
            >
              {(picker) => <EmployerPicker {...picker} />}
            </Several>
          )}
        </Field>
      </CommandForm>
      {registering && (
        <RegisterEmployerForm
          kinds={kinds}
          close={() => setRegistering(false)}
          registered={(employerId) => set({ employerIds: [...employerIds, employerId] })}
        />
      )}
    </div>
  )
}
