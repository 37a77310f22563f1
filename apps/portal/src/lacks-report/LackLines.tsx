import { InlineFigure } from '../figure/InlineFigure'
import type { LacksReportQuery } from '../graph.generated'
import { useText } from '../language/useText'
import { Definitions } from '../reports/Definitions'
import { address } from '../reports/reports'
import { useRateText } from '../figure/useRateText'

const figures = ['lacking', 'notLacking', 'unknown'] as const
const states = { lacking: 'LACKING', notLacking: 'NOT_LACKING', unknown: 'UNKNOWN' }

/** A line for each of the four lacks; each figure opens the units behind it. */
export function LackLines({
  lacks: { level, lacks, units, asOf },
  within,
}: {
  lacks: LacksReportQuery['lacks']
  within: string | undefined
}) {
  const text = useText()
  const rateText = useRateText()
  const [first] = lacks

  return (
    <div className="report-table">
      <table>
        <caption className="unseen">{text('reports.view.lacks')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('lacksReport.lack')}</th>
            {figures.map((name) => (
              <th key={name} scope="col" className="numeric">
                {text(`lacksReport.${name}`)}
              </th>
            ))}
            <th scope="col" className="numeric">
              {text('lacksReport.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lacks.map((line) => (
            <tr key={line.lack}>
              <th scope="row">{line.name}</th>
              {figures.map((name) => (
                <td key={name} className="numeric">
                  <InlineFigure
                    figure={line[name]}
                    to={address('/reports', { view: 'lacks', level, within, lack: line.lack, state: states[name] })}
                  />
                </td>
              ))}
              <td className="numeric">{rateText(line.rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {first && (
        <Definitions
          day={asOf.on}
          figures={[
            [text('lacksReport.units'), units],
            ...figures.map((name) => [text(`lacksReport.${name}`), first[name]] as const),
            [text('lacksReport.rate'), first.rate],
          ]}
        />
      )}
    </div>
  )
}
