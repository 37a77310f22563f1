import { useQuery } from '@apollo/client/react'
import { PageLink } from '../date/PageLink'
import { FindPersonsDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { useSettled } from '../screen/useSettled'

/** Whoever is on record under that very name: so that nobody is registered twice. */
export function Namesakes({ name }: { name: string }) {
  const text = useText()
  const sought = useSettled(name.trim(), 400)
  const { data } = useQuery(FindPersonsDocument, { variables: { search: sought }, skip: sought.length < 2 })
  const same = (data?.persons.nodes ?? []).filter((person) => person.name === sought)
  if (sought.length < 2 || same.length === 0) return null
  return (
    <div className="namesakes" role="status">
      <p>{text('registrations.namesakes', { count: same.length })}</p>
      <ul>
        {same.map(({ id, head, homeJobs: [job] }) => (
          <li key={id}>
            <PageLink to={`/people/${id}`}>{sought}</PageLink>{' '}
            <span className="quiet small">
              {[head?.name, job && `${job.employer?.name ?? '—'} ${job.title.name}`].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
