import { PageLink } from '../date/PageLink'
import type { TaskStandingFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { DatedLine, DatedLines } from '../particulars/DatedLines'
import { useWords } from '../words/useWords'

interface PilotTasksProps {
  pilotId: string
  tasks: readonly TaskStandingFragment[]
  day: string
  mayRecord: boolean
}

/** Each task of the notice with its state, its next step, and what was recorded before. */
export function PilotTasks({ pilotId, tasks, day, mayRecord }: PilotTasksProps) {
  const text = useText()
  const words = useWords()
  return (
    <section>
      <h2>{text('pilot.tasks')}</h2>
      <ul className="pilot-tasks">
        {tasks.map(({ task, state, records }) => (
          <li key={task.code} className={`pilot-task pilot-task-${state.toLowerCase()}`}>
            <h3>{task.name}</h3>
            <span className="pilot-task-state">
              {words.pilotTask(state)}
              {records[0] && <span className="quiet"> · {records[0].on}</span>}
            </span>
            <span>{records[0] ? <Step record={records[0]} day={day} over={state === 'DONE' || state === 'DROPPED'} /> : '—'}</span>
            {mayRecord && (
              <PageLink
                to={`/pilots/${pilotId}/tasks?task=${task.code}`}
                className="not-printed"
                aria-label={text('pilot.recordOf', { task: task.name })}
              >
                {text('pilots.record')}
              </PageLink>
            )}
            {records.length > 1 && (
              <details className="pilot-task-history">
                <summary>{text('pilot.history', { count: records.length })}</summary>
                <DatedLines>
                  {records.map((record, place) => (
                    <DatedLine key={records.length - place} day={record.on}>
                      {[words.pilotTask(record.state), record.remark, record.nextStep && text('pilot.step', { step: record.nextStep })]
                        .filter(Boolean)
                        .join(' · ')}
                    </DatedLine>
                  ))}
                </DatedLines>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Step({ record, day, over }: { record: TaskStandingFragment['records'][number]; day: string; over: boolean }) {
  const text = useText()
  const { remark, nextStep, nextStepBy } = record
  const late = !over && nextStepBy !== null && nextStepBy < day
  return (
    <>
      {remark}
      {remark && nextStep && ' · '}
      {nextStep && text('pilot.step', { step: nextStep })}
      {nextStepBy && (
        <span className={late ? 'overdue' : 'quiet'}> {text(late ? 'pilot.stepLate' : 'pilot.stepBy', { by: nextStepBy })}</span>
      )}
      {!remark && !nextStep && '—'}
    </>
  )
}
