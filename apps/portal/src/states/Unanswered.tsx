import type { ErrorLike } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { Button } from 'antd'
import { useText } from '../language/useText'
import './states.css'

/** A question that was not or only partly answered: which part is missing, and how to ask again. */
export function Unanswered({ error, retry }: { error: ErrorLike | undefined; retry: () => void }) {
  const text = useText()
  if (!error) return null
  return (
    <div className="unanswered not-printed" role="alert">
      <p>
        {CombinedGraphQLErrors.is(error) && error.data ? text('states.partly') : text('states.unanswered')}{' '}
        <span className="quiet">{reason(error)}</span>
      </p>
      <Button size="small" onClick={retry}>
        {text('states.retry')}
      </Button>
    </div>
  )
}

/** What the graph says of it; a fault carries its trace id in the message. */
function reason(error: ErrorLike): string {
  if (!CombinedGraphQLErrors.is(error)) return ''
  return [...new Set(error.errors.map(({ message }) => message))].join(' ')
}
