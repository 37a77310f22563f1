import { PageLink } from '../date/PageLink'
import { InlineFigure } from '../figure/InlineFigure'
import { useRateText } from '../figure/useRateText'
import { valueOf } from '../figure/figures'
import type { EmployersCountedFragment, SectorsReportQuery } from '../graph.generated'
import { useText } from '../language/useText'
import { Definitions } from '../reports/Definitions'
import { address } from '../reports/reports'
import { measures } from './sectors-report'

interface SectorLinesProps {
  coverage: SectorsReportQuery['sectorCoverage']
  within: string | undefined
}

/** A line for each department, then for each of its kinds that there is an employer of; each figure opens the employers behind it. */
export function SectorLines({ coverage, within }: SectorLinesProps) {
  const text = useText()
  const { whole, sectors, asOf } = coverage
  const lines = sectors.flatMap(({ department, name, employers, kinds }) => [
    {
      key: `sector-${department}`,
      name: name ?? text('sectorsReport.noDepartment'),
      employers,
      asked: department ? { department } : {},
      part: false,
    },
    ...kinds
      .filter((kind) => (valueOf(kind.employers.known) ?? 0) > 0)
      .map((kind) => ({ key: `kind-${kind.kind}`, name: kind.name, employers: kind.employers, asked: { kind: kind.kind }, part: true })),
  ])

  return (
    <div className="report-table">
      <table>
        <caption className="unseen">{text('reports.view.sectors')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('sectorsReport.sector')}</th>
            {measures.map(({ name }) => (
              <th key={name} scope="col" className={isDetail(name) ? 'numeric report-wide' : 'numeric'}>
                {text(`sectorsReport.${name}`)}
              </th>
            ))}
            <th scope="col" className="numeric">
              {text('sectorsReport.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, employers, asked, part }) => (
            <Line key={key} name={name} employers={employers} asked={{ ...asked, within }} part={part} />
          ))}
          <Line name={text('sectorsReport.whole')} employers={whole} asked={{ within }} part={false} />
        </tbody>
      </table>
      <Definitions
        day={asOf.on}
        figures={[
          ...measures.map(({ name }) => [text(`sectorsReport.${name}`), whole[name]] as const),
          [text('sectorsReport.rate'), whole.rate] as const,
        ]}
      />
    </div>
  )
}

interface LineProps {
  name: string
  employers: EmployersCountedFragment
  /** What narrows the employers behind the line. */
  asked: Record<string, string | undefined>
  /** A kind stands below its department. */
  part: boolean
}

function Line({ name, employers, asked, part }: LineProps) {
  const rateText = useRateText()
  const records = (state: string | null) => address('/reports', { view: 'sectors', ...asked, state: state ?? undefined })
  return (
    <tr className={part ? 'sector-kind' : 'sector-whole'}>
      <th scope="row">
        <PageLink to={records(null)}>{name}</PageLink>
      </th>
      {measures.map((measure) => (
        <td key={measure.name} className={isDetail(measure.name) ? 'numeric report-wide' : 'numeric'}>
          <InlineFigure figure={employers[measure.name]} to={records(measure.state)} />
        </td>
      ))}
      <td className="numeric">{rateText(employers.rate)}</td>
    </tr>
  )
}

/** On a phone the four modes are left out. */
function isDetail(name: string): boolean {
  return ['own', 'jointByArea', 'byIndustry', 'hosted'].includes(name)
}
