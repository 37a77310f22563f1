import type { RouteObject } from 'react-router'
import { Frame } from './frame/Frame'
import type { Page } from './frame/pages'
import { SignedIn } from './session/SignedIn'
import { Faulty } from './states/Faulty'
import { Loading } from './states/Loading'
import { NotFoundPage } from './states/NotFoundPage'

/** Every page. One with a `name` stands in the navigation, in this order; each is fetched when it is first opened. */
const pages: readonly Page[] = [
  { path: '/', name: 'frame.today', load: async () => (await import('./today/TodayPage')).TodayPage },
  { path: '/network', name: 'frame.network', load: async () => (await import('./network/NetworkPage')).NetworkPage },
  { path: '/blank-spots', name: 'frame.blankSpots', load: async () => (await import('./blank-spots/BlankSpotsPage')).BlankSpotsPage },
]

const lazily = ({ path, load }: Page): RouteObject => ({ path, lazy: async () => ({ Component: await load() }) })

/** The addresses of the portal. */
export const routes: RouteObject[] = [
  {
    errorElement: <Faulty />,
    hydrateFallbackElement: <Loading />,
    children: [
      lazily({ path: '/sign-in', load: async () => (await import('./sign-in/SignInPage')).SignInPage }),
      lazily({ path: '/password', load: async () => (await import('./sign-in/PasswordPage')).PasswordPage }),
      {
        element: (
          <SignedIn>
            <Frame pages={pages} />
          </SignedIn>
        ),
        children: [{ errorElement: <Faulty />, children: [...pages.map(lazily), { path: '*', element: <NotFoundPage /> }] }],
      },
    ],
  },
]
