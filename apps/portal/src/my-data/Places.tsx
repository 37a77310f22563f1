import type { MyDataFragment } from '../graph.generated'
import { useText } from '../language/useText'

/** 去向: which services keep what, and through which topics of facts it gets there. */
export function Places({ places }: { places: MyDataFragment['places'] }) {
  const text = useText()
  return (
    <section>
      <h2>{text('myData.places')}</h2>
      <div className="my-data-places">
        <table>
          <thead>
            <tr>
              <th scope="col">{text('myData.places.service')}</th>
              <th scope="col">{text('myData.places.what')}</th>
              <th scope="col">{text('myData.places.inPlain')}</th>
              <th scope="col">{text('myData.places.topics')}</th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ service, what, inPlain, topics }) => (
              <tr key={service}>
                <th scope="row">{text(`myData.places.${service}`)}</th>
                <td>{what}</td>
                <td>{text(inPlain ? 'myData.yes' : 'myData.no')}</td>
                <td className="small">{topics.length === 0 ? '—' : topics.join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
