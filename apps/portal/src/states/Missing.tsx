import type { ErrorLike } from '@apollo/client'
import { NotFoundPage } from './NotFoundPage'
import { Unanswered } from './Unanswered'

/** In place of a record that did not come: why, where the graph says so; else there is none. */
export function Missing({ error, retry }: { error: ErrorLike | undefined; retry: () => void }) {
  return error ? <Unanswered error={error} retry={retry} /> : <NotFoundPage />
}
