import { FormattedNumber } from 'react-intl'
import { PageLink } from '../date/PageLink'
import type { WorkReportQuery } from '../graph.generated'
import { useText } from '../language/useText'
import type { Asked } from '../reports/reports'
import { address } from '../reports/reports'

/** Each line's activities and person-times, leading to its records. */
export function LineShares({ work: { byDepartment }, asked: { within, from, to } }: { work: WorkReportQuery['work']; asked: Asked }) {
  const text = useText()
  return (
    <section>
      <h2>{text('workReport.byLine')}</h2>
      <div className="report-table">
        <table>
          <caption className="unseen">{text('workReport.byLine')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('workReport.line')}</th>
              <th scope="col" className="numeric">
                {text('workReport.activities')}
              </th>
              <th scope="col" className="numeric">
                {text('workReport.personTimes')}
              </th>
            </tr>
          </thead>
          <tbody>
            {byDepartment.map(({ department, name, activities, personTimes }) => (
              <tr key={department}>
                <th scope="row">{name}</th>
                <td className="numeric">
                  <PageLink to={address('/activities', { department, within, from, to })}>
                    <FormattedNumber value={activities} />
                  </PageLink>
                </td>
                <td className="numeric">
                  <FormattedNumber value={personTimes} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
