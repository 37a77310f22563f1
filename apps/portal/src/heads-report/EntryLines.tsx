import { PageLink } from '../date/PageLink'
import { InlineFigure } from '../figure/InlineFigure'
import type { EntryLineFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import { Definitions } from '../reports/Definitions'
import { address } from '../reports/reports'

/** The figures of each level, a column each head. */
export function EntryLines({ lines, within }: { lines: readonly EntryLineFragment[]; within: string | undefined }) {
  const text = useText()
  const words = useWords()
  const [first] = lines
  if (!first) return null

  return (
    <div className="report-table">
      <table>
        <caption className="unseen">{text('reports.view.heads')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('reports.level')}</th>
            <th scope="col" className="numeric">
              {text('headsReport.allBodies')}
            </th>
            {first.byHead.map(({ head }) => (
              <th key={head.code} scope="col" className="numeric">
                {text('headsReport.with', { head: head.name })}
              </th>
            ))}
            <th scope="col" className="numeric">
              {text('headsReport.fullHouse')}
            </th>
            <th scope="col" className="numeric">
              {text('headsReport.persons')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const records = address('/reports', { view: 'heads', level: line.level, within })
            return (
              <tr key={line.level}>
                <th scope="row">
                  <PageLink to={records}>{words.level(line.level)}</PageLink>
                </th>
                <td className="numeric">
                  <InlineFigure figure={line.bodies} to={records} />
                </td>
                {line.byHead.map(({ head, bodies }) => (
                  <td key={head.code} className="numeric">
                    <InlineFigure figure={bodies} to={records} />
                  </td>
                ))}
                <td className="numeric">
                  <InlineFigure figure={line.fullHouse} to={records} />
                </td>
                <td className="numeric">
                  <InlineFigure figure={line.persons} to={address('/people', { within })} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Definitions
        day={first.asOf.on}
        figures={[
          [text('headsReport.allBodies'), first.bodies],
          [text('headsReport.fullHouse'), first.fullHouse],
          [text('headsReport.persons'), first.persons],
        ]}
      />
    </div>
  )
}
