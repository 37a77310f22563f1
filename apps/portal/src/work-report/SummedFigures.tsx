import { FormattedNumber } from 'react-intl'
import { FEN_PER_YUAN, MONEY } from '../activities/activities'
import type { WorkReportQuery } from '../graph.generated'
import { useText } from '../language/useText'

/** Every figure that was recorded, summed; money in yuan. */
export function SummedFigures({ data: { work, departments } }: { data: WorkReportQuery }) {
  const text = useText()
  const asked = departments.flatMap(({ activityTypes }) => activityTypes.flatMap(({ figures }) => figures))
  const money = new Set(asked.filter(({ unit }) => unit === MONEY).map(({ code }) => code))

  return (
    <section>
      <h2>{text('workReport.figures')}</h2>
      <dl className="summed-figures">
        {work.figures.map(({ code, name, sum }) => (
          <div key={code} title={sum.definition}>
            <dt>{name}</dt>
            <dd>
              {sum.value === null ? '—' : <FormattedNumber value={money.has(code) ? sum.value / FEN_PER_YUAN : sum.value} />}{' '}
              <span className="quiet small">{money.has(code) ? text('workReport.yuan') : sum.unit}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
