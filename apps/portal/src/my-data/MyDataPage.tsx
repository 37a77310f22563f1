import { useQuery } from '@apollo/client/react'
import { AccessLines } from '../accesses/AccessLines'
import { PageLink } from '../date/PageLink'
import { MyDataPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { NamingPapers } from '../papers/NamingPapers'
import { useWords } from '../words/useWords'
import { HomeJobs } from '../people/HomeJobs'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { Kept } from './Kept'
import { MyConsents } from './MyConsents'
import './my-data.css'
import { MyErasure } from './MyErasure'
import { Places } from './Places'
import { SaveMyData } from './SaveMyData'

/** 我的信息: what is kept of the reader, where it goes, who looked, and what he can do about it (PIPL Art.44 to 50). */
export function MyDataPage() {
  const text = useText()
  const words = useWords()
  const { data, error, refetch } = useQuery(MyDataPageDocument, { fetchPolicy: 'cache-and-network' })

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { myData } = data
  if (!myData)
    return (
      <article className="page">
        <PageHeading name={text('myData.name')}>{text('myData.name')}</PageHeading>
        <EmptyState>{text('myData.none')}</EmptyState>
      </article>
    )
  return (
    <article className="page my-data">
      <PageHeading name={text('myData.name')}>{text('myData.title', { name: myData.name, count: myData.accesses.length })}</PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <Kept data={myData} />
      <MyConsents bases={myData.legalBases} />
      <section>
        <h2>{text('accesses.name')}</h2>
        <p className="quiet small">{text('myData.accesses.hint')}</p>
        <p className="not-printed">
          <PageLink to="/my-data/seen-by">{text('explanations.seers.me')}</PageLink>
        </p>
        <AccessLines accesses={myData.accesses} none={text('accesses.none')} />
      </section>
      <div className="my-data-columns">
        <section>
          <h2>{text('myData.posts')}</h2>
          {myData.appointments.length === 0 ? (
            <EmptyState>{text('myData.posts.none')}</EmptyState>
          ) : (
            <ul className="my-data-posts">
              {myData.appointments.map(({ id, unit, seat, from, until }) => (
                <li key={id}>
                  {unit?.name ?? '—'} {seat?.title ?? '—'}{' '}
                  <span className="quiet small">{text('myData.fromUntil', { from, until: words.end(until) })}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h2>{text('myData.homeJobs')}</h2>
          <HomeJobs jobs={myData.homeJobs} />
        </section>
      </div>
      {myData.papers.length > 0 && (
        <section>
          <h2>{text('myData.papers', { count: myData.papers.length })}</h2>
          <NamingPapers papers={myData.papers} linked={false} />
          <p className="quiet small">{text('myData.papers.hint')}</p>
        </section>
      )}
      <Places places={myData.places} />
      <SaveMyData data={myData} />
      <MyErasure request={myData.erasureRequest} />
    </article>
  )
}
