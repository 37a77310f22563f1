import { PageLink } from '../date/PageLink'
import { InlineFigure } from '../figure/InlineFigure'
import { useFigureText } from '../figure/useFigureText'
import type { CoverageLineFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import { Definitions } from '../reports/Definitions'
import { address } from '../reports/reports'

const figures = ['total', 'covered', 'functioning', 'blank', 'zones', 'rate'] as const

/** The figures of each level; each opens what lies behind it. */
export function CoverageLines({ lines, within }: { lines: readonly CoverageLineFragment[]; within: string | undefined }) {
  const text = useText()
  const words = useWords()
  const figureText = useFigureText()
  const [first] = lines

  return (
    <div className="report-table">
      <table>
        <caption className="unseen">{text('reports.view.coverage')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('reports.level')}</th>
            {figures.map((name) => (
              <th key={name} scope="col" className={name === 'zones' ? 'numeric report-wide' : 'numeric'}>
                {text(`coverageReport.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const { level } = line
            const network = address('/network', { level, within })
            return (
              <tr key={level}>
                <th scope="row">
                  <PageLink to={network}>{words.level(level)}</PageLink>
                </th>
                <td className="numeric">
                  <InlineFigure figure={line.total} to={network} />
                </td>
                <td className="numeric">
                  <InlineFigure figure={line.covered} to={network} />
                </td>
                <td className="numeric">
                  <InlineFigure figure={line.functioning} to={network} />
                </td>
                <td className="numeric">
                  <InlineFigure figure={line.blank} to={address('/blank-spots', { level, within })} />
                </td>
                <td className="numeric report-wide">
                  <InlineFigure figure={line.zones} to={network} />
                </td>
                <td className="numeric">{figureText(line.rate)}%</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {first && <Definitions day={first.asOf.on} figures={figures.map((name) => [text(`coverageReport.${name}`), first[name]] as const)} />}
    </div>
  )
}
