import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { Accesses } from '../accesses/Accesses'
import { MaskedNumber } from '../accesses/MaskedNumber'
import { ActivityLines } from '../activities/ActivityLines'
import { PersonConsents } from '../consents/PersonConsents'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { PersonPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { MinorParticulars } from '../minors/MinorParticulars'
import { Particular, Particulars } from '../particulars/Particulars'
import { Allowed } from '../session/Allowed'
import { read, write } from '../session/verbs'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { HomeJobs } from './HomeJobs'
import { activitiesLed, homeJobOn, mayBeCalled } from './people'
import './people.css'
import { Posts } from './Posts'

/** 人员: one person, the posts past and present, the home jobs and the activities led. */
export function PersonPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { on } = useOn()
  const day = useDay()
  const { data, error, refetch } = useQuery(PersonPageDocument, { variables: { id, on } })

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { person } = data
  if (!person) return <Missing error={error} retry={() => void refetch()} />
  const { name, head, appointments } = person
  const held = appointments.filter((post) => post.held)
  const job = homeJobOn(person, day)

  return (
    <article className="page person">
      <PageHeading
        name={name}
        action={
          person.erasedOn ? null : (
            <ActionLink to={`/people/${person.id}/correct`} verb={write('persons')}>
              {text('people.correct')}
            </ActionLink>
          )
        }
      >
        {person.erasedOn
          ? text('people.personTitleErased', { on: person.erasedOn })
          : text(head ? 'people.personTitle' : 'people.personTitleWithoutHead', { name, head: head?.name, count: held.length })}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      {person.erasureRequest?.declinedOn === null && (
        <Allowed to="persons.erase">
          <p className="person-asks">
            {text('people.asksErasure', { on: person.erasureRequest.on })}{' '}
            <PageLink to={`/people/${person.id}/erase`}>{text('people.asksErasure.decide')}</PageLink>
          </p>
        </Allowed>
      )}
      <Particulars>
        <Particular name={text('people.column.employer')}>{job?.employer?.name}</Particular>
        <Particular name={text('people.column.title')}>{job?.title.name}</Particular>
        <Particular name={text('people.column.phone')}>
          <MaskedNumber person={person} field="PHONE" masked={person.phone} />
          {person.phone !== null && !mayBeCalled(person) && <span className="quiet small"> {text('people.notToBeCalled')}</span>}
        </Particular>
        <Particular name={text('people.identityNumber')}>
          <MaskedNumber person={person} field="IDENTITY_NUMBER" masked={person.identityNumber} />
        </Particular>
        {person.minor && <MinorParticulars person={person} minor={person.minor} />}
      </Particulars>
      <section>
        <h2>{text('people.posts')}</h2>
        {appointments.length === 0 ? <EmptyState>{text('people.posts.none')}</EmptyState> : <Posts posts={appointments} name={name} />}
      </section>
      <div className="person-columns">
        <section>
          <h2>{text('people.homeJobs')}</h2>
          <HomeJobs jobs={person.homeJobs} />
        </section>
        <section>
          <h2>{text('people.led')}</h2>
          <ActivityLines activities={activitiesLed(person)} none={text('people.led.none')} />
        </section>
      </div>
      {!person.erasedOn && <PersonConsents person={person} />}
      <Allowed to={read('accesses')}>
        <Accesses personId={person.id} />
      </Allowed>
      {!person.erasedOn && (
        <Allowed to={read('accounts')}>
          <p className="not-printed">
            <PageLink to={`/people/${person.id}/seen-by`}>{text('explanations.seers.person')}</PageLink>
          </p>
        </Allowed>
      )}
      {!person.erasedOn && (
        <Allowed to="persons.erase">
          <p className="person-foot not-printed">
            <PageLink to={`/people/${person.id}/erase`}>{text('people.erase')}</PageLink>
          </p>
        </Allowed>
      )}
    </article>
  )
}
