import { PageLink } from '../date/PageLink'
import { valueOf } from '../figure/figures'
import { InlineFigure } from '../figure/InlineFigure'
import { Trend } from '../figure/Trend'
import { useFigureText } from '../figure/useFigureText'
import type { CoverageLineFragment, TrendOfCoverageFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'

/** A level with the month-ends of the year before; either is null while its service is away. */
interface Line {
  coverage: CoverageLineFragment | null
  trend: readonly TrendOfCoverageFragment[] | null
}

/** Covered, functioning and blank at each level, with the part that is covered as a bar. */
export function CoverageTable({ lines, on }: { lines: readonly Line[]; on: string | undefined }) {
  const text = useText()
  const words = useWords()
  const figureText = useFigureText()
  const known = lines.flatMap(({ coverage, trend }) => (coverage ? [{ line: coverage, trend }] : []))

  return (
    <table className="coverage-table">
      <caption className="unseen">{text('today.coverage')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('today.level')}</th>
          <th scope="col">{text('today.total')}</th>
          <th scope="col">{text('today.covered')}</th>
          <th scope="col" className="coverage-trend">
            {text('today.trend')}
          </th>
          <th scope="col">{text('today.functioning')}</th>
          <th scope="col">{text('today.blank')}</th>
          <th scope="col" className="coverage-zones">
            {text('today.zones')}
          </th>
          <th scope="col" className="coverage-rate">
            {text('today.rate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {known.map(({ line, trend }) => (
          <tr key={line.level}>
            <th scope="row">
              <PageLink to={`/network?level=${line.level}`}>{words.level(line.level)}</PageLink>
            </th>
            <td>
              <InlineFigure figure={line.total} />
            </td>
            <td>
              <InlineFigure figure={line.covered} />
            </td>
            <td className="coverage-trend">
              <Trend points={[...before(trend, on), ...now(line, on)]} />
            </td>
            <td>
              <InlineFigure figure={line.functioning} />
            </td>
            <td>
              <InlineFigure figure={line.blank} to={`/blank-spots?level=${line.level}`} />
            </td>
            <td className="coverage-zones">
              <InlineFigure figure={line.zones} />
            </td>
            <td className="coverage-rate">
              <span>{figureText(line.rate)}%</span>
              <svg className="coverage-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className="coverage-bar-all" width="100" height="8" />
                <rect className="coverage-bar-part" width={valueOf(line.rate) ?? 0} height="8" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={8} className="quiet small">
            {text('today.coverage.note', { day: on ?? '—' })}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Month-ends up to the day looked at: the clock of this machine may be ahead of the services' day. */
function before(trend: Line['trend'], on: string | undefined) {
  return (trend ?? []).filter((point) => on === undefined || point.on < on).map((point) => ({ on: point.on, value: point.covered }))
}

function now(line: CoverageLineFragment, on: string | undefined) {
  const value = valueOf(line.covered)
  return on === undefined || value === null ? [] : [{ on, value }]
}
