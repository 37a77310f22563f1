import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { ActivityLines } from '../activities/ActivityLines'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { PersonPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Particular, Particulars } from '../particulars/Particulars'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { NotFoundPage } from '../states/NotFoundPage'
import { Unanswered } from '../states/Unanswered'
import { HomeJobs } from './HomeJobs'
import { activitiesLed, homeJobOn } from './people'
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
  if (!person) return <NotFoundPage />
  const { name, head, appointments } = person
  const held = appointments.filter((post) => post.held)
  const job = homeJobOn(person, day)

  return (
    <article className="page person">
      <PageHeading name={name} action={<ActionLink to={`/people/${person.id}/correct`}>{text('people.correct')}</ActionLink>}>
        {text(head ? 'people.personTitle' : 'people.personTitleWithoutHead', { name, head: head?.name, count: held.length })}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <Particulars>
        <Particular name={text('people.column.employer')}>{job?.employer?.name}</Particular>
        <Particular name={text('people.column.title')}>{job?.title.name}</Particular>
        <Particular name={text('people.column.phone')}>{person.phone}</Particular>
        <Particular name={text('people.identityNumber')}>{person.identityNumber}</Particular>
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
    </article>
  )
}
