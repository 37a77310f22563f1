import { PageLink } from '../date/PageLink'
import type { PostFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import { useWords } from '../words/useWords'

/** Posts past and present, newest first; one that is held can be ended. */
export function Posts({ posts, name }: { posts: readonly PostFragment[]; name: string }) {
  const text = useText()
  const words = useWords()
  return (
    <ul className="posts">
      {posts.map(({ id, unit, seat, kind, basis, paper, from, until, endReason, held }) => (
        <li key={id} className={held ? 'post post-held' : 'post'}>
          <p>
            {unit ? <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink> : '—'} {seat?.title ?? '—'}{' '}
            <span className="quiet">{words.holding(kind)}</span>
          </p>
          <p>
            {text('people.fromUntil', { from, until: words.end(until) })}
            {endReason && ` · ${words.endReason(endReason)}`}
          </p>
          <p className="quiet small">{[words.basis(basis), paper].filter(Boolean).join(' · ')}</p>
          <p className="post-state">
            {held ? (
              <Allowed to={write('appointments')}>
                <PageLink
                  className="not-printed"
                  to={`/appointments/${id}/end`}
                  aria-label={text('people.endOf', { name, title: seat?.title ?? '—' })}
                >
                  {text('people.end')}
                </PageLink>
              </Allowed>
            ) : (
              <span className="quiet small">{text('people.notHeld')}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
