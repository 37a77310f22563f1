import { useText } from '../language/useText'
import './states.css'

/** Says what is being fetched. It keeps its place, so that the page does not jump. */
export function Loading({ what = 'page' }: { what?: 'page' | 'session' | 'table' | 'more' }) {
  const text = useText()
  return (
    <p className="loading quiet" role="status">
      {text(`states.loading.${what}`)}
    </p>
  )
}
