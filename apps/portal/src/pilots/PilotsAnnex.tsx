import type { PilotRowFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { annexOf } from './pilots'

/** The list on paper, as the notice's annex prints it: categories in their order, their units, and the department that follows them. */
export function PilotsAnnex({ title, pilots }: { title: string; pilots: readonly PilotRowFragment[] }) {
  const text = useText()
  return (
    <table className="printed-table pilots-annex">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{text('pilots.category')}</th>
          <th scope="col">{text('pilots.unit')}</th>
          <th scope="col">{text('pilots.department')}</th>
        </tr>
      </thead>
      {annexOf(pilots).map(({ key, category, department, pilots: together }) => (
        <tbody key={key}>
          {together.map(({ id, unit }, place) => (
            <tr key={id}>
              {place === 0 && (
                <th scope="rowgroup" rowSpan={together.length}>
                  {text('pilots.annex.category', { category, count: together.length })}
                </th>
              )}
              <td>{unit.name}</td>
              {place === 0 && <td rowSpan={together.length}>{department}</td>}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
