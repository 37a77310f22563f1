import { useText } from '../language/useText'
import type { Body } from './body'

/** A group on paper, as the notice's annex prints it (A1): offices in their order, names, and the posts by which they are held. */
export function GroupAnnex({ body }: { body: Body }) {
  const text = useText()
  return (
    <table className="printed-table group-annex">
      <caption>{body.name}</caption>
      <thead>
        <tr>
          <th scope="col">{text('body.annex.office')}</th>
          <th scope="col">{text('body.annex.name')}</th>
          <th scope="col">{text('body.annex.post')}</th>
        </tr>
      </thead>
      <tbody>
        {body.seats.flatMap(({ id, title, byPost, holders }) =>
          (holders?.length ? holders.map(({ person }) => person.name) : [text('body.annex.vacant')]).map((name, place) => (
            <tr key={`${id}/${place}`}>
              <th scope="row">{title}</th>
              <td>{name}</td>
              <td>{byPost ?? ''}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
