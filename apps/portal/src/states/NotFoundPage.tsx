import { Link } from 'react-router'
import { useText } from '../language/useText'
import './states.css'

/** No page has this address. */
export function NotFoundPage() {
  const text = useText()
  return (
    <div className="empty-state">
      <h1>{text('states.notFound')}</h1>
      <p>{text('states.notFound.hint')}</p>
      <p>
        <Link to="/">{text('states.home')}</Link>
      </p>
    </div>
  )
}
