import { Suspense } from 'react'
import { Navigate, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { useKeepOn } from '../date/useKeepOn'
import { useStale } from '../graph/staleness'
import { useText } from '../language/useText'
import { may, useSession } from '../session/SessionProvider'
import { Loading } from '../states/Loading'
import { DateBand } from '../looked-at/DateBand'
import { KeyUsedTwice } from '../my-sign-in/KeyUsedTwice'
import './frame.css'
import { Navigation } from './Navigation'
import type { Page } from './pages'
import { namedPages } from './pages'
import { SavedProvider } from './Saved'
import { TopBar } from './TopBar'
import { useFocusOnPage } from './useFocusOnPage'

/** Navigation, top bar and the page between them. */
export function Frame({ pages }: { pages: readonly Page[] }) {
  const text = useText()
  const stale = useStale()
  const { state } = useNavigation()
  const { session } = useSession()
  const named = namedPages(pages, (verb) => may(session, verb))
  const page = useFocusOnPage()
  const { pathname } = useLocation()
  const keep = useKeepOn()
  const [home] = named

  // Who may not see the first page begins with the first one that he may.
  if (pathname === '/' && home && home.path !== pathname) return <Navigate replace to={keep(home.path)} />

  return (
    <SavedProvider>
      <ScrollRestoration />
      <a className="skip-link" href="#page">
        {text('frame.skip')}
      </a>
      <div className="frame">
        <Navigation pages={named} />
        <div className="frame-body">
          <TopBar pages={named} />
          <KeyUsedTwice />
          <DateBand />
          {stale && (
            <p className="frame-band frame-band-stale not-printed" role="status">
              {text('frame.stale')}
            </p>
          )}
          <main ref={page} id="page" className="frame-page" tabIndex={-1} aria-busy={state === 'loading'}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
    </SavedProvider>
  )
}
