import { FormattedNumber } from 'react-intl'
import { useText } from '../language/useText'
import type { ChartData } from './options'

/** The values of a chart as a table, for those who read them and for screen readers. */
export function ChartValues({ title, data: { categories, series, unit } }: { title: string; data: ChartData }) {
  const text = useText()
  return (
    <div className="chart-values">
      <table>
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{text('charts.unit', { unit })}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col" className="numeric">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, index) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {series.map(({ name, values }) => {
                const value = values[index] ?? null
                return (
                  <td key={name} className="numeric">
                    {value === null ? '—' : <FormattedNumber value={value} />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
