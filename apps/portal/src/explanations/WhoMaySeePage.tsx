import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import type { WhereInput } from '../graph.generated'
import { SeenMyselfDocument, SeenPersonDocument, SeenUnitDocument, WhoMaySeeDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { MoreRows } from '../table/MoreRows'
import './explanations.css'
import { Reasons } from './Reasons'

/** 谁能看到这个组织: the accounts that may see a unit today, and why. */
export function WhoMaySeeUnitPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(SeenUnitDocument, { variables: { id } })
  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  if (!data.unit) return <Missing error={error} retry={() => void refetch()} />
  return <Seers name={data.unit.name} at={{ unitId: id }} back={{ to: `/units/${id}`, name: text('explanations.seers.backToUnit') }} />
}

/** 谁能看到这个人: the same for a person. */
export function WhoMaySeePersonPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(SeenPersonDocument, { variables: { id } })
  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  if (!data.person) return <Missing error={error} retry={() => void refetch()} />
  return (
    <Seers name={data.person.name} at={{ personId: id }} back={{ to: `/people/${id}`, name: text('explanations.seers.backToPerson') }} />
  )
}

/** 谁能看到我: the same for the reader, who needs no right for it (PIPL Art.44). */
export function WhoMaySeeMePage() {
  const text = useText()
  const { data, error, refetch } = useQuery(SeenMyselfDocument)
  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { myData } = data
  if (!myData) return <EmptyState>{text('myData.none')}</EmptyState>
  return (
    <Seers name={myData.name} at={{ personId: myData.personId }} back={{ to: '/my-data', name: text('explanations.seers.backToMyData') }} />
  )
}

interface SeersProps {
  name: string
  at: WhereInput
  back: { to: string; name: string }
}

function Seers({ name, at, back }: SeersProps) {
  const text = useText()
  const { on } = useOn()
  const asked = useQuery(WhoMaySeeDocument, { variables: { at, on } })
  const { data, error, refetch } = asked
  const paging = usePaging(asked, { take: (it) => it.whoMaySee, put: (it, whoMaySee) => ({ ...it, whoMaySee }) })
  const seers = data?.whoMaySee.nodes

  return (
    <article className="page">
      <PageHeading name={text('explanations.seers.name')}>
        {seers
          ? text(paging.hasMore ? 'explanations.seers.titleOfFirst' : 'explanations.seers.title', { name, count: seers.length })
          : text('explanations.seers.name')}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <p className="quiet">{text('explanations.seers.lead')}</p>
      {!seers && !error && <Loading />}
      {seers && (
        <ul className="seers">
          {seers.map(({ accountId, holder, reasons }) => (
            <li key={accountId}>
              <h2>{holder}</h2>
              <Reasons reasons={reasons} />
            </li>
          ))}
        </ul>
      )}
      {paging.hasMore && <MoreRows count={seers?.length ?? 0} paging={paging} />}
      <p className="not-printed">
        <PageLink to={back.to}>{back.name}</PageLink>
      </p>
    </article>
  )
}
