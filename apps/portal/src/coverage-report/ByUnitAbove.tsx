import { useQuery } from '@apollo/client/react'
import { PageLink } from '../date/PageLink'
import { useToday } from '../date/useToday'
import { CoverageByUnitAboveDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { Unanswered } from '../states/Unanswered'
import { sideBySide } from './by-unit-above'

/** Covered towns by the unit above, by the tree of that day and by that of today: both add up to the same. */
export function ByUnitAbove({ within, on }: { within: string | undefined; on: string | undefined }) {
  const text = useText()
  const today = useToday()
  const { data, error, refetch } = useQuery(CoverageByUnitAboveDocument, {
    variables: { within, on, today: today ?? '' },
    skip: !today,
  })
  if (!data) return <Unanswered error={error} retry={() => void refetch()} />
  const lines = sideBySide(data.coverage.then, data.coverage.now)
  if (lines.length === 0) return null
  const sum = (tree: 'then' | 'now') => lines.reduce((total, line) => total + line[tree], 0)

  return (
    <section>
      <h2>{text('coverageReport.byUnitAbove')}</h2>
      <div className="report-table">
        <table>
          <caption className="unseen">{text('coverageReport.byUnitAbove')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('unit.parent')}</th>
              <th scope="col" className="numeric">
                {text('coverageReport.treeThen', { on: on ?? today })}
              </th>
              <th scope="col" className="numeric">
                {text('coverageReport.treeNow', { today })}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ unit, then, now }) => (
              <tr key={unit?.id ?? ''}>
                <th scope="row">{unit ? <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink> : text('coverageReport.noUnitAbove')}</th>
                <td className="numeric">{then}</td>
                <td className="numeric">{now}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{text('coverageReport.sum')}</th>
              <td className="numeric">{sum('then')}</td>
              <td className="numeric">{sum('now')}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}
