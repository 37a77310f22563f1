import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { ConsentFields } from '../consents/ConsentFields'
import { consentInputs } from '../consents/consents'
import { PageLink } from '../date/PageLink'
import { useKeepOn } from '../date/useKeepOn'
import { useToday } from '../date/useToday'
import { CommandForm } from '../form/CommandForm'
import { LeaveGuard } from '../form/LeaveGuard'
import { useDraft } from '../form/useDraft'
import { useSaved } from '../frame/Saved'
import { RegisterPersonDocument, RegisterPersonPageDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { GuardianFields } from '../minors/GuardianFields'
import { guardianInput } from '../minors/minors'
import { Allowed } from '../session/Allowed'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { HomeJobFields } from './HomeJobFields'
import { Namesakes } from './Namesakes'
import { PersonFields } from './PersonFields'
import { RegisterEmployerForm } from './RegisterEmployerForm'
import type { PersonDraft } from './registrations'
import { blankPerson, jobBegun, missingOfJob, registration } from './registrations'
import './registrations.css'

/** 登记人员: name, phone, home job and to what the person agrees; whoever has that name already is shown, an employer that is missing is registered beside it. `?seat=…` leads back to the seat that somebody was sought for. */
export function RegisterPersonPage() {
  const text = useText()
  const keep = useKeepOn()
  const navigate = useNavigate()
  const saved = useSaved()
  const [parameters] = useSearchParams()
  const seat = parameters.get('seat')
  const { data, error, refetch } = useQuery(RegisterPersonPageDocument)
  const { value, change, dirty, discard } = useDraft('registrations/new-person', blankPerson)
  const [employerMissing, setEmployerMissing] = useState(false)
  const register = useCommand(RegisterPersonDocument)
  const today = useToday()
  const purposes = data?.processingPurposes ?? []
  const told = data?.guardianText
  const input = registration(value, { purposes, guardianVersion: told?.version ?? 0 }, today)
  const { refusal } = register
  const set = (part: Partial<PersonDraft>) => {
    register.forget()
    change((before) => ({ ...before, ...part }))
  }

  const names = { employerId: text('registrations.employer'), title: text('registrations.title'), from: text('registrations.from') }
  const missing = [
    ...(value.name.trim() === '' ? [text('registrations.name')] : []),
    ...(jobBegun(value) ? missingOfJob(value.homeJob).map((field) => names[field]) : []),
    ...(guardianInput(value.child, 0) === undefined ? [text('minors.guardian')] : []),
    ...(consentInputs(value.consent, purposes, today) ? [] : [text('consents.on')]),
  ]

  const send = async () => {
    const done = input && (await register.send({ input }))
    if (!done) return
    discard()
    saved(text('registrations.saved', { name: done.registerPerson.person.name }))
    const { id } = done.registerPerson.person
    void navigate(keep(seat ? `/seats/${seat}/appoint?person=${id}` : `/people/${id}`))
  }

  return (
    <article className="page">
      <PageHeading name={text('registrations.register')}>{text('registrations.register')}</PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <LeaveGuard dirty={dirty} />
      {data ? (
        <div className="registration">
          <CommandForm
            command={register}
            fields={['name', 'phone', 'identityNumber', 'homeJob', 'birthDate', 'guardian.name', 'guardian.phone', 'guardian.on']}
            submit={text('registrations.submit')}
            ready={input !== null}
            missing={missing}
            onSubmit={() => void send()}
            aside={
              seat ? (
                <PageLink to={`/seats/${seat}/appoint`}>{text('registrations.backToSeat')}</PageLink>
              ) : (
                <PageLink to="/people">{text('registrations.back')}</PageLink>
              )
            }
          >
            <PersonFields draft={value} refusal={refusal} set={set} />
            <Allowed to="persons.minors">
              <GuardianFields
                draft={value.child}
                label={text('minors.isChild')}
                told={data.guardianText}
                withBirthDate
                refusal={refusal}
                set={(part) => set({ child: { ...value.child, ...part } })}
              />
            </Allowed>
            <Namesakes name={value.name} />
            <HomeJobFields
              job={value.homeJob}
              titles={data.titles}
              refusal={refusal}
              optional
              set={(part) => set({ homeJob: { ...value.homeJob, ...part } })}
              missing={() => setEmployerMissing(true)}
            />
            <ConsentFields
              draft={value.consent}
              terms={purposes}
              refusal={refusal}
              headed
              set={(part) => set({ consent: { ...value.consent, ...part } })}
            />
          </CommandForm>
          {employerMissing && (
            <RegisterEmployerForm
              kinds={data.employerKinds}
              close={() => setEmployerMissing(false)}
              registered={(employerId) => set({ homeJob: { ...value.homeJob, employerId, title: null } })}
            />
          )}
        </div>
      ) : (
        !error && <Loading />
      )}
    </article>
  )
}
