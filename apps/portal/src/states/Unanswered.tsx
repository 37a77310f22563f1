import type { ErrorLike } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { Button } from 'antd'
import { refusalOf } from '../graph/refusal'
import { useText } from '../language/useText'
import './states.css'

/** A question that was not or only partly answered: which part is missing, and how to ask again. Who has no right to it is told so, and whom to ask. */
export function Unanswered({ error, retry }: { error: ErrorLike | undefined; retry: () => void }) {
  const text = useText()
  if (!error) return null
  const refusal = refusalOf(error)
  if (refusal?.code === 'FORBIDDEN')
    return (
      <div className="unanswered not-printed" role="alert">
        <p>
          {isPartly(error) && text('states.partly')} {refusal.message} <span className="quiet">{refusal.hint}</span>
        </p>
      </div>
    )
  return (
    <div className="unanswered not-printed" role="alert">
      <p>
        {isPartly(error) ? text('states.partly') : text('states.unanswered')} <span className="quiet">{reason(error)}</span>
      </p>
      <Button size="small" onClick={retry}>
        {text('states.retry')}
      </Button>
    </div>
  )
}

/** Whether something came all the same. */
function isPartly(error: ErrorLike): boolean {
  return CombinedGraphQLErrors.is(error) && Object.values(error.data ?? {}).some((part) => part !== null)
}

/** What the graph says of it; a fault carries its trace id in the message. */
function reason(error: ErrorLike): string {
  if (!CombinedGraphQLErrors.is(error)) return ''
  return [...new Set(error.errors.map(({ message }) => message))].join(' ')
}
