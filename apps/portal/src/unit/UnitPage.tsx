import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { ActivityLines } from '../activities/ActivityLines'
import { UnitConditions } from '../conditions/UnitConditions'
import { CoveredEmployers } from '../covered-employers/CoveredEmployers'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { UnitPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Allowed } from '../session/Allowed'
import { read, write } from '../session/verbs'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { BodySeating } from './BodySeating'
import { HoldersByKind } from './HoldersByKind'
import { TimeLine } from './TimeLine'
import { UnitFacts } from './UnitFacts'
import './unit.css'
import { UnitGroups } from './UnitGroups'
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
  const { heads } = data
  if (!data.unit) return <Missing error={error} retry={() => void refetch()} />
  // Groups stand beside what makes a unit function: they have no terms and no chair.
  const groups = data.unit.bodies.filter(({ kind }) => kind.standing)
  const unit = { ...data.unit, bodies: data.unit.bodies.filter(({ kind }) => !kind.standing) }
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
      {groups.length > 0 && <UnitGroups groups={groups} day={day} />}
      <Allowed to={read('conditions')}>
        <UnitConditions unit={unit} />
      </Allowed>
      {unit.type.coversEmployers && (
        <Allowed to={read('employers')}>
          <CoveredEmployers unit={unit} day={day} />
        </Allowed>
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
      <Allowed to={read('accounts')}>
        <p className="not-printed">
          <PageLink to={`/units/${unit.id}/seen-by`}>{text('explanations.seers.unit')}</PageLink>
        </p>
      </Allowed>
      {unit.until !== null && unit.until > day && !unit.mergedInto && (
        <p className="unit-foot not-printed">
          <Allowed to={write('units')}>
            <PageLink to={`/units/${unit.id}/revive`}>{text('revivals.link')}</PageLink>
          </Allowed>
        </p>
      )}
      {unit.until === null && (
        <p className="unit-foot not-printed">
          <Allowed to={write('units')}>
            <PageLink to={`/units/new?parent=${unit.id}`}>{text('unit.establishBelow')}</PageLink>
          </Allowed>
          {unit.bodies.length > 0 && (
            <Allowed to={write('bodies')}>
              <PageLink to={`/units/${unit.id}/terms/new?body=new`}>{text('unit.openBody')}</PageLink>
            </Allowed>
          )}
          {unit.pilot ? (
            unit.pilot.mayDesignate && <PageLink to={`/pilots/${unit.pilot.id}/end`}>{text('unit.endPilot')}</PageLink>
          ) : (
            <Allowed to="pilots.designate">
              <PageLink to={`/pilots/new?unit=${unit.id}`}>{text('unit.designate')}</PageLink>
            </Allowed>
          )}
          <Allowed to={write('units')}>
            <PageLink to={`/units/${unit.id}/rename`}>{text('renamings.name')}</PageLink>
          </Allowed>
          <Allowed to={write('units')}>
            <PageLink to={`/units/${unit.id}/move`}>{text('moves.name')}</PageLink>
          </Allowed>
          <Allowed to={write('units')}>
            <PageLink to={`/units/${unit.id}/merge`}>{text('merges.name')}</PageLink>
          </Allowed>
          <Allowed to={write('units')}>
            <PageLink to={`/units/${unit.id}/split`}>{text('splits.name')}</PageLink>
          </Allowed>
          <Allowed to={write('units')}>
            <PageLink to={`/units/${unit.id}/dissolve`} className="unit-dissolve">
              {text('unit.dissolve')}
            </PageLink>
          </Allowed>
        </p>
      )}
    </article>
  )
}
