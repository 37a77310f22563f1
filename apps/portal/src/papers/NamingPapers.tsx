import { dayOf } from '../date/instants'
import { PageLink } from '../date/PageLink'
import type { PaperPlacesFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { addressOf } from './papers'
import './papers.css'

interface NamingPapersProps {
  papers: readonly PaperPlacesFragment[]
  /** Whether the reader may open them, and where they are attached. */
  linked: boolean
}

/** Papers that name somebody, with where each is attached. */
export function NamingPapers({ papers, linked }: NamingPapersProps) {
  const text = useText()
  return (
    <ul className="paper-files">
      {papers.map(({ id, title, attachedAt, record, founding, unit }) => {
        const place = founding ? `/foundings/${founding.id}` : unit ? `/units/${unit.id}/conditions/${record}/papers` : null
        const owner = founding ? text('papers.ofFounding', { name: founding.name }) : (unit?.name ?? '—')
        return (
          <li key={id}>
            {linked ? (
              <a href={addressOf(id)} download>
                {title ?? '—'}
              </a>
            ) : (
              (title ?? '—')
            )}{' '}
            <span className="quiet small">
              {text('papers.attachedOn', { on: dayOf(attachedAt) })} {linked && place ? <PageLink to={place}>{owner}</PageLink> : owner}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
