import { useState } from 'react'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { RadioField } from '../form/RadioField'
import { useDraft } from '../form/useDraft'
import { useLeave } from '../frame/useLeave'
import type { RegistrationChoicesFragment } from '../graph.generated'
import { CorrectPersonDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { HomeJobFields } from './HomeJobFields'
import { GuardianFields } from '../minors/GuardianFields'
import { Allowed } from '../session/Allowed'
import { PersonFields } from './PersonFields'
import { RegisterEmployerForm } from './RegisterEmployerForm'
import type { Person, PersonDraft } from './registrations'
import { correction, draftOf, missingOfJob } from './registrations'
import './registrations.css'

/** What stays empty stays as it is; the home job stays, changes, or ends. */
export function CorrectPersonForm({ person, choices }: { person: Person; choices: RegistrationChoicesFragment }) {
  const text = useText()
  const leave = useLeave()
  const { value, change, dirty, discard } = useDraft(`registrations/person/${person.id}.${person.version}`, draftOf(person))
  const [employerMissing, setEmployerMissing] = useState(false)
  const correct = useCommand(CorrectPersonDocument)
  const input = correction(person, value, choices.guardianText.version)
  const job = person.homeJobs.find(({ until }) => until === null)
  const here = `/people/${person.id}`
  const { refusal } = correct
  const set = (part: Partial<PersonDraft>) => {
    correct.forget()
    change((before) => ({ ...before, ...part }))
  }

  const names = { employerId: text('registrations.employer'), title: text('registrations.title'), from: text('registrations.from') }
  const missing = [
    ...(value.job === 'new' ? missingOfJob(value.homeJob).map((field) => names[field]) : []),
    ...(value.job === 'left' && !value.leftOn ? [text('registrations.leftOn')] : []),
  ]

  const send = async () => {
    const done = input && (await correct.send({ expectedVersion: person.version, input }))
    if (!done) return
    discard()
    leave(here, text('registrations.corrected', { name: done.correctPerson.person.name }))
  }
  const ways = (['same', 'new', ...(job ? (['left'] as const) : [])] as const).map((way) => ({
    value: way,
    name: text(job ? `registrations.job.${way}` : `registrations.noJob.${way}`),
  }))

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <div className="registration">
        <CommandForm
          command={correct}
          fields={[
            'name',
            'phone',
            'identityNumber',
            'homeJob',
            'homeJobLeftOn',
            'birthDate',
            'guardian.name',
            'guardian.phone',
            'guardian.on',
          ]}
          submit={text('registrations.submitCorrection')}
          ready={input !== null}
          missing={missing}
          onSubmit={() => void send()}
          aside={<PageLink to={here}>{text('registrations.backToPerson')}</PageLink>}
        >
          <PersonFields draft={value} person={person} refusal={refusal} set={set} />
          <Allowed to="persons.minors">
            <GuardianFields
              draft={value.child}
              label={text(person.minor ? 'minors.changeGuardian' : 'minors.isChild')}
              told={choices.guardianText}
              withBirthDate={value.identityNumber.trim() === ''}
              refusal={refusal}
              set={(part) => set({ child: { ...value.child, ...part } })}
            />
          </Allowed>
          <RadioField
            label={text('registrations.homeJob')}
            hint={job && text('registrations.jobNow', { employer: job.employer?.name ?? '—', title: job.title.name, from: job.from })}
            options={ways}
            value={value.job}
            onChange={(way) => set({ job: way })}
          />
          {value.job === 'new' && (
            <HomeJobFields
              job={value.homeJob}
              titles={choices.titles}
              refusal={refusal}
              set={(part) => set({ homeJob: { ...value.homeJob, ...part } })}
              missing={() => setEmployerMissing(true)}
            />
          )}
          {value.job === 'left' && (
            <Field label={text('registrations.leftOn')} name="homeJobLeftOn" refusal={refusal} hint={text('registrations.leftOn.hint')}>
              {(field) => <DateField input={field} value={value.leftOn} onChange={(leftOn) => set({ leftOn })} />}
            </Field>
          )}
        </CommandForm>
        {employerMissing && (
          <RegisterEmployerForm
            kinds={choices.employerKinds}
            close={() => setEmployerMissing(false)}
            registered={(employerId) => set({ homeJob: { ...value.homeJob, employerId, title: null } })}
          />
        )}
      </div>
    </>
  )
}
