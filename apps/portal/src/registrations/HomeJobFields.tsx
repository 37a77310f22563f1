import { useQuery } from '@apollo/client/react'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { SelectField } from '../form/SelectField'
import type { RegistrationChoicesFragment } from '../graph.generated'
import { EmployerOfJobDocument } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import { EmployerPicker } from '../pickers/EmployerPicker'
import type { JobDraft } from './registrations'

interface HomeJobFieldsProps {
  job: JobDraft
  titles: RegistrationChoicesFragment['titles']
  refusal: Refusal | null
  optional?: boolean
  set: (part: Partial<JobDraft>) => void
  /** The employer is not in the list. */
  missing: () => void
}

/** Employer, title and first day of a home job. The employer's kind decides which titles of the packs there are; the title decides the head. */
export function HomeJobFields({ job, titles, refusal, optional = false, set, missing }: HomeJobFieldsProps) {
  const text = useText()
  const { employerId, title, from } = job
  const kind = useQuery(EmployerOfJobDocument, {
    variables: { id: employerId ?? '' },
    skip: !employerId,
    fetchPolicy: 'cache-first',
  }).data?.employer?.kind
  const fitting = titles.filter(({ employerKinds }) => kind !== undefined && (employerKinds.length === 0 || employerKinds.includes(kind)))

  return (
    <fieldset className="home-job">
      <legend className="field-label">{text('registrations.homeJob')}</legend>
      <Field
        label={text('registrations.employer')}
        name="homeJob.employerId"
        refusal={refusal}
        optional={optional}
        hint={
          <button type="button" className="plain-button" onClick={missing}>
            {text('registrations.employer.missing')}
          </button>
        }
      >
        {(input) => <EmployerPicker input={input} value={employerId} onChange={(id) => set({ employerId: id, title: null })} />}
      </Field>
      <Field
        label={text('registrations.title')}
        name="homeJob.title"
        refusal={refusal}
        optional={optional}
        hint={text(kind && fitting.length === 0 ? 'registrations.title.none' : 'registrations.title.hint')}
      >
        {(input) => (
          <SelectField
            input={input}
            value={title}
            onChange={(code) => set({ title: code })}
            options={fitting.map(({ code, name, head }) => ({
              value: code,
              name: head && head.name !== name ? `${name} · ${head.name}` : name,
            }))}
            placeholder={text('registrations.choose')}
            disabled={fitting.length === 0}
          />
        )}
      </Field>
      <Field
        label={text('registrations.from')}
        name="homeJob.from"
        refusal={refusal}
        optional={optional}
        hint={text('registrations.from.hint')}
      >
        {(input) => <DateField input={input} value={from} onChange={(day) => set({ from: day })} />}
      </Field>
    </fieldset>
  )
}
