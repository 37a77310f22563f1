import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { PilotPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Particular, Particulars } from '../particulars/Particulars'
import { tasksDone } from '../pilots/pilots'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import './pilot.css'
import { PilotTasks } from './PilotTasks'

/** 试点单位: one designation, the paper that it rests on, and where the unit is with each task of the notice. */
export function PilotPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { on } = useOn()
  const day = useDay()
  const { data, error, refetch } = useQuery(PilotPageDocument, { variables: { id, on } })

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { pilot } = data
  if (!pilot) return <Missing error={error} retry={() => void refetch()} />
  const { unit, category, department, from, until, tasks } = pilot
  const over = until !== null && until <= day

  return (
    <article className="page pilot">
      <PageHeading
        name={text('pilot.name', { unit: unit.name })}
        action={
          pilot.mayRecord &&
          !over && (
            <ActionLink to={`/pilots/${id}/tasks`} verb="pilots.record">
              {text('pilots.record')}
            </ActionLink>
          )
        }
      >
        {text(over ? 'pilot.titleOver' : 'pilot.title', { unit: unit.name, category: category.name, until, ...tasksDone(tasks) })}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <Particulars>
        <Particular name={text('pilots.unit')}>
          <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink>
        </Particular>
        <Particular name={text('pilots.category')}>
          <PageLink to={`/pilots?category=${category.code}`}>{category.name}</PageLink>
        </Particular>
        <Particular name={text('pilots.department')}>{department.name}</Particular>
        <Particular name={text('pilot.period')}>{text(until ? 'pilot.fromUntil' : 'pilot.from', { from, until })}</Particular>
        <Particular name={text('pilot.paper')}>{pilot.paper}</Particular>
        {pilot.endReason && <Particular name={text('pilot.endReason')}>{pilot.endReason}</Particular>}
      </Particulars>
      <PilotTasks pilotId={id} tasks={tasks} day={day} mayRecord={pilot.mayRecord && !over} />
      {pilot.mayDesignate && !over && (
        <p className="pilot-foot not-printed">
          <PageLink to={`/pilots/${id}/change`}>{text('pilot.change')}</PageLink>
          <PageLink to={`/pilots/${id}/end`} className="pilot-end">
            {text('pilot.end')}
          </PageLink>
        </p>
      )}
    </article>
  )
}
