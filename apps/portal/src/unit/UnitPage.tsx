import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { ActivityLines } from '../activities/ActivityLines'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { UnitPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { NotFoundPage } from '../states/NotFoundPage'
import { Unanswered } from '../states/Unanswered'
import { BodySeating } from './BodySeating'
import { HoldersByKind } from './HoldersByKind'
import { TimeLine } from './TimeLine'
import { UnitFacts } from './UnitFacts'
import './unit.css'
import { useUnitHeading } from './useUnitHeading'

/** 组织: one unit, its bodies with names and vacancies, who holds posts in it, what became of it and what it does. */
export function UnitPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { on } = useOn()
  const day = useDay()
  const { data, error, refetch } = useQuery(UnitPageDocument, { variables: { id, on } })
  const headingOf = useUnitHeading()

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit, heads } = data
  if (!unit) return <NotFoundPage />
  const { sentence, action } = headingOf(unit, day)

  return (
    <article className="page unit">
      <PageHeading name={unit.name} action={action}>
        {sentence}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <UnitFacts unit={unit} day={day} />
      {unit.bodies.length === 0 ? (
        <section>
          <h2>{text('unit.bodies')}</h2>
          <EmptyState>{text('unit.bodies.none')}</EmptyState>
        </section>
      ) : (
        unit.bodies.map((body) => <BodySeating key={body.id} unit={unit} body={body} heads={heads} day={day} />)
      )}
      <div className="unit-columns">
        <div>
          <HoldersByKind holders={unit.holders} />
          <section>
            <h2>{text('unit.activities')}</h2>
            <ActivityLines
              activities={unit.activities}
              none={text('unit.activities.none')}
              all={{ to: `/activities?unit=${unit.id}`, name: text('unit.activities.all') }}
            />
          </section>
        </div>
        <TimeLine unit={unit} day={day} />
      </div>
      {unit.until === null && (
        <p className="unit-foot not-printed">
          <PageLink to={`/units/new?parent=${unit.id}`}>{text('unit.establishBelow')}</PageLink>
          {unit.bodies.length > 0 && <PageLink to={`/units/${unit.id}/terms/new?body=new`}>{text('unit.openBody')}</PageLink>}
          <PageLink to={`/units/${unit.id}/dissolve`} className="unit-dissolve">
            {text('unit.dissolve')}
          </PageLink>
        </p>
      )}
    </article>
  )
}
