import type { HomeJobLineFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { DatedLine, DatedLines } from '../particulars/DatedLines'

/** Where somebody works and worked, newest first. */
export function HomeJobs({ jobs }: { jobs: readonly HomeJobLineFragment[] }) {
  const text = useText()
  if (jobs.length === 0) return <p className="quiet">{text('people.homeJobs.none')}</p>
  return (
    <DatedLines>
      {jobs.map(({ from, until, employer, title }) => (
        <DatedLine key={from} day={from}>
          {employer?.name ?? '—'} {title.name} {until && <span className="quiet small">{text('people.untilDay', { until })}</span>}
        </DatedLine>
      ))}
    </DatedLines>
  )
}
