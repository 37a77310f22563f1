import { momentOf } from '../date/instants'
import type { AccessLineFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { EmptyState } from '../states/EmptyState'
import { useWords } from '../words/useWords'
import './accesses.css'

/** Who looked at numbers, when, at which, what for and why; newest first. */
export function AccessLines({ accesses, none }: { accesses: readonly AccessLineFragment[]; none: string }) {
  const text = useText()
  const words = useWords()
  if (accesses.length === 0) return <EmptyState>{none}</EmptyState>
  return (
    <ol className="access-lines">
      {accesses.map(({ id, by, at, fields, purpose, reason, awaitsApproval, approvedBy }) => (
        <li key={id}>
          <time dateTime={at}>{momentOf(at)}</time>
          <span>
            {text(awaitsApproval ? 'accesses.line.asked' : 'accesses.line', {
              by,
              fields: words.list(fields.map((field) => text(`accesses.field.${field}`))),
            })}{' '}
            <span className="quiet">
              {[text(`accesses.purpose.${purpose}`), reason, approvedBy && text('accesses.line.approved', { by: approvedBy })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
