import { Link } from 'react-router'
import { useText } from '../language/useText'
import './states.css'

/** Shown in place of a page that broke: what the reader can do. The router has told the console why. */
export function Faulty() {
  const text = useText()
  return (
    <div className="empty-state" role="alert">
      <h1>{text('states.faulty')}</h1>
      <p>{text('states.faulty.hint')}</p>
      <p>
        <button type="button" className="plain-button" onClick={() => location.reload()}>
          {text('states.reload')}
        </button>
        {' · '}
        <Link to="/">{text('states.home')}</Link>
      </p>
    </div>
  )
}
