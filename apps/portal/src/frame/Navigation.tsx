import { NavLink } from 'react-router'
import { useKeepOn } from '../date/useKeepOn'
import { useText } from '../language/useText'
import { Flyout } from '../screen/Flyout'
import type { NamedPage } from './pages'

/** How many pages the bar at the foot of a phone shows; the others are behind 更多. */
const IN_BAR = 4

/** At the left, or at the foot of a narrow screen, where what has no room is behind 更多. */
export function Navigation({ pages }: { pages: NamedPage[] }) {
  const text = useText()
  const keep = useKeepOn()
  const rest = pages.slice(IN_BAR)

  const link = ({ path, name }: NamedPage, index: number) => (
    <li key={path} className={index >= IN_BAR ? 'frame-in-more' : undefined}>
      <NavLink to={keep(path)} end={path === '/'}>
        {text(name)}
      </NavLink>
    </li>
  )

  return (
    <nav className="frame-navigation" aria-label={text('frame.navigation')}>
      <p className="frame-name">
        {text('frame.name')}
        <span className="quiet">{text('frame.subtitle')}</span>
      </p>
      <ul>
        {pages.map(link)}
        {rest.length > 0 && (
          <li className="frame-more">
            <Flyout name={text('frame.more')} className="frame-more-button">
              <ul className="frame-more-pages">{rest.map((page) => link(page, 0))}</ul>
            </Flyout>
          </li>
        )}
      </ul>
    </nav>
  )
}
